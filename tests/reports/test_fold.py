"""Many agreements do not crowd a report: each fact once at length, the rest in short, none left out."""

import re

from provenance import pipeline
from provenance.model import Report
from provenance.readers import read
from provenance.reports import render

STORY = (
    "The {0} killed nine people in Harwick on 3 May 2024. Fourteen houses were destroyed. The {0} began in a bakery. "
    "The mayor, Ines Moreau, resigned on Sunday."
)


def review(count: int) -> Report:
    words = ("fire", "blaze", "fire", "blaze")
    return pipeline.review(
        read(STORY.format(words[n]).encode(), id=f"paper{n}", media_type="text/plain") for n in range(count)
    )


def test_each_fact_is_told_at_length_once_and_nothing_is_left_out() -> None:
    report = review(4)
    agreements = [f for f in report.findings if f.relation == "corroborates"]
    assert len(agreements) > 10
    text = render(report, "text", width=100)
    at_length = re.findall(r"^ *\d+  AGREEMENT", text, re.MULTILINE)
    assert len(at_length) <= len(report.facts)
    assert f"{len(agreements) - len(at_length)} more agreements: of facts told above, of one origin, or weak" in text
    assert all(f.id[:8] in text for f in agreements)


def test_a_few_agreements_are_all_told_at_length() -> None:
    report = review(2)
    text = render(report, "text", width=100)
    assert len(re.findall(r"^ *\d+  AGREEMENT", text, re.MULTILINE)) == report.summary["corroborates"] <= 10
    assert "more agreements" not in text
