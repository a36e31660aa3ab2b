"""Tests of challenge/rules."""
