from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.readers.dateline import find


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
    ],
)
def test_datelines(text: str, agency: str | None, day: date | None) -> None:
    assert find(text) == (agency, day)


@given(st.text(alphabet="AB, ().—-10April\n"))
def test_anything_goes(text: str) -> None:
    find(text)
