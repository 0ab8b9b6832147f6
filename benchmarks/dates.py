"""Time expressions on TimeBank and AQUAINT: python benchmarks/dates.py --data DIR [--documents N]

DIR (or the variable PROVENANCE_EVAL_DATA) holds TempEval-3 files (TimeBank/*.tml, AQUAINT/*.tml) at any depth, and may
hold MEANTIME (intra-doc_annotation/**/*.xml: Wikinews of 2004 to 2013, marked by other people). Scored as TempEval-3
does: F1 of TIMEX3 spans, strict and relaxed, and of values on relaxed matches. Besides ours, two libraries where they
are installed; both read slowly, so only N documents: ms-recognizers-text-date-time, and dateparser.search, which gives
no offsets (its strings are looked up in order).
"""

import argparse
import hashlib
import html
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from provenance.values import dates

Found = list[tuple[int, int, str]]
TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.S)
TAG = re.compile(r"<[^>]+>")
GLUED = re.compile(r"(?:[.,;:!?)\]%]|'s|''|n't|’s)$")
OPENERS = tuple("([$€£")
HEAD = 30
"""Tokens that title and date line of a Wikinews article make at most: each stands in a paragraph of its own."""


class Article(NamedTuple):
    text: str
    published: date
    gold: Found


class Score(NamedTuple):
    documents: int
    gold: int
    found: int
    strict: float
    relaxed: float
    value: float
    speed: float


def read(path: Path) -> Article:
    raw = path.read_text(encoding="utf-8")
    created = re.search(r'<DCT>.*?value="([^"]+)"', raw, re.S)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
    if created is None or body is None:
        sys.exit(f"{path} is no TempEval-3 file: no DCT or no TEXT")
    text, gold, position = "", [], 0
    for match in TIMEX.finditer(body[1]):
        text += html.unescape(TAG.sub("", body[1][position : match.start()]))
        start = len(text)
        text += html.unescape(TAG.sub("", match[2]))
        value = re.search(r'value="([^"]*)"', match[1])
        gold.append((start, len(text), value[1] if value else ""))
        position = match.end()
    text += html.unescape(TAG.sub("", body[1][position:]))
    return Article(text, date.fromisoformat(created[1][:10] if "-" in created[1] else created[1][:8]), gold)


def read_wikinews(path: Path) -> Article | None:
    """A MEANTIME article up to its last marked sentence; None without a creation time that is a date."""
    root = ElementTree.parse(path).getroot()
    text, sentence, spans, sentences = "", "", {}, {}
    for token in root.iter("token"):
        word, place, number = token.text or "", token.get("sentence", ""), token.get("t_id")
        glued = GLUED.match(word) or text.endswith(OPENERS)
        if text:
            text += "" if place == sentence and glued else "\n\n" if place != sentence and len(spans) < HEAD else " "
        spans[number], sentences[number], sentence = (len(text), len(text) + len(word)), int(place), place
        text += word
    gold, created, last = [], "", -1
    for mark in root.iterfind("Markables/*"):
        numbers = [anchor.get("t_id") for anchor in mark.findall("token_anchor")]
        last = max([last, *(sentences[number] for number in numbers)])
        if mark.get("functionInDocument") == "CREATION_TIME":
            created = mark.get("value", "")
        if mark.tag == "TIMEX3" and numbers:
            places = [spans[number] for number in numbers]
            gold.append((min(places)[0], max(places)[1], mark.get("value", "")))
    end = max((spans[number][1] for number in spans if sentences[number] <= last), default=0)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", created):
        return None
    return Article(text[:end], date.fromisoformat(created), sorted(gold))


def is_aside(article: Article) -> bool:
    """A sixth of the articles, by digest, whose errors nobody looks at: every other of the third that was so before."""
    return int(hashlib.sha256(article.text.encode()).hexdigest(), 16) % 6 == 0


def is_odd(path: Path) -> bool:
    """Half of the Wikinews articles, by the digest of their names, whose errors nobody looks at."""
    return int(hashlib.sha256(path.name.encode()).hexdigest(), 16) % 2 == 1


