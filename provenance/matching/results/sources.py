"""What documents say of where they come from: outlet, agencies credited, speakers named, text shared with others."""

import re
from collections.abc import Iterable
from functools import cache

from provenance.matching.results.voices import same_voice, voices
from provenance.matching.signature.cues import pattern
from provenance.model import Claim, Document
from provenance.readers import dateline

_HEAD, _FOOT = 200, 120
"""Code points at both ends of a text that credit an agency."""
_SHINGLE = 5
_COPIED = 0.07
"""Share of the shorter document's shingles from which one text was copied, in whole or in part."""
_WORD = re.compile(r"\w+")
_NAME = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,4}"
_OFFICE = re.compile(
    rf"\b(?P<office>{_NAME}) (?:director|head|chief|spokesman|spokeswoman|spokesperson|president) (?P<person>{_NAME})"
)
_GENERIC = pattern("generic", before=r"^(?:(?:the|a|an)\s+)?(?:[a-z-]+\s+){0,3}", after=r"$")


class Sources:
    """The documents of a run with what their statements' origins are told by."""

    def __init__(self, documents: Iterable[Document], claims: Iterable[Claim]) -> None:
        """`claims` are those of the documents, in any order."""
        self._documents = {d.id: d for d in documents}
        self._claims: dict[str, list[Claim]] = {}
        for claim in sorted(claims, key=lambda c: (c.span.start, c.span.end)):
            self._claims.setdefault(claim.span.document, []).append(claim)
        self._named: dict[str, list[tuple[int, str]]] = {}
        self._offices: dict[str, list[tuple[str, str]]] = {}
        self._voices: dict[str, tuple[str, ...]] = {}
        self._shingles: dict[str, frozenset[tuple[str, ...]]] = {}
        self._copied: dict[tuple[str, str], bool] = {}

    def label(self, document: str) -> str:
        """What an origin is called that no speaker names: the agency credited, else publisher, title or id."""
        held = self._documents.get(document)
        if held is None:
            return document
        credited = credits(held)
        return credited[0] if len(credited) == 1 else held.publisher or held.title or held.id

    def voices(self, claim: Claim) -> tuple[str, ...]:
        """Whom a statement goes back to; "a monitor" is the group named next, a spokesman speaks for his office."""
        held = self._voices.get(claim.id)
        if held is None:
            held = self._voices[claim.id] = self._heard(claim)
        return held

    def _heard(self, claim: Claim) -> tuple[str, ...]:
        document = claim.span.document
        found: dict[str, None] = {}
        for name in voices(claim):
            for one in self._resolved(name, document, claim.span.start):
                found[one] = None
                found.update((office, None) for person, office in self._held(document) if same_voice(person, one))
        return tuple(found)

    def _resolved(self, name: str, document: str, place: int) -> tuple[str, ...]:
        if not _GENERIC.match(name):
            return (name,)
        named = self._speakers(document)
        after = [n for start, n in named if start >= place]
        return (after[0],) if after else tuple(n for _, n in named[-1:]) or (name,)

    def names(self, document: str, speaker: str) -> bool:
        """Whether a document names this speaker anywhere."""
        return any(same_voice(speaker, name) for _, name in self._speakers(document))

    def _speakers(self, document: str) -> list[tuple[int, str]]:
        """The bodies that speak by name in a document, with the start of what they say."""
        held = self._named.get(document)
        if held is None:
            spoken = ((c.span.start, name) for c in self._claims.get(document, ()) for name in voices(c))
            held = [(start, name) for start, name in spoken if name[:1].isupper() and not _GENERIC.match(name)]
            self._named[document] = held
        return held

    def _held(self, document: str) -> list[tuple[str, str]]:
        """Persons of a document with the body that they speak for: "Lisk Watch director Ida Roen"."""
        held = self._offices.get(document)
        if held is None:
            text = self._documents[document].text if document in self._documents else ""
            held = [(m.group("person"), m.group("office")) for m in _OFFICE.finditer(text)]
            self._offices[document] = held
        return held

    def same_outlet(self, a: str, b: str) -> bool:
        """Whether both documents have one publisher."""
        outlets = [(self._documents[d].publisher or "").casefold() for d in (a, b) if d in self._documents]
        return len(outlets) == 2 and outlets[0] == outlets[1] != ""

    def share_text(self, a: str, b: str) -> bool:
        """Whether both documents credit one agency, or are copies of one text in whole or in part."""
        pair = (min(a, b), max(a, b))
        held = self._copied.get(pair)
        if held is None:
            held = self._copied[pair] = self._are_copied(*pair)
        return held

    def _are_copied(self, a: str, b: str) -> bool:
        if a not in self._documents or b not in self._documents:
            return False
        if set(credits(self._documents[a])) & set(credits(self._documents[b])):
            return True
        left, right = self._shingled(a), self._shingled(b)
        return len(left & right) >= _COPIED * max(1, min(len(left), len(right)))

    def _shingled(self, document: str) -> frozenset[tuple[str, ...]]:
        held = self._shingles.get(document)
        if held is None:
            words = _WORD.findall(self._documents[document].text.casefold())
            held = frozenset(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))
            self._shingles[document] = held
        return held


def credits(document: Document) -> tuple[str, ...]:
    """The agencies that a document credits in its head or foot, or whose own it is: "(AFP)", "- Reuters"."""
    text = document.text[:_HEAD] + "\n" + document.text[-_FOOT:]
    found = [m.group(1) for m in _credit().finditer(text)]
    own = [name for name in sorted(dateline.agencies()) if name.casefold() == (document.publisher or "").casefold()]
    return tuple(dict.fromkeys([*own, *found]))


@cache
def _credit() -> re.Pattern[str]:
    """An agency's name that is no part of a sentence: not "told AFP", "AFP reported" or "(AFP photo)"."""
    names = "|".join(re.escape(name) for name in sorted(dateline.agencies(), key=lambda n: (-len(n), n)))
    return re.compile(
        rf"(?<!told )(?<!by )(?<!citing )(?<!to )\b({names})\b"
        r"(?!'s|s\b|\s+(?:photo|news|said|reports?|reported|journalist|correspondent|quoted|that)\b)"
    )
