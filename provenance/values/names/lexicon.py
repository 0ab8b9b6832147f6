"""The word lists beside this file, read once. Every list is lower case and folded unless its header says otherwise."""

from functools import cache
from pathlib import Path
from typing import cast

from anyascii import anyascii

from provenance import wordlists
from provenance.model import NameKind
from provenance.values.dates import lexicon as dates

_HERE = Path(__file__).parent
_LETTERS = str.maketrans("", "", " .,'’‘`-‐–/&()\"")


def key(name: str) -> str:
    """`name` as looked up in the alias tables: letters and digits only, folded, lower case."""
    return str(anyascii(name)).lower().translate(_LETTERS)


def lines(name: str) -> list[str]:
    """The lines of a data file without comments and blank lines."""
    return wordlists.lines(_HERE / name)


@cache
def words(name: str) -> frozenset[str]:
    """The first word of each line of a data file."""
    return frozenset(line.split()[0] for line in lines(name))


@cache
def calendar() -> frozenset[str]:
    """Weekdays, months and feasts: with a capital, and no part of a name unless inside one ("Theresa May")."""
    days = (dates.VALUES[name] for name in ("MONTH", "MAYMARCH", "MABBR", "WDAY", "WABBR"))
    return frozenset(("ramadan", "christmas", "easter")).union(*days)


@cache
def abbreviations() -> tuple[str, ...]:
    """Titles that are written with a dot ("lt", "col"), lower case."""
    return tuple(line.split()[0] for line in lines("titles.txt") if line.endswith(" ."))


@cache
def personal_titles() -> frozenset[str]:
    """Titles that only persons have."""
    return frozenset(line.split()[0] for line in lines("titles.txt") if not line.endswith(" *"))


@cache
def type_words() -> dict[str, NameKind]:
    """Type word → kind of the thing it names."""
    found: dict[str, NameKind] = {}
    for line in lines("type_words.tsv"):
        kind, _, spellings = line.split("\t")
        for word in spellings.split():
            found.setdefault(word, cast(NameKind, kind))
    return found


@cache
def type_senses() -> dict[str, frozenset[str]]:
    """Type word → its senses; "union" is a movement and an association."""
    found: dict[str, frozenset[str]] = {}
    for line in lines("type_words.tsv"):
        _, sense, spellings = line.split("\t")
        for word in spellings.split():
            found[word] = found.get(word, frozenset()) | {sense}
    return found


@cache
def poles() -> dict[str, tuple[str, str]]:
    """Word → (axis, pole): "eastern" → ("compass", "e")."""
    found = {}
    for line in lines("directions.tsv"):
        axis, pole, spellings = line.split("\t")
        for word in spellings.split():
            found[word] = (axis, pole)
    return found


@cache
def short_forms() -> dict[str, str]:
    """Abbreviation → the word it stands for ("intl" → "international")."""
    return dict(line.split("\t") for line in lines("abbreviations.tsv"))


@cache
def cardinals() -> dict[str, int]:
    """Number word → value; cardinal, ordinal and Roman alike."""
    found = {}
    for line in lines("cardinals.tsv"):
        value, spellings = line.split("\t")
        for word in spellings.split():
            found[word] = int(value)
    return found


@cache
def legal_forms() -> tuple[tuple[str, ...], ...]:
    """Spellings of legal forms as word tuples, longest first."""
    spellings = (form for line in lines("legal_forms.tsv") for form in line.split("\t")[1].split("|"))
    return tuple(sorted({tuple(form.split()) for form in spellings}, key=len, reverse=True))


@cache
def edges_of_forms() -> tuple[frozenset[str], frozenset[str]]:
    """The first words and the last words of legal forms."""
    return frozenset(form[0] for form in legal_forms()), frozenset(form[-1] for form in legal_forms())


@cache
def given_names() -> dict[str, frozenset[int]]:
    """Given name → numbers of the lines it stands on; names without a common line are different names."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines("given_names.tsv")):
        for spelling in line.replace("\t", "|").split("|"):
            found.setdefault(key(spelling), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def settled() -> frozenset[str]:
    """Words that are always spelled one way: names of English-speaking countries and ordinary words."""
    return words("settled.txt") | {word for word in words("ordinary.txt") if len(word) > 2}


@cache
def common() -> frozenset[str]:
    """Words that many names share: given names and ordinary English words."""
    return words("ordinary.txt") | given_names().keys()


@cache
def entities() -> dict[str, tuple[NameKind, str]]:
    """Key of a name → (kind, name of the thing in the alias files); see `alias_key` for acronyms."""
    found: dict[str, tuple[NameKind, str]] = {}
    for line in lines("countries.tsv"):
        country, others = [*line.split("\t"), ""][:2]
        _enter(found, "place", country, others)
    for line in lines("aliases.tsv"):
        kind, name, others = [*line.split("\t"), ""][:3]
        _enter(found, cast(NameKind, kind), name, others)
    return found


def _enter(found: dict[str, tuple[NameKind, str]], kind: NameKind, name: str, others: str) -> None:
    for spelling in (name, *(other for other in others.split("|") if other)):
        found.setdefault(alias_key(spelling), (kind, name))


def alias_key(name: str) -> str:
    """The key of `name` in `entities`: short all-capital names keep their capitals, so that "IS" is not "is"."""
    bare = name.translate(_LETTERS)
    if len(bare) <= 5 and bare.isupper() and bare.isascii():
        return bare
    parts = name.replace("-", " ").split()
    if len(parts) > 1 and parts[0].lower() in words("articles.txt") | {"the"}:
        parts = parts[1:]
    return key(" ".join(parts))


@cache
def nationalities() -> dict[str, str]:
    """Adjective or noun of nationality, as written → country; "" for a people without one."""
    found = dict.fromkeys(lines("demonyms.txt"), "")
    for line in lines("countries.tsv"):
        fields = line.split("\t")
        for spelling in fields[2].split("|") if len(fields) > 2 else ():
            found[spelling] = fields[0]
    return found


@cache
def token_places() -> dict[str, str]:
    """Single word → country or place it names or belongs to ("syria", "syrian" → "Syria")."""
    found = {k: name for k, (kind, name) in entities().items() if kind == "place" and k.islower()}
    for spelling, country in nationalities().items():
        if country and " " not in spelling:
            found.setdefault(key(spelling), country)
    return found
