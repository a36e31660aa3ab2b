"""The Socket.IO door: what phones, hosts and big screens say, and what they are told.

`messages` is the whole wire, `namespace` the doorman, `inbox` where answers queue for the one writer, `engine` the
clock, `rooms` who is connected, `broadcast` who is told what. No SQL here: services answer.
"""
