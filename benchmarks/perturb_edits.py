"""Minimal edits of true sentences: each takes a sentence, its document and a random generator, and gives an edited one or None.

Nothing here reads the package: the edits know only surface patterns and their own short word lists.
"""

# ruff: noqa: E501 (patterns and word lists are read in one line)

import re

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
NUMBER = re.compile(r"(?<![\w.,$-])\$?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w-]|[.,]\d)")
UNITS = {
    "percent": "percentage points",
    "miles": "kilometers",
    "kilometers": "miles",
    "years": "months",
    "months": "weeks",
    "weeks": "months",
    "days": "hours",
    "hours": "minutes",
    "minutes": "hours",
    "feet": "meters",
    "meters": "feet",
    "pounds": "kilograms",
    "tons": "pounds",
    "acres": "square miles",
    "euros": "dollars",
    "dollars": "euros",
    "km": "miles",
    "kilometres": "miles",
}
SCALES = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
BOUNDS = {
    "more than": "fewer than",
    "at least": "at most",
    "less than": "more than",
    "fewer than": "more than",
    "over": "under",
    "up to": "at least",
    "no more than": "no fewer than",
    "at most": "at least",
    "above": "below",
    "below": "above",
    "under": "over",
}
OPPOSITES = dict(
    pair.split("/")
    for pair in [
        "accepted/rejected",
        "rejected/accepted",
        "approved/rejected",
        "supported/opposed",
        "opposed/supported",
        "supports/opposes",
        "opposes/supports",
        "won/lost",
        "lost/won",
        "rose/fell",
        "fell/rose",
        "increased/decreased",
        "increase/decrease",
        "decreased/increased",
        "praised/criticized",
        "criticized/praised",
        "attacked/defended",
        "defended/attacked",
        "confirmed/denied",
        "denied/confirmed",
        "began/ended",
        "started/ended",
        "opened/closed",
        "closed/opened",
        "bought/sold",
        "sold/bought",
        "entered/left",
        "arrived/departed",
        "joined/left",
        "failed/succeeded",
        "agreed/disagreed",
        "allowed/banned",
        "allow/ban",
        "banned/allowed",
        "released/detained",
        "arrested/released",
        "raised/lowered",
        "cut/raised",
        "gained/lost",
        "strengthened/weakened",
        "improved/worsened",
        "hired/fired",
        "fired/hired",
        "appointed/dismissed",
        "loved/hated",
        "hates/loves",
        "loves/hates",
        "backed/opposed",
        "backs/opposes",
        "endorsed/opposed",
        "endorsed/rejected",
        "leads/trails",
        "leading/trailing",
        "rising/falling",
        "falling/rising",
        "winning/losing",
        "losing/winning",
        "supporting/opposing",
        "win/lose",
        "lose/win",
        "support/oppose",
        "oppose/support",
        "accept/reject",
        "reject/accept",
        "defend/attack",
        "attack/defend",
        "raise/lower",
        "reduce/increase",
        "increasing/decreasing",
        "condemned/praised",
        "blocked/allowed",
        "welcomed/condemned",
        "included/excluded",
        "survived/died",
        "remember/forget",
        "expanded/reduced",
        "expand/reduce",
        "strengthen/weaken",
    ]
)
NEGATIONS = {
    "is": "is not",
    "was": "was not",
    "are": "are not",
    "were": "were not",
    "has": "has not",
    "have": "have not",
    "had": "had not",
    "will": "will not",
    "would": "would not",
    "can": "cannot",
    "could": "could not",
    "should": "should not",
}
NAME = re.compile(r"(?<![\w.’'“\"-])(?:[A-Z][a-z]+(?:\s(?:[A-Z]\.\s)?[A-Z][a-z]+)+)(?![\w’'])")
PLACES = [
    "Iraq",
    "Iran",
    "Syria",
    "Russia",
    "China",
    "Mexico",
    "Canada",
    "Germany",
    "France",
    "Britain",
    "Israel",
    "Turkey",
    "Egypt",
    "Libya",
    "Cuba",
    "Japan",
    "Afghanistan",
    "Pakistan",
    "India",
    "Texas",
    "Florida",
    "Ohio",
    "Iowa",
    "California",
    "Virginia",
    "Michigan",
    "Pennsylvania",
    "Wisconsin",
    "Nevada",
    "Colorado",
    "Arizona",
    "Georgia",
    "Illinois",
    "Indiana",
    "Utah",
    "Washington",
    "Chicago",
    "Boston",
    "Philadelphia",
    "Cleveland",
    "Detroit",
    "Miami",
    "Dallas",
    "Houston",
    "Atlanta",
    "Paris",
    "London",
    "Moscow",
    "Beijing",
    "Damascus",
    "Aleppo",
    "Homs",
    "Idlib",
    "Baghdad",
    "Tehran",
    "Ankara",
    "Jerusalem",
    "Cairo",
    "Douma",
    "Raqqa",
    "Daraa",
    "Hama",
    "Latakia",
    "Lebanon",
    "Jordan",
    "Yemen",
    "Ukraine",
]


