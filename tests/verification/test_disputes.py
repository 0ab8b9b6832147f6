"""Statements that one source backs and another one tells otherwise; what a source tells only to deny it."""

import pytest

import provenance

FERRY = [
    "A ferry sank off Orvane on Tuesday night. Six people died, the coast guard said, and 40 were rescued.",
    "Four people died when a ferry sank off Orvane on Tuesday night. Rescuers pulled 40 from the water.",
    "A ferry carrying 44 passengers capsized off Orvane on Tuesday. Four people were killed, police said.",
]


def check(draft, texts, days=()):
    days = [*days, *[None] * len(texts)]
    sources = [
        provenance.read(text.encode(), id=f"source-{n}", media_type="text/plain", published=days[n])
        for n, text in enumerate(texts)
    ]
    own = provenance.read(draft.encode(), id="draft", media_type="text/plain", published=days[0])
    return provenance.check(own, sources)


def disputed(draft, texts, days=()):
    """The statements that have backup and are told otherwise, each with the documents and words that do so."""
    report = check(draft, texts, days)
    backed = {s.span for s in report.statements if s.state == "supported"}
    return [(f.a.quote, f.b.document, f.b.quote) for f in report.findings if f.rule == "PV406" and f.a in backed]


def test_a_figure_that_other_sources_count_otherwise_is_told_beside_its_backup():
    draft = "A ferry sank off Orvane on Tuesday night. Six people died."
    assert disputed(draft, FERRY) == [("Six people died", "source-1", "Four people died")]


def test_the_message_counts_the_documents_that_say_otherwise():
    findings = check("A ferry sank off Orvane on Tuesday night. Six people died.", FERRY).findings
    assert ["2 others say otherwise" in f.message for f in findings if f.rule == "PV406"] == [True]


@pytest.mark.parametrize(
    ("draft", "other"),
    [
        ("The mayor of Talmir, Ana Soto, resigned on 3 May 2021.", "Ana Soto, mayor of Talmir, quit on 5 May 2021."),
        ("The bridge was built by Hall and Sons in 1990.", "The bridge was built by Miller Brothers in 1990."),
        ("Velora said it would close the plant in Keld.", "Velora has no plans to close its Keld plant."),
        ("The painting was insured.", "The painting was not insured."),
    ],
    ids=["date", "name", "denial in other words", "denial"],
)
def test_dates_names_and_denials_of_other_sources_are_told_too(draft, other):
    assert [passage in other for _, _, passage in disputed(draft, [draft, other])] == [True]


def test_a_passage_that_says_otherwise_is_told_once():
    texts = ["The mayor of Talmir, Ana Soto, resigned.", "The mayor of Talmir, Ana Soto, did not resign."]
    assert len(disputed(texts[0], texts)) == 1


def test_an_older_count_disputes_no_newer_one():
    texts = ["Ten people died in the Orvane ferry disaster.", "Four people died in the Orvane ferry disaster."]
    days = ["2021-05-04", "2021-05-03"]
    assert disputed(texts[0], texts, days) == []
    assert [document for _, document, _ in disputed(texts[1], texts, days)] == ["source-0"]


@pytest.mark.parametrize(
    "other",
    [
        "Workers in northern Orvane left the Talmir council.",
        "The miller of Orvane left the Keld council.",
        "On 3 June 2021 at least 11 mills in Orvane closed.",
    ],
)
def test_what_is_told_of_another_thing_is_no_dispute(other):
    draft = "Workers in Orvane left the Talmir council. In May 2021 more than 60 mills in Orvane closed."
    assert disputed(draft, [draft, other]) == []


def test_a_draft_that_follows_the_older_report_is_told_of_the_newer_one():
    reports = [
        "KELD, 3 May 2024 - A fire in a tower in Keld killed six people on Friday night, the brigade said.",
        "KELD, 4 May 2024 - Four people died when fire swept through a tower in Keld late on Friday.",
    ]
    draft = "KELD, 5 May 2024 - A fire that tore through a tower in Keld killed six people on Friday night."
    assert [document for _, document, _ in disputed(draft, reports)] == ["source-1"]
    grown = [reports[0].replace("six", "four"), reports[1].replace("Four", "Six")]
    assert disputed(draft, grown) == []


DENIALS = [
    "Dana Hale denied that her department had warned the council of the leak.",
    "Dana Hale rejected the claim that her department had warned the council of the leak.",
    "Reports that the department had warned the council of the leak were false, Dana Hale said.",
]


@pytest.mark.parametrize("source", DENIALS)
@pytest.mark.parametrize(
    "draft",
    ["“We had warned the council of the leak,” Hale said.", "Engineers had warned the council of the leak."],
    ids=["quotation", "statement"],
)
def test_what_a_source_denies_is_no_backup(draft, source):
    report = check(draft, [source])
    assert {s.state for s in report.statements} <= {"contradicted", "unsupported"}


@pytest.mark.parametrize("source", DENIALS)
def test_a_denial_backs_a_denial(source):
    assert [s.state for s in check(source, [source]).statements] == ["supported"]


def test_a_denial_of_something_else_in_the_sentence_takes_no_backup_away():
    source = "Hall denied the theft but admitted that he had opened the safe of the Lisk dairy."
    [one] = check("Hall had opened the safe of the Lisk dairy.", [source]).statements
    assert one.state == "supported"


COUNCIL = [
    "Orvane council voted 23 to 18 to close two of its eight libraries. Thirty people protested outside the town hall.",
    "About 300 people protested as Orvane's councillors voted to close two of eight libraries. The vote was 23 to 18.",
]


def test_a_document_of_one_story_needs_less_likeness_to_count_otherwise():
    assert ("Thirty people protested outside the town hall", "source-1", "About 300 people protested") in disputed(
        COUNCIL[0], COUNCIL
    )


def test_what_has_no_backup_is_not_called_disputed():
    texts = ["A fire in Orvane injured 17 people, the fire service said.", "The fire in Orvane injured 17 people."]
    report = check("A fire in Orvane injured 17 people. Four of the injured are in a bad state.", texts)
    assert not {f.a.quote for f in report.findings if f.rule == "PV406"} & {
        s.span.quote for s in report.statements if s.state == "unsupported"
    }
