"""What is told of a statement: the words without backup, and the values that differ."""

import provenance
from provenance.model import Report
from provenance.reports import render
from provenance.reports.draft import why
from provenance.reports.view import View


def checked(draft: str, *sources: str) -> Report:
    return provenance.check(
        provenance.read(draft.encode(), id="draft"),
        [provenance.read(s.encode(), id=f"s{n}") for n, s in enumerate(sources)],
    )


def test_a_partly_backed_statement_names_the_words_without_backup_everywhere() -> None:
    report = checked(
        "On 3 May 2024, a fire destroyed the mill of Halm Brothers in Keld.",
        "A fire destroyed a mill in Keld on 3 May 2024.",
    )
    (finding,) = [finding for finding in report.findings if finding.rule == "PV403"]
    assert finding.reasons == ("no backup for “Halm Brothers”",)
    assert why(View(report).statements[0]) == "no backup for “Halm Brothers”"
    text = " ".join(render(report, "text").split())
    assert "no backup for “Halm Brothers”" in text
    assert "not said wording" not in text


def test_the_source_that_says_otherwise_stands_in_the_report_for_editors() -> None:
    report = checked(
        "A fire in Orvane killed 12 people on 3 May 2021.",
        "A fire in Orvane killed 12 people on 3 May 2021.",
        "A fire in Orvane killed 15 people on 3 May 2021.",
    )
    page = render(report, "html")
    assert "another source says otherwise</p>" in page
    assert "15" in page.partition("another source says otherwise</p>")[2].partition("</figure>")[0]
    (finding,) = [finding for finding in report.findings if finding.rule == "PV406"]
    assert all(reason.count("“15”") == 1 for reason in finding.reasons)


def test_a_date_and_a_place_that_agree_have_backup_where_other_words_have_none() -> None:
    report = checked(
        "The labour office imposed a fine of 250,000 euros on Halm in May 2024.",
        "Halm was fined 250,000 euros on 2 May 2024.",
    )
    assert report.statements[0].state == "partly"
    assert report.coverage["draft"]["dates"]["unbacked"] == []
    assert report.coverage["draft"]["figures"]["unbacked"] == []


def test_every_report_for_people_says_what_to_do_next_and_shows_who_says_otherwise() -> None:
    report = checked(
        "A fire in Orvane killed 12 people on 3 May 2021.",
        "A fire in Orvane killed 12 people on 3 May 2021.",
        "A fire in Orvane killed 15 people on 3 May 2021.",
    )
    for format in ("text", "html", "markdown"):
        shown = " ".join(render(report, format).split())
        assert "Decide which source to follow, and say in the draft that they disagree." in shown, format
        assert "15" in shown, format
    assert "another source says otherwise:** **s1**" in " ".join(render(report, "markdown").split())


def test_a_dropped_speaker_is_named_beside_what_to_do() -> None:
    report = checked("The ferry carried 340 passengers.", "The ferry carried 340 passengers, the coast guard said.")
    page = render(report, "html")
    assert "the words of the coast guard</bdi>. <b>Next:</b> Name the speaker" in page


def test_the_most_severe_finding_of_a_statement_heads_it() -> None:
    report = checked(
        '"We have paid nothing at all," director Clara Holm said.', '"We have paid nothing," said director Clara Holm.'
    )
    assert {finding.rule for finding in report.findings} == {"PV202", "PV403"}
    (head,) = [line for line in render(report, "text").splitlines() if "PARTLY SUPPORTED" in line]
    assert "error  PV202" in head
