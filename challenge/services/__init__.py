"""What people do here, one function each: load rows, call rules, store rows, announce.

No service commits: the door's `with database.transaction() as db:` commits once, then publishes what was announced.
"""
