"""The public verbs, composed from the rooms below: read, extract, compare, review, check."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from provenance import matching
from provenance.config import Config
from provenance.errors import UsageError
from provenance.extraction.claims import Extraction, day, extract, extract_all, whole
from provenance.extraction.coverage import coverage
from provenance.matching.comparison.link import Link
from provenance.matching.relations.match import SERIOUS_FIRST
from provenance.matching.signed import Signed
from provenance.model import Claim, Comparison, Document, Finding, Notice, Observation, Quotation, Report, Statement
from provenance.model.ledger import Record
from provenance.policy.findings import judge_all
from provenance.readers import read
from provenance.verification.ledger.records import verify_all
from provenance.verification.lookup.index import Index
from provenance.verification.lookup.known import Known
from provenance.verification.lookup.parts import Parts
from provenance.verification.quotations import states as quotations
from provenance.verification.statements import backing, inside, observed, spellings
from provenance.verification.statements import draft as drafts
from provenance.verification.statements.stretches import Draft, Watched

__all__ = ["check", "check_ledger", "compare", "extract", "joined", "read", "review"]

LONGEST_DRAFT = 1_000_000
"""Code points of a draft, some 150,000 words: checking takes some 20 seconds for 100,000."""


def compare(
    a: str | Claim, b: str | Claim, *, published_a: date | str | None = None, published_b: date | str | None = None
) -> Comparison:
    """The relation of two texts or two claims, with slots and waterfall; mirrors when the two change places.

    A text in which nothing is worth checking is taken sentence by sentence; one without a sentence gives `unrelated`
    without slots. Raises UsageError for a date that is none.
    """
    left_document, left_claims = _side(a, "a", published_a)
    right_document, right_claims = _side(b, "b", published_b)
    documents = [left_document, right_document]
    left, right = matching.signatures(documents, [*left_claims, *right_claims])
    told = {d.id: matching.telling(d, held) for d, held in zip(documents, (left, right), strict=True)}
    related = (m for x in left for y in right for m in matching.relate(x, y, Link(side_by_side=True)))
    texts = [list(dict.fromkeys(s.claim.sentence.quote for s in side)) for side in (left, right)]
    found = matching.answered([matching.contrasted(matching.concluded(m, told), *texts) for m in related])
    if not found:
        return Comparison(relation="unrelated", score=0.0, slots=())
    best = min(found, key=lambda m: (SERIOUS_FIRST.index(m.relation), -m.score))
    return best.comparison.model_copy(update={"waterfall": matching.waterfall(best)})


def _side(given: str | Claim, name: str, published: date | str | None) -> tuple[Document, list[Claim]]:
    text = given if isinstance(given, str) else given.sentence.quote
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(
        id=name,
        text=text,
        sha256=digest,
        text_sha256=digest,
        published=day(published),
        media_type="text/plain",
        reader="given",
        reader_version="1",
    )
    return document, (extract(document) or whole(document)) if isinstance(given, str) else [_moved(given, name)]


def _moved(claim: Claim, name: str) -> Claim:
    """The claim as one of document `name`, so that claims of one document can be compared too."""
    return claim.model_copy(
        update={
            "span": claim.span.model_copy(update={"document": name}),
            "sentence": claim.sentence.model_copy(update={"document": name}),
        }
    )


def _matched(signed: Mapping[str, Signed]) -> matching.Strongest:
    return matching.strongest(matching.match_signed(signed))


def review(
    documents: Iterable[Document],
    *,
    config: Config | None = None,
    extracted: Mapping[str, Extraction] | None = None,
    match: Callable[[Mapping[str, Signed]], matching.Strongest] = _matched,
) -> Report:
    """Every claim of the documents, every relation between claims of different documents, what clashes inside one.

    The order of the documents does not matter; the report lists them by id. `extracted` holds what `extract_all` gave
    for them elsewhere, by document id; None extracts here. `match` finds the relations: here, or the same ones over a
    store or a cluster.
    """
    ordered = _unique(documents)
    extracted = {d.id: extract_all(d) if extracted is None else extracted[d.id] for d in ordered}
    claims = [claim for found in extracted.values() for claim in found.claims]
    signed = matching.signed_documents(ordered, claims)
    found = match(signed)
    gathered = matching.gathered(ordered, claims, found.matches)
    fact_of = {id(m): fact for fact, group in gathered for m in group}
    observations = [matching.observe(m, fact_of.get(id(m))) for m in found.matches]
    for d in ordered:
        group = signed[d.id].signatures if d.id in signed else ()
        observations += matching.observe_within(d, extracted[d.id].values.quantities, group)
    findings = judge_all(observations, config or Config())
    facts = [fact for fact, _ in gathered]
    return Report(
        documents=tuple(ordered),
        claims=tuple(claims),
        findings=tuple(findings),
        facts=tuple(facts),
        coverage={name: coverage(found) for name, found in extracted.items()},
        summary=_summary(ordered, claims, findings, facts=len(facts)),
        notices=_narrowed(signed, found.left_out),
    )


def _narrowed(signed: Mapping[str, Signed], left_out: int) -> tuple[Notice, ...]:
    """What a review of very many like statements has not compared or does not tell."""
    found = []
    uniform = matching.uniform({name: one.side for name, one in signed.items()})
    if uniform:
        named = ", ".join([*uniform[:2], *(["…"] if len(uniform) > 2 else [])])
        found.append(
            f"{len(uniform):,} documents repeat sentences of one form ({named}): of these, only those were compared "
            "that share a name, a figure, a day or a word of their own besides the form, the most alike of each"
        )
    if left_out:
        found.append(
            f"{left_out:,} relations are left out: a review tells the {matching.MOST:,} most serious ones; "
            "for the others, review fewer documents at once"
        )
    return tuple(Notice(kind="scope", message=message) for message in found)


def check(
    draft: Document | str,
    documents: Iterable[Document],
    *,
    config: Config | None = None,
    watched: Watched = lambda sentences: sentences,
    known: Known | None = None,
    name: str | None = None,
) -> Report:
    """A draft against its sources: the state of each statement and quotation, with findings for what lacks backup.

    The draft itself among the documents is no source of its own. `watched` passes the draft's sentences on as they are
    compared. `known` spares reading what was read before, and may narrow sources down to some of their passages.
    `name` is what the ids of findings call the draft, where its own id depends on what else was read.
    UsageError when another document has the draft's id, or the draft is longer than `LONGEST_DRAFT`.
    """
    own = _draft(draft)
    sources = [d for d in _unique([own, *documents]) if d.id != own.id]
    known = known or Known()
    extracted = known.extracted.get(own.id) or extract_all(own)
    index = Index(sources, [own], passages=known.sentences)
    compared = Draft(own, extracted.claims, index, watched)
    quoted = compared.heard(quotations.verify(own, index))
    worth = compared.near()
    near = [d for d in sources if d.id in worth]
    parts = Parts([d for d in near if d.id not in known.claims], extracted.claims, index)
    everything = [*extracted.claims, *(c for d in near for c in known.claims.get(d.id, parts.claims)(d))]
    matches = matching.match([own, *near], everything, only=own.id, settled=compared.settled())
    statements = drafts.statements(compared, matches, quoted)
    values = extracted.values
    itself = [*inside.observe(own, values.quantities), *spellings.observe(own, values.names, sources)]
    observations = _observed(statements, quoted, itself)
    findings = judge_all(observations, config or Config(), {own.id: name or own.id})
    return Report(
        documents=(own, *sources),
        claims=tuple(everything),
        findings=tuple(findings),
        statements=tuple(statements),
        coverage={own.id: _backed(extracted, statements, quoted)},
        summary=_summary([own, *sources], everything, findings, statements=_states(statements)),
    )


def _draft(given: Document | str) -> Document:
    if isinstance(given, str):
        given = read(given.encode("utf-8", "surrogatepass"), id="draft", media_type="text/plain")
    if len(given.text) > LONGEST_DRAFT:
        raise UsageError(
            f"the draft has {len(given.text):,} characters, more than the {LONGEST_DRAFT:,} that can be checked",
            place=given.path or given.id,
            remedy="Check it in parts",
        )
    return given


def check_ledger(records: Sequence[Record], documents: Iterable[Document], *, config: Config | None = None) -> Report:
    """Recorded claims against their sources: does each passage stand, and does it say what the record says?"""
    ordered = _unique(documents)
    findings = judge_all(verify_all(records, ordered), config or Config())
    summary = {**_summary(ordered, (), findings), "records": len(records)}
    recorded = tuple(record.id for record in records)
    return Report(documents=tuple(ordered), findings=tuple(findings), records=recorded, summary=summary)


def joined(reports: Sequence[Report]) -> Report:
    """Several checks as one report; counts are added up."""
    if len(reports) == 1:
        return reports[0]
    documents = _unique(d for r in reports for d in r.documents)
    claims = {c.id: c for r in reports for c in r.claims}
    findings = [f for r in reports for f in r.findings]
    statements = tuple(s for r in reports for s in r.statements)
    counts: dict[str, Any] = {"records": sum(r.summary.get("records", 0) for r in reports)}
    counts["statements"] = _states(statements)
    return Report(
        documents=tuple(documents),
        claims=tuple(claims.values()),
        findings=tuple(findings),
        statements=statements,
        records=tuple(name for r in reports for name in r.records),
        coverage={name: part for r in reports for name, part in r.coverage.items()},
        summary={**_summary(documents, list(claims.values()), findings), **{k: v for k, v in counts.items() if v}},
        notices=tuple(n for r in reports for n in r.notices),
    )


def _states(statements: Sequence[Statement]) -> dict[str, int]:
    """How many statements are in each state."""
    return dict(sorted(Counter(s.state for s in statements).items()))


def _observed(
    statements: Sequence[Statement], quoted: Sequence[Quotation], own: Sequence[Observation]
) -> list[Observation]:
    found = [o for s in statements for o in observed.observe(s)]
    found += [o for o in map(quotations.observe, quoted) if o is not None]
    return sorted([*found, *own], key=lambda o: (o.a.start, o.a.end, o.kind))


def _backed(draft: Extraction, statements: Sequence[Statement], quoted: Sequence[Quotation]) -> dict[str, Any]:
    """Coverage of a draft: what stands in a claim, and what has backup."""
    backed = backing.coverage(draft.values, statements, quoted)
    checked = (s.span for s in statements if s.state != "not_checkable")
    return {kind: {**counts, **backed[kind]} for kind, counts in coverage(draft, checked).items()}


def _unique(documents: Iterable[Document]) -> list[Document]:
    """Documents by id; UsageError when two different ones share an id."""
    held: dict[str, Document] = {}
    for document in documents:
        if held.setdefault(document.id, document) != document:
            raise UsageError(f"two documents have the id {document.id!r}", remedy="Give each its own id")
    return [held[name] for name in sorted(held)]


def _summary(
    documents: Sequence[Document], claims: Sequence[Claim], findings: Sequence[Finding], **more: Any
) -> dict[str, Any]:
    relations = Counter(f.relation for f in findings if f.relation)
    rules = Counter(f.rule for f in findings)
    return {
        "documents": len(documents),
        "claims": len(claims),
        "findings": len(findings),
        **{name: relations.get(name, 0) for name in SERIOUS_FIRST[:-1]},
        "rules": dict(sorted(rules.items())),
        **more,
    }
