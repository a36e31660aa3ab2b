"""The commands behind `python3 run.py <command>`: one module for each, gathered in `__main__`.

Knows the terminal and the machine: what is installed, which port is free. Knows nothing of how a round is played;
`challenge.app` is the only door to that.
"""
