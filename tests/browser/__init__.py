"""The program in a real browser: a host, a big screen and phones, on a server of its own."""
