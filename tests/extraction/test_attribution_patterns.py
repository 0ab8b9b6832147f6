"""Who says what in texts of the kinds that news has, written before the rules."""

import pytest

from provenance.extraction.attribution import find

CASES = [
    (
        "The company, which employs 3,400 people, denied that two plants would close.",
        [("two plants would close", "The company")],
    ),
    (
        "Donald J. Trump said on Monday that the talks had failed. “We will not go back,” Mr. Trump added.",
        [("talks had failed", "Donald J. Trump"), ("We will not go back", "Donald J. Trump")],
    ),
    (
        "“The road is closed,” said George W. Carter, the mayor of Leeds.",
        [("The road is closed", "George W. Carter")],
    ),
    (
        "The dam is safe, J. R. Ewing told the Herald.",
        [("The dam is safe", "J. R. Ewing")],
    ),
    (
        "The Syrian Observatory for Human Rights said 12 people were killed. “Most of them were women,” the "
        "Observatory added.",
        [("12 people", "Syrian Observatory for Human Rights"), ("Most of them", "Syrian Observatory for Human Rights")],
    ),
    (
        "The Syrian Observatory for Human Rights reported shelling in Douma. The army denied it. The "
        "monitoring group said three children died.",
        [("three children", "Syrian Observatory for Human Rights")],
    ),
    (
        "“The bridge is gone,” said Anna Weber, a farmer. “Nobody warned us. We had ten minutes to leave.”",
        [("The bridge is gone", "Anna Weber"), ("Nobody warned us", "Anna Weber")],
    ),
    (
        "Maria Lopez, the minister of health, opened the clinic on Friday. “It will treat 300 patients a "
        "day,” she said. “And it will be free.”",
        [("It will treat", "Maria Lopez"), ("it will be free", "Maria Lopez")],
    ),
    (
        "“He told me, ‘Leave the house now,’ and I ran,” said Omar Haddad.",
        [("He told me", "Omar Haddad")],
    ),
    (
        "“We lost everything,” Karim Saleh said.\n\n“The house burned for two days.\n\n“Nobody came to help.”",
        [("We lost everything", "Karim Saleh"), ("The house burned", "Karim Saleh"), ("Nobody came", "Karim Saleh")],
    ),
    (
        "The source, who asked not to be named, said the convoy carried 40 trucks.",
        [("the convoy carried", "The source")],
    ),
    (
        "A senior official who declined to be named said the deal would be signed in May.",
        [("the deal would be signed", "A senior official")],
    ),
    (
        "An officer, speaking on condition of anonymity, said two soldiers were missing.",
        [("two soldiers were missing", "An officer")],
    ),
    (
        "According to the Mercy Network, a charity working in the north, more than 4,000 families have left the town.",
        [("more than 4,000", "Mercy Network")],
    ),
    (
        "According to Peter Novak, a spokesman for the fire service, the blaze began at noon.",
        [("the blaze began", "Peter Novak")],
    ),
    (
        "The company called the report “misleading” and said it would sue.",
        [("misleading", "The company"), ("it would sue", "The company")],
    ),
    (
        "The White House said Russia was behind the attack. Moscow denied the charge. The Kremlin said it had "
        "no information.",
        [("Russia was behind", "White House"), ("it had no information", "Kremlin")],
    ),
    (
        "Reuters quoted a diplomat as saying that talks would resume on Tuesday.",
        [("talks would resume", "a diplomat")],
    ),
    (
        "Lavrov told the Interfax agency that the troops would stay. He also said that the base would grow.",
        [("troops would stay", "Lavrov"), ("base would grow", "Lavrov")],
    ),
    (
        "Jane Mills met Tom Brown on Sunday. “I trust him,” she said. He said the contract was ready.",
        [("I trust him", "Jane Mills"), ("contract was ready", "Tom Brown")],
    ),
    (
        "The World Food Programme said it needed $40m. The agency said 2.3 million people were hungry.",
        [("it needed", "World Food Programme"), ("2.3 million", "World Food Programme")],
    ),
    (
        "Police said 14 people were arrested. They also said that two officers were hurt.",
        [("14 people", "Police"), ("two officers", "Police")],
    ),
    (
        "Sen. John P. Kelly, R-Ohio, said the bill was dead. Kelly said a new one would follow.",
        [("the bill was dead", "John P. Kelly"), ("a new one", "John P. Kelly")],
    ),
    (
        "Amnesty International published a report on Tuesday. The rights group said 900 people were held "
        "without trial.",
        [("900 people", "Amnesty International")],
    ),
    (
        "“The plan,” the chairman, Lee Wong, said, “is to build 500 homes.”",
        [("The plan", "Lee Wong"), ("is to build 500", "Lee Wong")],
    ),
    (
        "The minister said the toll “could rise” and that rescuers “have not reached” two villages.",
        [("could rise", "The minister"), ("have not reached", "The minister")],
    ),
    (
        "Dr. Ahmed al-Sayed, head of the hospital in Idlib, told AFP that 23 patients had died. Al-Sayed said "
        "the power was off.",
        [("23 patients", "Ahmed al-Sayed"), ("the power was off", "Ahmed al-Sayed")],
    ),
    (
        "Fighters for the Free Army dropped their claim, an activist in Homs said via Skype.",
        [("dropped their claim", "an activist in Homs")],
    ),
    (
        "A helicopter dropped a barrel bomb on the village of Kansafra, said the Rescue Group.",
        [("dropped a barrel bomb", "Rescue Group")],
    ),
    (
        "“There were no survivors,” said a statement by the Civil Aviation Authority.",
        [("no survivors", "Civil Aviation Authority")],
    ),
]


