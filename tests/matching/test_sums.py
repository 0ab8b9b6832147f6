from provenance import matching, read
from provenance.extraction.claims import extract
from provenance.matching.across import sums
from provenance.matching.blocking.candidates import PER_CLAIM


def documents(*texts: str):
    found = [read(text.encode(), id=f"{number}.txt", media_type="text/plain") for number, text in enumerate(texts)]
    return found, [claim for document in found for claim in extract(document)]


def test_parts_that_are_more_than_a_total_elsewhere():
    found = matching.match(
        *documents(
            "At least 25 soldiers and 10 militants were killed in Lisk on Monday.",
            "Officials said 24 people were killed in Lisk on Monday.",
        )
    )
    assert any(" + " in m.x.quantity.text for m in found if m.x is not None)


def test_lists_of_parts_are_compared_with_few_totals(monkeypatch):
    """Each with each, two long lists of losses would take minutes."""
    compared = []
    relate = sums.relate
    monkeypatch.setattr(sums, "relate", lambda *pair: compared.append(pair) or relate(*pair))
    days = 2 * PER_CLAIM
    text = "".join(f"{20 + day} soldiers and {day + 2} militants were killed in Lisk. " for day in range(days))
    matching.match(*documents(text, text.replace("soldiers", "guards")))
    assert 0 < len(compared) <= 2 * days * PER_CLAIM
