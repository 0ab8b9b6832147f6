"""From compared slots to a relation.

`signals` turn slots into numbers, `model` weighs them; `relation` decides on figures (unless one of its `vetoes`
forbids it), `happenings` on the rest, with `oppositions` where they exclude one another. The result is a `match`,
which `waterfall` explains.
"""
