"""The word lists of this package, read once from the files in `data/`."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple


class UnitName(NamedTuple):
    """What a unit as written stands for."""

    unit: str
    cased: str
    """The exact spelling where case matters ("=MB"), else empty."""


class Factor(NamedTuple):
    """How a unit relates to the base of its kind; `factor` is None where no exact one holds."""

    kind: str
    factor: Fraction | None


def lines(name: str) -> list[list[str]]:
    """The tab-separated fields of each line of a data file, comments and blank lines left out."""
    raw = files("provenance.values.quantities").joinpath("data", name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in raw.splitlines() if line.strip()]
    return [row for row in rows if len(row) > 1 or row[0] == "#" or not row[0].startswith("#")]


def words(name: str) -> frozenset[str]:
    """All words of a data file."""
    return frozenset(word for row in lines(name) if not row[0].startswith("# ") for word in row[0].split())


def table(name: str) -> list[list[str]]:
    """The rows of a data file whose first field is not a comment."""
    return [row for row in lines(name) if not row[0].startswith("# ")]


def _numbers(kind: str) -> dict[str, Decimal]:
    return {row[0]: Decimal(row[2]) for row in table("numbers.tsv") if row[1] == kind}


SMALL = _numbers("small")
TENS = _numbers("tens")
COUNTS = SMALL | TENS
SCALES = _numbers("scale")
VAGUE = _numbers("vague")
PLURAL_SCALES = {word: SCALES[word[:-1]] for word in VAGUE if word[:-1] in SCALES}
SUFFIXES = _numbers("suffix")
PARTS = _numbers("part")
FEW = {row[0]: tuple(map(Decimal, row[2].split("|"))) for row in table("numbers.tsv") if row[1] == "few"}
TRIGGERS = frozenset(SMALL) | frozenset(TENS) | frozenset(SCALES) | frozenset(VAGUE) | frozenset(PARTS)

# Each begins with the characters that it looks for, and looks behind only then: such a search is twice as fast.
_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]")
_NUMBER_WORD = re.compile(
    "|".join(
        rf"{first}(?<!\w.)(?:{'|'.join(word[1:] for word in words)})\b"
        for first, words in groupby(sorted(TRIGGERS), key=lambda word: word[0])
    )
)


def may_hold_number(text: str) -> bool:
    """Whether a number may stand anywhere in a text; cheap, so that text without numbers is passed over."""
    return _DIGIT.search(text) is not None or _NUMBER_WORD.search(text.lower()) is not None


RATES = words("rates.txt")
DESIGNATORS = words("designators.txt")
PHRASAL = words("phrasal.txt")
STOP = words("stop_words.txt")
MONTHS = words("months.txt")
TIME_UNITS = words("time_units.txt")
PLURALS = words("plurals.txt")
NOT_PLURAL = words("not_plural.txt")
OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "my", "your"})
"""Words that make a noun a known one."""

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def split_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of a data file as the tokens that `tokens.py` cuts it into."""
    from provenance.values.quantities.tokens import TOKEN

    return tuple(TOKEN.findall(phrase))


def _by_word(rows: list[list[str]], position: int) -> Phrases:
    found: Phrases = {}
    for row in rows:
        tokens = split_phrase(row[0])
        found.setdefault(tokens[position], []).append((tokens, row[1]))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


@cache
def _all_cues() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in table("cues.tsv")}


def cues(name: str) -> frozenset[str]:
    """The words of a named cue in `cues.tsv`."""
    return _all_cues()[name]


@cache
def approximators() -> Phrases:
    """Words before a number that bound it, by their last token, longest first."""
    return _by_word(table("approximators.tsv"), -1)


@cache
def approximators_after() -> Phrases:
    """Words after a number that bound it, by their first token, longest first."""
    return _by_word(table("approximators_after.tsv"), 0)


def _hyphenated(names: str) -> list[str]:
    """Two-word names as they stand before a noun: "square-foot"."""
    return [
        name.replace(" ", "-") for name in names.split("|") if name.count(" ") == 1 and name.replace(" ", "").isalpha()
    ]


@cache
def unit_names() -> dict[str, list[tuple[tuple[str, ...], UnitName]]]:
    """Units and currencies as written after a number, by their first token in lower case, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], UnitName]]] = {}
    rows = [(row[0], row[3]) for row in table("units.tsv")]
    for row in table("currencies.tsv"):
        symbols = [f"={symbol}" for symbol in (row[2].split("|") if len(row) > 2 else ()) if len(symbol) < 4]
        rows.append((row[0], "|".join([row[1], *symbols, *(["=" + row[0]] if row[0].isupper() else [])])))
    for unit, names in rows:
        for name in [*names.split("|"), *_hyphenated(names)]:
            cased = name[1:] if name.startswith("=") else ""
            tokens = split_phrase((cased or name).lower())
            option = (tokens, UnitName(unit, cased))
            if option not in found.setdefault(tokens[0], []):
                found[tokens[0]].append(option)
    for options in found.values():
        options.sort(key=lambda option: (-len(option[0]), not option[1].cased))
    return found


@cache
def currency_symbols() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Currency symbols written before a number, by their last token, longest first."""
    rows = [
        [symbol, row[0]] for row in table("currencies.tsv") if len(row) > 2 for symbol in row[2].split("|") if symbol
    ]
    rows += [[row[0], row[0]] for row in table("currencies.tsv") if row[0].isupper() and len(row[0]) == 3]
    return _by_word(rows, -1)


@cache
def currencies() -> frozenset[str]:
    """Canonical names of all currencies."""
    return frozenset(row[0] for row in table("currencies.tsv"))


@cache
def kinds_of(currency: str) -> frozenset[str]:
    """The currencies of countries that a currency without one may be: SEK, NOK, DKK of "krona"; none for those."""
    names = {row[0]: row[1].split("|") for row in table("currencies.tsv")}
    if currency.isupper() or currency not in names:
        return frozenset()
    plain = frozenset(names[currency])
    return frozenset(
        code for code, held in names.items() if code.isupper() and any(n.split()[-1] in plain for n in held)
    )


@cache
def factors() -> dict[str, Factor]:
    """Kind and exact factor of each canonical unit."""
    return {row[0]: Factor(row[1], None if row[2] == "-" else Fraction(row[2])) for row in table("units.tsv")}


@cache
def changes(place: str) -> dict[str, str]:
    """Direction ("up", "down") of each word that can stand at `place` ("before", "noun" or "after")."""
    return {row[0]: row[1] for row in table("changes.tsv") if place in row[2].split() and row[1] != "none"}


@cache
def unit_spelling() -> dict[str, str]:
    """One plain spelling of each unit and currency, for output."""
    rows = [(row[0], row[3]) for row in table("units.tsv")] + [(row[0], row[1]) for row in table("currencies.tsv")]
    return {unit: _plural_name(names.split("|")) or unit for unit, names in rows}


def _plural_name(names: list[str]) -> str:
    """The second name where names are words: singular comes first, then plural. Symbols have none."""
    name = names[min(1, len(names) - 1)]
    return name if all(char.isalpha() or char in " -./" for char in name) and len(name) > 1 else ""
