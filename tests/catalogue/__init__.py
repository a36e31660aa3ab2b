"""What puzzles/ may hold, how it is read, typeset and said aloud."""
