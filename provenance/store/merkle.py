"""Merkle trees as in RFC 6962, section 2.1: roots, and proofs that an entry, or an older tree, is part of a tree.

SHA-256; a leaf is hashed behind the byte 0x00 and a node behind 0x01, so that neither can pass for the other.
"""

import hashlib
from collections.abc import Iterable, Sequence

_LENGTH = hashlib.sha256().digest_size


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one entry."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of a node over its two children."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes; of no leaf, the hash of nothing."""
    levels = _levels(list(leaves))
    return levels[-1][0] if levels else hashlib.sha256().digest()


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from leaf `index` (from 0) to the root; raises IndexError where there is no such leaf."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    proof = []
    for level in _levels(leaves)[:-1]:
        if index ^ 1 < len(level):
            proof.append(level[index ^ 1])
        index >>= 1
    return proof


def consistency_proof(leaves: Sequence[bytes], old_size: int) -> list[bytes]:
    """The hashes that show the tree over the first `old_size` leaves to be the beginning of the tree over all.

    Nothing where one of them is empty or both are the same; raises IndexError where the older one is larger.
    """
    if not 0 <= old_size <= len(leaves):
        raise IndexError(old_size)
    if old_size in (0, len(leaves)):
        return []
    node, last, proof = old_size - 1, len(leaves) - 1, []
    levels = _levels(leaves)
    height = 0
    while node & 1:
        node, last, height = node >> 1, last >> 1, height + 1
    if node:
        proof.append(levels[height][node])
    while last:
        if node & 1:
            proof.append(levels[height][node - 1])
        elif node < last:
            proof.append(levels[height][node + 1])
        node, last, height = node >> 1, last >> 1, height + 1
    return proof


def includes(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Does `proof` show that the leaf hash is number `index` (from 0) of the `size` leaves under `root`?"""
    if not 0 <= index < size or len(leaf) != _LENGTH:
        return False
    last, found, rest = size - 1, leaf, list(proof)
    while last:
        if index & 1 or index < last:
            if not rest:
                return False
            sibling = rest.pop(0)
            found = node_hash(sibling, found) if index & 1 else node_hash(found, sibling)
        index, last = index >> 1, last >> 1
    return not rest and found == root


def extends(old_size: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Does `proof` show that the tree of `size` leaves begins with the older one of `old_size`?

    About an empty older tree a proof can show nothing, so that none is accepted.
    """
    if not 0 < old_size <= size:
        return False
    if old_size == size:
        return not proof and old_root == root
    node, last = old_size - 1, size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    rest = list(proof) if node else [old_root, *proof]
    if not rest:
        return False
    older = newer = rest.pop(0)
    while last:
        if node & 1 or node < last:
            if not rest:
                return False
            sibling = rest.pop(0)
            if node & 1:
                older, newer = node_hash(sibling, older), node_hash(sibling, newer)
            else:
                newer = node_hash(newer, sibling)
        node, last = node >> 1, last >> 1
    return not rest and older == old_root and newer == root


def _levels(leaves: Sequence[bytes]) -> list[list[bytes]]:
    """The tree from its leaves to its root; a node without a sibling is its own parent."""
    levels = [list(leaves)] if leaves else []
    while levels and len(levels[-1]) > 1:
        level = levels[-1]
        pairs = [node_hash(*level[at : at + 2]) if at + 1 < len(level) else level[at] for at in range(0, len(level), 2)]
        levels.append(pairs)
    return levels
