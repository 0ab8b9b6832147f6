"""The line that tells a match, and the facts above the matches."""

from datetime import date

import provenance
from provenance.model import Report


def review(*texts: str) -> Report:
    documents = [
        provenance.read(text.encode(), id=str(n), media_type="text/plain", published=date(2024, 6, 4 + n))
        for n, text in enumerate(texts)
    ]
    return provenance.review(documents)


def messages(*texts: str) -> list[str]:
    return [finding.message for finding in review(*texts).findings if finding.relation != "corroborates"]


def test_a_newer_count_is_named_as_such_whichever_document_comes_first() -> None:
    first, second = "The fire in Keld killed 14 people.", "The fire in Keld killed 17 people."
    told = "the newer figure for people (deaths) is “17”, the older one “14”"
    assert messages(first, second) == [told]
    documents = [
        provenance.read(text.encode(), id=name, media_type="text/plain", published=date(2024, 6, day))
        for name, text, day in (("a", second, 5), ("b", first, 4))
    ]
    assert [f.message for f in provenance.review(documents).findings if f.relation == "supersedes"] == [told]


def test_amounts_are_told_in_their_own_words_without_escapes() -> None:
    texts = "The hall in Keld held 85 tonnes of paint.", "The hall in Keld held 92\N{NO-BREAK SPACE}tonnes of paint."
    assert messages(*texts) == ["the figures differ: “85 tonnes” and “92 tonnes”"]


def test_a_value_is_one_value_however_it_is_capitalized() -> None:
    report = review(
        "Four workers died in the fire in Keld.",
        "In the fire in Keld, four workers died.",
        "Six workers died in the fire in Keld.",
    )
    assert ["four", "six"] in [sorted(v.casefold() for v in fact.values) for fact in report.facts]


def test_dates_without_a_year_are_not_called_missing() -> None:
    compared = provenance.compare("Three workers died on 12 March.", "Three workers died on Tuesday.")
    (time,) = [slot.reason for slot in compared.slots if slot.slot == "time"]
    assert time == "no year or day of publication to place them by"


def test_figures_that_differ_in_direction_alone_say_so() -> None:
    texts = ("Velka shares fell 4 percent, while Dorn jumped 19 percent.", "Shares in Velka rose 4% by the close.")
    documents = [
        provenance.read(text.encode(), id=name, published="2024-02-06", media_type="text/plain")
        for name, text in zip("ab", texts, strict=True)
    ]
    (found,) = [f for f in provenance.review(documents).findings if f.relation == "conflicts"]
    assert found.message == "the figures differ: “4 percent” (down) and “4%” (up)"
