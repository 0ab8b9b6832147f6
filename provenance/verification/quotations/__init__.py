"""The quotations of a draft.

`states` gives each its state: its `segments` stand at `places` in `texts`, whole or in `pieces`, cut (`truncation`)
or not, in the mouth of whom (`mouths`).
"""
