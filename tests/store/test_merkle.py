"""Merkle trees: the known answers of RFC 6962's example trees, and the laws of proofs."""

import hashlib
import json
import os
from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.store import merkle

ENTRIES = [bytes.fromhex(digits) for digits in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
"""The entries of the example log that implementations of Certificate Transparency share."""
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
"""Root over the first 0 … 8 of them."""
LEAVES = [merkle.leaf_hash(entry) for entry in ENTRIES]
sizes = st.integers(1, 70)


def leaves(size: int) -> list[bytes]:
    return [merkle.leaf_hash(str(number).encode()) for number in range(size)]


def recursive_root(leaves: list[bytes]) -> bytes:
    """Section 2.1 of RFC 6962, word for word."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256(b"").digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + recursive_root(leaves[:k]) + recursive_root(leaves[k:])).digest()


@pytest.mark.parametrize("size", range(9))
def test_known_roots(size: int):
    assert merkle.root(LEAVES[:size]).hex() == ROOTS[size]


def test_known_proofs():
    """The examples of section 2.1.3, over seven leaves, by the letters of its drawing."""
    a, b, c, d, e, f, j = LEAVES[:7]
    g, h, i = merkle.node_hash(a, b), merkle.node_hash(c, d), merkle.node_hash(e, f)
    k, l = merkle.node_hash(g, h), merkle.node_hash(i, j)  # noqa: E741
    proofs = {0: [b, h, l], 3: [c, g, l], 4: [f, j, k], 6: [i, k]}
    assert {index: merkle.inclusion_proof(LEAVES[:7], index) for index in proofs} == proofs
    older = {3: [c, d, g, l], 4: [l], 6: [i, j, k]}
    assert {size: merkle.consistency_proof(LEAVES[:7], size) for size in older} == older


@given(sizes)
def test_the_root_is_that_of_the_definition(size: int):
    assert merkle.root(leaves(size)) == recursive_root(leaves(size))


@given(sizes.flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1))), st.data())
def test_what_is_included_is_proved_and_nothing_else(case: tuple[int, int], data: st.DataObject):
    size, index = case
    held = leaves(size)
    proof, root = merkle.inclusion_proof(held, index), merkle.root(held)
    assert merkle.includes(held[index], index, size, proof, root)
    assert not merkle.includes(merkle.leaf_hash(b"other"), index, size, proof, root)
    assert not merkle.includes(held[index], index, size, [*proof, root], root)
    if proof:
        assert not merkle.includes(held[index], index, size, proof[:-1], root)
        at = data.draw(st.integers(0, len(proof) - 1))
        proof[at] = bytes([proof[at][0] ^ 1]) + proof[at][1:]
        assert not merkle.includes(held[index], index, size, proof, root)


@given(sizes.flatmap(lambda size: st.tuples(st.just(size), st.integers(1, size))), st.data())
def test_an_older_tree_is_proved_and_no_other(case: tuple[int, int], data: st.DataObject):
    size, old = case
    held = leaves(size)
    proof, old_root, root = merkle.consistency_proof(held, old), merkle.root(held[:old]), merkle.root(held)
    assert merkle.extends(old, old_root, size, root, proof)
    changed = [*held[: old - 1], merkle.leaf_hash(b"other")]
    assert not merkle.extends(old, merkle.root(changed), size, root, proof)
    assert not merkle.extends(old, old_root, size, root, [*proof, root])
    assert not merkle.extends(old, old_root, size, merkle.leaf_hash(b"other"), proof)
    if proof:
        at = data.draw(st.integers(0, len(proof) - 1))
        proof[at] = bytes([proof[at][0] ^ 1]) + proof[at][1:]
        assert not merkle.extends(old, old_root, size, root, proof)


def test_places_outside_the_tree():
    for index in (-1, 3):
        with pytest.raises(IndexError):
            merkle.inclusion_proof(LEAVES[:3], index)
        assert not merkle.includes(LEAVES[0], index, 3, [], LEAVES[0])
    with pytest.raises(IndexError):
        merkle.consistency_proof(LEAVES[:3], 4)
    assert not merkle.extends(4, LEAVES[0], 3, LEAVES[0], [])
    assert not merkle.extends(0, merkle.root([]), 3, merkle.root(LEAVES[:3]), [])
    assert not merkle.includes(b"", 0, 1, [], b"")


VECTORS = os.environ.get("PROVENANCE_MERKLE_VECTORS")
"""Folder with `inclusion` and `consistency`: the JSON vectors of transparency-dev/merkle (testdata)."""


@pytest.mark.skipif(VECTORS is None, reason="PROVENANCE_MERKLE_VECTORS names no folder")
@pytest.mark.parametrize("kind", ["inclusion", "consistency"])
def test_public_vectors(kind: str):
    files = sorted((Path(str(VECTORS)) / kind).rglob("*.json"))
    assert files
    for file in files:
        given_ = json.loads(file.read_text("utf-8"))
        proof = [b64decode(part) for part in given_["proof"] or []]
        if kind == "inclusion":
            leaf, root = b64decode(given_["leafHash"] or ""), b64decode(given_["root"] or "")
            holds = merkle.includes(leaf, given_["leafIdx"], given_["treeSize"], proof, root)
        else:
            roots = (b64decode(given_["root1"] or ""), b64decode(given_["root2"] or ""))
            holds = merkle.extends(given_["size1"], roots[0], given_["size2"], roots[1], proof)
        assert holds is not given_["wantErr"], file
