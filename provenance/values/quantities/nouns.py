"""The counted noun after a number, with its modifiers: "37 Syrian army soldiers"."""

from typing import Literal, NamedTuple

from provenance.values.quantities import lexicon
from provenance.values.quantities.context import is_model
from provenance.values.quantities.number import DASHES
from provenance.values.quantities.tokens import Tokens

MAX_WORDS = 8
Mode = Literal["plural", "one", "any"]
"""What can head the phrase: a plural, one thing (words in -s after it are verbs: "one witness says"), or any noun."""

_NOUN_OR_VERB = lexicon.cues("noun or verb")
_TITLES = lexicon.cues("title")
_LY_ADJECTIVES = lexicon.cues("adjective in ly")
_VERBS = lexicon.cues("verb in s")
_COUNTED = lexicon.cues("noun for all that")
"""Plurals that are oftener verbs; no verb in -s follows a number above one."""
_OF_TIME = lexicon.cues("before time unit")
_PEOPLE = frozenset(["people", "men", "women", "children"])
_HEADLESS = lexicon.cues("no head")
_COUNTING = lexicon.cues("counting word")
_DETERMINERS = lexicon.cues("determiner")
_SKIPPED = _DETERMINERS | lexicon.TRIGGERS | _COUNTING
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


def find(tokens: Tokens, at: int, mode: Mode) -> Noun | None:
    """The noun that a number ending before token `at` counts; None where none follows."""
    at, mode = _skip_of(tokens, at, mode)
    run = _run(tokens, at, mode)
    if not run:
        return None
    if run[0].low.rstrip("'") in lexicon.TIME_UNITS:
        return Noun(run[0].text, "", run[0].end)  # "five months' probation"
    if run[0].low in _OF_TIME and tokens.low(run[0].end) in lexicon.TIME_UNITS:
        return Noun(tokens.words[run[0].end], "", run[0].end + 1)  # "12 straight years"
    head = _plural_head(run)
    if mode != "plural" and head is None and run[0].low.endswith("ed") and len(run) == 1:
        return None  # "one suggested that", "half of the 400 expected"
    if mode == "plural" and head is None and tokens.low(run[-1].end) in ("and", "or", ","):
        more = _run(tokens, run[-1].end + 1, mode)[:4]
        second = _plural_head(more) if more and more[0].low not in lexicon.TRIGGERS else None
        if second is not None:  # "private and public schools"
            head, run = len(run) + second, run + more
    if head is None:
        if mode == "plural":
            return None
        head = _singular_head(run)
    last = run[head]
    if last.low.endswith(("'s", "’s")) or last.low in _HEADLESS:
        return None
    return Noun(last.text, tokens.slice(run[0].start, run[head - 1].end) if head else "", last.end)


def _skip_of(tokens: Tokens, at: int, mode: Mode) -> tuple[int, Mode]:
    """Past "of the", and past a number in between ("250 of the 400 delegates")."""
    of = tokens.low(at) == "of"
    if not of and not (tokens.low(at) in _DETERMINERS and tokens.low(at - 1) == "half"):
        return at, mode
    if tokens.low(at + 1) in ("them", "whom", "which"):
        return at + 2, "plural"  # "12 of them police officers"
    if not of or tokens.low(at + 1) in _DETERMINERS or mode == "one":
        mode = "any"
    at += of
    for _ in range(6):
        low = tokens.low(at)
        after_number = low == "odd" or (low in ("-", "plus") and tokens.low(at - 1)[:1].isdecimal())
        if not (after_number or low in _SKIPPED or low[:1].isdecimal()):
            break
        at += 1
    return at, mode


def _first(tokens: Tokens, at: int, mode: Mode) -> int:
    """The token from `at` that the noun phrase begins with, behind what only stands before it."""
    if tokens.low(at) == "past" and tokens.low(at + 1) in ("and", "or"):
        at += 2  # "five past and current employees"
    if tokens.low(at) in ("more", "fewer", "less", "such", "so", "past") and tokens.word(at + 1).isalpha():
        at += 1
    if mode == "plural" and tokens.word(at) in lexicon.currency_symbols() and tokens.word(at + 1)[:1].isdecimal():
        at = _past_number(tokens, at + 1)  # "nine $2,500 donations"
    if tokens.word(at) == "(" and tokens.word(at + 2) == ")" and tokens.word(at + 1).isalpha():
        at += 3  # "four (test) items"
    return at


