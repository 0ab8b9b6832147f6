from provenance import wordlists


def test_comments_and_blank_lines_are_no_entries(tmp_path):
    file = tmp_path / "list.tsv"
    file.write_text("# what it holds\n\na\tb c\n \nd #1\te\n", encoding="utf-8")
    assert wordlists.lines(file) == ["a\tb c", "d #1\te"]
    assert wordlists.rows(file) == [["a", "b c"], ["d #1", "e"]]
