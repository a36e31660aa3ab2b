"""The rules of the competition: values in, values out.

Nothing here does input or output, reads a clock, throws dice or knows a framework. Time and chance come in as
arguments, so every rule can be tested by a table.
"""
