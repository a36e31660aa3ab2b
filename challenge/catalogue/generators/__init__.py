"""Generators: seeded functions that make questions, in modules by topic; `making` has what they share."""
