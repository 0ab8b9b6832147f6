"""From compared slots to a relation.

`signals` turn slots into numbers, `model` weighs them; `relation` decides on figures (and `chance` on what
two documents have in common by it), `happenings` on the rest, with `oppositions` where they exclude one another. The
result is a `match`, which `waterfall` explains.
"""
