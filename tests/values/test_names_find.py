import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from provenance.values import names

PLAIN = "It rained all night. "
VOCABULARY = (
    "The Jaish al-Islam said in Homs on Monday . , \n “ ” eastern Ghouta Lt. Col. Faris U.S. of the for and bin 81st "
    "Syrian Observatory Human Rights ( SOHR ) Ministry President who’s al- Al- A. 'Ndrang Ünal Сергей"
)
PIECES = st.sampled_from(VOCABULARY.split(" "))
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join))


def found(text: str) -> list[str]:
    return [name.text for name in names.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighters of Jaish al-Islam left.", ["Jaish al-Islam"]),
        ('"Thank you, Ward," he said. Evaluating it took weeks. Watch it here.', ["Ward"]),
        ("Then Jaish Al Islam withdrew.", ["Jaish Al Islam"]),
        ("The Ahmad al-Abdou Martyr Forces stayed.", ["Ahmad al-Abdou Martyr Forces"]),
        ("A convoy of Martyr Ahmed Al Abdo passed.", ["Martyr Ahmed Al Abdo"]),
        ("The Syrian Observatory for Human Rights counted.", ["Syrian Observatory for Human Rights"]),
        ("Shells fell on Al Dumair at night.", ["Al Dumair"]),
        ("They left eastern Ghouta for good.", ["eastern Ghouta"]),
        ("Eastern Qalamoun is calm.", ["Eastern Qalamoun"]),
        ("Later Lt. Col. Faris al-Bayoush spoke.", ["Lt. Col. Faris al-Bayoush"]),
        ("The YPG and the SDF agreed.", ["YPG", "SDF"]),
        ("Talks with Usama bin Laden and Ursula von der Leyen failed.", ["Usama bin Laden", "Ursula von der Leyen"]),
        ("He met George W. Bush in St. Louis.", ["George W. Bush", "St. Louis"]),
        ("Troops of the 81st Armored Brigade fled.", ["81st Armored Brigade"]),
        ("The Ministry of Health and Population denied it.", ["Ministry of Health and Population"]),
        ("The president of the United States called Abu Muhammad.", ["United States", "Abu Muhammad"]),
        ("The People’s Protection Units held Afrin’s centre.", ["People’s Protection Units", "Afrin"]),
        ("The Russian-backed army and the U.S.-led coalition met.", ["U.S."]),
        ("Mr. Trump's aides and Secretary of State John Kerry waited.", ["Mr. Trump", "Secretary of State John Kerry"]),
        ("Syrian President Bashar al-Assad agreed.", ["President Bashar al-Assad"]),
        ("We saw Theresa May in May.", ["Theresa May"]),
        ("The vote on Super Tuesday counts.", ["Super Tuesday"]),
        ("“Trump lost,” she said.", ["Trump"]),
    ],
)
def test_finds(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Speaking to reporters, he wept.",
        "On Monday they met. In February it snowed.",
        "The Syrian government and the Kurds disagreed.",
        "Syrian troops left. Americans stayed.",
        "Eleven police officers left. Fifty stayed.",
        "Airstrikes hit the town. About 350 people fled.",
        "I think I'm right. It’s over.",
        "The president spoke. President and minister met.",
        "He asked: “When will it end?” “It never will,” she said.",
        "",
    ],
)
def test_finds_no_name(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Later Lt. Col. Faris al-Bayoush spoke.", "person"),
        ("Then Abu Isa left.", "person"),
        ("Then Martyr Ahmed Al Abdo fell.", "person"),
        ("Then the Syrian Liberation Front left.", "group"),
        ("Then Faylaq Al Rahman left.", "group"),
        ("Then ISIS left.", "group"),
        ("They left eastern Ghouta.", "place"),
        ("They left the town of Jeroud.", "place"),
        ("They left the Badra area.", "place"),
        ("They left Homs.", "place"),
        ("They saw Wexley.", "other"),
    ],
)
def test_kind_follows_cue_words(text: str, kind: str) -> None:
    assert [name.kind for name in names.find(text)] == [kind]


def test_the_document_is_noted() -> None:
    (name,) = names.find("They left Homs.", document="d1")
    assert (name.span.document, name.span.start, name.span.end) == ("d1", 10, 14)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_spans_slice_exactly_in_order_without_overlap(text: str) -> None:
    end = 0
    for name in names.find(text):
        assert text[name.span.start : name.span.end] == name.span.quote == name.text != ""
        assert name.span.start >= end
        end = name.span.end


@given(TEXTS)
@example("( ( ( ( Rights")  # however many opening marks stand before it, the first word opens a sentence
@example("( ( ( ( ( ( ( Human")
@settings(max_examples=150, deadline=None)
def test_a_plain_sentence_before_only_moves_the_names(text: str) -> None:
    alone = [(n.span.start + len(PLAIN), n.text, n.kind) for n in names.find(text)]
    assert [(n.span.start, n.text, n.kind) for n in names.find(PLAIN + text)] == alone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Syrian Observatory for Human Rights (SOHR) said", {"SOHR": "Syrian Observatory for Human Rights"}),
        ("the People's Protection Union (PPU)", {"PPU": "People's Protection Union"}),
        ("said the PUK (Patriotic Union of Kurdistan)", {"PUK": "Patriotic Union of Kurdistan"}),
        (
            "the Norlund Institute of Peace (NIP) and the Norlund Press (NP)",
            {"NIP": "Norlund Institute of Peace", "NP": "Norlund Press"},
        ),
        ("the Free Union (the “FU”)", {"FU": "Free Union"}),
        ("the mayor (ABC) said", {}),
        ("Rain fell. Norlund (N) said", {}),
        ("", {}),
    ],
)
def test_acronyms(text: str, expected: dict[str, str]) -> None:
    assert names.acronyms(text) == expected


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_acronyms_and_long_forms_stand_in_the_text(text: str) -> None:
    for long in names.acronyms(text).values():
        assert long in text