def speaker(text: str, words: str) -> str | None:
    """Who says `words`: the speaker of the narrowest content that holds them."""
    start, end = text.index(words), text.index(words) + len(words)
    fitting = [a for a in find(text) if a.content and a.content.start <= start and end <= a.content.end]
    return min(fitting, key=lambda a: len(a.content.quote if a.content else "")).speaker


@pytest.mark.parametrize(("text", "said"), CASES, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_words_belong_to_their_speaker(text: str, said: list[tuple[str, str]]) -> None:
    found = [(words, (speaker(text, words) or "").removeprefix("The ").removeprefix("the ")) for words, _ in said]
    assert found == [(words, name.removeprefix("The ")) for words, name in said]


@pytest.mark.parametrize(
    "text",
    [
        "The council voted 23 to 16 on Monday night.",
        "Nobody showed up for the morning shift.",
        "He recorded 3 goals and 5 assists in nine games.",
        "The presidents signed the border treaty in Lima.",
        "The surgeon was found guilty of fraud in March.",
    ],
)
def test_what_is_done_is_no_report(text: str) -> None:
    assert not [a for a in find(text) if a.cue]


def test_a_vote_reports_what_it_is_for() -> None:
    (found,) = find("The council voted to close the school.")
    assert found.content is not None
    assert found.content.quote == "to close the school"


def test_according_to_somebody_with_a_verb_of_two_classes() -> None:
    (found,) = find("According to the police, two men fled.")
    assert found.source is not None
    assert found.content is not None
    assert (found.source.quote, found.content.quote) == ("the police", "two men fled")


@pytest.mark.parametrize("before", ["A ferry with 212 people ran aground. ", "It sank on Sunday. ", ""])
def test_a_clause_before_the_source_is_what_it_says(before: str) -> None:
    (found,) = find(f"{before}Nobody was hurt, the coastguard said.")
    assert found.source is not None
    assert found.content is not None
    assert (found.source.quote, found.content.quote) == ("the coastguard", "Nobody was hurt")


@pytest.mark.parametrize(
    "text",
    [
        "Fever: 1,120 suspected cases and 14 deaths have been reported as of Monday.",
        "61 deaths and 340 injuries have been confirmed.",
        "Two cases were reported in Lund.",
    ],
)
def test_counts_of_what_is_reported_speak_of_nothing(text: str) -> None:
    assert all(found.source is None for found in find(text))


@pytest.mark.parametrize("aside", ["the owner", "54", "its former chief engineer"])
def test_an_aside_tells_that_a_name_is_a_persons(aside: str) -> None:
    (found,) = find(f'Ada Kern, {aside}, visited the ship. "We are sorry," she said.')
    assert found.speaker == "Ada Kern"


def test_what_owns_a_thing_may_be_no_person() -> None:
    (found,) = find('Orvik Paper, a mill, visited the ship. "We are sorry," she said.')
    assert found.speaker == "she"
