import re
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from provenance.model import Comparison, Finding, Notice, Report, SlotComparison, Span, Waiver, cut
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
    assert "… 31 more lines" in text
    assert len(text.splitlines()) < 24


def test_related_pairs_are_counted_and_shown_on_demand(report):
    assert "1 related pair not shown here." in render(report)
    assert "RELATED" in render(report, "text", related=True)


def test_nothing_at_all():
    assert render(Report(documents=())) == "0 documents · 0 claims · 0 conflicts · 0 superseded · 0 agreements\n"


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
        "    time      agrees   On Monday  both are Monday, 3 May 2021",
    ]


def test_slots_that_a_side_is_silent_about_share_a_line_and_reasons_are_told_once(report):
    silent = [
        SlotComparison(slot=name, verdict="unknown", a="", b="x", reason="r") for name in ("place", "attribution")
    ]
    slots = (*report.findings[1].slots, *silent)
    reasons = ("quantity: 24 is below the lower bound 42", "another")
    finding = report.findings[1].model_copy(update={"slots": slots, "reasons": reasons})
    text = render(report.model_copy(update={"findings": (finding,)}), "text", width=100)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "not said place, attribution" in lines
    assert "because another" in lines
    assert text.count("24 is below the lower bound 42") == 1


def blocks(text: str) -> list[list[str]]:
    """The lines of each finding or statement: from its number to the next empty line."""
    found = re.findall(r"^ ?\d+  [A-Z].*(?:\n.+)*", text, re.MULTILINE)
    return [block.splitlines() for block in found]


@pytest.mark.parametrize("width", [80, 100, 120])
def test_a_finding_fits_a_screen_however_long_its_passages(report, width):
    words = "one two " * 300
    documents = [report.documents[n].model_copy(update={"text": words}) for n in (0, 1)]
    spans = [Span(document=d.id, start=0, end=len(words), quote=words) for d in documents]
    slots = [
        SlotComparison(slot=f"s{n}", verdict="different", a="one", b="two " * 99, reason="x " * 99) for n in range(4)
    ]
    finding = report.findings[1].model_copy(update={"a": spans[0], "b": spans[1], "slots": tuple(slots), "claims": ()})
    (lines,) = blocks(render(Report(documents=tuple(documents), findings=(finding,)), "text", width=width))
    assert len(lines) <= 34
    (usual,) = blocks(
        render(
            Report(documents=tuple(documents), findings=(finding.model_copy(update={"slots": tuple(slots[:1])}),)),
            "text",
            width=width,
        )
    )
    assert len(usual) <= 24


def test_the_lines_shown_of_a_long_passage_are_those_that_differ(report):
    words = "far " * 400 + "42 people" + " far" * 400
    document = report.documents[0].model_copy(update={"text": words})
    span = Span(document=document.id, start=0, end=len(words), quote=words)
    slot = SlotComparison(slot="quantity", verdict="different", a="42", b="24", reason="r")
    finding = report.findings[1].model_copy(update={"a": span, "b": None, "slots": (slot,), "claims": ()})
    text = render(Report(documents=(document,), findings=(finding,)))
    assert "42 people" in text
    assert re.search(r"… \d+ lines before", text)
    assert re.search(r"… \d+ more lines", text)


def test_two_passages_stand_side_by_side_where_there_is_room(report):
    def line_with(text: str, words: str) -> str:
        return next(line for line in text.splitlines() if words in line)

    wide = render(report, "text", width=160)
    assert "Evening Mail" in line_with(wide, "· sources/harbour.txt:3")
    caret = wide.splitlines()[wide.splitlines().index(line_with(wide, "│ At least 42")) + 1]
    assert caret.count("^^^") >= 1
    assert "Evening Mail" not in line_with(render(report, "text", width=100), "· sources/harbour.txt:3")


def test_words_that_a_terminal_may_reorder_never_stand_beside_others(report):
    hostile = report.documents[2]
    span = cut(hostile.text, hostile.text.index("اندلع"), len(hostile.text) - 1, hostile.id)
    finding = report.findings[1].model_copy(update={"b": span, "claims": ()})
    text = render(report.model_copy(update={"findings": (finding,)}), "text", width=160)
    line = next(line for line in text.splitlines() if "اندلع" in line)
    assert line.startswith("    │ ا")


def test_gaps_of_many_documents_are_summed_up(report):
    gap = {"found": 9, "claimed": 2, "unclaimed": [{"start": n, "end": n + 1, "quote": "x" * 500} for n in range(7)]}
    one = report.documents[0]
    many = [one.model_copy(update={"id": f"d{n}", "title": f"T{n}"}) for n in range(50)]
    text = render(Report(documents=tuple(many), coverage={d.id: {"names": gap, "dates": gap} for d in many}))
    section = text.split("What was not checked")[1].splitlines()
    assert "in 50 documents: 350 of 450 names, 350 of 450 dates in no claim" in text
    assert "… and 44 more" in text
    assert len(section) < 40


def test_what_has_backup_takes_two_lines(checked):
    text = render(checked)
    assert " 3  Three warehouses were lost.\n    ← sources/evening.txt:3 Three warehouses burned down.\n" in text


def test_waived_and_known_findings_stay_and_are_marked(report):
    waiver = Waiver(reason="the port\x1b said so", by="A. B.", expires=date(2026, 12, 31))
    conflict = report.findings[1]
    waived = conflict.model_copy(update={"waived": waiver})
    text = render(report.model_copy(update={"findings": (waived,)}))
    assert "waived by A. B. until 2026-12-31: the port⟦U+001B⟧ said so" in text
    assert "· 1 waived" in text.replace("\n", " ")
    assert "next  " not in text
    known = conflict.model_copy(update={"baseline": "known"})
    assert "known from the baseline" in render(report.model_copy(update={"findings": (known,)}))


def test_notices_come_first_and_many_are_counted(report):
    notices = tuple(Notice(kind="waiver_unused", message=f"covers nothing {n}", place="p.toml:3") for n in range(20))
    lines = render(report.model_copy(update={"notices": notices})).splitlines()
    assert lines[1] == "! p.toml:3: covers nothing 0"
    assert "! … and 12 more like these" in lines


def test_a_changed_passage_shows_the_recorded_words_beside_those_of_today(report):
    harbour = report.documents[0]
    today = cut(harbour.text, 31, 60, harbour.id)
    recorded = today.quote.replace("42", "24")
    slot = SlotComparison(slot="passage", verdict="different", a=recorded, b=today.quote, reason="“24” → “42”")
    finding = Finding(
        id="e" * 64, rule="PV101", severity="error", message="m", reasons=("“24” → “42”",), a=today,
        claims=("hurt",), slots=(slot,), place="claims/fire.yaml:3:1",
    )  # fmt: skip
    text = render(Report(documents=(harbour,), findings=(finding,), summary={"records": 1}))
    (lines,) = blocks(text)
    assert lines[:3] == [
        " 1  PASSAGE EDITED  error  PV101  eeeeeeee",
        '    recorded  claim "hurt" · claims/fire.yaml:3:1',
        f"    │ {recorded}",
    ]
    assert f"    │ {today.quote}" in lines
    assert sum("^^" in line for line in lines) == 2
