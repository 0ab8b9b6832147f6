"""Words in quotation marks, on sentences of our own."""

import pytest

from provenance.extraction.quotations import find


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready,” Haddad said.",
        '"We are ready," Haddad said.',
        "''We are ready,'' Haddad said.",
        "‘We are ready,’ Haddad said.",
    ],
)
def test_any_kind_of_marks(text: str) -> None:
    (found,) = find(text)
    assert (found.span.quote, found.speaker, found.partial) == ("We are ready,", "Haddad", False)


def test_apostrophes_are_no_marks() -> None:
    assert find("The rebels' offer wasn't Assad's idea, it's said in '80s style.") == []


def test_quotation_within_a_quotation() -> None:
    found = find("“He told me ‘run now’ and I ran,” Haddad said.")
    assert [(q.span.quote, q.nested) for q in found] == [("He told me ‘run now’ and I ran,", False), ("run now", True)]


def test_piece_of_a_sentence_is_partial() -> None:
    (found,) = find("Haddad called the siege “a crime” on Monday.")
    assert (found.span.quote, found.partial, found.speaker) == ("a crime", True, "Haddad")


def test_quotation_of_several_paragraphs_has_one_speaker() -> None:
    text = "“The water came at night,” Haddad said. “We took the children to the roof.\n\n“Nobody came for two days.”"
    found = find(text)
    assert [q.speaker for q in found] == ["Haddad", "Haddad", "Haddad"]
    assert [q.continued for q in found] == [False, True, True]


def test_marks_without_a_speaker() -> None:
    (found,) = find("The film “Gone with the Wind” ran for four hours.")
    assert found.speaker is None


def test_lost_closing_mark_ends_with_the_paragraph() -> None:
    found = find("“The water came at night.\n\nThe town lies in a valley.")
    assert [q.span.quote for q in found] == ["The water came at night."]


def test_who_speaks_within_a_quotation() -> None:
    found = find("“I was there,” Jane Reed said. “He told me, ‘We will burn 12 houses,’ and they did.”")
    assert [q.speaker for q in found] == ["Jane Reed", "Jane Reed", "He"]
    assert found[2].attribution is not None
    assert found[2].attribution.chain == ("Jane Reed",)


def test_paragraphs_left_open_belong_to_who_is_named_at_the_end() -> None:
    text = "“The first night was quiet.\n\n“The second was not.\n\n“Nobody came to help,” Karim Saleh told Reuters."
    assert [q.speaker for q in find(text)] == ["Karim Saleh"] * 3
