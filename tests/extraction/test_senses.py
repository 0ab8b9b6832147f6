"""Words of several senses: what their sentence and text are about decides."""

import pytest

from provenance.extraction import senses
from provenance.extraction.claims import extract


def families(text: str) -> set[str]:
    return {c.frame.family for c in extract(text)} - {""}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Strikes hit three rebel positions near Talmir on Monday.", "ATTACK"),
        ("The rail union called 300 members out on Monday. The strike ended on Friday.", "PROTEST"),
        ("Some 400 drivers are in a strike over pay.", "PROTEST"),
        ("An earthquake struck the island of Keld on Sunday.", "QUAKE"),
        ("Velora struck a deal with the union in March.", "AGREE"),
        ("A ship struck the bridge at Merat on Friday.", "CRASH"),
        ("The ferry went down within 40 minutes.", "SINK"),
        ("The rate fell to 4.8 percent in May.", "FALL"),
        ("The Kestrel, a ferry with 212 on board, hit a sandbank.", "CRASH"),
        ("The governing body approved 12 new rules.", "ACCEPT"),
        ("Gas prices rose by 5 percent in March.", "COST"),
        ("Rebels fired 12 rockets at the town of Keld.", "SHELL"),
        ("Helicopters dropped barrel bombs on the village of Talmir.", "AIR"),
        ("Mayor Karl Holm conceded defeat on Sunday.", "DEFEATED"),
        ("Prosecutors in Keld have opened an inquiry.", "INVESTIGATE"),
        ("The Sunday ferry to Orvane was axed in March.", "CANCEL"),
        ("The Sorvan dam gave way on Monday.", "COLLAPSE"),
        ("Lessons are suspended until Thursday.", "END"),
    ],
)
def test_the_main_predicate_is_read_in_the_sense_of_its_text(text: str, family: str) -> None:
    assert family in families(text)


@pytest.mark.parametrize(
    "text",
    [
        "The aircraft carried 14 tonnes of mail.",
        "The bank missed its inflation target of 2 percent.",
        "The chemical company Bersol has 9,000 shares.",
        "Snow fell on 12 days in March.",
    ],
)
def test_everyday_words_report_no_war_and_no_protest(text: str) -> None:
    assert not families(text) & {"AIR", "ATTACK", "SHELL", "CHEM", "PROTEST"}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Rebels shelled the town. The army replied with airstrikes, the union of writers said.", "war"),
        ("The union called its employees out. Pickets stood at the gates.", "labour"),
        ("The bridge reopens in June.", ""),
        ("", ""),
    ],
)
def test_a_text_is_of_the_field_that_most_of_its_words_show(text: str, field: str) -> None:
    assert senses.field(text) == field
