"""The capitalised names of a text that can be who "he", "the group" or a bare surname means."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile

from provenance.extraction.attribution.view import View
from provenance.extraction.lexicon import rows, words_of
from provenance.text.closed_classes import DETERMINERS
from provenance.values.quantities.lexicon import COUNTS

LINKS = frozenset(
    ["of", "for", "the", "de", "del", "la", "van", "von", "bin", "ibn", "al", "el", "and", "&", "on", "-", "'", "'s"]
)
_ARTICLE_NAME = re.compile(r"(?:al|el|ul|as|ash|ad|an|ar|at|az)-\w")
MEMBER = re.compile(r"[A-Z]-[A-Z]")
"""Party and state of a politician, behind the name: "R-Ohio"."""
_FORMS = {
    **dict.fromkeys(
        ("mr", "sir", "lord", "king", "prince", "father", "chairman", "congressman", "sheikh", "sheik"), "he"
    ),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "chairwoman", "congresswoman"), "she"),
}
"""Forms of address that tell a person's gender."""
PERSON = "one"
"""A person of whom the text does not tell whether "he" or "she" is meant."""
_DESCRIBES = re.compile(r"-(?:allied|backed|based|born|controlled|funded|held|led|owned|run|sponsored|style|trained)$")
""" "The Britain-based group": a word about it, not its name."""
MAX_LINKS = 2
MAX_ASIDE = 4
"""Words before the one that says who somebody is: "the | former deputy head | teacher"."""
_NAME_LINKS = frozenset(["of", "for", "al", "el", "bin", "ibn", "de", "van", "von", "-"])


@dataclass(slots=True)
class Mention:
    """A name in the text: its tokens and what it refers to."""

    start: int
    end: int
    full: str
    gender: str
    """ "he", "she", `PERSON`, "it" (a body) or "" (unknown)."""


@cache
def _bodies() -> frozenset[str]:
    return words_of("attribution_bodies.txt") | words_of("attribution_body_names.txt")


@cache
def _given() -> dict[str, str]:
    return {name: pronoun for pronoun, names in rows("attribution_persons.tsv") for name in names.split()}


def text_of(v: View, start: int, end: int) -> str:
    """The words from token `start` to `end` (half-open), with single spaces."""
    return " ".join(v.tokens.text[v.tokens.starts[start] : v.tokens.ends[end - 1]].split())


def mentions(v: View) -> list[Mention]:
    """The capitalised names of a text, titles taken off."""
    found = []
    end = 0
    for i in [i for i, shape in enumerate(v.tokens.shape) if shape in "AC"]:
        if i < end or not _starts_name(v, i):
            continue
        end = _name_end(v, i)
        mention = _mention(v, i, end)
        if mention:
            found.append(mention)
    return found


def _starts_name(v: View, i: int) -> bool:
    t = v.tokens
    if v.classes[i][0] in "tTHAWCIXMoR" or MEMBER.match(t.words[i]) or _DESCRIBES.search(t.words[i]):
        return False
    if i == t.sentences[t.sentence[i]][0] or (i and v.classes[i - 1] == "q"):
        following = t.shape[i + 1] in "AC" if i + 1 < v.count else False
        return following or (v.classes[i] == "E" and v.words[i] not in COUNTS)  # "Two survivors said"
    return True


def _name_end(v: View, i: int) -> int:
    t = v.tokens
    titles = words_of("attribution_titles.txt")
    end = i + 1
    while end < v.count:
        j = end
        links = 0
        while j < v.count and links < MAX_LINKS and v.words[j] in LINKS and v.words[j] != "'s" and t.shape[j] != "C":
            j += 1
            links += 1
        if j - end == 1 and v.words[end] == "." and v.words[end - 1] in titles:
            j = end
        shortened = v.words[end] == "." and (_is_initial(t.words[end - 1]) or v.words[end - 1] in titles)
        if shortened:
            j = end + 1
        person = end - i == 1 or j == end or shortened or v.words[end] in _NAME_LINKS
        if end < v.count and _ARTICLE_NAME.match(v.words[end]):
            end += 1
            continue
        if j < v.count and t.shape[j] in "AC" and person and v.words[end] != "and" and v.classes[j][0] not in "tTHA":
            end = j + 1
        else:
            break
    return end


def _is_initial(word: str) -> bool:
    """ "J", or "J.R" with its last full stop apart."""
    return all(len(part) == 1 for part in word.split("."))


def _last_title(v: View, start: int, end: int) -> int:
    """Where a person begins behind an office that names a body: "Delmar Chief Executive | Ana Sand"; else 0."""
    titles = words_of("attribution_titles.txt")
    for i in range(end - 3, start - 1, -1):
        if v.words[i] in titles:
            plain = all(v.tokens.words[k][0].isupper() for k in range(i + 1, end))
            return i + 1 if plain and _bodies().isdisjoint(v.words[i + 1 : end]) else 0
    return 0


def _mention(v: View, start: int, end: int) -> Mention | None:
    titles = words_of("attribution_titles.txt")
    gender = ""
    titled = False
    while start < end - 1 and (v.words[start] in titles or (titled and v.words[start] == ".")):
        titled = True
        gender = _FORMS.get(v.words[start], gender)
        start += 1
    office = _last_title(v, start, end)
    if office:
        start, titled = office, True
    if v.words[start] in (".", "of", "for", "-"):
        return None
    words = v.words[start:end]
    if not _bodies().isdisjoint(words) or "of" in words or "for" in words:
        gender = "it"
    gender = gender or _given().get(words[0], "") or (PERSON if titled and len(words) < 3 else "")
    gender = gender or _told_beside(v, start, end)
    return Mention(start, end, text_of(v, start, end), gender)


def _told_beside(v: View, start: int, end: int) -> str:
    """What stands beside a name in commas: "the water company, Velka,", "Velka, which", "Sand, who", "Sand, 54,"."""
    if end + 1 >= v.count or v.words[end] != ",":
        return ""
    if v.words[end + 1] in ("which", "who"):
        return "it" if v.words[end + 1] == "which" else PERSON
    if _is_of_person(v, end + 1):
        return PERSON
    return "it" if start > 1 and v.words[start - 1] == "," and v.words[start - 2] in _bodies() else ""


def _is_of_person(v: View, start: int) -> bool:
    """Whether an aside that begins there tells an age or who somebody is: "Sand, 54,", "Sand, the owner,"."""
    if v.words[start].isdigit():
        return v.words[start + 1 : start + 2] == [","]
    if v.words[start] not in DETERMINERS:
        return False
    phrase = takewhile(lambda i: v.words[i].isalpha() and v.words[i] not in LINKS, range(start + 1, v.count))
    last = max(islice(phrase, MAX_ASIDE), default=start)
    return v.senses[last] == "n.person"


def shortens(short: str, full: str) -> bool:
    """Whether `short` can stand for `full`: its words are among those, its last word the same or a body's noun."""
    if short == full:
        return True
    a, b = short.lower().split(), full.lower().split()
    if len(a) >= len(b):
        return False
    return set(a) <= set(b) and (a[-1] == b[-1] or a[-1] in words_of("attribution_bodies.txt") or len(a) == 1)