def _run(tokens: Tokens, at: int, mode: Mode) -> list[_Word]:
    """The words from token `at` that can belong to one noun phrase."""
    run: list[_Word] = []
    at = _first(tokens, at, mode)
    while len(run) < MAX_WORDS and at < len(tokens):
        low = tokens.lower[at]
        named = (not run and tokens.lower[at - 1] in lexicon.OWNERS) or tokens.words[at] in (
            "US",
            "IS",
        )  # "of the vote"
        if mode == "any" and run and low in _NOUN_OR_VERB:
            named = not any(is_plural(word.low) for word in run)  # "of the popular vote"
        if (
            not low[0].isalpha()
            or (len(low) == 1 and not tokens.joined(at + 1))
            or (
                low in lexicon.STOP
                and not named
                and not (mode != "any" and _is_joined(tokens, at))
                and not (mode == "plural" and low in _COUNTED)
            )
            or (low == "ages" and run and tokens.word(at + 1)[:1].isdecimal())
            or (low in lexicon.TIME_UNITS and run)
        ):
            break
        if tokens.words[at][0].isupper() and "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]:
            break  # a heading ends, a sentence begins
        if run and mode == "one" and (low.endswith(("ed", "ly")) or is_plural(low)):
            break
        if run and run[-1].low.endswith("ly") and low.endswith("s") and run[-1].low not in _LY_ADJECTIVES:
            break  # "hardly matters"
        if low in lexicon.TRIGGERS and tokens.word(at + 1) not in DASHES:  # "five of the past six elections"
            if mode != "any":
                break
            run.clear()
            at += 1
            continue
        end = _compound(tokens, at)
        text = tokens.slice(at, end)
        run.append(_Word(text, tokens.lower[end - 1], at, end))
        at = _past_mark(tokens, run, end)
    return run


def _is_joined(tokens: Tokens, at: int) -> bool:
    """Whether a word goes on behind a hyphen: "three long-range missiles"."""
    linked = tokens.word(at + 1) in DASHES and tokens.joined(at + 1) and tokens.joined(at + 2)
    return linked and tokens.word(at - 1) not in DASHES


def _past_mark(tokens: Tokens, run: list[_Word], at: int) -> int:
    """Past what may follow a word in a phrase: "Mr.", the apostrophe of "rebels'", "the city's 1.5m", "Leopard 2"."""
    word = run[-1]
    initial = len(word.text) == 1 and word.text.isupper()
    if tokens.word(at) == "." and (word.low in _TITLES or initial):
        return at + 1
    if tokens.word(at) in ("'", "’") and tokens.joined(at):
        run[-1] = word._replace(low=word.low + "'")
        return at + 1
    if tokens.word(at)[:1].isdecimal() and is_model(tokens, at):
        return at + 1
    return _past_number(tokens, at) if word.low.endswith(("'s", "’s")) else at


def _singular_head(run: list[_Word]) -> int:
    """The last word before a verb or adverb ("the harvest failed completely")."""
    for index, word in enumerate(run[1:], 1):
        if word.low.endswith(("ed", "ly")):
            return index - 1
    return len(run) - 1


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
    if tokens.joined(end) and tokens.word(end).isdecimal():
        end += 1  # "CO2"
    return end


def _plural_head(run: list[_Word]) -> int | None:
    for index, word in enumerate(run):
        if is_plural(word.low):
            while index + 1 < len(run) and _continues(run[index].low, run[index + 1].low):
                index += 1
            return index
    last = run[-1].low
    return len(run) - 1 if last in lexicon.NOT_PLURAL and last.endswith("s") and len(last) > 3 else None


def _continues(low: str, after: str) -> bool:
    """Whether a plural goes on with another that is the head ("wounded soldiers", "arms dealers")."""
    if not is_plural(after) or after in _VERBS:
        return False
    return after.endswith("s") or (low in _ADJECTIVES and low not in _PEOPLE)
