"""Tarsia: maths jigsaws and dominoes. Their geometry, and what an arrangement of pieces is worth.

`grounds` knows where cells touch, `layouts` which cells a puzzle fills, `puzzles` what stands on its pieces, `scoring`
what an arrangement is worth, `dealing` how pieces are mixed, `solving` how many solutions there are. All of that is
whole numbers: no picture, no text is read. `labels` and `sums` read texts for `values`, which knows the equal ones;
`lint` says what is wrong with a puzzle, `difficulty` how hard it is.
"""
