"""Edits of quotations: a word changed, a condition cut, two quotations joined, the words put into another mouth."""

# ruff: noqa: E501 (patterns and word lists are read in one line)

import re
from collections import namedtuple

from perturb_harmful import names_in

Quote = namedtuple("Quote", "words speaker others start end")
"""A quotation as the document has it, its named speaker, the other names, and where its words stand."""
_CHANGES = dict(
    pair.split("/")
    for pair in [
        "good/bad",
        "great/small",
        "first/second",
        "many/few",
        "new/old",
        "right/wrong",
        "people/officials",
        "country/city",
        "government/army",
        "children/women",
        "world/region",
        "money/time",
        "war/conflict",
        "always/sometimes",
        "never/often",
        "all/some",
        "work/effort",
        "want/need",
        "think/know",
        "big/small",
        "more/less",
        "better/worse",
        "best/worst",
        "very/quite",
        "long/short",
        "every/each",
        "must/should",
        "will/may",
        "can/must",
        "today/tomorrow",
        "president/minister",
        "state/nation",
        "women/families",
        "men/soldiers",
        "support/help",
        "security/defense",
        "law/rule",
        "going/trying",
        "make/take",
    ]
)
_OPENERS = {
    "If",
    "Some",
    "Two",
    "Like",
    "Three",
    "When",
    "While",
    "As",
    "After",
    "But",
    "And",
    "Many",
    "Most",
    "Several",
    "Former",
    "Although",
    "Because",
    "Since",
    "With",
}
_CONDITION = re.compile(r",? (?:but only if|only if|if|unless|except|until|provided|as long as|but not) ")


def quotes(text, attributions):
    """Quotations of six words or more with a named speaker; `attributions`: (speaker's words, start, end of content)."""
    names = sorted({m.group() for m in names_in(text)})
    found = []
    for speaker, start, end in attributions:
        for m in re.finditer(r"[“\"]([^“”\"]{25,400}?)[”\"]", text[start : end + 1]):
            named = min((n for n in names if n in speaker), key=speaker.index, default=None)
            before = speaker[: speaker.index(named)] if named else ""
            if (
                named is None
                and not re.search(r"[A-Z]", speaker[1:])
                and re.match(r"(?:the|a|an|one|The|A|One) ", speaker)
            ):
                words = m.group(1)
                if "\n" not in words and len(words.split()) >= 6:
                    found.append(
                        Quote(words, speaker[0].upper() + speaker[1:], [], start + m.start(1), start + m.end(1))
                    )
                continue
            if named is None or re.search(r"\b(?:of|for|from|by|at|with|to|on)\b|[’']s\b", before):
                continue
            if speaker[len(before) + len(named) :][:1] not in ("", ","):
                continue
            words = m.group(1)
            if named is None or "\n" in words or len(words.split()) < 6:
                continue
            others = [
                n
                for n in names
                if not set(n.split()) & set(named.split())
                and not _OPENERS & set(n.split())
                and text.count(n.split()[-1]) > 1
            ]
            found.append(Quote(words, named, others, start + m.start(1), start + m.end(1)))
    return found


def unattributed(text):
    """Every quotation of six words or more, whoever says it: what is cut from one needs no speaker."""
    found = [m for m in re.finditer(r"[“\"]([^“”\"\n]{40,400}?)[”\"]", text) if len(m.group(1).split()) >= 6]
    return [Quote(m.group(1), "The official", [], m.start(1), m.end(1)) for m in found if m.group(1)[0].isalpha()]


def framed(quote, words, speaker=None):
    tail = words.rstrip(" ,.;")
    return f"“{tail},” {speaker or quote.speaker} said."


def quote_true(q, rng, pool):
    return framed(q, q.words)


def quote_typography(q, rng, pool):
    return framed(q, q.words).replace("“", '"').replace("”", '"').replace("’", "'").replace("—", " - ")


def quote_brackets(q, rng, pool):
    m = re.search(r" (?:he|she|they|it) ", q.words)
    return None if m is None else framed(q, q.words[: m.start()] + " [the official] " + q.words[m.end() :])


def quote_ellipsis(q, rng, pool):
    m = re.search(r", [^,]{8,40}, (?!but|if)", q.words)
    if m is None or re.search(r"\b(?:not|never|no|if|unless|without|but|until|except|n[’']t)\b|n[’']t", m.group()):
        return None
    return framed(q, q.words[: m.start()] + " … " + q.words[m.end() :])


def quote_altered(q, rng, pool):
    found = [m for m in re.finditer(r"[a-z]+", q.words) if m.group() in _CHANGES]
    if found:
        m = rng.choice(found)
        return framed(q, q.words[: m.start()] + _CHANGES[m.group()] + q.words[m.end() :])
    words = q.words.split()
    long = [i for i, w in enumerate(words) if len(w) > 4 and w.isalpha()]
    if not long:
        return None
    words[rng.choice(long)] = rng.choice(["matters", "simply", "terrible", "wonderful", "system"])
    return framed(q, " ".join(words))


def quote_negation(q, rng, pool):
    m = re.search(r" (?:not|never)\b|(?<=(?:is|as|re|ve|ld|id|es|do))n[’']t\b", q.words)
    return None if m is None else framed(q, q.words[: m.start()] + q.words[m.end() :])


def quote_truncated(q, rng, pool):
    m = max(_CONDITION.finditer(q.words), key=lambda found: found.start(), default=None)
    if (
        m is None
        or m.start() < 18
        or len(q.words) - m.end() < 8
        or re.search(r"[.?!]", q.words[m.start() :].rstrip("."))
    ):
        return None
    return framed(q, q.words[: m.start()])


def quote_spliced(q, rng, pool):
    others = [o for o in pool if o.words != q.words and abs(o.start - q.start) > 300]
    if not others:
        return None
    a, b = q.words.split(), rng.choice(others).words.split()
    return framed(q, " ".join(a[: max(4, len(a) // 2)] + b[-max(4, len(b) // 2) :]))


def quote_speaker(q, rng, pool):
    return framed(q, q.words, rng.choice(q.others)) if q.others else None


HARMFUL = {f.__name__: f for f in (quote_altered, quote_negation, quote_truncated, quote_spliced, quote_speaker)}
HARMLESS = {f.__name__: f for f in (quote_true, quote_typography, quote_brackets, quote_ellipsis)}
