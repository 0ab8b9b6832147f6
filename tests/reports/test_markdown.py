import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from provenance.model import Report
from provenance.reports import render
from provenance.reports.markdown import escape
from provenance.reports.visible import one_line

from .golden import check

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_whole_output(report):
    check("review.md", render(report, "markdown"))


def test_whole_output_of_a_checked_draft(checked):
    check("check.md", render(checked, "markdown"))


def test_nothing_at_all():
    assert render(Report(documents=()), "markdown").startswith("# What the documents say\n\n0 documents · 0 claims")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a | b", r"a \| b"),
        ("<b>`x`</b>", r"\<b\>\`x\`\</b\>"),
        ("ask @editor", "ask @&#8203;editor"),
        ("see #12 and GH-7", "see #&#8203;12 and GH-&#8203;7"),
        ("http://a.example", "http:&#8203;//a.example"),
        ("www.a.example", "www&#8203;.a.example"),
        (":tada:", ":&#8203;tada:"),
        ("AT&amp;T & Co", r"AT\&amp;T & Co"),
        ("at 10:30 on the 4th", "at 10:30 on the 4th"),
    ],
)
def test_live_and_formatting_characters(text, escaped):
    assert escape(text) == escaped


@given(st.text(st.sampled_from("ab 1@#:/&;<>[]()!*_`~|\\$-+=.\n\"'"), max_size=60) | st.text(max_size=60))
def test_source_text_stays_text(text):
    tokens = PARSER.parse(f"x {escape(text)} x")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children
    assert {child.type for child in children} <= {"text", "text_special"}
    content = "".join(child.content for child in children).replace("\u200b", "")
    assert content == f"x {one_line(text)} x"


@pytest.mark.parametrize(
    "start", ["# no heading", "- no list", "+ no list", "1. no list", "2) no list", "=== x", "> no quote", "--- x"]
)
def test_a_quote_cannot_open_a_block(report, start):
    document = report.documents[0].model_copy(update={"text": start})
    span = report.findings[4].a.model_copy(update={"document": document.id, "end": len(start), "quote": start})
    text = render(
        Report(documents=(document,), findings=(report.findings[4].model_copy(update={"a": span}),)), "markdown"
    )
    tokens = PARSER.parse(text)
    place = next(n for n, token in enumerate(tokens) if token.type == "blockquote_open")
    assert [token.type for token in tokens[place + 1 : place + 5]] == [
        "paragraph_open", "inline", "paragraph_close", "blockquote_close",
    ]  # fmt: skip
    assert "".join(child.content for child in tokens[place + 2].children) == start
