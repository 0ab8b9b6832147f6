"""The counted noun after a number, with its modifiers: "37 Syrian army soldiers"."""

from typing import NamedTuple

from provenance.values.quantities import lexicon
from provenance.values.quantities.number import DASHES
from provenance.values.quantities.tokens import Tokens

MAX_WORDS = 8
_COUNTING = lexicon.cues("counting word")
_THE = frozenset(["the", "its", "their", "his", "her", "our", "my", "your"])
_DETERMINERS = lexicon.cues("determiner")
# Plural adjectives: they head a phrase ("37 dead") unless a noun follows ("37 wounded soldiers").
_ADJECTIVES = lexicon.cues("plural adjective")


class Noun(NamedTuple):
    """Head and modifiers as written; `end` is the token after the head."""

    noun: str
    modifier: str
    end: int


class _Word(NamedTuple):
    text: str
    low: str
    start: int
    end: int


def is_plural(low: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if low in lexicon.PLURALS:
        return True
    if low in lexicon.NOT_PLURAL or len(low) < 3:
        return False
    if low.endswith("s"):
        return not low.endswith(("ss", "us", "is", "'s", "’s", "ics"))
    return low.endswith(("men", "people", "children")) and len(low) > 5


def find(tokens: Tokens, at: int, singular: bool, one: bool = False) -> Noun | None:
    """The noun that a number ending before token `at` counts; None where none follows.

    `singular`: any noun will do (after "one", a hyphen, "% of"), otherwise the head must look plural.
    `one`: the count is one, so that a word in -s is a verb ("one witness says").
    """
    at, partitive = _skip_of(tokens, at)
    run = _run(tokens, at, singular or partitive, one and not partitive, partitive)
    if not run:
        return None
    if run[0].low.rstrip("'") in lexicon.TIME_UNITS:
        return Noun(run[0].text, "", run[0].end)  # "five months' probation"
    head = _plural_head(run)
    if head is None and not singular and tokens.low(run[-1].end) in ("and", "or", ","):
        more = _run(tokens, run[-1].end + 1, False, False)[:4]
        second = _plural_head(more) if more and more[0].low not in lexicon.TRIGGERS else None
        if second is not None:  # "private and public schools"
            head, run = len(run) + second, run + more
    if head is None:
        if not (singular or partitive):
            return None
        head = len(run) - 1
    first, last = run[0], run[head]
    if last.low.endswith(("'s", "’s")):
        return None
    modifier = tokens.text[tokens.starts[first.start] : tokens.ends[run[head - 1].end - 1]] if head else ""
    return Noun(last.text, modifier, last.end)


def _skip_of(tokens: Tokens, at: int) -> tuple[int, bool]:
    """Past "of the", and past a number in between ("250 of the 400 delegates")."""
    if tokens.low(at) != "of" and not (tokens.low(at) in _DETERMINERS and tokens.low(at - 1) == "half"):
        return at, False
    if tokens.low(at + 1) in ("them", "whom"):
        return at + 2, False  # "12 of them police officers"
    partitive = tokens.low(at) != "of" or tokens.low(at + 1) in _DETERMINERS
    at += tokens.low(at) == "of"
    for _ in range(6):
        low = tokens.low(at)
        if not (low in _DETERMINERS or low in lexicon.TRIGGERS or low in _COUNTING or low[:1].isdecimal()):
            break
        at += 1
    return at, partitive


def _run(tokens: Tokens, at: int, singular: bool, one: bool, partitive: bool = False) -> list[_Word]:
    """The words from token `at` that can belong to one noun phrase."""
    run: list[_Word] = []
    if tokens.low(at) in ("more", "fewer", "less", "such", "so") and tokens.word(at + 1).isalpha():
        at += 1
    while len(run) < MAX_WORDS and at < len(tokens):
        low = tokens.lower[at]
        named = not run and tokens.lower[at - 1] in _THE  # "of the vote"
        if not low[0].isalpha() or (low in lexicon.STOP and not named) or (low in lexicon.TIME_UNITS and run):
            break
        if (singular and run and low.endswith(("ed", "ly"))) or (one and run and is_plural(low)):
            break
        if low in lexicon.TRIGGERS:  # "five of the past six elections"
            if not partitive:
                break
            run.clear()
            at += 1
            continue
        end = _compound(tokens, at)
        text = tokens.text[tokens.starts[at] : tokens.ends[end - 1]]
        run.append(_Word(text, tokens.lower[end - 1], at, end))
        at = end
        if text.endswith(("'s", "’s")):
            at = _past_number(tokens, at)
        if tokens.word(at) in ("'", "’") and tokens.joined(at):
            run[-1] = _Word(text, low + "'", run[-1].start, at)
            at += 1
    return run


def _past_number(tokens: Tokens, at: int) -> int:
    """Past a number inside a phrase ("the city's 1.5m residents")."""
    if not tokens.word(at)[:1].isdecimal():
        return at
    at += 1
    if (tokens.joined(at) and tokens.low(at) in ("m", "k", "bn")) or tokens.low(at) in lexicon.SCALES:
        at += 1
    return at


def _compound(tokens: Tokens, at: int) -> int:
    """The end of a hyphenated word that starts at token `at` ("al-Qaeda-linked", "MiG-29")."""
    end = at + 1
    while (
        end < at + 16
        and tokens.word(end) in DASHES
        and tokens.joined(end)
        and tokens.joined(end + 1)
        and tokens.word(end + 1)[0].isalnum()
    ):
        end += 2
    return end


def _plural_head(run: list[_Word]) -> int | None:
    for index, word in enumerate(run):
        if not is_plural(word.low):
            continue
        while (
            index + 1 < len(run)
            and is_plural(run[index + 1].low)
            and (run[index + 1].low.endswith("s") or run[index].low in _ADJECTIVES)
        ):
            if run[index].low in ("people", "men", "women", "children") and not run[index + 1].low.endswith("s"):
                break
            index += 1
        return index
    last = run[-1].low
    return len(run) - 1 if last in lexicon.NOT_PLURAL and last.endswith("s") and len(last) > 3 else None
