"""Where statements first come from: three documents may have one origin.

Statements share an origin when they go back to one named speaker, when one is a copy of the other, or when their
documents copy one text or one agency and tell it in like words. Shared wording and shared values beyond chance are the
classic signs of copying (Dong, Berti-Equille, Srivastava 2009).
"""

from collections.abc import Sequence

from rapidfuzz import fuzz

from provenance.matching.results.sources import Sources
from provenance.matching.results.voices import same_voice
from provenance.model import Claim

__all__ = ["Sources", "origins"]

COPY = 90
"""token_set_ratio from which two sentences are taken for one text."""
_LIKE = 60
"""The same for documents that copy one text or credit one agency."""
_STRETCHES = 0.4
"""Share of the shorter sentence's stretches of three words from which it is a copy in part."""
_LONG_ENOUGH = 40
"""Code points below which equal sentences may be chance."""


def origins(claims: Sequence[Claim], sources: Sources) -> tuple[str, ...]:
    """The origin of each of these statements, by its label; as many independent origins as there are labels."""
    label: dict[int, str] = {}
    for group in _groups(claims, sources):
        label.update(dict.fromkeys(group, _label([claims[i] for i in group], sources)))
    return tuple(label[i] for i in range(len(claims)))


def _groups(claims: Sequence[Claim], sources: Sources) -> list[list[int]]:
    """The numbers of the statements of each origin, ascending.

    A statement is compared with those of a group until one has its origin: of a thousand copies, each with one.
    """
    groups: list[list[int]] = []
    for i, claim in enumerate(claims):
        joined = [group for group in groups if any(_one_origin(claim, claims[j], sources) for j in group)]
        groups = [group for group in groups if group not in joined]
        groups.append(sorted([i, *(j for group in joined for j in group)]))
    return groups


def _label(group: Sequence[Claim], sources: Sources) -> str:
    """The first speaker that any statement of one origin names, else the agency or the document it was copied from."""
    named = next((names[0] for names in map(sources.voices, group) if names), "")
    return named or sources.label(group[0].span.document)


def _one_origin(a: Claim, b: Claim, sources: Sources) -> bool:
    x, y = sources.voices(a), sources.voices(b)
    one_voice = any(same_voice(m, n) for m in x for n in y)
    if a.span.document == b.span.document:
        return one_voice or not (x and y)
    if one_voice or _is_copy(a.sentence.quote, b.sentence.quote):
        return True
    if x and y:
        return False
    documents = a.span.document, b.span.document
    likeness = fuzz.token_set_ratio(a.sentence.quote, b.sentence.quote)
    if x or y:
        silent = documents[1] if x else documents[0]
        return likeness >= _LIKE and any(sources.names(silent, name) for name in x or y)
    return sources.same_outlet(*documents) or (likeness >= _LIKE and sources.share_text(*documents))


def _is_copy(a: str, b: str) -> bool:
    """Whether one sentence is a copy of the other, whole or in stretches of three words."""
    if min(len(a), len(b)) < _LONG_ENOUGH:
        return False
    if fuzz.token_set_ratio(a, b) >= COPY:
        return True
    left, right = (set(zip(*(s.casefold().split()[i:] for i in range(3)), strict=False)) for s in (a, b))
    return len(left & right) >= _STRETCHES * max(1, min(len(left), len(right)))
