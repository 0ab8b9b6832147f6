"""From compared slots to a relation.

`signals` turn slots into numbers, `model` weighs them; `relation` decides on figures, `happenings` on the rest. The
result is a `match`, which `waterfall` explains.
"""
