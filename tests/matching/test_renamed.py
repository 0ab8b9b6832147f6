"""What documents are called changes nothing but the names in a report."""

from collections import Counter
from itertools import permutations

import provenance
from provenance.model import Document, Report, Span

REPORTS = (
    ("2021-03-04", "At least 22 people drowned when the ferry Alma capsized off Port Selin on Thursday, police said."),
    ("2021-03-04", "A ferry sank near Port Selin on Thursday, leaving 23 people dead. Divers pulled out 41 people."),
    ("2021-03-05", "The death toll from Thursday's ferry disaster off Port Selin rose to 25, the coast guard said."),
    ("2021-03-06", "35 people were killed in the Port Selin ferry sinking, a doctor said. Some 40 were rescued."),
)
MANY = " ".join(f"A fire in Keld killed {n} people and hurt {n + 40} on {n % 28 + 1} May." for n in range(3, 45))
"""More sentences than one claim of another report is compared with."""


def named(texts: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> list[Document]:
    return [
        provenance.read(text.encode(), id=name, publisher=f"Outlet {n}", published=day, media_type="text/plain")
        for n, (name, (day, text)) in enumerate(zip(names, texts, strict=True))
    ]


def told(texts: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> tuple[Counter[object], list[object]]:
    """Findings and facts of a review, documents by their number among `texts`; findings in any order."""
    report = provenance.review(named(texts, names))
    number = {name: n for n, name in enumerate(names)}

    def place(span: Span | None) -> object:
        return span and (number[span.document], span.start, span.end)

    findings = Counter(
        (f.rule, f.score, f.message, f.reasons, place(f.a), place(f.b), tuple(number[d] for d in f.documents))
        for f in report.findings
    )
    return Counter(findings.items()), facts(report, number)


def facts(report: Report, number: dict[str, int]) -> list[object]:
    spans = {c.id: (number[c.span.document], c.span.start) for c in report.claims}
    return [
        (f.label, f.relation, f.values, f.origins, tuple(number[d] for d in f.documents), [spans[c] for c in f.claims])
        for f in report.facts
    ]


def test_renaming_changes_neither_findings_nor_facts() -> None:
    first = told(REPORTS, ("a", "b", "c", "d"))
    assert all(first)
    for names in list(permutations("abcd"))[5::6]:
        assert told(REPORTS, names) == first


def test_which_claims_are_compared_does_not_rest_on_names() -> None:
    texts = (("2024-06-01", MANY), ("2024-06-01", "A fire in Keld killed 7 people. The fire hurt 52 people in Keld."))
    assert told(texts, ("a", "b")) == told(texts, ("b", "a"))


def test_the_values_of_a_fact_stand_in_order_of_time() -> None:
    _, found = told(REPORTS, ("d", "c", "b", "a"))
    toll = next(f for f in found if isinstance(f, tuple) and "deaths" in f[0])
    assert toll[2] in (("At least 22", "23", "25", "35"), ("23", "At least 22", "25", "35"))