def score(articles: list[Article], find: Callable[[Article], Found]) -> Score:
    gold = found = strict = relaxed = value = 0
    begun = time.perf_counter()
    answers = [find(article) for article in articles]
    seconds = time.perf_counter() - begun
    for article, answer in zip(articles, answers, strict=True):
        left = list(answer)
        gold, found = gold + len(article.gold), found + len(answer)
        for start, end, wanted in article.gold:
            hits = [hit for hit in left if hit[0] < end and start < hit[1]]
            if hits:
                best = max(hits, key=lambda hit: min(end, hit[1]) - max(start, hit[0]))
                left.remove(best)
                relaxed += 1
                strict += best[:2] == (start, end)
                value += best[2] == wanted
    rates = [200 * part / max(1, gold + found) for part in (strict, relaxed, value)]
    return Score(len(articles), gold, found, *rates, sum(len(a.text) for a in articles) / seconds / 1e6)


def ours(article: Article) -> Found:
    return [(t.span.start, t.span.end, t.value or "") for t in dates.find(article.text, article.published)]


def recognizers() -> Callable[[Article], Found]:
    from ms_recognizers_date_time import recognize_datetime
    from ms_recognizers_text import Culture

    def find(article: Article) -> Found:
        reference = datetime.combine(article.published, datetime.min.time())
        hits = recognize_datetime(article.text, Culture.English, reference=reference)
        return [(hit.start, hit.end + 1, _timex(hit.resolution)) for hit in hits]

    return find


def _timex(resolution: dict[str, list[dict[str, str]]] | None) -> str:
    """Its TIMEX where that is resolved, else the first (past) date that it offers."""
    first = (resolution or {}).get("values", [{}])[0]
    timex = first.get("timex", "")
    return first.get("value", first.get("start", timex)) if "XXXX" in timex else timex


def dateparser_search() -> Callable[[Article], Found]:
    from dateparser.search import search_dates

    def find(article: Article) -> Found:
        settings = {"RELATIVE_BASE": datetime.combine(article.published, datetime.min.time())}
        return list(_placed(article.text, search_dates(article.text, languages=["en"], settings=settings) or []))

    return find


def _placed(text: str, hits: list[tuple[str, datetime]]) -> Iterator[tuple[int, int, str]]:
    position = 0
    for words, when in hits:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            yield start, position, when.date().isoformat()


def show(name: str, part: str, result: Score) -> None:
    print(
        f"{name:32} {part:12} {result.documents:5} {result.gold:5} {result.found:5}"
        f" {result.strict:7.1f} {result.relaxed:8.1f} {result.value:6.1f} {result.speed:9.3f}"
    )


def folder() -> tuple[Path, int]:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", default=os.environ.get("PROVENANCE_EVAL_DATA"), help="folder with the evaluation data"
    )
    parser.add_argument("--documents", type=int, default=20, help="how many documents the slow libraries read")
    options = parser.parse_args()
    if not options.data or not Path(options.data).is_dir():
        sys.exit(f"no evaluation data at {options.data!r}: give --data DIR or set PROVENANCE_EVAL_DATA")
    return Path(options.data), options.documents


def main() -> None:
    data, count = folder()
    articles = [read(path) for path in sorted(data.glob("**/TimeBank/*.tml")) + sorted(data.glob("**/AQUAINT/*.tml"))]
    if not articles:
        sys.exit(f"no TempEval-3 files (TimeBank/*.tml, AQUAINT/*.tml) under {data}")
    print(f"{'':32} {'part':12}  docs  gold found  strict  relaxed  value      MB/s")
    show("ours", "development", score([a for a in articles if not is_aside(a)], ours))
    show("ours", "set aside", score([a for a in articles if is_aside(a)], ours))
    show("ours", "all", score(articles, ours))
    wikinews = sorted(data.glob("**/intra-doc_annotation/**/*.xml"))
    for part, aside in (("development", False), ("set aside", True)) if wikinews else ():
        read_in = [article for path in wikinews if is_odd(path) == aside and (article := read_wikinews(path))]
        show("ours, MEANTIME", part, score(read_in, ours))
    few = articles[:: max(1, len(articles) // max(1, count))][:count]
    show("ours", f"{len(few)} documents", score(few, ours))
    for name, make in (("ms-recognizers-text-date-time", recognizers), ("dateparser.search", dateparser_search)):
        try:
            find = make()
        except ImportError as error:
            print(f"{name:32} not installed ({error})")
        else:
            show(name, f"{len(few)} documents", score(few, find))


if __name__ == "__main__":
    main()
