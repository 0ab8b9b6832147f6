"""The PolNeAR annotations: articles with source, cue and content spans."""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROLES = ("Source", "Cue", "Content")
Range = tuple[int, int]
_SPAN = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)\t")


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its attributions (role → character ranges) and all spans of each role."""

    name: str
    text: str
    relations: list[dict[str, list[Range]]]
    spans: dict[str, list[Range]]

    @property
    def aside(self) -> bool:
        """In the third that is kept aside: its figures are read, its errors never."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 3 == 0

    @property
    def fold(self) -> int:
        """One of four parts of the development articles."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) // 3 % 4


def folder(arguments: list[str]) -> Path:
    """The data folder from --data DIR or PROVENANCE_EVAL_DATA; stops with a message when there is none."""
    given = (
        arguments[arguments.index("--data") + 1]
        if "--data" in arguments[:-1]
        else os.environ.get("PROVENANCE_EVAL_DATA")
    )
    path = Path(given) / "polnear_train" if given else None
    if path is None or not (path / "attributions").is_dir():
        sys.exit(f"polnear_train not found in {given!r}: give the folder with --data DIR or PROVENANCE_EVAL_DATA")
    return path


def articles(path: Path) -> Iterator[Article]:
    """The articles in order of their names, each with its first annotator's spans."""
    seen = set()
    for file in sorted((path / "attributions").glob("*.ann")):
        name = re.sub(r"_[0-9a-f]+$", "", file.stem)
        source = path / "text" / f"{name}.txt"
        if name in seen or not source.exists():
            continue
        seen.add(name)
        yield Article(name, source.read_text(encoding="utf-8"), *_annotations(file))


def again(path: Path) -> Iterator[list[Article]]:
    """The articles that several people annotated, once for each of them."""
    files: dict[str, list[Path]] = {}
    for file in sorted((path / "attributions").glob("*.ann")):
        files.setdefault(re.sub(r"_[0-9a-f]+$", "", file.stem), []).append(file)
    for name, found in files.items():
        source = path / "text" / f"{name}.txt"
        if len(found) > 1 and source.exists():
            text = source.read_text(encoding="utf-8")
            yield [Article(name, text, *_annotations(file)) for file in found]


def _annotations(file: Path) -> tuple[list[dict[str, list[Range]]], dict[str, list[Range]]]:
    spans: dict[str, tuple[str, list[Range]]] = {}
    relations = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if match := _SPAN.match(line):
            pieces = [tuple(map(int, piece.split())) for piece in match.group(3).split(";")]
            spans[match.group(1)] = (match.group(2), pieces)  # type: ignore[assignment]
        elif line.startswith("E"):
            relations.append(line.split("\t")[1].split())
    joined = []
    for members in relations:
        found: dict[str, list[Range]] = {role: [] for role in ROLES}
        for member in members:
            role, key = member.split(":")
            role = role.rstrip("0123456789")
            if role in found and key in spans:
                found[role] += spans[key][1]
        joined.append({role: sorted(pieces) for role, pieces in found.items()})
    every = {role: [p for kind, pieces in spans.values() if kind == role for p in pieces] for role in ROLES}
    return joined, every
