"""Which documents and which of their claims are compared at all: blocking, as record linkage calls it.

`keys` of a claim find the `partners` of a document; the claims of two documents that share what is rare are
`candidates`. An `outline` of each claim gives `bounds` of the score of a pair, and `pruning` leaves out what can tell
nothing.
"""
