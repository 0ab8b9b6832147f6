"""Decisions weighed against a report: which still hold, which have gone stale and why, and what they settle."""

from collections.abc import Iterable, Mapping, Set
from typing import Final

from provenance.config import Config
from provenance.model import Basis, Decision, DecisionVerdict, Fact, Finding, Relation, Report
from provenance.policy import rules

VERDICTS: Final[Mapping[DecisionVerdict, str]] = {
    "accepted": "the finding is right, and may stay as it is",
    "mistaken": "the finding is wrong: the passages do not say what it holds against them",
    "to-correct": "the finding is right, and the draft or the record is to be corrected",
    "open": "nothing is decided: takes back what was decided before",
}
"""What each verdict says."""
SETTLING: Final[frozenset[DecisionVerdict]] = frozenset({"accepted", "mistaken"})
"""Verdicts after which a finding no longer fails a run, as long as the decision is not stale."""
SOURCES, LEDGER = "sources", "ledger"
_TOLD: Final[tuple[Relation, ...]] = ("conflicts", "supersedes", "corroborates")
"""The relations that make a fact, most serious first."""
_GONE = "it is no longer found: what a claim or its source says has changed"


def target(finding: Finding, report: Report) -> str:
    """What was examined when a finding of `report` was found: "sources", "ledger", or the id of a draft."""
    if finding.a.document in _drafts(report):
        return finding.a.document
    return SOURCES if _is_review(report) else LEDGER


def targets(report: Report) -> frozenset[str]:
    """Everything that the report examined."""
    if _is_review(report):
        return frozenset({SOURCES})
    return _drafts(report) | ({LEDGER} if report.summary.get("records") else frozenset())


def texts(report: Report) -> dict[str, str]:
    """The digest of each document's text, by id."""
    return {document.id: document.text_sha256 for document in report.documents}


def basis(finding: Finding, texts: Mapping[str, str], target: str) -> tuple[Basis, ...]:
    """What a decision about the finding rests on: the whole of each source, but only the quoted words of a draft."""
    spans = [span for span in (finding.a, finding.b) if span is not None]
    digests = {**texts, target: None}
    return tuple(Basis(document=s.document, text_sha256=digests.get(s.document), quote=s.quote) for s in spans)


def weigh(report: Report, decisions: Iterable[Decision], config: Config | None = None, *, whole: bool = True) -> Report:
    """The report with the last decision about each of its findings, and the findings marked that they settle.

    A decision is stale where its finding is no longer found by the same examination, or where a text, a passage or a
    claim under it is another one; it is listed all the same, and settles nothing.
    Where only a part was looked at (`whole` is False), that a finding is absent means nothing.
    """
    last = {decision.finding: decision for decision in sorted(decisions, key=lambda d: d.number)}
    found = {finding.id: finding for finding in report.findings}
    digests, examined = texts(report), targets(report)
    weighed = [
        decision.model_copy(update={"stale": staleness(decision, found.get(decision.finding), digests)})
        for decision in sorted(last.values(), key=lambda d: d.number)
        if decision.finding in found or (whole and _is_missed(decision, examined, digests, config or Config()))
    ]
    settled = {d.finding: d.number for d in weighed if d.verdict in SETTLING and not d.stale}
    findings = tuple(f.model_copy(update={"decision": settled.get(f.id)}) for f in report.findings)
    mistaken = {d.finding for d in weighed if d.verdict == "mistaken" and d.finding in settled}
    facts = _standing(report, mistaken) if mistaken else report.facts
    return report.model_copy(update={"decisions": tuple(weighed), "findings": findings, "facts": facts})


def _standing(report: Report, mistaken: Set[str]) -> tuple[Fact, ...]:
    """The facts as the findings that nobody called mistaken make them: one that none is left of is no fact."""
    told = [f for f in report.findings if f.relation in _TOLD]
    kept = []
    for fact in report.facts:
        own = [f for f in told if set(fact.claims).issuperset(f.claims)]
        left = {f.relation for f in own if f.id not in mistaken}
        relation = next((r for r in _TOLD if r in left), None)
        if not mistaken.isdisjoint(f.id for f in own):
            kept += [fact.model_copy(update={"relation": relation})] if relation else []
        else:
            kept.append(fact)
    return tuple(kept)


def staleness(decision: Decision, finding: Finding | None, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Why a decision no longer holds, by what is found today and the digests of today's texts; empty while it does."""
    if finding is None:
        return (_GONE,)
    today = basis(finding, texts, decision.target)
    digests = {part.document: part.text_sha256 for part in today}
    reasons = [_changed(part.document) for part in decision.basis if digests.get(part.document) != part.text_sha256]
    if sorted(part.quote for part in decision.basis) != sorted(part.quote for part in today):
        reasons.append("a passage is quoted differently")
    if sorted(decision.claims) != sorted(finding.claims):
        reasons.append("a claim behind it is another one")
    return tuple(dict.fromkeys(reasons))


def outdated(decision: Decision, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Which of the sources under a decision have another text today; those that `texts` does not hold are left out."""
    return tuple(
        _changed(part.document)
        for part in decision.basis
        if part.text_sha256 is not None and texts.get(part.document, part.text_sha256) != part.text_sha256
    )


def _changed(document: str) -> str:
    return f'the text of "{document}" has changed since'


def _is_missed(decision: Decision, examined: Iterable[str], texts: Mapping[str, str], config: Config) -> bool:
    """Whether this report would have found the finding of a decision, were it still there."""
    rule = rules.rule(decision.rule)
    looked = decision.target in examined and all(part.document in texts for part in decision.basis)
    return looked and rule is not None and rules.selected(rule, config)


def _drafts(report: Report) -> frozenset[str]:
    return frozenset(statement.span.document for statement in report.statements)


def _is_review(report: Report) -> bool:
    return not report.statements and not report.summary.get("records")
