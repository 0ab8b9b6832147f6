from provenance.model import Report, cut
from provenance.reports.view import View


def test_sections_come_in_reading_order_and_number_through(report):
    view = View(report)
    assert [section.relation for section in view.sections] == [
        "conflicts",
        None,
        "supersedes",
        "corroborates",
        "related",
    ]
    assert [entry.number for entry in view.entries] == [1, 2, 3, 4, 5]


def test_the_worst_of_a_section_comes_first_else_the_given_order(report):
    conflict = report.findings[1]
    many = [
        conflict.model_copy(update={"id": f"{n}", "severity": s})
        for n, s in enumerate(("note", "error", "warning", "error"))
    ]
    view = View(report.model_copy(update={"findings": tuple(many)}))
    assert [entry.finding.id for entry in view.entries] == ["1", "3", "2", "0"]


def test_a_passage_is_shown_in_its_sentence_with_its_line(report):
    first, second = View(report).entries[0].passages
    assert (str(first.where), str(second.where)) == ("line 3", "line 2")
    assert "".join(piece.text for piece in first.pieces) == report.claims[0].sentence.quote
    assert [(piece.text, piece.kind) for piece in second.pieces][-2:] == [(" were hurt", "plain"), (".", "context")]


def test_a_line_is_counted_at_its_start_and_end(documents):
    source = View(Report(documents=documents)).sources[1]
    text = source.document.text

    def line(offset):
        return source.where(cut(text, offset, offset, source.document.id)).number

    assert line(0) == 1
    assert line(text.index("\n")) == 1
    assert line(text.index("\n") + 1) == 2
    assert line(len(text)) == text.count("\n") + 1


def test_a_document_that_the_report_does_not_hold(report):
    entry = View(Report(documents=(), findings=report.findings[:1])).entries[0]
    assert [(p.source, p.document, p.where) for p in entry.passages] == [
        (None, "harbour", None),
        (None, "evening", None),
    ]


def test_disputed_facts_first(report):
    assert [fact.id for fact in View(report).facts] == ["f1", "f2"]


def test_statements_that_need_a_hand_come_first(checked):
    assert [one.number for one in View(checked).statements_by_need] == [2, 6, 4, 1, 3, 5]
