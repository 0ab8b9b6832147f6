"""Recorded claims against their sources.

`records` verifies them: the state of `passages`, the `agreement` of what is recorded with what stands there.
`recording` makes a new one.
"""
