"""Tarsia: maths jigsaws and dominoes. Their geometry, and what an arrangement of pieces is worth.

`grounds` knows where cells touch, `layouts` which cells a puzzle fills, `puzzles` what stands on its pieces, `scoring`
what an arrangement is worth, `dealing` how pieces are mixed. All of it is whole numbers: no picture, no text is read.
"""
