"""Words of one notion: what the thesaurus holds, and what of it is found in a sentence."""

from provenance.extraction.lexicon import base, mentions, rows
from provenance.extraction.thesaurus import FILE, notions, synonym
from provenance.extraction.tokens import tokenize

FAMILIES = {row[0] for row in rows("families.tsv")}


def told(sentence: str) -> set[str]:
    bases = [t.base for t in tokenize(sentence)]
    return {notion for notion, _, _ in notions(bases, mentions(bases))}


def test_words_of_one_notion_tell_of_it() -> None:
    assert "RESIDENTS" in told("the residents") & told("some villagers") & told("every inhabitant")
    assert "SCHOOLS" in told("two schools") & told("in classrooms")


def test_an_expression_tells_of_more_than_its_words() -> None:
    assert "INDUSTRIAL_ACTION" in told("the drivers walked out")
    assert "INDUSTRIAL_ACTION" not in told("the drivers walked home")


def test_a_family_stands_for_all_its_words() -> None:
    assert "EVACUATE" in told("thousands were displaced") & told("villagers fled")


def test_the_tokens_of_a_notion_are_those_that_tell_of_it() -> None:
    bases = [t.base for t in tokenize("the crew walked out early")]
    assert ("INDUSTRIAL_ACTION", 2, 3) in set(notions(bases, []))


def test_synonyms_meet_whatever_their_endings() -> None:
    assert len({synonym(base(word)) for word in ("lawyer", "lawyers", "attorneys", "solicitor")}) == 1
    assert synonym(base("lawyers")) != synonym(base("laws"))


def test_the_thesaurus_names_families_that_exist_and_every_notion_once() -> None:
    listed = rows(FILE)
    assert len({notion for notion, _ in listed}) == len(listed)
    assert {word for _, words in listed for word in words.split() if word.isupper()} <= FAMILIES
    assert all(len(words.replace("=", " ").split()) == len(set(words.replace("=", " ").split())) for _, words in listed)
