"""Reads a sources.yaml: its entries, and an error with file and line for everything that is none."""

import re
from datetime import date
from pathlib import Path

import yaml
from rapidfuzz import fuzz, process

from provenance.errors import UnreadableError
from provenance.readers.sources import FILE_NAME, Source, Sources

_LARGEST = 256 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FIELDS = ("title", "publisher", "author", "published", "url", "sha256")
# Below this likeness a guess at what was meant misleads.
_LIKE = 70


def parse(path: Path) -> Sources:
    """The entries of a file; those with errors are left out whole."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableError(
                f"is larger than {_LARGEST // 1024} KB", place=str(path), remedy="Keep one per folder"
            )
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnreadableError as error:
        return Sources({}, (error,))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        return Sources({}, (_error(path, line, f"is no valid YAML: {error.problem}"),))
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        return Sources({}, (UnreadableError(f"cannot be read: {error}", place=str(path)),))
    return _Reading(path).entries(node)


def _error(path: Path, line: int, message: str, remedy: str = "") -> UnreadableError:
    return UnreadableError(message, place=f"{path}:{line}", remedy=remedy)


class _Reading:
    """One pass over a sources.yaml that collects entries and errors."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._errors: list[UnreadableError] = []

    def entries(self, node: yaml.Node | None) -> Sources:
        """The entries of the whole file."""
        if node is None:
            return Sources({})
        names = sorted(item.name for item in self._path.parent.iterdir() if item.is_file() and item.name != FILE_NAME)
        present = frozenset(names)
        found: dict[str, Source] = {}
        for name, line, value in self._pairs(node, "a mapping of file names"):
            before = len(self._errors)
            if name not in present:
                self._fail(line, f"names {name!r}, which is not in this folder", _meant(name, names))
            entry = self._entry(value)
            if len(self._errors) == before:
                found[name] = entry
        return Sources(found, tuple(self._errors))

    def _entry(self, node: yaml.Node) -> Source:
        fields: dict[str, str] = {}
        published: date | None = None
        for key, line, value in self._pairs(node, "a mapping of fields"):
            text = value.value.strip() if isinstance(value, yaml.ScalarNode) else None
            if key not in _FIELDS:
                self._fail(line, f"unknown field {key!r}", _meant(key, _FIELDS) or f"Known: {' '.join(_FIELDS)}")
            elif text is None:
                self._fail(line, f"{key} is no text")
            elif key == "published" and text:
                published = self._day(text, line)
            elif key == "sha256" and not _DIGEST.fullmatch(text.lower()):
                self._fail(line, f"sha256 {text!r} is no digest of 64 hexadecimal digits")
            elif text:
                fields[key] = text.lower() if key == "sha256" else text
        return Source(published=published, **fields)

    def _day(self, text: str, line: int) -> date | None:
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            self._fail(line, f"published {text!r} is no full date", "Write it as year-month-day, or leave it out")
            return None

    def _pairs(self, node: yaml.Node, what: str) -> list[tuple[str, int, yaml.Node]]:
        """Key, line and value of a mapping; what is no mapping, and a key given twice, is an error and left out."""
        if not isinstance(node, yaml.MappingNode):
            self._fail(node.start_mark.line + 1, f"is not {what}")
            return []
        seen: dict[str, int] = {}
        doubled: set[str] = set()
        pairs = []
        for key, value in node.value:
            line = key.start_mark.line + 1
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            if not name:
                self._fail(line, "a key is no text")
            elif name in seen:
                doubled.add(name)
                self._fail(line, f"{name!r} is given twice, first in line {seen[name]}", "Keep one of them")
            else:
                seen[name] = line
                pairs.append((name, line, value))
        return [pair for pair in pairs if pair[0] not in doubled]

    def _fail(self, line: int, message: str, remedy: str = "") -> None:
        self._errors.append(_error(self._path, line, message, remedy))


def _meant(word: str, known: "tuple[str, ...] | list[str]") -> str:
    best = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=_LIKE)
    return f"Did you mean {best[0]!r}?" if best is not None else ""
