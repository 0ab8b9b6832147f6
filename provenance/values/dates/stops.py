"""Which marks end a sentence: the stop of "Mr." does not keep a verb from the time that it belongs to."""

from provenance.text import punkt
from provenance.values.dates.lexicon import VALUES


def ends_sentence(words: list[str], index: int) -> bool:
    """Whether the token at `index`, with one on either side, ends a sentence; semicolons do too."""
    mark = words[index]
    if mark != ".":
        return mark in "!?;"
    before, after = words[index - 1], words[index + 1]
    if after in punkt.starters():
        return True
    if len(before) == 1 and before.isupper():
        return False  # an initial, "U.S."
    kind = punkt.abbreviations().get(before.lower(), "")
    if before[0].isupper() and (kind == "title" or before.lower() in VALUES["MABBR"]):
        return False
    return not (kind == "always" and (after[0].islower() or after[0].isdigit() or after == ","))
