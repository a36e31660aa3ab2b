"""The catalogue: reads puzzles/ into frozen values, typeset and checked.

It knows the files' format, Typst and MathML. It must not know the database, Flask, sockets, the clock or who plays.
"""
