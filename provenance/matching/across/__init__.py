"""What documents tell beyond two claims.

`succession` (with the times of `filing`) knows the newer count, `disputes` who denies what, `offices` who holds one,
`sums` parts and totals; `contradictions` asks sentences of two documents for contrasts. `once` tells each thing once,
in the order of `strongest`.
"""
