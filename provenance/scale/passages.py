"""What drafts may speak of in a store of many documents: few are read as a whole, of others the passages alone.

Each claim of a draft, and each sentence without one, is looked up by its keys. The documents that share most with the
draft are read as a whole; of the others, the sentences whose claims share most with one of the draft's. So the time
does not depend on how many documents the store holds.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, zip_longest

from provenance.extraction import inventory
from provenance.extraction.claims import Extraction, extract, extract_all
from provenance.matching.blocking.keys import hashed
from provenance.matching.blocking.partners import Keys
from provenance.matching.signature.signatures import LEAD, sign
from provenance.matching.signed import in_order
from provenance.model import Claim, Document
from provenance.store.database import Store
from provenance.store.index import Place
from provenance.store.packed import Packed
from provenance.text import sentences
from provenance.verification.lookup.known import Known, Offsets

ALL = 100
"""Documents up to which every one is read as a whole."""
WHOLE = 32
"""Documents that share most with a draft, of which more may stand behind it than single claims show."""
PASSAGES = 200
"""Documents of which passages are read, for one draft."""
_SEVERAL = 3
"""Claims like those of the draft from which a document surely tells of its story."""
_LIKE = 16
"""Claims looked up for one of a draft."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Documents of a store for some drafts, and what is known of them."""

    documents: Sequence[Document]
    known: Known
    held: int
    """How many documents the store holds."""


def everything(store: Store) -> Sources:
    """Every document of a store as a whole; their claims are read while the store is open."""
    documents = store.documents()
    return Sources(documents, Known(claims={d.id: partial(_kept, store) for d in documents}), len(documents))


def near(store: Store, drafts: Sequence[Document]) -> Sources:
    """The documents of a store that drafts may speak of: every one where they are few."""
    held = store.size()
    if held <= ALL:
        return everything(store)
    extracted = {draft.id: extract_all(draft) for draft in drafts}
    whole, chosen = set(store.not_indexed()), defaultdict(set)
    for draft in drafts:
        asked = _asked(draft, extracted[draft.id])
        for document, number in _first(store.like(asked, _LIKE), PASSAGES):
            chosen[document].add(number)
        whole.update(name for name in store.partners_of(asked, WHOLE) if len(chosen.get(name, ())) >= _SEVERAL)
    records = store.opened(whole | chosen.keys())
    passages = {name: _Passages(record, chosen[name]) for name, record in records.items() if name not in whole}
    known = Known(
        extracted=extracted,
        claims={
            **{name: partial(_whole, records[name]) for name in whole & records.keys()},
            **{name: one.claims for name, one in passages.items()},
        },
        sentences={name: one.sentences() for name, one in passages.items()},
    )
    return Sources(store.some(whole | passages.keys()), known, held)


def _kept(store: Store, document: Document) -> Sequence[Claim]:
    return store.one(document.id)[1] or extract(document)


def _whole(record: Packed, _: Document) -> Sequence[Claim]:
    return record.claims()


def _asked(draft: Document, extracted: Extraction) -> Keys:
    """The keys of each claim of a draft and of each of its sentences without one."""
    known = {claim.sentence.start for claim in extracted.claims}
    spans = sentences.split(draft.text, draft.id)
    others = [
        Claim(
            id=str(span.start),
            span=span,
            sentence=span,
            quantities=tuple(held.quantities),
            times=tuple(held.times),
            names=tuple(held.names),
        )
        for span, held in zip(spans, inventory.by_sentence(spans, extracted.values), strict=True)
        if span.start not in known
    ]
    return [hashed(signature) for signature in sign(draft, in_order([*extracted.claims, *others]))]


def _first(found: Sequence[Sequence[Place]], most: int) -> Iterator[Place]:
    """The places in up to `most` documents: first the best one of each claim, then the second of each, and so on."""
    documents: set[str] = set()
    for rank in zip_longest(*found):
        for place in rank:
            if place is not None and (place[0] in documents or len(documents) < most):
                documents.add(place[0])
                yield place


class _Passages:
    """Some claims of a document, with those that tell what they are about."""

    def __init__(self, record: Packed, chosen: set[int]) -> None:
        order = record.in_order()
        self._record = record
        self._chosen = [order[number] for number in sorted(chosen) if number < len(order)]
        self._order = order

    def sentences(self) -> list[Offsets]:
        """Where the sentences of the chosen claims stand."""
        return sorted({self._record.sentence(number) for number in self._chosen})

    def claims(self, _: Document) -> Sequence[Claim]:
        """The chosen claims, those of headline and lead, and those of the sentence before each: claims inherit."""
        of = self._record.sentence
        known = list(dict.fromkeys(of(number) for number in self._order))
        chosen = {of(number) for number in self._chosen}
        before = {one for one, following in pairwise(known) if following in chosen}
        wanted = {*known[:LEAD], *chosen, *before}
        return self._record.claims(number for number in self._order if of(number) in wanted)
