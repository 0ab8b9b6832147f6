"""Recorded passages after random edits of their source: is the state right, and is nothing wrongly called intact?

    python benchmarks/passages.py --data DIR [--each 300] [--seed 1] [--errors 5]

DIR (or PROVENANCE_EVAL_DATA) holds polnear_train. A passage is a sentence or a part of one; the edit is drawn by kind,
and the right state follows from what was done and from how often the words stand in the edited text.
"""

import argparse
import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from provenance.model import Span
from provenance.text import sentences
from provenance.verification.ledger.passages import passage_state

Edit = Callable[[str, Span, list[Span], random.Random], tuple[str, frozenset[str]]]
WORDS = ("however", "again", "reportedly", "northern", "seven", "old", "public", "yesterday", "not", "42")


class Case(NamedTuple):
    kind: str
    passage: Span
    text: str
    right: frozenset[str]


def moved_or_ambiguous(text: str, passage: Span, at: int) -> frozenset[str]:
    """The right state of words that now stand at `at`: found alone or among equals."""
    if at == passage.start:
        return frozenset({"intact"})
    return frozenset({"moved"}) if text.count(passage.quote) == 1 else frozenset({"ambiguous", "moved"})


def before(text: str, passage: Span, spans: list[Span], rng: random.Random) -> tuple[str, frozenset[str]]:
    at = rng.choice([s.start for s in spans if s.start <= passage.start] or [0])
    added = " ".join(rng.choices(WORDS, k=rng.randint(1, 30))) + " "
    edited = text[:at] + added + text[at:]
    return edited, moved_or_ambiguous(edited, passage, passage.start + len(added))


def after(text: str, passage: Span, spans: list[Span], rng: random.Random) -> tuple[str, frozenset[str]]:
    at = rng.choice([s.end for s in spans if s.start >= passage.end] or [len(text)])
    return text[:at] + " " + rng.choice(WORDS) + text[at:], frozenset({"intact"})


def word_changed(text: str, passage: Span, spans: list[Span], rng: random.Random) -> tuple[str, frozenset[str]]:
    words = passage.quote.split(" ")
    at = rng.randrange(len(words))
    words[at] = rng.choice([w for w in WORDS if w != words[at]])
    edited = text[: passage.start] + " ".join(words) + text[passage.end :]
    elsewhere = frozenset({"moved", "ambiguous"}) if passage.quote in edited else frozenset()
    return edited, elsewhere or frozenset({"edited"})


def digit_changed(text: str, passage: Span, spans: list[Span], rng: random.Random) -> tuple[str, frozenset[str]]:
    digits = [i for i, c in enumerate(passage.quote) if c.isdecimal() and c.isascii()]
    if not digits:
        return word_changed(text, passage, spans, rng)
    at = passage.start + rng.choice(digits)
    edited = text[:at] + str((int(text[at]) + rng.randint(1, 9)) % 10) + text[at + 1 :]
    elsewhere = frozenset({"moved", "ambiguous"}) if passage.quote in edited else frozenset()
    return edited, elsewhere or frozenset({"edited"})


def changed_and_moved(text: str, passage: Span, spans: list[Span], rng: random.Random) -> tuple[str, frozenset[str]]:
    edited, right = word_changed(text, passage, spans, rng)
    return "Correction of an earlier version. " + edited, right


def deleted(text: str, passage: Span, spans: list[Span], rng: random.Random) -> tuple[str, frozenset[str]]:
    edited = text[: passage.start] + text[passage.end :]
    if passage.quote in edited:
        return edited, frozenset({"moved", "ambiguous", "intact"})
    return edited, frozenset({"gone"})


def typography(text: str, passage: Span, spans: list[Span], rng: random.Random) -> tuple[str, frozenset[str]]:
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", "—": "-"})
    quote = passage.quote.translate(table).replace(" ", rng.choice([" ", "  ", "\u00a0"]))
    return text[: passage.start] + quote + text[passage.end :], frozenset({"intact"})


def repeated(text: str, passage: Span, spans: list[Span], rng: random.Random) -> tuple[str, frozenset[str]]:
    edited = f"{passage.quote} {text}\n{passage.quote}\n"
    at = edited[passage.start : passage.end]
    return edited, frozenset({"intact"} if at == passage.quote else {"ambiguous"})


EDITS: dict[str, Edit] = {
    e.__name__: e
    for e in (before, after, word_changed, digit_changed, changed_and_moved, deleted, typography, repeated)
}


def cases(data: Path, each: int, seed: int) -> list[Case]:
    rng = random.Random(seed)
    files = sorted((data / "polnear_train" / "text").iterdir())
    found: list[Case] = []
    for kind, edit in EDITS.items():
        for path in rng.sample(files, min(each, len(files))):
            text = path.read_text("utf-8", "replace")
            spans = [s for s in sentences.split(text) if 5 <= len(s.quote.split()) <= 60]
            if spans:
                passage = part(rng.choice(spans), rng)
                found.append(Case(kind, passage, *edit(text, passage, spans, rng)))
    return found


def part(sentence: Span, rng: random.Random) -> Span:
    """The sentence, or half the time some of its words."""
    words = sentence.quote.split(" ")
    if rng.random() < 0.5 or len(words) < 8:
        return sentence
    first = rng.randrange(len(words) - 6)
    start = len(" ".join(words[:first])) + bool(first)
    quote = " ".join(words[first : rng.randint(first + 5, len(words))])
    return Span(document="", start=sentence.start + start, end=sentence.start + start + len(quote), quote=quote)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("PROVENANCE_EVAL_DATA"))
    parser.add_argument("--each", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    if not options.data or not (Path(options.data) / "polnear_train").is_dir():
        sys.exit("passages: --data DIR (or PROVENANCE_EVAL_DATA) with polnear_train is needed")
    right, count, wrongly, shown = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for case in cases(Path(options.data), options.each, options.seed):
        found = passage_state(case.passage, case.text)
        count[case.kind] += 1
        right[case.kind] += found.state in case.right
        wrongly[case.kind] += found.state == "intact" and "intact" not in case.right
        if found.state not in case.right and shown[case.kind] < options.errors:
            shown[case.kind] += 1
            print(
                f"--- {case.kind}: {found.state}, not {sorted(case.right)}: {case.passage.quote!r} {found.differences}"
            )
    print(f"{'edit':20} {'n':>5}  right  wrongly intact")
    for kind in EDITS:
        print(f"{kind:20} {count[kind]:5}  {right[kind] / count[kind]:.3f}  {wrongly[kind]}")
    total = sum(count.values())
    print(f"{'all':20} {total:5}  {sum(right.values()) / total:.3f}  {sum(wrongly.values())}")


if __name__ == "__main__":
    main()
