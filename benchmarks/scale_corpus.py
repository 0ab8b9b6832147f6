"""A seeded corpus of claims: events told by several sources, look-alikes of them, and background.

Four claims in ten tell an event that others tell too, in other words: names are spelled in other ways, numbers and
dates written in other forms, a fifth of the later reports give another figure, half have one clause more. Fifteen in
a hundred are single events with the same places, actors and templates (hard negatives); the rest is background of
other fields. Every sentence comes from the templates below and from invented names, so the wording is poorer than
that of news.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

FAMILIES = [
    [
        "{n} people were killed when {actor} shelled {place}{date}",
        "Shelling of {place} by {actor} left {n} dead{date}",
        "{actor} killed {n} people in a bombardment of {place}{date}",
        "At least {n} civilians died in {place} under fire from {actor}{date}",
    ],
    [
        "{n} people were injured in an explosion at a market in {place}{date}, {actor} said",
        "A blast at the market of {place} wounded {n}{date}, according to {actor}",
        "{actor} reported {n} wounded after a bomb went off in a market in {place}{date}",
    ],
    [
        "{n} families fled {place}{date}, {actor} said",
        "{actor} said {n} families were displaced from {place}{date}",
        "According to {actor}, {n} families left their homes in {place}{date}",
    ],
    [
        "{actor} delivered {n} tonnes of flour to {place}{date}",
        "A convoy of {actor} brought {n} tonnes of flour into {place}{date}",
        "{n} tonnes of flour from {actor} reached {place}{date}",
    ],
    [
        "{actor} arrested {n} demonstrators in {place}{date}",
        "{n} protesters were detained in {place} by {actor}{date}",
        "In {place}, {actor} took {n} demonstrators into custody{date}",
    ],
    [
        "{actor} will close {n} schools in {place}{date}",
        "{n} schools in {place} are to be shut by {actor}{date}",
        "The closure of {n} schools in {place} was announced by {actor}{date}",
    ],
    [
        "{actor} paid {n} dollars for land near {place}{date}",
        "Land near {place} was sold to {actor} for {n} dollars{date}",
        "{actor} bought land outside {place} at a price of {n} dollars{date}",
    ],
    [
        "Floods destroyed {n} houses in {place}{date}, {actor} said",
        "{n} homes were washed away by floods in {place}{date}, according to {actor}",
        "{actor} counted {n} houses ruined by the flood in {place}{date}",
    ],
]
EXTRA = [
    ", the third such case this year", " despite a warning", " as talks went on", ", residents told reporters",
    " while officials were away", ", after weeks of calm", " in heavy rain",
]  # fmt: skip
SUBJECTS = ["The committee", "A new study", "The coach", "The orchestra", "One farmer", "The museum", "A shopkeeper",
    "The engineer", "Her brother", "The novelist", "Critics", "The bank", "Most voters", "The choir"]  # fmt: skip
VERBS = ["praised", "rejected", "repaired", "painted", "described", "sold", "ignored", "studied", "designed", "opened",
    "recorded", "borrowed", "postponed", "measured"]  # fmt: skip
OBJECTS = ["the old bridge", "a plan for the harbour", "three songs", "the winter collection", "a set of rules",
    "the garden wall", "an early draft", "the annual budget", "a row of windows", "the second novel", "cheap bread",
    "the school choir", "a faster engine", "the reading list"]  # fmt: skip
REST = ["with great care", "with no reason", "for a small fee", "before the summer", "at the last moment",
    "in spite of doubts", "to everyone's surprise", "as the law demands", "for the first time", "again"]  # fmt: skip
ONSETS = ["b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "kh"]
VOWELS = ["a", "e", "i", "o", "u", "ai"]
ENDS = ["", "n", "r", "s", "l", "m", "d"]
SPELLINGS = [("sh", "ch"), ("kh", "h"), ("ai", "ay"), ("ou", "u"), ("i", "ee"), ("u", "ou"), ("k", "q"), ("z", "s")]
BODIES = ["Front", "Council", "Relief", "Guard", "Union", "Movement", "Agency", "League"]


@dataclass(frozen=True)
class Claim:
    """A sentence, the number of its event (-1 for background) and whether its figure is another one."""

    text: str
    event: int
    conflicting: bool = False


class Maker:
    def __init__(self, size: int, seed: int) -> None:
        self.random = random.Random(seed)
        count = max(20, int(5 * size**0.75))
        self.places = [self._name() for _ in range(count // 2)]
        self.actors = [f"{self._name()} {self.random.choice(BODIES)}" for _ in range(count // 2)]
        # Summed once: at a million claims, summing them for each choice would take most of an hour.
        self.weights = list(accumulate(1 / (rank + 1) ** 0.9 for rank in range(count // 2)))

    def claims(self, size: int) -> list[Claim]:
        found: list[Claim] = []
        event = 0
        while len(found) < size * 0.4:
            found += self._event(event, self.random.randint(2, 6))
            event += 1
        while len(found) < size * 0.55:
            found += self._event(event, 1)
            event += 1
        while len(found) < size:
            found.append(Claim(self._background(), -1))
        self.random.shuffle(found)
        return found[:size]

    def _event(self, number: int, reports: int) -> list[Claim]:
        r = self.random
        templates = r.choice(FAMILIES)
        place, actor = (r.choices(held, cum_weights=self.weights)[0] for held in (self.places, self.actors))
        figure = r.choice([r.randint(3, 99), r.randint(100, 999), r.randint(10, 900) * 100, r.randint(1, 90) * 100_000])
        day = date(2010, 1, 1) + timedelta(days=r.randint(0, 5000))
        found = []
        for report in range(reports):
            other = report > 0 and r.random() < 0.2
            count = max(2, int(figure * r.uniform(0.5, 0.9))) if other else figure
            text = r.choice(templates).format(
                n=self._number(count), actor=self._spelled(actor, report), place=self._spelled(place, report),
                date=self._date(day),
            )  # fmt: skip
            text += r.choice(EXTRA) if r.random() < 0.5 else ""
            found.append(Claim(text[0].upper() + text[1:] + ".", number, other))
        return found

    def _number(self, n: int) -> str:
        forms = [f"{n:,}", str(n)]
        if n >= 1000 and n % 1000 == 0:
            forms += [f"{n // 1000:,} thousand", f"some {n:,}"]
        if n >= 1_000_000 and n % 100_000 == 0:
            forms += [f"{n / 1e6:g} million", f"some {n / 1e6:g} million"]
        return self.random.choice([*forms, f"about {n:,}"])

    def _date(self, day: date) -> str:
        month = day.strftime("%B")
        forms = [f" on {day.day} {month} {day.year}", f" on {month} {day.day}, {day.year}", f" on {day.isoformat()}"]
        forms += [f" in {month} {day.year}", "", ""]
        return self.random.choice(forms)

    def _name(self) -> str:
        r = self.random
        parts = [r.choice(ONSETS) + r.choice(VOWELS) for _ in range(r.randint(2, 3))]
        return ("".join(parts) + r.choice(ENDS)).capitalize()

    def _spelled(self, name: str, report: int) -> str:
        if report and self.random.random() < 0.15:
            for old, new in self.random.sample(SPELLINGS, len(SPELLINGS)):
                if old in name[1:]:
                    return name[0] + name[1:].replace(old, new, 1)
        return name

    def _background(self) -> str:
        r = self.random
        words = [r.choice(held) for held in (SUBJECTS, VERBS, OBJECTS, REST)]
        tail = f" near {r.choices(self.places, cum_weights=self.weights)[0]}" if r.random() < 0.2 else ""
        more = f", and {r.choice(SUBJECTS).lower()} {r.choice(VERBS)} {r.choice(OBJECTS)}" if r.random() < 0.5 else ""
        return f"{' '.join(words)}{tail}{more}."


def make(size: int, seed: int = 1) -> list[Claim]:
    """`size` claims; the same for the same size and seed."""
    return Maker(size, seed).claims(size)
