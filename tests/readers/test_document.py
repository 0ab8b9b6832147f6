import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import ProvenanceError, UnreadableError, UsageError
from provenance.readers import LARGEST_FILE, read


def test_plain_text_is_verbatim(tmp_path: Path) -> None:
    raw = "First line\r\n\tsecond “line” \U0001f600\r\n".encode()
    (tmp_path / "a b.txt").write_bytes(b"\xef\xbb\xbf" + raw)
    document = read(tmp_path / "a b.txt")
    assert document.text.encode() == raw
    assert (document.id, document.reader, document.media_type, document.warnings) == ("a-b", "plain", "text/plain", ())


def test_what_is_given_outweighs_what_the_file_says() -> None:
    raw = b"---\ntitle: Inner\ndate: 2018-04-10\n---\nBody."
    document = read(raw, media_type="text/markdown", title="Outer", published="2018-05-01", id="x", url="https://a.org")
    assert (document.id, document.title, document.published) == ("x", "Outer", date(2018, 5, 1))
    assert read(raw, media_type="text/markdown").title == "Inner"


@pytest.mark.parametrize("published", ["2018", "April 2018", "2018-13-01", "yesterday"])
def test_a_published_that_is_no_full_date_is_refused(published: str) -> None:
    with pytest.raises(UsageError, match=published):
        read(b"Some words.", published=published)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "empty"),
        (b" \n\t\n", "no text"),
        (b"\x00\x01\x02abc", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"{\\rtf1 plain", "RTF.*Supported: .docx .htm .html .markdown .md .mdown .pdf"),
        (b"PK\x03\x04rest", "ZIP"),
    ],
)
def test_unreadable_bytes(raw: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message) as raised:
        read(raw)
    assert "\n" not in str(raised.value)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(UnreadableError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read("a\x00b")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.touch()
    os.truncate(path, 4 * LARGEST_FILE)
    with pytest.raises(UnreadableError, match="has 200 MB, more than the limit of 50 MB"):
        read(path)


def test_unknown_extensions_are_read_when_they_are_text(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("A line — of text.", encoding="utf-8")
    (tmp_path / "b.xyz").write_bytes(b"caf\xe9 \xff")
    assert read(tmp_path / "a.log").reader == "plain"
    with pytest.raises(UnreadableError, match=r"unknown kind of file '.xyz'. Supported: .docx .htm"):
        read(tmp_path / "b.xyz")


def test_a_dateline_names_agency_and_day() -> None:
    document = read("Talks fail\n\nBEIRUT, April 10, 2018 (Reuters) — The envoy left.".encode())
    assert (document.publisher, document.published) == ("Reuters", date(2018, 4, 10))


def test_unknown_media_type() -> None:
    with pytest.raises(UsageError, match="image/png"):
        read(b"x", media_type="image/png")


@settings(max_examples=100)
@given(st.binary(), st.sampled_from(["text/plain", "text/html", "text/markdown", None]))
def test_any_bytes_give_a_document_or_one_of_our_errors(raw: bytes, media_type: str | None) -> None:
    try:
        document = read(raw, media_type=media_type)
    except ProvenanceError:
        return
    document.text.encode()
    document.model_dump_json()
