"""YAML as plain data in which every scalar is a string and every value knows its line.

PyYAML reads 3.20 as a float, `no` as False and lets a second key replace the first in silence; neither a ledger nor a
sources.yaml can afford that. Anchors, aliases and tags have no use here and are the classical ways to attack a reader,
so they are refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MAX_DEPTH = 12
Path = tuple[str | int, ...]
_EMPTY = ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class Tree:
    """Plain data (`dict`, `list`, `str`), and the `line:column` of each path into it."""

    data: Any = None
    places: dict[Path, str] = field(default_factory=dict)
    empty: set[Path] = field(default_factory=set)
    """Paths of the values that were left out (`speaker:`, or null)."""
    doubled: set[Path] = field(default_factory=set)
    """Paths of the keys that stand twice; the first value is kept."""
    problems: list[tuple[str, str]] = field(default_factory=list)
    """Place and message of what is wrong."""

    def place(self, path: Path) -> str:
        """Where `path`, or the nearest thing around it, stands."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, "1:1")


class _Refused(yaml.YAMLError):
    def __init__(self, mark: Any, message: str) -> None:
        self.problem_mark = mark
        self.problem = message


class _Composer(yaml.BaseLoader):
    """Composes nodes; stops at the first anchor, alias, tag or at too deep a nesting."""

    depth = 0

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        for what in ("anchor", "tag"):
            if getattr(event, what, None) is not None:
                raise _Refused(event.start_mark, "anchors, aliases and tags are not allowed")
        if self.depth >= MAX_DEPTH:
            raise _Refused(event.start_mark, f"nested more than {MAX_DEPTH} levels deep")
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def parse(text: str) -> Tree:
    """The data of one YAML document; never raises: what is wrong stands in `problems`."""
    tree = Tree()
    try:
        loader = _Composer(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        tree.problems.append(_explain(error, text))
        return tree
    if node is not None:
        tree.data = _plain(node, (), tree)
    return tree


def _plain(node: Node, path: Path, tree: Tree) -> Any:
    """`node` as plain data; its depth is bounded by the composer."""
    tree.places[path] = _at(node.start_mark)
    if isinstance(node, ScalarNode):
        if node.style is None and node.value in _EMPTY:
            tree.empty.add(path)
        return str(node.value)
    if isinstance(node, SequenceNode):
        return [_plain(item, (*path, index), tree) for index, item in enumerate(node.value)]
    return dict(_pairs(node, path, tree))


def _pairs(node: Node, path: Path, tree: Tree) -> Iterator[tuple[str, Any]]:
    assert isinstance(node, MappingNode)
    seen: dict[str, str] = {}
    for key_node, value in node.value:
        at = _at(key_node.start_mark)
        if not isinstance(key_node, ScalarNode):
            tree.problems.append((at, "a key is not a plain word"))
            continue
        key = str(key_node.value)
        if key in seen:
            tree.problems.append((at, f'key "{key[:80]}" stands twice, first at {seen[key]}'))
            tree.doubled.add((*path, key))
            continue
        seen[key] = at
        data = _plain(value, (*path, key), tree)
        tree.places[(*path, key)] = at
        yield key, data


def _at(mark: Any) -> str:
    return f"{mark.line + 1}:{mark.column + 1}"


def _explain(error: yaml.YAMLError, text: str) -> tuple[str, str]:
    """Place and message of a fault that stops the parser."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        return f"{line}:{column}", f"character U+{error.character:04X} is not allowed in YAML"
    if isinstance(error, yaml.composer.ComposerError) and "single document" in str(error.context):
        return _at(error.problem_mark), "a second YAML document (---) in one file. Use a list of records instead"
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    message = str(getattr(error, "problem", None) or getattr(error, "context", None) or error)
    where = "1:1" if mark is None else _at(mark)
    return where, message if isinstance(error, _Refused) else f"is not YAML: {message}"
