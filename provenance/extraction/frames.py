"""Who did what to whom in a clause, as far as rules on tokens reach.

Active and passive voice and nominalisations ("the army shelled the town", "the town was shelled by the army",
"shelling of the town by the army") give the same frame.
"""

from collections.abc import Sequence

from provenance.extraction.clauses import is_verb, words
from provenance.extraction.lexicon import Mention
from provenance.extraction.tokens import Token
from provenance.model import Frame, Name

_BEFORE_INFINITIVE = frozenset({"to", "will", "would", "can", "could", "may", "might", "must", "shall", "should"})
_LOOK_BACK = 4
"""Tokens between a form of "be" and its participle: "were reportedly later killed"."""


def frame(text: str, tokens: Sequence[Token], names: Sequence[Name], found: Sequence[Mention]) -> Frame:
    """The frame of a clause; `tokens` are the clause's, with places in `text`, `found` its family words.

    Strings are empty where nothing is found.
    """
    place = _place(text, tokens, names)
    if not found:
        return Frame(place=place)
    main = _main(tokens, found)
    passive = _passive(tokens, main.first)
    noun = not passive and _nominal(tokens, main)
    left = _words(text, tokens, _back(tokens, main.first))
    right = _words(text, tokens, _forward(tokens, main.last + 1))
    by = _after(text, tokens, main.last, ("by",))
    if noun:
        actor, undergoer = by, _after(text, tokens, main.last, ("of", "on", "against"))
    elif passive:
        actor, undergoer = by, left
    else:
        actor, undergoer = left, right
    action = text[tokens[main.first].start : tokens[main.last].end]
    return Frame(actor=actor, action=action, family=main.family, undergoer=undergoer, place=place)


def _main(tokens: Sequence[Token], found: Sequence[Mention]) -> Mention:
    """The first finite verb among the family words, else the first infinitive, else the first family word."""
    finite = (m for m in found if is_verb(tokens, m.first))
    infinitive = (m for m in found if m.first and tokens[m.first - 1].text.lower() in _BEFORE_INFINITIVE)
    return next(finite, None) or next(infinitive, None) or found[0]


def _passive(tokens: Sequence[Token], i: int) -> bool:
    before = [t.text.lower() for t in tokens[max(0, i - _LOOK_BACK) : i]]
    participle = not tokens[i].text.lower().endswith("ing") and tokens[i].text.lower() != tokens[i].base
    return participle and any(word in words("be") for word in before)


def _nominal(tokens: Sequence[Token], mention: Mention) -> bool:
    following = tokens[mention.last + 1].text.lower() if mention.last + 1 < len(tokens) else ""
    before = tokens[mention.first - 1].text.lower() if mention.first else ""
    return following in {"of", "by", "on", "against"} or before in words("determiner")


def _back(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """The noun phrase before token `i`, auxiliaries and marks left out."""
    end = i
    while end > 0 and (tokens[end - 1].text.lower() in words("aux") or not tokens[end - 1].is_word):
        end -= 1
    start = end
    while start > 0 and tokens[start - 1].is_word and tokens[start - 1].text.lower() not in words("start"):
        start -= 1
    return start, end


def _forward(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """The noun phrase from token `i` to the next preposition, mark or clause word."""
    end = i
    stops = words("preposition") | words("start")
    while end < len(tokens) and tokens[end].is_word and tokens[end].text.lower() not in stops:
        end += 1
    return i, end


def _after(text: str, tokens: Sequence[Token], i: int, prepositions: tuple[str, ...]) -> str:
    """The noun phrase behind the first of `prepositions` after token `i`."""
    for j in range(i + 1, len(tokens)):
        if tokens[j].text.lower() in prepositions:
            return _words(text, tokens, _forward(tokens, j + 1))
    return ""


def _place(text: str, tokens: Sequence[Token], names: Sequence[Name]) -> str:
    """The first name known as a place, else the first name behind a preposition of place."""
    for name in names:
        if name.kind == "place":
            return name.text
    local = words("preposition") - {"by", "for", "with", "against", "between", "of", "to"}
    before = {t.start: tokens[i - 1].text.lower() for i, t in enumerate(tokens) if i}
    for name in names:
        if name.kind == "other" and before.get(name.span.start) in local:
            return name.text
    return ""


def _words(text: str, tokens: Sequence[Token], part: tuple[int, int]) -> str:
    start, end = part
    return text[tokens[start].start : tokens[end - 1].end] if start < end else ""
