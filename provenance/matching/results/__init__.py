"""What a reader gets of the matches.

`facts` gathers them (`components`), `origins` counts who first said it (`sources`, `voices`), `observations` are what
somebody should look at, `search` finds what was checked before.
"""
