from datetime import date

import pytest

from provenance.readers.plain import parse


def test_front_matter_is_read_and_blanked_so_that_offsets_stay() -> None:
    source = "---\r\npublisher: The Daily\r\npublished: 2023-09-14\r\n---\r\nFour people died.\r\n"
    parsed = parse(source.encode())
    assert (parsed.publisher, parsed.published) == ("The Daily", date(2023, 9, 14))
    assert parsed.text.strip() == "Four people died."
    assert parsed.text.index("Four") == source.index("Four")
    assert parsed.text.count("\n") == source.count("\n")


@pytest.mark.parametrize(
    "source",
    [
        "---\nThe mayor said: nobody was hurt.\n---\nThe end.\n",
        "---\nOne: two: three\n---\n",
        "---\npublisher: The Daily\n",
        "A line.\n---\npublisher: The Daily\n---\n",
        "---",
    ],
)
def test_what_names_no_field_is_text(source: str) -> None:
    parsed = parse(source.encode())
    assert (parsed.text, parsed.publisher, parsed.warnings) == (source, None, [])
