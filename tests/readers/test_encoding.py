import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.encoding import decode

WORDS = "Ein naïver Satz — mit “Zeichen”."


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_decide(name: str) -> None:
    assert decode(WORDS.encode(name)) == (WORDS, [])


def test_invalid_utf8_is_replaced_and_its_place_named() -> None:
    text, warnings = decode("één\ntwo ".encode() + b"\xff" + " três".encode())
    assert text == "één\ntwo \ufffd três"
    assert warnings == ["invalid utf-8 (line 2, byte offset 10, 0xFF); 1 place was replaced by U+FFFD"]


def test_a_declared_charset_is_used() -> None:
    text, warnings = decode("Москва".encode("koi8-r"), "KOI8-R")
    assert text == "Москва"
    assert "koi8-r, which the file declares" in warnings[0]


@pytest.mark.parametrize("declared", ["utf-7", "rot13", "hex", "utf-16", "idna", "no-such", "unicode_escape", "\x00"])
def test_charsets_that_are_no_text_are_not_used(declared: str) -> None:
    assert decode(b"caf\xe9 \x93open\x94", declared)[0] == "café “open”"


def test_a_short_latin_text_is_cp1252() -> None:
    text, warnings = decode("It was “over” – he said so in the café".encode("cp1252"))
    assert text == "It was “over” – he said so in the café"
    assert "read as cp1252, which is a guess" in warnings[0]


def test_another_script_is_guessed() -> None:
    words = "Представители местных советов ведут переговоры об условиях соглашения в городе. " * 3
    assert decode(words.encode("cp1251"))[0] == words


@given(st.text())
def test_text_in_utf8_comes_back(text: str) -> None:
    words = "a" * 100 + text.replace("\x00", "")
    assert decode(words.encode()) == (words, [])
