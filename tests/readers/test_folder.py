import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.readers.folder import _ids, read_all


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("The second text.")
    (tmp_path / "a.md").write_text("# The first\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt").write_text("The third text.")
    return tmp_path


def test_folders_are_walked_in_order(folder: Path) -> None:
    for name in (".hidden.txt", "README.md", "readme", "sources.yaml"):
        (folder / name).write_text("")
    (folder / ".git").mkdir()
    (folder / ".git" / "d.txt").write_text("No source.")
    reading = read_all([folder])
    assert [document.id for document in reading.documents] == ["a", "b", "c"]
    assert reading.unread == ()


def test_what_cannot_be_read_is_returned_and_loses_nothing(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff")
    reading = read_all([folder / "none.txt", folder])
    assert [document.id for document in reading.documents] == ["a", "b", "c"]
    assert [Path(unread.path).name for unread in reading.unread] == ["none.txt", "empty.txt", "image.png"]
    assert all(unread.path in str(unread.error) for unread in reading.unread)


def test_a_file_given_twice_is_read_once(folder: Path) -> None:
    assert len(read_all([folder / "b.txt", folder, folder / "sub" / ".." / "b.txt"]).documents) == 3


def test_files_of_one_name_get_ids_of_their_own(folder: Path) -> None:
    (folder / "sub" / "b.txt").write_text("Another.")
    (folder / "c.html").write_text("<p>Another.")
    ids = {document.path: document.id for document in read_all([folder]).documents}
    assert len(set(ids.values())) == 5
    assert ids[(folder / "c.html").as_posix()] == "c.html"
    assert ids[(folder / "sub" / "b.txt").as_posix()] == "sub-b.txt"


def test_links_out_of_the_folder_are_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("Secret.")
    os.symlink(outside, folder / "link.txt")
    os.symlink(folder / "b.txt", folder / "z.txt")
    reading = read_all([folder])
    assert [document.id for document in reading.documents] == ["a", "b", "c"]
    assert "leads out of the folder" in str(reading.unread[0].error)


def test_sources_yaml_describes_and_a_changed_file_is_a_warning(folder: Path) -> None:
    digest = hashlib.sha256(b"The second text.").hexdigest()
    (folder / "sources.yaml").write_text(
        "a.md: {title: Given, author: A B, published: 2018-04-10, url: 'https://a.org'}\n"
        f"b.txt:\n  publisher: Daily\n  sha256: {digest}\n"
    )
    first, second, _ = read_all([folder]).documents
    assert (first.title, first.author, str(first.published), first.url) == (
        "Given",
        "A B",
        "2018-04-10",
        "https://a.org",
    )
    assert (second.publisher, second.warnings) == ("Daily", ())
    (folder / "b.txt").write_text("The second text!")
    warning = read_all([folder / "b.txt"]).documents[0].warnings[0]
    assert digest in warning
    assert hashlib.sha256(b"The second text!").hexdigest() in warning


@settings(max_examples=50)
@given(st.sets(st.lists(st.sampled_from(["a", "b", "a.txt", "a.md", "a-b.txt", ".."]), min_size=1, max_size=4)
               .map("/".join), max_size=6))  # fmt: skip
def test_ids_differ_and_do_not_depend_on_the_order(names: set[str]) -> None:
    files = [Path(name) for name in sorted(names)]
    ids = _ids(files)
    assert set(ids) == set(files)
    assert len(set(ids.values())) == len(ids)
    assert _ids(files[::-1]) == ids
