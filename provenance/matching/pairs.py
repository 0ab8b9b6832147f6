"""Claims of many documents to the relations between them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

from provenance.matching.across import answers, causes, hours, milestones, moments
from provenance.matching.across.companions import accompanied
from provenance.matching.across.concluding import concluded
from provenance.matching.across.contradictions import contradicted
from provenance.matching.across.offices import clashes, undone, untold
from provenance.matching.across.once import answered, marks, once, order, paired, single_voiced
from provenance.matching.across.sums import exceeding
from provenance.matching.blocking import candidates
from provenance.matching.blocking.outline import Outline
from provenance.matching.blocking.partners import Pair, partners
from provenance.matching.blocking.pruning import figures_tell, happening_tells, silent
from provenance.matching.comparison.link import Link
from provenance.matching.relations.match import Match
from provenance.matching.relations.relation import Look, counted, look, relations
from provenance.matching.results.observations import is_worth_telling
from provenance.matching.signed import Candidate, Signed, link_of, signed_documents
from provenance.model import Claim, Document

Progress = Callable[[Sequence[Pair]], Iterable[Pair]]
"""Shows a bar for the pairs of documents while they are gone through."""


def match(
    documents: Sequence[Document],
    claims: Iterable[Claim],
    *,
    only: str | None = None,
    settled: Mapping[str, str] = MappingProxyType({}),
) -> list[Match]:
    """Every relation found between claims of different documents, most serious first, repeats told once.

    Documents are compared with those that share most with them (`partners`), and related claims without a clash may be
    left out. With `only`, the id of one document, all its relations to all the others, and no other ones. Of its
    `settled` claims, by id with the document that backs each, only what other documents say otherwise is looked for.
    The order of documents and claims given does not matter, nor what the documents are called: the older comes first.
    """
    return sorted(match_signed(signed_documents(documents, claims), only=only, settled=settled), key=order)


def match_signed(
    signed: Mapping[str, Signed],
    *,
    only: str | None = None,
    settled: Mapping[str, str] = MappingProxyType({}),
    progress: Progress = lambda pairs: pairs,
) -> Iterator[Match]:
    """The same as `match`, of documents made ready before, pair of documents by pair of documents.

    `progress` passes the pairs on as they are compared.
    """
    if only is None:
        chosen = partners({document: one.keys for document, one in signed.items()})
    else:
        chosen = [(a, b) for a, b in combinations(signed, 2) if only in (a, b)]
    all_but = None if only is None else settled
    for a, b in progress(chosen):
        yield from between(signed[a], signed[b], all_but=all_but)


def between(left: Signed, right: Signed, *, all_but: Mapping[str, str] | None = None) -> list[Match]:
    """The relations of two documents, the one that comes first by `precedence` on the left, repeats told once.

    So what is found rests neither on the order in which they are given nor on their ids. Related claims without a clash
    may be left out: with `all_but`, only those of the claims it holds, as settled.
    """
    left, right = sorted((left, right), key=lambda one: one.precedence)
    listed = candidates.between(left.side, right.side)
    if not listed:
        return []
    link = link_of(listed, left, right)
    outlined = {**left.outlines, **right.outlines}
    if all_but is None:
        found = _audible(listed, link, outlined)
    else:  # a draft may be an edited copy: whatever backs it counts, wherever its near copy stands
        link = replace(link, twins=Link().twins, checked=True, stories_apart=0.0, days_apart=0.0)
        found = related([pair for pair in listed if _is_asked(pair, all_but, link, outlined)], link)
    found += exceeding(left.side, right.side, link)
    if all_but is None:
        found = contradicted(found, listed, link)
    found = accompanied(found, left.signatures, right.signatures)
    stated = [m for m in answered(found) if m.relation != "unrelated"]
    told = {side.document.id: side.telling for side in (left, right)} if stated else {}
    matches = [concluded(m, told) for m in once(paired(stated))]
    matches += milestones.clashes(*left.beside(right, "milestones"), link, matches)
    if all_but is not None:
        return matches
    if link.named_apart:  # two fires, two councils: whatever differs may be true of each
        return [_unclashed(m) for m in matches]
    found = list(untold(clashes(*left.beside(right, "people"), link), matches))
    matches = [*undone(matches, found), *found]
    if not link.is_one_story:
        return matches
    matches += answers.compared(*left.beside(right, "answers"), link, matches)
    matches += hours.agreements(*left.beside(right, "timed"), link, matches)
    matches += causes.clashes(left.causes, right.causes, link, matches)
    matches += moments.clashes(*left.beside(right, "moments"), link, matches)
    return single_voiced(matches)


def _unclashed(m: Match) -> Match:
    """The match of documents that tell two stories: a conflict is none."""
    if m.relation not in ("conflicts", "supersedes"):
        return m
    return m.with_relation("related")


def _is_asked(pair: Candidate, settled: Mapping[str, str], link: Link, outlines: Mapping[int, Outline]) -> bool:
    """Whether a pair can matter: one with a settled claim only where it clashes, outside the document that backs it."""
    backed = [settled[s.claim.id] for s in pair if s.claim.id in settled]
    if not backed:
        return True
    a, b = (outlines[id(s)] for s in pair)
    return not any(s.claim.span.document in backed for s in pair) and not silent(a, b, link)


def _audible(listed: Sequence[Candidate], link: Link, outlined: Mapping[int, Outline]) -> list[Match]:
    """The relations of candidate pairs of two documents, but for most of those that are not worth telling.

    Of these stay the ones that come before a clash: where both of its claims are closer to others, it is not told.
    """
    both = [(outlined[id(a)], outlined[id(b)]) for a, b in listed]
    looks = [look(*pair, link) if figures_tell(*ab, link) else None for pair, ab in zip(listed, both, strict=True)]
    knowing = _knowing(filter(None, looks), link)
    looks = [
        known or (look(*pair, link) if happening_tells(*ab, link, knowing.met) else None)
        for known, pair, ab in zip(looks, listed, both, strict=True)
    ]
    found = [m for known in looks if known for m in relations(known, knowing)]
    clashing = [m for m in answered(found) if m.relation == "related" and is_worth_telling(m)]
    told = {mark for m in clashing for mark in marks("related", m.a, m.b)}
    if told:
        near = [pair for pair, known in zip(listed, looks, strict=True) if known is None]
        found += related([pair for pair in near if not told.isdisjoint(marks("related", *pair))], link)
    return found


def related(pairs: Sequence[Candidate], link: Link) -> list[Match]:
    """The relations of candidate pairs of two documents: a count that the other confirms elsewhere hardly conflicts."""
    looks = [look(a, b, link) for a, b in pairs]
    knowing = _knowing(looks, link)
    return [m for known in looks for m in relations(known, knowing)]


def _knowing(looks: Iterable[Look], link: Link) -> Link:
    """The link of two documents with what a first look at the figures of their claims shows."""
    return informed(link, [m for known in looks for m in counted(known, link)])


def informed(link: Link, matches: Sequence[Match]) -> Link:
    """The link of two documents with what a first look at their pairs shows."""
    stated = [m for m in matches if m.x is not None and m.relation in ("corroborates", "conflicts")]
    return replace(
        link,
        agreed=frozenset(
            (signature.claim.span.document, figure.mark)
            for m in stated
            if m.relation == "corroborates"
            for signature, figure in ((m.a, m.x), (m.b, m.y))
            if figure is not None
        ),
        linked=frozenset(
            (m.a.claim.sentence.start, m.b.claim.sentence.start, family)
            for m in stated
            if m.x is not None and m.y is not None
            for family in m.x.measures & m.y.measures & {"DIE", "HURT"}
        ),
        met=frozenset((m.a.order, m.b.order) for m in stated),
    )
