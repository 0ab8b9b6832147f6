"""Two statements that fit but for one place: which place it is, why both cannot hold, and when nothing is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import provenance
from provenance.extraction import opposites
from provenance.matching.contrasts import sentence

CONTRASTS = [
    ("The mayor resigned on 3 March.", "The mayor refused to resign on 3 March.", "action"),
    ("Unemployment rose to 7.4% in May.", "Unemployment fell to 7.4% in May.", "action"),
    ("The vaccine is safe for children.", "The vaccine is unsafe for children.", "action"),
    ("The accident happened before the parade.", "The accident happened after the parade.", "action"),
    ("The ship sailed from Lisk to Dorna.", "The ship sailed from Dorna to Lisk.", "actor"),
    ("The bus left Lisk for Dorna.", "The bus left Dorna for Lisk.", "actor"),
    ("The singer performed with the orchestra.", "The singer performed without the orchestra.", "action"),
    ("All 12 passengers survived the crash near Adun.", "All 12 passengers died in the crash near Adun.", "action"),
    ("The exiled king may be allowed to return to Orvania.", "The exiled king returned to Orvania.", "action"),
    ("Maria Keller was born in Lisk in 1961.", "Maria Keller was born in Velis in 1961.", "place"),
    ("Maria Keller was born in Lisk in 1961.", "Maria Keller was born in Lisk in 1963.", "time"),
    ("The president will visit Merat on Friday.", "The president will visit Merat on Saturday.", "time"),
    ("The film was directed by Lena Holm.", "The film was directed by Peter Stahl.", "actor"),
    ("Velis is the capital of Orvania.", "The capital of Orvania is Sabel.", "actor"),
    ("The army controls the town of Adun.", "Rebels control the town of Adun.", "actor"),
    ("Norvik Energy owns Delta Gas.", "Norvik Energy is a subsidiary of Delta Gas.", "actor"),
    ("Rovers beat United on Saturday.", "United beat Rovers on Saturday.", "actor"),
    ("The deal was signed by both sides in Dorna.", "The deal was signed by both sides in Velis.", "place"),
    ("Lena Holm was appointed finance minister.", "Lena Holm was appointed foreign minister.", "actor"),
    ("Halm agreed to buy Delta for $2.1 billion.", "Halm agreed to buy Delta for $2.6 billion.", "quantity"),
    ("The defendant pleaded guilty.", "The defendant pleaded not guilty.", "action"),
    ("The bridge is the longest in Europe.", "The bridge is the second longest in Europe.", "wording"),
    ("Lena Holm is the sister of Peter Stahl.", "Lena Holm is the wife of Peter Stahl.", "wording"),
    ("The barge was carrying no cargo.", "The barge was carrying five tonnes of cargo.", "action"),
    ("The owner said the barge was carrying no cargo.", "The barge was carrying five tonnes of cargo.", "action"),
    ("Grey Hours is a 1940 comedy by Lena Holm.", "Grey Hours is a 1930 comedy by Lena Holm.", "time"),
    ("Stahl was ranked the worst actor of the century.", "Stahl was ranked the greatest actor.", "action"),
    ("The band disbanded in 2004.", "The band formed in 2004.", "action"),
    ("The premiere took place in Dorna.", "The premiere took place in Velis.", "place"),
    ("The talks ended without agreement.", "The talks ended with an agreement.", "action"),
    ("The team scored two goals in the first half.", "The team scored no goals.", "action"),
    ("The driver was sued by the novelist.", "The novelist was sued by the driver.", "actor"),
    ("Delta Air, a subsidiary of Norvik, grew.", "Norvik is a subsidiary of Delta Air.", "actor"),
    ("Lena Holm finished second in the Lisk marathon.", "Lena Holm won the Lisk marathon.", "wording"),
    (
        "Dancer Lena Holm turned down the prize of the academy, saying others deserved it more.",
        "Dancer Lena Holm accepted the prize of the academy.",
        "action",
    ),
]
AGREE = [
    ("The film was directed by Lena Holm.", "Lena Holm directed the film."),
    ("Maria Keller was born in Lisk in 1961.", "Maria Keller, born in 1961, grew up in Lisk."),
    ("The council did not approve the harbour.", "The council rejected the harbour."),
    ("Rovers beat Harwick on Saturday.", "Harwick lost to Rovers on Saturday."),
    ("Flight 370 vanished over the sea.", "Flight 371 vanished over the sea."),
    ("Shells hit the port of Lisk on 12 May.", "Shells hit the port of Lisk on 14 May."),
    ("Norvik Energy owns Delta Gas.", "Delta Gas is a subsidiary of Norvik Energy."),
    ("The bridge is the longest in Europe.", "The bridge in Velis is the longest in Europe."),
    ("The team scored no goals.", "The team scored zero goals."),
    ("The driver was sued by the novelist.", "The novelist sued the driver."),
    ("Delta Air, a subsidiary of Norvik, grew.", "Delta Air is a subsidiary of Norvik."),
    ("Olsen thanked Berg, who had thanked Olsen before.", "Berg thanked Olsen."),
    ("Not all farms in Lisk lost animals in the flood.", "Farms in Lisk lost animals in the flood."),
    ("The army did not initially buy the rifle, but bought it in the war.", "The army bought the rifle in the war."),
    ("The village of Hurn lies 12 kilometres north of Palden, on a lake.", "Palden is south of Hurn."),
    ("The miners do care, they said.", "You do not care."),
    ("Lena Holm was named employee of the month at Norvik Printing in Lisk.", "Lena Holm works for Norvik Printing."),
    ("The bakers said they could not pay the rent of the mill.", "The miners could pay the rent of the mill."),
    ("The guard did not need to open the gate in Lisk.", "The guard opened the gate in Lisk."),
    ("Lena Holm never mentioned Stahl by name.", "Lena Holm was glad to end the fight with Stahl."),
    ("Lena Holm won the second stage and finished third in all.", "Lena Holm won the second stage."),
    ("The line linked Lisk with Dorna.", "The line linked Dorna with Lisk."),
    ("The train connects Lisk to Dorna.", "The train connects Dorna to Lisk."),
    ("There is no policy to move the dollar.", "There is no policy of the bank, he can assure us, to move the dollar."),
    ("Computer failure closed the exchange on Monday.", "The exchange was closed by computer failure on Monday."),
    ("Police Deputy Chief Lena Holm spoke in Lisk.", "Deputy Police Chief Lena Holm spoke in Lisk."),
    ("The barge may carry no cargo.", "The barge was carrying five tonnes of cargo."),
    ("The barge was carrying no cargo ship parts.", "The barge was carrying five tonnes of cargo."),
    ("The barge was carrying no cargo in Lisk.", "The barge was carrying five tonnes of cargo in Velis."),
]


@pytest.mark.parametrize(("a", "b", "slot"), CONTRASTS)
def test_a_contrast_is_a_conflict_with_its_slot(a: str, b: str, slot: str) -> None:
    found = provenance.compare(a, b)
    assert found.relation == "conflicts"
    assert slot in [s.slot for s in found.slots if s.verdict == "different"]


@pytest.mark.parametrize(("a", "b", "slot"), CONTRASTS)
def test_a_contrast_mirrors(a: str, b: str, slot: str) -> None:
    forth, back = provenance.compare(a, b), provenance.compare(b, a)
    assert (forth.relation, forth.score) == (back.relation, back.score)
    assert {(s.slot, s.verdict, s.a, s.b) for s in forth.slots} == {(s.slot, s.verdict, s.b, s.a) for s in back.slots}


@pytest.mark.parametrize(("a", "b"), AGREE)
def test_other_words_for_one_thing_are_no_contrast(a: str, b: str) -> None:
    assert provenance.compare(a, b).relation != "conflicts"


PARTED = [
    ("Wheat prices rose 4 per cent on Monday.", "Copper prices rose 2 per cent on Monday.", ""),
    ("Output was 3.1 per cent in May.", "Output was 3.4 per cent in April.", "time"),
    ("Halm closed three shops in Velis in 2018.", "Halm opened eight shops in Dorna in 2018.", ""),
    ("Profit at home fell 9 per cent.", "Profit in Asia rose 4 per cent.", ""),
    ("Lena Holm won the semi-final on Friday.", "Lena Holm won the final on Sunday.", "time"),
    ("A storm killed 80 people on the island in 2011.", "A storm killed 340 people on the island in 1998.", "time"),
]


@pytest.mark.parametrize(("a", "b", "slot"), PARTED)
def test_statements_that_part_in_two_places_speak_of_two_matters(a: str, b: str, slot: str) -> None:
    found = provenance.compare(a, b)
    assert found.relation == provenance.compare(b, a).relation
    assert found.relation in ("related", "unrelated")
    assert not slot or slot in [s.slot for s in found.slots if s.verdict == "different"]


def test_who_says_so_is_no_other_matter() -> None:
    a, b = "Police said 14 people were killed in Lisk.", "The mayor said 22 people were killed in Lisk."
    assert provenance.compare(a, b).relation == "conflicts"


@pytest.mark.parametrize("text", sorted({t for a, b, _ in CONTRASTS for t in (a, b)}))
def test_no_statement_contrasts_with_itself(text: str) -> None:
    assert provenance.compare(text, text).relation == "corroborates"


@given(st.text(max_size=40), st.text(max_size=40))
def test_opposition_is_mutual(a: str, b: str) -> None:
    for told in (opposites.opposed, opposites.converse, opposites.exclusive):
        assert told(a, b) == told(b, a)


def test_list_words_are_reached_in_any_form() -> None:
    assert opposites.opposed("surviv", "die")
    assert opposites.opposed("able", "unable")
    assert not opposites.opposed("survive", "survive")


def test_a_denial_reaches_its_own_words_only() -> None:
    read = sentence.read("The ship did not reach Dorna, and the crew left Lisk.")
    places = {t.lower: i for i, t in enumerate(read.tokens)}
    assert read.denied(places["reach"]) is True
    assert read.denied(places["left"]) is not True


@pytest.mark.parametrize(
    ("a", "b", "slot", "told"),
    [
        ("The council met on Wednesday in Velis.", "The council met in Velis.", "time", "no date on either side"),
        ("The company cut 40 jobs.", "The company cut 40 jobs in Lisk.", "actor", "the same words, but no name"),
        ("Halm cut costs by €40 million.", "Halm cut costs by €45 million.", "measure", "both in EUR"),
        (
            "Fire in Velis killed 14.",
            "In Velis 14 people died in a fire.",
            "measure",
            "both count “people”, one without saying so",
        ),
        ("Anna Berg opened a school.", "Anna Berg opened a school.", "actor", "“Anna Berg” on both sides"),
    ],
)
def test_reasons_are_sentences_an_editor_understands(a: str, b: str, slot: str, told: str) -> None:
    assert told in {s.reason for s in provenance.compare(a, b).slots if s.slot == slot}


def test_two_wednesdays_are_told_apart_by_their_days() -> None:
    text = "The council of Velis approved the harbour on Wednesday."
    found = provenance.compare(text, text, published_a="2020-05-08", published_b="2020-05-15")
    time = next(s for s in found.slots if s.slot == "time")
    assert (time.a, time.b) == ("Wednesday (2020-05-06)", "Wednesday (2020-05-13)")
    assert time.reason == "2020-05-06 is not 2020-05-13"


def test_the_amount_of_a_departure_is_an_amount() -> None:
    found = provenance.compare("Halm left the zone, cutting €40 million.", "Halm left the zone, cutting €45 million.")
    assert {s.a for s in found.slots if s.slot == "measure"} == {"amount in €"}


def test_one_name_in_common_is_no_agreement() -> None:
    assert provenance.compare("Fire in Harwick warehouse kills 14", "Harwick mourns").relation == "related"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Dr Ruiz is the head of the institute.", "Dr Ruiz is the deputy head of the institute.", "conflicts"),
        ("Vela is the second-largest city.", "Vela is the third-largest city.", "conflicts"),
        ("Vela is the largest city.", "Vela is the second-largest city.", "conflicts"),
        ("Thieves stole paintings worth $2 million.", "Thieves stole jewellery worth $2 million.", "related"),
        ("The film won four awards.", "The movie won four awards.", "corroborates"),
        ("Arsova defeated Klein in the final.", "Klein lost the final to Arsova.", "corroborates"),
    ],
)
def test_one_other_rank_office_or_thing_is_no_agreement(a: str, b: str, relation: str) -> None:
    assert provenance.compare(a, b).relation == provenance.compare(b, a).relation == relation


@pytest.mark.parametrize(
    ("a", "b", "relations"),
    [
        ("Doctors treated 12 people at the scene.", "The blast killed 12 people at the scene.", "conflicts related"),
        ("The maker sold 500 cars in May.", "The maker recalled 500 cars in May.", "conflicts related"),
        ("Rovers scored three goals.", "Rovers conceded three goals.", "conflicts"),
        ("Dr Lenz cured 14 patients.", "Dr Lenz harmed 14 patients.", "conflicts"),
        ("Drosa has debts of 40 million euros.", "Drosa has cash of 40 million euros.", "conflicts"),
        ("The club won nine matches.", "The club lost nine matches.", "conflicts"),
        ("Two of three suspects were arrested.", "All three suspects were arrested.", "conflicts"),
        ("None of the nine sailors drowned.", "All nine sailors drowned.", "conflicts"),
        ("All three suspects were arrested.", "Three suspects were arrested.", "corroborates"),
        ("Both suspects were arrested.", "Two suspects were arrested.", "corroborates"),
        ("The tunnel is 120 metres long.", "The tunnel is 12 metres wide.", "related unrelated"),
        ("The tower is 120 metres high.", "The tower is 150 metres tall.", "conflicts"),
        ("The tower has a height of 120 metres.", "The tower is 120 metres tall.", "corroborates"),
        ("The shop closed three days ago.", "The shop closed two weeks ago.", "conflicts"),
        ("The shop closed 14 days ago.", "The shop closed two weeks ago.", "corroborates"),
        ("Norvik Foods bought the bakeries.", "The bakeries were sold to Norvik Foods.", "corroborates related"),
    ],
)
def test_one_figure_of_two_things_is_no_agreement(a: str, b: str, relations: str) -> None:
    found = provenance.compare(a, b).relation
    assert found == provenance.compare(b, a).relation
    assert found in relations.split()


def test_days_ago_are_counted_from_the_day_of_each_text() -> None:
    a, b = "The shop in Lisk closed two days ago.", "The shop in Lisk closed three days ago."
    assert provenance.compare(a, b, published_a="2020-05-08", published_b="2020-05-08").relation == "conflicts"
    assert provenance.compare(a, b, published_a="2020-05-08", published_b="2020-05-09").relation != "conflicts"


@pytest.mark.parametrize(
    ("a", "b", "is_conflict"),
    [
        ("Peter Stahl, who was born in Lisk in 1938, moved to Velis.", "Peter Stahl was born in Velis.", True),
        ("The probe was launched from Lisk on 3 May.", "The probe was launched from Velis.", True),
        ("Old coins in Asia were found in Laos in 1936.", "Old coins were found in Asia.", False),
        ("The tax cuts expire in 2010 if Halm wins.", "The tax cuts of Halm expired three years ago.", False),
        ("Stahl kept living at Velis until his death in 1874.", "Stahl died at Velis.", False),
    ],
)
def test_what_the_longer_statement_says_elsewhere_is_read_too(a: str, b: str, *, is_conflict: bool) -> None:
    assert (provenance.compare(a, b).relation == "conflicts") == is_conflict


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The trial starts on 3 May.", "The trial is due to begin on 5 May.", "conflicts"),
        ("The museum reopens in March.", "The museum will reopen in May.", "conflicts"),
        ("The trial starts on 3 May.", "The trial is due to begin on 3 May.", "corroborates"),
        ("Four people died in the fire on 3 May.", "Six people were hurt in the fire on 5 May.", "unrelated"),
    ],
)
def test_days_are_compared_without_their_year(a: str, b: str, relation: str) -> None:
    assert provenance.compare(a, b).relation == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Halm earned €210 million in the last quarter of 2023.", "Halm earned €1.1 billion in 2023.", "related"),
        ("Halm earned €1.2 billion in 2023.", "Halm earned €1.1 billion in 2023.", "conflicts"),
    ],
)
def test_a_quarter_is_not_its_year(a: str, b: str, relation: str) -> None:
    assert provenance.compare(a, b).relation == relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (
            "Rain in the Oder valley fell by 12 percent last year, the office said.",
            "Rain in the Oder valley fell by 30 percent last year.",
            "conflicts",
        ),
    ],
)
def test_another_figure_conflicts_where_all_the_rest_is_told(a: str, b: str, relation: str) -> None:
    assert provenance.compare(a, b).relation == provenance.compare(b, a).relation == relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The owners agreed to raise wages by 4 percent.", "The workers demanded 7 percent."),
        ("The opposition won 52 of the 90 seats.", "The opposition took 52 seats in the 90-seat chamber."),
        (
            "The Harl 500 Index was up 3.41 points, or 0.35 percent.",
            "The Delt Composite Index was up 9.04 points, or 0.5 percent.",
        ),
        (
            "Terms vary, so that it may remain unclear whether fathers have rights.",
            "Maternity leave varies in Orvania, and fathers have rights.",
        ),
    ],
)
def test_another_matter_is_no_conflict(a: str, b: str) -> None:
    assert provenance.compare(a, b).relation == provenance.compare(b, a).relation != "conflicts"
