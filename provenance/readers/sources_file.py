"""Reads a sources.yaml: its entries, and an error with its place for everything that is none."""

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from provenance.errors import UnreadableError, did_you_mean
from provenance.readers import yaml_nodes
from provenance.readers.sources import FILE_NAME, Source, Sources
from provenance.readers.yaml_nodes import Tree

_LARGEST = 256 * 1024
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FIELDS = tuple(field.name for field in fields(Source))
_EXAMPLE = 'Write, for example: article.txt: {publisher: "The Daily", published: 2018-04-10}'


def parse(path: Path) -> Sources:
    """The entries of a file; those with errors are left out whole."""
    try:
        if path.stat().st_size > _LARGEST:
            message = f"is larger than {_LARGEST // 1024} KB"
            raise UnreadableError(message, place=str(path), remedy="Keep one per folder")
        text = path.read_text(encoding="utf-8-sig")
    except UnreadableError as error:
        return Sources({}, (error,))
    except (OSError, ValueError) as error:
        return Sources({}, (UnreadableError(f"cannot be read: {error}", place=str(path)),))
    tree = yaml_nodes.parse(text)
    entries = dict(_entries(tree, path))
    told = (UnreadableError(message, place=f"{path}:{place}") for place, message in tree.problems)
    return Sources(entries, tuple(told))


def _entries(tree: Tree, path: Path) -> Iterator[tuple[str, Source]]:
    """File name and entry; what is wrong is added to the tree's problems."""
    if tree.data is None:
        return
    if not isinstance(tree.data, dict):
        tree.problems.append((tree.place(()), f"is not a mapping of file names. {_EXAMPLE}"))
        return
    names = sorted(item.name for item in path.parent.iterdir() if item.is_file() and item.name != FILE_NAME)
    for name, data in tree.data.items():
        before = len(tree.problems)
        if name not in names:
            message = f"names {name!r}, which is not in this folder. {did_you_mean(name, names)}"
            tree.problems.append((tree.place((name,)), message.rstrip(" .")))
        entry = _entry(name, data, tree)
        if len(tree.problems) == before and not any(doubled[0] == name for doubled in tree.doubled):
            yield name, entry


def _entry(name: str, data: Any, tree: Tree) -> Source:
    if not isinstance(data, dict):
        if (name,) not in tree.empty:
            tree.problems.append((tree.place((name,)), f"is not a mapping of fields. {_EXAMPLE}"))
        return Source()
    held: dict[str, Any] = {}
    for key, value in data.items():
        try:
            if (name, key) not in tree.empty and value != "":
                held[key] = _value(key, value)
        except ValueError as error:
            tree.problems.append((tree.place((name, key)), str(error)))
    return Source(**held)


def _value(key: str, value: Any) -> str | date:
    """What one field says; raises ValueError with what is wrong with it."""
    if key not in _FIELDS:
        raise ValueError(f"unknown field {key!r}. {did_you_mean(key, _FIELDS) or 'Known: ' + ' '.join(_FIELDS)}")
    if not isinstance(value, str):
        raise ValueError(f"{key} is no text")
    text = value.strip()
    if key == "sha256" and not _DIGEST.fullmatch(text.lower()):
        raise ValueError(f"sha256 {text!r} is no digest of 64 hexadecimal digits")
    if key != "published":
        return text.lower() if key == "sha256" else text
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        message = f"published {text!r} is no full date. Write it as year-month-day, or leave it out"
        raise ValueError(message) from None
