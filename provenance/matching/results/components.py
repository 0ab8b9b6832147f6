"""Things that belong together because links join them, directly or through others."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def components(nodes: Iterable[T], links: Iterable[tuple[T, T]]) -> list[list[T]]:
    """The connected components of a graph (union-find), and the nodes of each, in the order of `nodes`."""
    parent = {node: node for node in nodes}

    def root(node: T) -> T:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in links:
        parent[root(b)] = root(a)
    found: dict[T, list[T]] = {}
    for node in parent:
        found.setdefault(root(node), []).append(node)
    return list(found.values())
