"""What was found, in one line."""

import provenance


def test_figures_that_differ_in_direction_alone_say_so() -> None:
    texts = ("Velka shares fell 4 percent, while Dorn jumped 19 percent.", "Shares in Velka rose 4% by the close.")
    documents = [
        provenance.read(text.encode(), id=name, published="2024-02-06", media_type="text/plain")
        for name, text in zip("ab", texts, strict=True)
    ]
    (found,) = [f for f in provenance.review(documents).findings if f.relation == "conflicts"]
    assert found.message == "the figures differ on amount in percent: '4 percent' (down) and '4%' (up)"
