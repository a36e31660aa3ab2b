"""Light phones: thousands in one process, for measuring a server and for trying to break it.

They know the program from outside, as a phone does: its pages and its messages. Frames are made by hand on non-blocking
sockets, because the measuring must cost less than what is measured. Begin with `phones.Phones`.
"""
