"""What documents tell beyond two claims.

`succession` (with the times of `filing`) knows the newer count, `disputes` who denies what, and `concluding` asks both;
`offices` knows who holds one, `sums` parts and totals, `answers` what a story tells once (`tallies`: votes, scores,
ranks; `particulars`: names), `moments` when and how long, `hours` at one hour, `causes` what brought it about,
`milestones` what happens once in `lives`; `companions` knows which of several counts stands against which;
`contradictions` asks sentences of two documents for contrasts. `clashing` makes a conflict of what these rules find.
`once` tells each thing once, most serious first.
"""
