from dataclasses import replace

from provenance import check, read
from provenance.reports import render
from provenance.reports.draft import drafts, needs, quoted, remarks, why
from provenance.reports.view import View

from .conftest import DRAFT


def test_the_paragraphs_hold_the_draft_but_its_blank_lines(checked):
    blank = "\n\n\n" + DRAFT
    draft = checked.documents[0].model_copy(update={"text": blank})
    moved = tuple(one.model_copy(update={"span": one.span.within("draft", 3)}) for one in checked.statements)
    report = checked.model_copy(update={"documents": (draft, *checked.documents[1:]), "statements": moved})
    [found] = drafts(View(report))
    words = ["".join(segment.text for segment in paragraph.segments) for paragraph in found.paragraphs]
    assert words == DRAFT.rstrip("\n").split("\n\n")
    assert [[one.number for one in paragraph.statements] for paragraph in found.paragraphs] == [[], [1, 2, 3, 4, 5, 6]]


def test_words_that_differ_from_the_source_are_marked_in_the_draft(checked):
    [found] = drafts(View(checked))
    marked = [s.text for s in found.paragraphs[1].segments if any(number < 0 for number in s.covering)]
    assert marked == ["At least 42", "six towns"]


def test_a_statement_over_two_paragraphs_opens_and_closes_once(checked):
    draft = checked.documents[0]
    whole = checked.statements[0].span.model_copy(update={"start": 0, "end": len(DRAFT) - 1, "quote": DRAFT[:-1]})
    report = checked.model_copy(update={"statements": (checked.statements[0].model_copy(update={"span": whole}),)})
    [found] = drafts(View(report))
    segments = [segment for paragraph in found.paragraphs for segment in paragraph.segments]
    assert sum(1 in segment.opening for segment in segments) == 1
    assert sum(1 in segment.closing for segment in segments) == 1
    assert found.source.document == draft


def test_what_needs_a_hand_comes_with_its_reason(checked):
    found = needs(View(checked))
    assert [(one.number, one.statement.state) for one in found] == [
        (2, "contradicted"), (6, "contradicted"), (4, "unsupported"), (1, "partly"),
    ]  # fmt: skip
    assert why(found[0]) == "“At least 42” here, “24” in the source"
    assert remarks(found[0]) == ()


def disputed():
    sources = [read(f"A fire in Orvane killed {n} people on 3 May 2021.".encode(), id=f"source-{n}") for n in (12, 15)]
    return check("A fire in Orvane killed 12 people on 3 May 2021.", sources)


def test_what_has_backup_needs_a_hand_where_a_finding_warns():
    report = disputed()
    [one] = needs(View(report))
    assert one.statement.state == "supported"
    assert why(one) == "one source backs this statement, another says otherwise: “12” here, “15” there"
    calm = tuple(f.model_copy(update={"severity": "note"}) for f in report.findings)
    assert needs(View(report.model_copy(update={"findings": calm}))) == ()


def test_a_warning_about_what_cannot_be_checked_stands_apart():
    report = disputed()
    closed = tuple(one.model_copy(update={"state": "not_checkable"}) for one in report.statements)
    assert {f.id for f in report.findings} - View(report.model_copy(update={"statements": closed})).told
    assert not {f.id for f in report.findings} - View(report).told


def test_a_wrong_quotation_stands_beside_the_words_of_the_source(checked):
    [pair] = quoted(View(checked).statements[5])
    assert [piece.text for piece in pair.own if piece.kind == "only"] == ["six"]
    assert "four" in "".join(piece.text for piece in pair.theirs if piece.kind == "only")


def test_one_word_on_both_sides_is_no_reason(checked):
    one = needs(View(checked))[0]
    slot = one.statement.slots[0].model_copy(
        update={"verdict": "different", "a": "arrest", "b": "arrest", "reason": "arrest: stated here, denied there"}
    )
    statement = one.statement.model_copy(update={"slots": (slot,)})
    assert why(replace(one, statement=statement)) == "arrest: stated here, denied there"


def test_what_is_partly_supported_names_what_has_no_backup():
    source = read(b"Lund Lines said the ferry was licensed to carry 250 people.", id="source")
    report = check("The ferry, built in 1987, was licensed to carry 250 people.", [source])
    [one] = needs(View(report))
    assert (one.statement.state, why(one)) == ("partly", "no backup for “1987”")
    for format_ in ("text", "html", "markdown"):
        assert "no backup for “1987”" in " ".join(render(report, format_).replace("No backup", "no backup").split())
