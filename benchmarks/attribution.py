"""Scores of attribution on PolNeAR: python benchmarks/attribution.py --data DIR [--part dev|aside|fold] [--people].

With --people: how far two annotators of one article agree, by the same token F1. That is the measure of the task:
cues are what people agree on least.

Token F1 of source, cue and content (micro, over the union of a document's spans); words of content found by kind of
speech; sources with the right last word; direct quotations whose source overlaps the annotated one; MB/s.
"""

import re
import sys
import time
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from polnear import ROLES, Article, Range, again, articles, folder

from provenance.extraction import attribution
from provenance.model import Attribution

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[“\"].*[”\"]", re.DOTALL)
KINDS = ("direct", "indirect", "mixed")


def words(text: str, spans: list[Range]) -> set[int]:
    return {m.start() for a, b in spans for m in _WORD.finditer(text, a, b)}


def spans_of(found: list[Attribution]) -> dict[str, list[Range]]:
    spans: dict[str, list[Range]] = defaultdict(list)
    for a in found:
        for role, span in (("Source", a.source), ("Cue", a.cue), ("Content", a.content)):
            if span is not None:
                spans[role].append((span.start, span.end))
    return spans


def kind_of(text: str, pieces: list[Range]) -> str:
    """Direct, indirect or mixed, by the quotation marks in the annotated content."""
    quotes = [text[a:b] for a, b in pieces]
    if any(quote[:1] in '“"' or quote.startswith("''") for quote in quotes):
        return "direct" if all(quote[:1] in "“\"'" for quote in quotes) else "mixed"
    return "mixed" if any(c in quote for quote in quotes for c in '“"') else "indirect"


class Scores:
    def __init__(self) -> None:
        self.both: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.ours: Counter[str] = Counter()
        self.kinds: Counter[tuple[str, str]] = Counter()
        self.speakers: Counter[str] = Counter()
        self.heads: Counter[str] = Counter()
        self.seconds = 0.0
        self.characters = 0

    def add(self, article: Article) -> None:
        began = time.process_time()
        found = attribution.find(article.text)
        self.seconds += time.process_time() - began
        self.characters += len(article.text)
        spans = spans_of(found)
        for role in ROLES:
            gold, ours = words(article.text, article.spans[role]), words(article.text, spans[role])
            self.both[role] += len(gold & ours)
            self.gold[role] += len(gold)
            self.ours[role] += len(ours)
        self._by_relation(article, spans, found)

    def _by_relation(self, article: Article, spans: dict[str, list[Range]], found: list[Attribution]) -> None:
        contents = words(article.text, spans["Content"])
        ends = {(b) for _, b in spans["Source"]}
        for relation in article.relations:
            for _, b in relation["Source"]:
                self.heads["gold"] += 1
                self.heads["right"] += b in ends
            if not relation["Content"]:
                continue
            kind = kind_of(article.text, relation["Content"])
            gold = words(article.text, relation["Content"])
            self.kinds[kind, "gold"] += len(gold)
            self.kinds[kind, "found"] += len(gold & contents)
            if kind == "direct" and relation["Source"]:
                self._speaker(relation, found)

    def _speaker(self, relation: dict[str, list[Range]], found: list[Attribution]) -> None:
        """One annotated direct quotation: is the source of our content that overlaps it most the annotated one?"""
        best, shared = None, 0
        for a in found:
            if a.content is None or a.kind == "indirect":
                continue
            overlap = sum(max(0, min(y, a.content.end) - max(x, a.content.start)) for x, y in relation["Content"])
            if overlap > shared:
                best, shared = a, overlap
        self.speakers["gold"] += 1
        if best is None:
            return
        self.speakers["found"] += 1
        source = best.source
        if source is not None and any(x < source.end and source.start < y for x, y in relation["Source"]):
            self.speakers["right"] += 1

    def show(self, title: str) -> None:
        print(f"{title}: {self.characters / 1e6 / max(self.seconds, 1e-9):.2f} MB/s")
        for role in ROLES:
            p, r = self.both[role] / max(1, self.ours[role]), self.both[role] / max(1, self.gold[role])
            f = 2 * self.both[role] / max(1, self.ours[role] + self.gold[role])
            print(f"  {role.lower():8} F1 {f:.3f}  precision {p:.3f}  recall {r:.3f}")
        for kind in KINDS:
            n = self.kinds[kind, "gold"]
            print(f"  {kind:8} content: {self.kinds[kind, 'found'] / max(1, n):.3f} of {n} words found")
        n = max(1, self.heads["gold"])
        print(f"  sources with the right last word {self.heads['right'] / n:.3f}")
        s = self.speakers
        print(
            f"  direct quotations: {s['gold']}, found {s['found'] / max(1, s['gold']):.3f}, right speaker"
            f" {s['right'] / max(1, s['gold']):.3f} of all, {s['right'] / max(1, s['found']):.3f} of those found"
        )


def show_people(path: Path) -> None:
    """Token F1 between each two annotators of the same article."""
    both: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for versions in again(path):
        for a, b in combinations(versions, 2):
            for role in ROLES:
                x, y = words(a.text, a.spans[role]), words(b.text, b.spans[role])
                both[role] += len(x & y)
                given[role] += len(x) + len(y)
    for role in ROLES:
        print(f"  {role.lower():8} F1 {2 * both[role] / max(1, given[role]):.3f} between two annotators")


def main(arguments: list[str]) -> None:
    path = folder(arguments)
    if "--people" in arguments:
        show_people(path)
        return
    part = arguments[arguments.index("--part") + 1] if "--part" in arguments[:-1] else "both"
    scores = {True: Scores(), False: Scores()}
    for article in articles(path):
        if part == "fold" and (article.aside or article.fold):
            continue
        if part == "both" or part == "fold" or (part == "aside") == article.aside:
            scores[article.aside].add(article)
    for aside, found in scores.items():
        if found.characters:
            found.show("set aside" if aside else "development")


if __name__ == "__main__":
    main(sys.argv[1:])
