from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.dateline import find, head, is_dateline, place

DAY = date(2024, 3, 14)


@pytest.mark.parametrize(
    ("text", "agency", "day"),
    [
        ("DAMASCUS, April 10 (Reuters) — Talks failed.", "Reuters", None),
        ("BEIRUT — Talks failed.", None, None),
        ("BEIRUT, Lebanon, 10 April 2018 (AFP) - Talks failed.", "AFP", date(2018, 4, 10)),
        ("A headline\n\nAMMAN, Sept. 3, 2017 (AP) -- Talks failed.", "AP", date(2017, 9, 3)),
        ("AMMAN, February 31, 2017 (AP) — Talks failed.", "AP", None),
        ("AMMAN (archive) — Talks failed.", None, None),
        ("The envoy met (Reuters) — so it is said.", None, None),
        ("Talks failed, 10 April 2018.", None, None),
        ("14 March 2024\n\nAMMAN (AP) — Talks failed.", "AP", DAY),
    ],
)
def test_datelines(text: str, agency: str | None, day: date | None) -> None:
    assert find(text) == (agency, day)


@pytest.mark.parametrize(
    "head",
    [
        "14 March 2024 - The fire spread.",
        "March 14, 2024 — “It spread,” she said.",
        "Thursday, March 14th, 2024 -- The fire spread.",
        "14 March 2024\nThe fire spread.",
        "The fire spread\n14 March 2024\n\nIt spread.",
        "14 MARCH 2024, 10:15",
        "2024-03-14",
        "2024-03-14T10:15:00Z",
        "14/03/2024 10.15 GMT",
        "03/14/2024",
        "Published: 14 March 2024, 10:15",
        "Published on Thursday, 14 March 2024 at 10:15 am",
        "The fire spread\n\nBy Ann Lee\n\nPosted on March 14, 2024 10:15 a.m. EST",
        "By Ann Lee, 14 March 2024",
        "14 March 2024 | World",
        "14 March 2024 · 4 min read",
        "Updated: 15 March 2024\nPublished: 14 March 2024\n",
        "Published: 14 March 2024\n\nIt began so.\n\n1 March 2024\nA spark.\n\n2 March 2024\nA fire.",
        "Last updated: 14 March 2024",
    ],
)
def test_days_at_the_head(head: str) -> None:
    assert find(head)[1] == DAY


@pytest.mark.parametrize(
    "text",
    [
        "14 March 2024 was a dry day.",
        "14 March 2024 - a dry day.",
        "14 March 2024 - 2 April 2024",
        "14 March 2024 – April 2, 2024: the plan",
        "14 March 2024 – 2 April 2024 – Programme",
        "14 March",
        "March 2024",
        "3/4/2024",
        "31 February 2024",
        "The fire of 14 March 2024",
        "The fire spread\nIt was put out.\nNobody was hurt.\nHouses burned.\nA bridge fell.\n14 March 2024",
        "14 March 2024 - The fire starts.\n15 March 2024 - The fire spreads.",
        "14 March 2024\nThe fire starts.\n\n15 March 2024\nThe fire spreads.",
        "14 March 20245",
    ],
)
def test_no_day_at_the_head(text: str) -> None:
    assert find(text)[1] is None


@given(st.text(alphabet="AB, ().—-10April/:2024\n"))
def test_anything_goes(text: str) -> None:
    find(text)


@pytest.mark.parametrize(
    ("paragraph", "length"),
    [
        ("KELD, 3 May 2024 - A fire spread.", 19),
        ("Keld (AFP) – A fire spread.", 13),
        ("KELD, Norland, Dec. 8 (UPI) — A fire spread.", 30),
        ("KELD —“A fire spread,” he said.", 6),
        ("Dec 29 (Reuters) - A fire spread.", 19),
        ("3 May 2024 - A fire spread.", 0),
        ("Jason Sims — a teacher — spoke.", 0),
        ("KELD-based workers left.", 0),
        ("The fire - A great one.", 0),
    ],
)
def test_a_dateline_ends_where_the_sentence_begins(paragraph: str, length: int) -> None:
    found = head(paragraph)
    assert (found.end() if found else 0) == length


def test_a_dateline_alone_and_its_place() -> None:
    assert is_dateline("KELD, 3 May 2024 -")
    assert not is_dateline("KELD, 3 May 2024 - A fire spread.")
    assert not is_dateline("KELD")
    assert place("A headline\n\nKELD, Norland (AP) — A fire spread.") == "KELD"
    assert place("A fire spread.") is None