def swap(sentence, match, new):
    return sentence[: match.start()] + new + sentence[match.end() :]


def pick(rng, found):
    found = list(found)
    return rng.choice(found) if found else None


def word(words):
    return re.compile(r"(?<![\w-])(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?![\w-])")


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


def is_year(text):
    return len(text) == 4 and text.isdigit() and 1800 <= int(text) <= 2100


def unit(s, doc, rng):
    m = pick(rng, re.finditer(r"(?<=\d )(" + "|".join(UNITS) + r")\b", s))
    if m is None:
        m = pick(rng, re.finditer(r"\$(?=\d)|(?<=\d)%", s))
        return None if m is None else swap(s, m, "€" if m.group() == "$" else " percentage points")
    return swap(s, m, UNITS[m.group(1)])


def magnitude(s, doc, rng):
    m = pick(rng, re.finditer(r"(?<=\d )(" + "|".join(SCALES) + r")\b", s))
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


# --- harmless


def is_quoted(s, at):
    """Whether a place stands inside quotation marks, whose words are not to be touched."""
    return s[:at].count("“") > s[:at].count("”") or s[:at].count('"') % 2 == 1


def number_format(s, doc, rng):
    options = []
    for m in NUMBER.finditer(s):
        text = m.group(1)
        if "," in text:
            options.append((m, text.replace(",", "")))
        elif text.isdigit() and int(text) >= 10000:
            options.append((m, f"{int(text):,}"))
        elif (
            text.isdigit()
            and 2 <= int(text) <= 12
            and not m.group().startswith("$")
            and not re.search(r"(?:" + "|".join(MONTHS) + r"|\w\.) $", s[: m.start()])
        ):
            options.append(
                (
                    m,
                    [
                        "zero",
                        "one",
                        "two",
                        "three",
                        "four",
                        "five",
                        "six",
                        "seven",
                        "eight",
                        "nine",
                        "ten",
                        "eleven",
                        "twelve",
                    ][int(text)],
                )
            )
    for m in re.finditer(r"\$(\d+(?:\.\d+)?) (million|billion)", s):
        options.append((m, f"{m.group(1)} {m.group(2)} dollars"))
    for m in re.finditer(r"(?<=\d)( percent|%)(?!\w)", s):
        options.append((m, "%" if "percent" in m.group() else " percent"))
    for m in word(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    ).finditer(s):
        options.append(
            (
                m,
                str(
                    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].index(
                        m.group()
                    )
                    + 2
                ),
            )
        )
    chosen = pick(rng, (o for o in options if not is_quoted(s, o[0].start())))
    if chosen is None:
        return None
    m, new = chosen
    start, end = m.span(1) if m.re is NUMBER else m.span()
    return s[:start] + new + s[end:]


def name_spelling(s, doc, rng):
    pairs = [
        (r"\bal-(?=[A-Z])", "Al "),
        (r"\bAl-(?=[A-Z])", "al-"),
        (r"\bU\.S\.(?= [a-z])", "US"),
        (r"\bAhmed\b", "Ahmad"),
        (r"\bMohammed\b", "Muhammad"),
        (r"\bISIS\b", "ISIL"),
        (r"\bSen\. ", "Senator "),
        (r"\bSenator ", "Sen. "),
        (r"\bGov\. ", "Governor "),
        (r"\bRep\. ", "Representative "),
        (r"\bPresident Obama\b", "Barack Obama"),
        (r"\bBarack Obama\b", "Obama"),
        (r"\bDonald Trump\b", "Donald J. Trump"),
        (r"\bHillary Clinton\b", "Hillary Rodham Clinton"),
        (r"\bUnited Nations\b", "UN"),
        (r"\bMr\. ", ""),
    ]
    options = [(m, new) for pattern, new in pairs for m in re.finditer(pattern, s)]
    chosen = pick(rng, (o for o in options if not is_quoted(s, o[0].start())))
    return None if chosen is None else swap(s, *chosen)


