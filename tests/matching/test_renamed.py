"""Documents under other names: the findings are the same ones, under these names."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import provenance
from provenance.model import Document

SEEDS = Path(__file__).parents[2] / "seeds"
SENTENCES = (
    "Floods destroyed {n} houses in {place} on {day} May 2019, the River Watch said.",
    "{n} people were killed and {m} wounded when shells hit {place}.",
    "Police in {place} arrested {n} demonstrators, a lawyer said.",
    "The mayor of {place} signed a contract for {n} years.",
    "She moves to {place} on a {n}-year contract.",
    "A raid on {place} killed {n} militants and wounded {m} soldiers, a monitor said.",
)
PLACES = ("Lisk", "Merat", "Orlan")
NUMBERS = st.integers(2, 30)
SAID = st.builds(
    lambda form, place, n, m, day: form.format(place=place, n=n, m=m, day=day),
    st.sampled_from(SENTENCES),
    st.sampled_from(PLACES),
    NUMBERS,
    NUMBERS,
    st.integers(1, 9),
)


def _found(texts: list[str], names: str) -> set[object]:
    documents: list[Document] = [
        provenance.read(text.encode(), id=name, published="2019-05-09", media_type="text/plain")
        for text, name in zip(texts, names, strict=True)
    ]
    number = {name: i for i, name in enumerate(names)}
    return {
        (
            f.rule,
            f.message.count("'"),
            f.relation,
            f.score,
            frozenset((number[s.document], s.start) for s in (f.a, f.b) if s),
        )
        for f in provenance.review(documents).findings
    }


@settings(max_examples=60)
@given(st.lists(st.lists(SAID, min_size=1, max_size=8).map("\n".join), min_size=2, max_size=3))
def test_names_of_documents_decide_nothing(texts: list[str]) -> None:
    names = "abc"[: len(texts)]
    assert _found(texts, names) == _found(texts, names[::-1])


def test_lengths_do_not_depend_on_names() -> None:
    texts = ["She signed a contract for five years in Lisk.", "She moves to Lisk on a three-year contract."]
    assert _found(texts, "ab") == _found(texts, "ba") != set()


def test_the_articles_of_this_repository() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    assert _found(texts, "ab") == _found(texts, "ba")
