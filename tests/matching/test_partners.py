"""Which documents are compared: laws of the choice, with small limits so that they bite."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from provenance.matching.blocking.keys import worth
from provenance.matching.blocking.partners import order, partners

KEYS = st.integers(0, 30).map(lambda n: n << 8 | (5 + n % 16))
CLAIMS = st.lists(st.frozensets(KEYS, max_size=5).map(sorted), min_size=1, max_size=4)
CORPORA = st.dictionaries(st.sampled_from([f"d{n}" for n in range(12)]), CLAIMS, max_size=12)


def score(a: list[list[int]], b: list[list[int]]) -> int:
    """As the module's description says, worked out the long way."""

    def towards(claims: list[list[int]], others: list[list[int]]) -> int:
        held = {key for claim in others for key in claim}
        return sum(sum(worth(key) for key in claim if key in held) ** 2 for claim in claims)

    return towards(a, b) + towards(b, a)


@given(CORPORA, st.integers(1, 4))
def test_each_document_is_compared_with_those_that_share_most(corpus: dict[str, list[list[int]]], most: int) -> None:
    expected = set()
    for one in corpus:
        scores = {other: score(corpus[one], corpus[other]) for other in corpus if other != one}
        near = sorted(filter(scores.get, scores), key=lambda other: (-scores[other], order(other, corpus[other])))[
            :most
        ]
        expected |= {(min(one, other), max(one, other)) for other in near}
    assert partners(corpus, most=most, common=999) == sorted(expected)


@given(CORPORA, st.integers(1, 4), st.integers(1, 5), st.randoms())
def test_the_order_of_documents_and_claims_changes_nothing(corpus, most, common, random) -> None:
    items = [(document, random.sample(claims, len(claims))) for document, claims in corpus.items()]
    random.shuffle(items)
    assert partners(dict(items), most=most, common=common) == partners(corpus, most=most, common=common)


@given(CORPORA, st.integers(1, 4), st.integers(1, 5))
def test_what_documents_are_called_decides_nothing(corpus, most, common) -> None:
    named = {str(sorted(map(sorted, claims))): name for name, claims in corpus.items()}
    held = {name: corpus[name] for name in named.values()}  # of two with the same keys, ids do decide
    other = {name: f"x{number:02}" for number, name in enumerate(sorted(held, reverse=True))}
    renamed = {other[name]: claims for name, claims in held.items()}
    expected = {tuple(sorted((other[a], other[b]))) for a, b in partners(held, most=most, common=common)}
    assert set(partners(renamed, most=most, common=common)) == expected


@given(CORPORA, CLAIMS, st.integers(1, 4), st.integers(1, 5))
def test_a_document_that_shares_nothing_changes_nothing(corpus, claims, most, common) -> None:
    apart = [[key + (1 << 20) for key in claim] for claim in claims]
    assert partners({**corpus, "other": apart}, most=most, common=common) == partners(corpus, most=most, common=common)


@given(CORPORA)
def test_few_documents_are_all_compared_where_they_share_a_key(corpus) -> None:
    held = {document: {key for claim in claims for key in claim} for document, claims in corpus.items()}
    sharing = [(a, b) for a, b in combinations(sorted(corpus), 2) if held[a] & held[b]]
    assert partners(corpus) == sharing


def test_a_key_that_stands_in_too_many_documents_leads_to_none() -> None:
    common, rare = 1 << 8 | 20, 2 << 8 | 20
    corpus = {"a": [[common, rare]], "b": [[common, rare]], "c": [[common]]}
    assert partners(corpus, common=2) == [("a", "b")]
    assert partners(corpus, common=3) == [("a", "b"), ("a", "c"), ("b", "c")]
