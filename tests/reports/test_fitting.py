from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from provenance.reports import render
from provenance.reports.markdown.fitting import Part, fitted

SIZES = st.lists(st.tuples(st.lists(st.integers(1, 900), max_size=8), st.booleans()), max_size=6)


def parts(sizes):
    return [
        Part(f"Part {number}", [f"{'x' * size}\n\n" for size in blocks], len(blocks), "finding", is_folded)
        for number, (blocks, is_folded) in enumerate(sizes)
    ]


@given(SIZES, st.integers(500, 3_000))
def test_a_page_is_never_longer_and_every_fold_ends(sizes, limit):
    text = fitted("# Top\n\n", parts(sizes), limit)
    assert len(text) <= limit
    assert text.count("<details>") == text.count("</details>")


@given(SIZES, st.integers(500, 3_000))
def test_what_is_left_out_is_counted(sizes, limit):
    text = fitted("# Top\n\n", parts(sizes), limit)
    there = sum(line.strip("x") == "" and line != "" for line in text.split("\n"))
    left = sum(len(blocks) for blocks, _ in sizes) - there
    assert ("Cut here" in text) == bool(left)
    assert f"Left out: {left:,} finding" in text or not left


def test_blocks_that_are_left_out_are_not_made():
    def blocks():
        yield "a" * 2_000
        raise AssertionError

    assert "Left out: 5 findings" in fitted("# Top\n\n", [Part("P", blocks(), 5, "finding")], 1_000)


def test_a_comment_takes_the_report(report):
    many = tuple(
        finding.model_copy(update={"id": f"{number}{finding.id}"})
        for number in range(400)
        for finding in report.findings
    )
    text = render(report.model_copy(update={"findings": many}), "markdown")
    assert 60_000 < len(text) <= 65_536
    assert "**Cut here, for want of room.** Left out: " in text
    assert render(report, "markdown").count("Cut here") == 0


def test_folds_hold_markdown(checked):
    tokens = MarkdownIt("commonmark").enable("table").parse(render(checked, "markdown"))
    folds = [t.content for t in tokens if t.type == "html_block"]
    assert folds == [
        "<details><summary>Supported (1)</summary>\n",
        "</details>\n",
        "<details><summary>Documents</summary>\n",
        "</details>\n",
        "<details><summary>Coverage and warnings</summary>\n",
        "</details>\n",
    ]
