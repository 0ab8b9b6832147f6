"""Reading the labelled news pairs, and deciding which label a found pair of passages falls under."""

import collections
import hashlib
import json
import os
import pathlib
import re
import sys
from dataclasses import dataclass

import provenance
from provenance.model import Document

EVERYDAY = pathlib.Path(__file__).parent / "everyday"
EVERYDAY_ASIDE = frozenset(
    [
        "airline",
        "blackout",
        "concert",
        "dig",
        "exhibition",
        "factory",
        "heatwave",
        "hostages",
        "libel",
        "mine",
        "orchestra",
        "patent",
        "pool",
        "railstrike",
        "recall",
        "retailer",
        "roadtoll",
        "rocket",
        "shooting",
        "tram",
        "vintage",
        "wolf",
    ]
)
JUDGED = pathlib.Path(__file__).parent / "judged_pairs.tsv"
Place = tuple[str, int, int]
"""Document id, start, end (code points, half-open)."""

_UNITS = {
    w: str(i)
    for i, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_VAGUE = {"dozens", "dozen", "scores", "hundreds", "thousands"}


@dataclass(frozen=True)
class Label:
    relation: str
    kind: str
    update: bool
    a: Place
    b: Place
    why: str


@dataclass(frozen=True)
class Group:
    id: str
    documents: list[Document]
    labels: list[Label]

    def text(self, place: Place) -> str:
        return next(d for d in self.documents if d.id == place[0]).text[place[1] : place[2]]

    def labels_of(self, a: Place, b: Place) -> list[Label]:
        """Labels that the pair of passages falls under: both overlap, or one does and the other repeats the figure."""
        return [x for x in self.labels if self._fits(a, b, x.a, x.b) or self._fits(a, b, x.b, x.a)]

    def _fits(self, a: Place, b: Place, x: Place, y: Place) -> bool:
        if over(a, x) and over(b, y):
            return True
        return (over(a, x) and self._alike(b, y) and self._alike(a, x)) or (
            over(b, y) and self._alike(a, x) and self._alike(b, y)
        )

    def _alike(self, a: Place, b: Place) -> bool:
        return a[0] == b[0] and bool(_figures(self.text(a)) & _figures(self.text(b)))


def judged(group: str) -> list[tuple[Place, Place, str]]:
    """Pairs of passages of one group judged by hand beside the labels: "yes" (both state one fact), "no", "unsure"."""
    found = []
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{group}\t"):
            _, a, a_start, a_end, b, b_start, b_end, verdict = line.split("\t")
            found.append(((a, int(a_start), int(a_end)), (b, int(b_start), int(b_end)), verdict))
    return found


def over(a: Place, b: Place) -> bool:
    shared = min(a[2], b[2]) - max(a[1], b[1])
    return a[0] == b[0] and shared >= 0.5 * min(a[2] - a[1], b[2] - b[1])


def _figures(text: str) -> set[str]:
    found = {_UNITS.get(w, w) for w in re.findall(r"\d[\d,]*|\b[a-z]+\b", text.lower())}
    return {w.replace(",", "") for w in found if w[0].isdigit() or w in _VAGUE}


def folder(argument: str | None) -> pathlib.Path:
    """The news_pairs folder of --data DIR or PROVENANCE_EVAL_DATA; stops with one line when there is none."""
    root = argument or os.environ.get("PROVENANCE_EVAL_DATA")
    if not root or not (pathlib.Path(root) / "news_pairs" / "groups.jsonl").exists():
        sys.exit("news_pairs/groups.jsonl not found: give --data DIR or set PROVENANCE_EVAL_DATA to the data folder")
    return pathlib.Path(root) / "news_pairs"


def is_aside(group: str) -> bool:
    """A third of the groups, by the hash of their names, is kept aside: measured on, never looked at."""
    if is_everyday(group):
        return group in EVERYDAY_ASIDE
    return hashlib.sha256(group.encode()).digest()[0] % 3 == 0


def is_everyday(group: str) -> bool:
    """Whether a group is one of our own."""
    return (EVERYDAY / f"{group}.txt").exists()


def load(root: pathlib.Path) -> list[Group]:
    labels = collections.defaultdict(list)
    texts = {}
    groups = [json.loads(line) for line in (root / "groups.jsonl").open(encoding="utf-8")]
    for g in groups:
        texts.update({(g["id"], d["id"]): d["text"] for d in g["docs"]})
    for name in ("pairs.jsonl", "unsure.jsonl"):
        for line in (root / name).open(encoding="utf-8"):
            p = json.loads(line)
            a, b = (_place(texts[p["group"], s["doc"]], s) for s in (p["a"], p["b"]))
            relation = "unsure" if name == "unsure.jsonl" else p["relation"]
            labels[p["group"]].append(Label(relation, p.get("kind", ""), bool(p.get("update")), a, b, p.get("why", "")))
    return [Group(g["id"], [_document(d) for d in g["docs"]], labels[g["id"]]) for g in groups]


def everyday() -> list[Group]:
    """The groups of benchmarks/everyday: reports of our own on business, courts, sport, disasters, science.

    Each file holds the documents of one group (a line "== outlet date title", then the text) and the labels (a line
    "-- relation kind [update] | quote | quote"), each quote from the first document that holds it, the second from
    another one. EVERYDAY_ASIDE lists those whose errors nobody looks at.
    """
    return [_everyday(path.stem, path.read_text(encoding="utf-8")) for path in sorted(EVERYDAY.glob("*.txt"))]


def _everyday(name: str, content: str) -> Group:
    body, *labels = re.split(r"(?m)^-- ", content)
    documents = []
    for part in re.split(r"(?m)^== ", body)[1:]:
        outlet, day, title, text = re.fullmatch(r"(.+?) (\d{4}-\d\d-\d\d) (.+)\n((?s:.)+)", part).groups()
        whole = f"{title}\n\n{text.strip()}\n"
        held = {"id": f"{name}-{len(documents)}", "title": title, "source": outlet, "date": day, "text": whole}
        documents.append(_document(held))
    return Group(name, documents, [_label(documents, line) for line in labels])


def _label(documents: list[Document], line: str) -> Label:
    head, *quotes = (part.strip() for part in line.split("|"))
    relation, kind, *update = head.split()
    places: list[Place] = []
    for quote in quotes:
        other = [d for d in documents if quote in d.text and d.id not in {p[0] for p in places}]
        start = other[0].text.index(quote)
        places.append((other[0].id, start, start + len(quote)))
    return Label(relation, kind, bool(update), places[0], places[1], "")


def _place(text: str, side: dict[str, str]) -> Place:
    start = text.find(side["quote"])
    return side["doc"], start, start + len(side["quote"])


def _document(d: dict[str, str]) -> Document:
    raw = d["text"].encode()
    return provenance.read(
        raw, id=d["id"], title=d["title"], publisher=d["source"], published=d["date"], media_type="text/plain"
    )
