import subprocess

import pytest

from provenance.errors import MissingExtraError, UnreadableError
from provenance.readers import pdf, read

from .pdf_file import Line, column
from .pdf_file import pdf as made

FIRST = column("The council of the old harbour town met on Monday", "and voted to close the market for two months.")


def text(*pages: list[Line]) -> str:
    return pdf.parse(made(*pages)).text


def test_lines_of_a_paragraph_become_one():
    assert text(FIRST) == (
        "The council of the old harbour town met on Monday and voted to close the market for two months."
    )


def test_a_wider_step_ends_a_paragraph():
    assert text([*FIRST, *column("nobody asked why the fish had not been sold", top=360)]).count("\n") == 1


def test_a_short_last_line_ends_a_paragraph():
    lines = column("The council of the old harbour town met on Monday", "and voted.", "The mayor was away for the week")
    assert text(lines).splitlines()[1] == "The mayor was away for the week"


def test_points_of_a_list_are_paragraphs():
    assert text(column("Closed are these:", "• the market", "• the fish hall")).count("\n") == 2


def test_letters_of_another_size_are_a_heading():
    heading = (40, 412, "Market closed until the spring of the", 14)
    assert text([heading, *FIRST]).count("\n") == 1
    assert text([heading[:3], *FIRST]).count("\n") == 0


def test_columns_are_read_one_after_the_other():
    left = column("The town counted twelve", "burned houses along the", "river, and the council")
    right = column("asked the state for two", "million euros.", left=260)
    assert text([*left, *right]) == (
        "The town counted twelve burned houses along the river, and the council asked the state for two million euros."
    )


def test_pages_begin_with_a_form_feed_and_a_sentence_goes_on_over_them():
    second = column("of salt, which nobody had weighed before that day.", "Nobody was hurt.")
    second[1] = (40, 300, "Nobody was hurt in the fire that followed.")
    found = text(column("The ship brought forty tonnes"), second)
    assert found == (
        "The ship brought forty tonnes of salt, which nobody had weighed before that day.\n"
        "\fNobody was hurt in the fire that followed."
    )


def test_headers_and_footers_are_kept_once_and_page_numbers_left_out():
    def page(number: int) -> list[Line]:
        words = f"Ward {['one', 'two', 'three'][number]} counted its burned houses on that day."
        return [(40, 480, "Yearly report of the harbour"), (40, 400, words), (40, 20, f"Page {number + 1}")]

    found = text(page(0), page(1), page(2))
    assert found.count("Yearly") == 1
    assert "Page" not in found
    assert found.count("counted") == 3


def test_a_line_that_comes_back_in_the_middle_of_pages_stays():
    page = [(40, 450, "Ward"), (40, 400, "No fire was seen."), (40, 350, "End of it")]
    assert text(page, page, page, [(40, 400, "x")]).count("No fire was seen.") == 3


def test_the_title_is_that_of_the_file():
    document = read(made(FIRST, title="Harbour report"))
    assert (document.title, document.media_type, document.reader) == ("Harbour report", "application/pdf", "pdf")


def test_pages_without_text_are_said():
    assert pdf.parse(made(FIRST, [])).warnings == [
        "no text on 1 of 2 pages (2); they may be pictures, which are not read"
    ]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (made([]), r"pages are pictures\. Run it through text recognition"),
        (made(FIRST)[:40], "damaged PDF"),
        (b"%PDF-1.7\nplain", "damaged PDF"),
        (
            made(FIRST, trailer=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <" + b"00" * 32 + b"> /U <"
                 + b"00" * 32 + b"> /P -4 >> /ID [<00> <00>]"),
            "locked with a password",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(raw, message):
    with pytest.raises(UnreadableError, match=message):
        read(raw)


def test_more_pages_than_the_limit_are_said(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    parsed = pdf.parse(made(FIRST, FIRST))
    assert parsed.text.count("council") == 1
    assert parsed.warnings == ["only the first 1 of 2 pages were read; split it"]


def test_a_file_that_takes_too_much_memory_breaks_its_own_reader_alone(monkeypatch):
    monkeypatch.setattr(pdf, "_SECONDS", 0)
    with pytest.raises(UnreadableError, match="breaks the reader"):
        pdf.parse(made(FIRST))


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    def run(*args: object, **options: object) -> None:
        raise subprocess.TimeoutExpired("pdf", 1)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(UnreadableError, match="breaks the reader"):
        pdf.parse(made(FIRST))


def test_without_the_extra_it_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'provenance-verifier\[pdf\]'"):
        read(made(FIRST))
