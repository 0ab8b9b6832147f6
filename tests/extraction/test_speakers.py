"""Pronouns and short names taken up by the speaker that the document named before."""

import pytest

from provenance.extraction.attribution import find


def speakers(text: str) -> list[str | None]:
    return [a.speaker for a in find(text) if a.cue and a.cue.quote in ("said", "told", "added")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rami Haddad said the road was cut. He said it was mined.", ["Rami Haddad", "Rami Haddad"]),
        ("Maria Lopez told Reuters that talks failed. She said they would resume.", ["Maria Lopez", "Maria Lopez"]),
        ("Abdul Karim said he would stay. Karim said the town was quiet.", ["Abdul Karim", "Abdul Karim"]),
        (
            "The Syrian Observatory for Human Rights said 40 people died. The Observatory said the toll could rise.",
            ["Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"],
        ),
        (
            "The Syrian Observatory for Human Rights said 40 people died. The group said the toll could rise.",
            ["Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"],
        ),
        ("Local activists said the road was cut.", ["Local activists"]),
        ("The water company, Velka, owns the dam. It said the wall was sound.", ["Velka"]),
        ("Velka, which owns the dam, met the mayor. It said the wall was sound.", ["Velka"]),
        ("Velka denied that the dam was old. It said the wall was sound.", ["Velka"]),
        ("Two survivors said the ferry was full.", ["Two survivors"]),
        ("Rami Haddad, a spokesman for the council, said the road was cut.", ["Rami Haddad"]),
        ("Council spokesman Rami Haddad said the road was cut.", ["Rami Haddad"]),
        (
            "Maria Lopez met Rami Haddad on Monday. “We made progress,” she said. “We will meet again.”",
            ["Maria Lopez", "Maria Lopez"],
        ),
        ("Residents of Eastern Ghouta said the road was cut.", ["Residents of Eastern Ghouta"]),
        (
            "The Red Crescent met the army. The army said the road was cut.",
            ["The army"],
        ),
        (
            "The Writers Union for the North and Upper Valley, a local body, said it had moved.",
            ["Writers Union for the North and Upper Valley"],
        ),
        (
            "Museum director Ulla Brandt said they took two landscapes by Anna Rask. “We are heartbroken,” she said.",
            ["Ulla Brandt", "Ulla Brandt"],
        ),
        ("Mayor Ottoline Hart came late. “We looked at the cost,” she said.", ["Ottoline Hart"]),
        ("Mayor Ottoline Hart came late. “We looked at the cost,” he said.", ["Ottoline Hart"]),
        ("Chairwoman Ottoline Hart came late. “We looked at the cost,” he said.", ["he"]),
        (
            "The Reform Party won. Nine were hurt, the interior ministry said. The ministry said three had left.",
            ["the interior ministry", "the interior ministry"],
        ),
        (
            "The Writers Union met. The London-based group said it had moved.",
            ["Writers Union"],
        ),
        ("Douglas Holm left. Holm's lawyer, Peter Sand, said he would appeal.", ["Peter Sand"]),
        ("Douglas Holm left. Holm's lawyer said he would appeal.", ["Holm's lawyer"]),
        ("Chief Executive Sarah Lind said profits rose.", ["Sarah Lind"]),
        ("Delmar Chief Executive Sarah Lind said profits rose.", ["Sarah Lind"]),
        ("U.S. Attorney Carla Nunez said the trial was over.", ["Carla Nunez"]),
        ("The charity, based in Leeds, said it had moved.", ["The charity"]),
        ("A statement by the Red Crescent said the convoy had arrived.", ["Red Crescent"]),
    ],
)
def test_speaker_is_the_name_in_the_document(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_source_stays_as_written() -> None:
    found = find("Rami Haddad said the road was cut. He said it was mined.")
    assert [a.source.quote for a in found if a.source] == ["Rami Haddad", "He"]
