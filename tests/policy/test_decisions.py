"""Decisions against a report: the last one counts, until its finding, passage, claim or source is another one."""

import hashlib
from datetime import UTC, datetime

import pytest

from provenance.config import Config
from provenance.model import Document, Fact, Finding, Report, Ruling, Statement, cut
from provenance.policy import decisions
from provenance.policy.exit_code import exit_code
from provenance.store import checked, deciding

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def document(id: str, text: str) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=id, text=text, sha256=digest, text_sha256=digest, media_type="text/plain", reader="t", reader_version="1"
    )


A, B = document("a", "42 died."), document("b", "24 died.")


def found(a: Document = A, b: Document = B, **fields: object) -> Finding:
    given = {"id": "f1", "rule": "PV301", "severity": "error", "message": "m", "reasons": (), "claims": ("x", "y")}
    return Finding.model_validate({**given, "a": cut(a.text, 0, 7, a.id), "b": cut(b.text, 0, 7, b.id), **fields})


def report(*findings: Finding, documents: tuple[Document, ...] = (A, B), **fields: object) -> Report:
    return Report(documents=documents, findings=findings, **fields)


def decided(number: int = 1, verdict: str = "accepted", of: Report | None = None):
    item = checked.of(of or report(found()))[0]
    ruling = Ruling.model_validate({"verdict": verdict, "reason": "r", "by": "Ines", "at": NOON})
    return deciding.decision(item, ruling).model_copy(update={"number": number})


@pytest.mark.parametrize(("verdict", "code"), [("accepted", 0), ("mistaken", 0), ("to-correct", 1), ("open", 1)])
def test_which_verdicts_settle(verdict: str, code: int):
    weighed = decisions.weigh(report(found()), [decided(verdict=verdict)])
    assert exit_code(weighed.findings) == code
    assert (verdict in decisions.SETTLING) is (code == 0)
    assert [d.stale for d in weighed.decisions] == [()]


def test_the_last_decision_counts():
    both = [decided(1, "accepted"), decided(2, "open")]
    assert exit_code(decisions.weigh(report(found()), both).findings) == 1
    assert [d.number for d in decisions.weigh(report(found()), both[::-1]).decisions] == [2]


def test_another_finding_is_not_settled():
    weighed = decisions.weigh(report(found(), found(id="f2")), [decided()])
    assert [f.decision for f in weighed.findings] == [1, None]
    assert exit_code(weighed.findings) == 1


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (report(found(), documents=(A, document("b", "24 died. More."))), 'the text of "b" has changed since'),
        (report(found(), documents=(A,)), 'the text of "b" has changed since'),
        (report(found(claims=("x", "z"))), "a claim behind it is another one"),
        (report(found(a=document("a", "42 DIED."))), "a passage is quoted differently"),
        (report(), "no longer found"),
    ],
)
def test_a_stale_decision_is_shown_and_settles_nothing(today: Report, words: str):
    weighed = decisions.weigh(today, [decided()])
    assert any(words in reason for reason in weighed.decisions[0].stale)
    assert exit_code(weighed.findings) == int(bool(today.findings))


def test_what_a_report_did_not_look_at_is_not_called_stale():
    made = decided()
    assert decisions.weigh(report(documents=(A,)), [made]).decisions == (), "one of its documents is not here"
    assert decisions.weigh(report(), [made], Config(ignore=("PV3",))).decisions == (), "its rule is not selected"
    assert decisions.weigh(report(), [made], whole=False).decisions == (), "only a part was looked at"
    ledger = report(summary={"records": 3})
    assert decisions.weigh(ledger, [made]).decisions == (), "a check of the ledger finds no conflicts of sources"


def test_words_of_a_draft_elsewhere_make_nothing_stale():
    """A draft is being written; only its quoted words, and the sources, count."""

    def check(draft: Document) -> Report:
        finding = found(a=draft, rule="PV401")
        statement = Statement(span=finding.a, state="contradicted")
        return report(finding, documents=(draft, B), statements=(statement,))

    made = decided(of=check(document("draft", "42 died.")))
    assert made.target == "draft"
    weighed = decisions.weigh(check(document("draft", "42 died. A new end.")), [made])
    assert [d.stale for d in weighed.decisions] == [()]
    assert exit_code(weighed.findings) == 0


def test_every_verdict_is_explained():
    assert set(decisions.VERDICTS) >= decisions.SETTLING


@pytest.mark.parametrize(("verdict", "relations"), [("mistaken", []), ("accepted", ["conflicts"])])
def test_a_fact_stands_without_the_findings_called_mistaken(verdict: str, relations: list[str]):
    fact = Fact(
        id="1", label="dead", claims=("x", "y"), relation="conflicts", values=(), documents=("a", "b"), origins=()
    )
    of = report(found(relation="conflicts"), facts=(fact,))
    weighed = decisions.weigh(of, [decided(verdict=verdict, of=of)])
    assert [f.relation for f in weighed.facts] == relations


def test_a_fact_keeps_what_else_its_statements_say():
    fact = Fact(id="1", label="", claims=("x", "y", "z"), relation="conflicts", values=(), documents=("a",), origins=())
    agreed = found(id="f2", relation="corroborates", claims=("x", "z"))
    of = report(found(relation="conflicts"), agreed, facts=(fact,))
    weighed = decisions.weigh(of, [decided(verdict="mistaken", of=of)])
    assert [f.relation for f in weighed.facts] == ["corroborates"]