def passive(s, doc, rng):
    """ "X verbed Y." alone: subject and object are names or short noun phrases."""
    m = re.fullmatch(
        r"((?:The|A|An) [a-z]+(?: [a-z]+)?|[A-Z][\w.’-]+(?: [A-Z][\w.’-]+)*) (killed|attacked|criticized|praised|rejected|accused|approved|endorsed|supported"
        r"|defended|defeated|captured|arrested|released|seized|targeted|shelled|bombed|destroyed|announced|signed|denied|confirmed|urged|launched|issued"
        r"|published|condemned|proposed|introduced|hosted|visited|backed|opposed|carried out|described|joined|received|posted|called for)"
        r" ((?:the|a|an|his|her|its|their|several|\d+|[A-Z])[^,.;:“”\"]{2,60}?)( (?:in|on|at|during|after|before|near|from) [^,.;:“”\"]{2,60})?[.]",
        s,
    )
    if m is None:
        return None
    subject, verb, thing, rest = m.groups()
    subject = subject[0].lower() + subject[1:] if subject.split()[0] in ("The", "A", "An") else subject
    plural = thing.split()[0] in ("several", "their") or thing[0].isdigit() or re.search(r"[a-z]s$", thing)
    return f"{thing[0].upper()}{thing[1:]} {'were' if plural else 'was'} {verb} by {subject}{rest or ''}."


def typography(s, doc, rng):
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-", "–": "-", "…": "..."})
    new = s.translate(table)
    if new == s:
        new = re.sub(r'(?<=\s)"|^"', "“", s).replace('"', "”").replace("'", "’").replace(" -- ", " — ")
    return new if new != s else None


def white_space(s, doc, rng):
    spaces = list(re.finditer(" ", s))
    for m in sorted(rng.sample(spaces, min(3, len(spaces))), key=lambda m: -m.start()):
        s = swap(s, m, rng.choice(("  ", "\u00a0", "\u2009", " \u200b")))
    return s if spaces else None


def clause_order(s, doc, rng):
    m = re.fullmatch(
        r"((?:After|When|While|As|Before|Since|In|On|During|Despite|Although|Because|At|By) [^,“”\"]{8,80}), ([^“”\"]+)\.",
        s,
    )
    if m is not None:
        head, rest = m.groups()
        return f"{rest[0].upper()}{rest[1:]} {head[0].lower()}{head[1:]}."
    m = re.fullmatch(
        r"([A-Z][^,“”\"]{15,120}) ((?:after|when|while|because|before|although|during|despite) [^,“”\"]{10,90})\.", s
    )
    if m is None:
        return None
    rest, head = m.groups()
    return f"{head[0].upper()}{head[1:]}, {rest}."


def rounding(s, doc, rng):
    m = pick(
        rng,
        (
            m
            for m in NUMBER.finditer(s)
            if "." not in m.group(1)
            and not is_year(m.group(1))
            and int(m.group(1).replace(",", "")) >= 101
            and not re.search(
                r"(?:about|around|nearly|almost|than|least|most|some|over|under|to|up|and|between|the|a|[A-Z]\w*) $",
                s[: m.start()],
            )
            and not is_quoted(s, m.start())
        ),
    )
    if m is None:
        return None
    value = int(m.group(1).replace(",", ""))
    step = 10 ** (len(str(value)) - 2)
    new = round(value / step) * step
    text = f"{new:,}" if new >= 1000 else str(new)
    if new == value:
        return None
    lead = m.group()[0] if m.group()[0] == "$" else ""
    return swap(s, m, f"about {lead}{text}")


def verbatim(s, doc, rng):
    return s


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
HARMLESS = {
    f.__name__: f
    for f in (verbatim, number_format, name_spelling, passive, typography, white_space, clause_order, rounding)
}
