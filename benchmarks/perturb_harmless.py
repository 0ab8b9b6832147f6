"""Minimal edits of true sentences that change no fact, as those of perturb_harmful: what a checker must not find."""

# ruff: noqa: E501 (patterns and word lists are read in one line)

import re

from perturb_words import MONTHS, NUMBER, is_year, pick, swap, word


def is_quoted(s, at):
    """Whether a place stands inside quotation marks, whose words are not to be touched."""
    return s[:at].count("“") > s[:at].count("”") or s[:at].count('"') % 2 == 1


SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
DATED = re.compile(r"(?:" + "|".join(MONTHS) + r"|\w\.) $")
"""What stands before a day of the month, or a number behind an initial."""


def number_format(s, doc, rng):
    options = [(m, other) for m in NUMBER.finditer(s) if (other := written_otherwise(m, s))]
    for m in re.finditer(r"\$(\d+(?:\.\d+)?) (million|billion)", s):
        options.append((m, f"{m.group(1)} {m.group(2)} dollars"))
    for m in re.finditer(r"(?<=\d)( percent|%)(?!\w)", s):
        options.append((m, "%" if "percent" in m.group() else " percent"))
    options += [(m, str(SMALL.index(m.group()))) for m in word(SMALL[2:]).finditer(s)]
    chosen = pick(rng, (o for o in options if not is_quoted(s, o[0].start())))
    if chosen is None:
        return None
    m, new = chosen
    start, end = m.span(1) if m.re is NUMBER else m.span()
    return s[:start] + new + s[end:]


def written_otherwise(m, s):
    """A number with its separators put in or left out, or as a word; None where it is written in one way alone."""
    text = m.group(1)
    if "," in text:
        return text.replace(",", "")
    if not text.isdigit():
        return None
    if int(text) >= 10000:
        return f"{int(text):,}"
    is_count = 2 <= int(text) <= 12 and not m.group().startswith("$") and not DATED.search(s[: m.start()])
    return SMALL[int(text)] if is_count else None


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


HARMLESS = {
    f.__name__: f
    for f in (verbatim, number_format, name_spelling, passive, typography, white_space, clause_order, rounding)
}
