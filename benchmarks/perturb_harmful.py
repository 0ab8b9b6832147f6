"""Minimal edits of true sentences that change a fact: what a checker must find.

Each takes a sentence, its document and a random generator, and gives an edited sentence or None. Nothing here reads the
package: the edits know only surface patterns and the word lists of perturb_words.
"""

# ruff: noqa: E501 (patterns are read in one line)

import re

from perturb_words import (
    BOUNDS,
    DAYS,
    MONTHS,
    NAME,
    NEGATIONS,
    NUMBER,
    OPPOSITES,
    PLACES,
    SCALES,
    UNITS,
    is_year,
    pick,
    swap,
    word,
)


def digit(s, doc, rng):
    m = pick(rng, (m for m in NUMBER.finditer(s) if not is_year(m.group(1))))
    if m is None:
        return None
    text = m.group(1)
    places = [i for i, c in enumerate(text) if c.isdigit()]
    i = rng.choice(places)
    choices = [c for c in "0123456789" if c != text[i] and not (c == "0" and i == 0)]
    start = m.start(1) + i
    return s[:start] + rng.choice(choices) + s[start + 1 :]


def unit(s, doc, rng):
    m = pick(rng, re.finditer(r"(?<=\d )(" + "|".join(UNITS) + r")\b", s))
    if m is None:
        m = pick(rng, re.finditer(r"\$(?=\d)|(?<=\d)%", s))
        return None if m is None else swap(s, m, "€" if m.group() == "$" else " percentage points")
    return swap(s, m, UNITS[m.group(1)])


def magnitude(s, doc, rng):
    m = pick(
        rng, re.finditer(r"((?<=\d )(?:" + "|".join(SCALES) + r")\b|\b(?:hundreds|thousands|[mb]illions)(?= of ))", s)
    )
    if m is not None:
        return swap(s, m, SCALES[m.group(1)])
    m = pick(rng, (m for m in NUMBER.finditer(s) if not is_year(m.group(1)) and "." not in m.group(1)))
    if m is None:
        return None
    value = int(m.group(1).replace(",", "")) * rng.choice((10, 100))
    start, end = m.span(1)
    return s[:start] + (f"{value:,}" if value >= 1000 else str(value)) + s[end:]


def bound(s, doc, rng):
    m = pick(
        rng,
        re.finditer(
            r"(?i)(?<!\w)(" + "|".join(BOUNDS) + r")(?= (?:\$?\d|half|one|two|three|four|five|six|ten|a dozen))", s
        ),
    )
    if m is None:
        return None
    new = BOUNDS[m.group(1).lower()]
    return swap(s, m, new.capitalize() if m.group()[0].isupper() else new)


def date(s, doc, rng):
    kinds = list(word(MONTHS[:2] + MONTHS[5:]).finditer(s))
    kinds += list(re.finditer(r"(?<![\w,.-])(?:19|20)\d\d(?![\w,-])", s))
    kinds += list(
        re.finditer(r"(?<=\b(?:.Jan|.Feb|.Mar|.Apr|.May|.Jun|.Jul|.Aug|.Sep|.Oct|.Nov|.Dec)\. )\d{1,2}(?!\w)", s)
    )
    kinds += [m for month in MONTHS for m in re.finditer(rf"(?<={month} )\d{{1,2}}(?!\w)", s)]
    m = pick(rng, kinds)
    if m is None:
        return None
    text = m.group()
    if text in MONTHS:
        return swap(s, m, rng.choice([x for x in MONTHS if x != text and x != "May" and x != "March"]))
    if len(text) == 4:
        return swap(s, m, str(int(text) + rng.choice((-2, -1, 1, 2))))
    return swap(s, m, str((int(text) + rng.choice((1, 3, 7))) % 28 + 1))


def weekday(s, doc, rng):
    m = pick(rng, word(DAYS).finditer(s))
    return None if m is None else swap(s, m, rng.choice([d for d in DAYS if d != m.group()]))


def names_in(text):
    skip = {
        *MONTHS,
        *DAYS,
        *PLACES,
        "The",
        "In",
        "On",
        "But",
        "And",
        "At",
        "For",
        "New",
        "North",
        "South",
        "West",
        "East",
        "White",
        "House",
        "United",
    }
    return [m for m in NAME.finditer(text) if not skip & set(m.group().split())]


def name(s, doc, rng):
    m = pick(rng, (m for m in names_in(s) if m.start()))
    if m is None:
        return None
    others = sorted({n.group() for n in names_in(doc)})
    others = [n for n in others if not set(n.split()) & set(m.group().split()) and n not in s]
    return swap(s, m, rng.choice(others)) if others else None


def place(s, doc, rng):
    m = pick(
        rng,
        (
            m
            for m in word(PLACES).finditer(s)
            if not re.match(r" [A-Z]", s[m.end() :]) and not re.search(r"[A-Z]\w* $", s[: m.start()])
        ),
    )
    if m is None:
        return None
    others = sorted({n.group() for n in word(PLACES).finditer(doc)} - {m.group()}) or [
        p for p in PLACES if p != m.group()
    ]
    others = [p for p in others if p not in s]
    return swap(s, m, rng.choice(others)) if others else None


def negation_added(s, doc, rng):
    m = pick(
        rng,
        (
            m
            for m in word(NEGATIONS).finditer(s)
            if m.start() and not re.match(r" (?:not|no|never|n’t|nothing|to)\b|n['’]t", s[m.end() :])
        ),
    )
    return None if m is None else swap(s, m, NEGATIONS[m.group()])


def negation_dropped(s, doc, rng):
    m = pick(
        rng,
        re.finditer(
            r"(?<=\b(?:..is|.was|.are|were|.has|have|.had|will|ould|.did|does|..do)) (?:not|never)\b(?! only)|(?<=(?:..is|.was|.are|were|.has|have|.had|ould|.did|does))n['’]t\b",
            s,
        ),
    )
    return None if m is None else swap(s, m, "")


def opposite(s, doc, rng):
    m = pick(rng, word(OPPOSITES).finditer(s))
    return None if m is None else swap(s, m, OPPOSITES[m.group()])


def doubt_dropped(s, doc, rng):
    """ "may close" becomes "will close"."""
    m = pick(rng, re.finditer(r"\b(?:may|might|could)(?= [a-z]+\b(?! have))", s))
    return None if m is None else swap(s, m, "will")


def attribution_dropped(s, doc, rng):
    """The speaker at the end goes: ", the mayor said."; the sentence before it stays."""
    m = re.search(r", (?:[\w.’'-]+ ){1,7}(?:said|says|told reporters)(?: (?:on )?\w+day)?\.$", s)
    if m is None or any(mark in s for mark in '“”"') or len(s[: m.start()].split()) < 7:
        return None
    return s[: m.start()] + "."


HARMFUL = {
    f.__name__: f
    for f in (
        digit,
        unit,
        magnitude,
        bound,
        date,
        weekday,
        name,
        place,
        negation_added,
        negation_dropped,
        opposite,
        doubt_dropped,
        attribution_dropped,
    )
}
