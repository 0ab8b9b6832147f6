"""The words that decide where a clause begins and whether it says something."""

from provenance.extraction.lexicon import rows

_WORDS = {kind: frozenset(words.split()) for kind, words in rows("clause_words.tsv")}

ADDING = _WORDS["adding"]
AS = _WORDS["as"]
DAY = _WORDS["day"]
JOINING = _WORDS["joining"]
MEASURE = _WORDS["measure"]
OPENER = _WORDS["opener"]
PHRASE = _WORDS["phrase"]
RELATIVE = _WORDS["relative"]
REPORT = _WORDS["report"]
START = _WORDS["start"]
SUBORDINATOR = _WORDS["subordinator"]
SUPPORT = _WORDS["support"]
VERBAL = _WORDS["verbal"]
JOINTS = START - VERBAL
"""Joining words that may stand before the first word of a clause."""
