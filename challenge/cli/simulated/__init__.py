"""Simulated teams: they come in as phones do, think, answer, lose their connection and come back.

They know the program from outside, as a phone knows it: its pages and its messages. Only the quiz's key they may read
from puzzles/ on this machine, because a demo needs some right answers. Everything random comes from one seed.
"""
