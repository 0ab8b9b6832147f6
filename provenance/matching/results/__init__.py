"""What a reader gets of the matches.

`strongest` keeps those worth telling, `facts` gathers them (`components`), `origins` counts who first said it
(`sources`, `voices`), `observations` are what somebody should look at, `search` finds what was checked before.
"""
