"""The words that decide where a clause begins and whether it says something."""

from provenance import wordlists
from provenance.extraction.lexicon import DATA

_WORDS = {kind: frozenset(words) for kind, words in wordlists.by_kind(DATA / "clause_words.tsv").items()}

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
