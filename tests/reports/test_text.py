import re
from io import StringIO

import pytest
from rich.console import Console

from provenance.model import Comparison, Report, SlotComparison
from provenance.reports import render
from provenance.reports.text import render_comparison

from .golden import check


def test_whole_output(report):
    check("review.txt", render(report, "text", width=100))


def test_whole_output_of_a_checked_draft(checked):
    check("check.txt", render(checked, "text", width=80))


@pytest.mark.parametrize("width", [40, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(report, checked, width):
    for one in (report, checked):
        assert max(len(line) for line in render(one, "text", width=width).splitlines()) <= width


def test_plain_by_default_and_no_escape_of_a_source_passes(report):
    text = render(report)
    assert "\x1b" not in text
    assert "⟦U+001B⟧[31mred [bold]x[/bold]" in text


def test_color_adds_escape_codes_and_no_words(report):
    text = render(report, "text", color=True)
    assert "\x1b[1;31m" in text
    stripped = "\n".join(line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", text).split("\n"))
    assert stripped == render(report)


def test_the_callers_console_decides_on_width_and_color(report):
    console = Console(
        file=StringIO(), width=60, force_terminal=True, color_system="standard", _environ={"NO_COLOR": "1"}
    )
    text = render(report, "text", console=console)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", text)  # weight stays, colours go
    assert max(len(line) for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()) <= 60
    assert console.file.getvalue() == ""


def test_carets_stand_under_the_words_that_differ(report):
    lines = render(report, "text", width=100).splitlines()
    place = next(n for n, line in enumerate(lines) if "24 dockers were hurt" in line)
    caret = lines[place + 1]
    assert lines[place][caret.index("^") : len(caret)] == "24 dockers"


def test_a_long_passage_is_cut_and_says_so(report):
    words = "word " * 500
    document = report.documents[0].model_copy(update={"id": "long", "text": words})
    span = report.findings[1].a.model_copy(update={"document": "long", "start": 0, "end": len(words), "quote": words})
    finding = report.findings[4].model_copy(update={"a": span})
    text = render(Report(documents=(document,), findings=(finding,)))
    assert "… 28 more lines" in text
    assert len(text.splitlines()) < 24


def test_related_pairs_are_counted_and_shown_on_demand(report):
    assert "1 related pair not shown here." in render(report)
    assert "RELATED" in render(report, "text", related=True)


def test_nothing_at_all():
    assert render(Report(documents=())) == "0 documents · 0 claims · 0 corroborate · 0 conflict · 0 superseded\n"


def test_a_comparison_shows_both_statements_and_every_slot(report):
    finding = report.findings[1]
    comparison = Comparison(relation="conflicts", score=0.91, slots=finding.slots)
    text = render_comparison(comparison, "42 were\x1b hurt", "24 were hurt", width=80)
    assert text.splitlines() == [
        "CONFLICT  score 0.91",
        "The passages speak of the same thing and say something different about it.",
        "    A  42 were⟦U+001B⟧ hurt",
        "    B  24 were hurt",
        "    quantity  differs  at least 42 dockers ≠ 24 dockers  24 is below the lower",
        "                       bound 42",
        "    time      agrees   on Monday = On Monday  both are Monday, 3 May 2021",
    ]


def test_slots_that_a_side_is_silent_about_share_a_line_and_reasons_are_told_once(report):
    silent = [SlotComparison(slot=name, verdict="unknown", a="", b="x", reason="r") for name in ("time", "place")]
    slots = (*report.findings[1].slots, *silent)
    reasons = ("quantity: 24 is below the lower bound 42", "another")
    finding = report.findings[1].model_copy(update={"slots": slots, "reasons": reasons})
    text = render(report.model_copy(update={"findings": (finding,)}), "text", width=100)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "not said time, place" in lines
    assert "because another" in lines
    assert text.count("24 is below the lower bound 42") == 1
