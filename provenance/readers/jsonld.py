"""What a news page says of itself in JSON-LD (schema.org Article and its kinds)."""

import json
from typing import Any

_FIELDS = {"headline": "title", "datePublished": "published", "author": "author", "publisher": "publisher"}
_MOST_NODES = 200


def article(source: str) -> dict[str, str]:
    """Title, published, author and publisher of the first article in `source`; empty when there is none to be read."""
    try:
        nodes = _nodes(json.loads(source))
    except (ValueError, RecursionError):
        return {}
    for node in nodes:
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting")) for kind in kinds):
            found = {name: _name(node.get(field)) for field, name in _FIELDS.items()}
            return {name: value for name, value in found.items() if value}
    return {}


def _nodes(value: Any) -> list[dict[str, Any]]:
    """The objects at the top, in a list or in a graph."""
    values = value if isinstance(value, list) else [value]
    nodes = []
    for item in values[:_MOST_NODES]:
        if isinstance(item, dict):
            graph = item.get("@graph")
            nodes += [item, *(graph[:_MOST_NODES] if isinstance(graph, list) else [])]
    return [node for node in nodes if isinstance(node, dict)]


def _name(value: Any) -> str:
    """A text as it is, the name of an object, the names of a list."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(item) for item in value[:_MOST_NODES] if not isinstance(item, list))))
    name = value.get("name") if isinstance(value, dict) else value
    return name.strip() if isinstance(name, str) else ""
