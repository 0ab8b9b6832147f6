"""Other checkers beside ours in benchmarks/perturb.py: which of them are installed, and whether each flags a draft.

Each peer is asked the plainest thing it offers: does it object to this draft, given these sources? "No backup found"
counts as an objection where that is all that it can say, so a peer that objects to everything shows it on the harmless
edits. Sources are given as texts.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from rapidfuzz import fuzz, process

Peer = Callable[[str, Sequence[str]], bool]
BASELINE = 90
"""token_set_ratio to the best source line from which the rapidfuzz baseline is content."""


def rapidfuzz(draft: str, sources: Sequence[str]) -> bool:
    lines = [line for text in sources for line in text.replace(". ", ".\n").splitlines() if line.strip()]
    best = process.extractOne(draft, lines, scorer=fuzz.token_set_ratio)
    return best is None or best[1] < BASELINE


def corroborate(draft: str, sources: Sequence[str]) -> bool:
    module: Any = import_module("corroborate")
    report = module.check_answer("", list(sources), draft)
    return any(f.severity == module.Severity.CRITICAL for f in report.findings)


def sourced(draft: str, sources: Sequence[str]) -> bool:
    module: Any = import_module("sourced")
    counts = module.check(draft, list(sources))["counts"]
    return counts["contradicted"] > 0 or (counts["unverified"] > 0 and counts["grounded"] == 0)


def quantguard(draft: str, sources: Sequence[str]) -> bool:
    module: Any = import_module("quantguard")
    result = module.QuantitativeGuard(0.0).verify(draft, list(sources))
    return any("CONTRADICTED" in str(r) for r in result.results)


def claimproofkit(draft: str, sources: Sequence[str]) -> bool:
    module: Any = import_module("claimproofkit")
    passages = [
        module.EvidencePassage(id=str(n), source="source", text=line)
        for n, line in enumerate(line for text in sources for line in text.splitlines() if line.strip())
    ]
    verdicts = module.ClaimVerifier().verify_document(draft, passages).verdicts
    return any(v.status.name in ("CONTRADICTED", "UNSUPPORTED") for v in verdicts)


def anchorcite(draft: str, sources: Sequence[str]) -> bool:
    module: Any = import_module("anchorcite")
    return module.anchor_claim(draft, "\n\n".join(sources)) is None


def quotecheck(draft: str, sources: Sequence[str]) -> bool:
    """Quotations only."""
    module: Any = import_module("quotecheck.batch")
    return any(not item.match.ok for item in module.run(draft, "\n\n".join(sources)))


PEERS: dict[str, tuple[str, Peer]] = {
    peer.__name__: (needs, peer)
    for needs, peer in (
        ("rapidfuzz", rapidfuzz),
        ("corroborate", corroborate),
        ("sourced", sourced),
        ("quantguard", quantguard),
        ("claimproofkit", claimproofkit),
        ("anchorcite", anchorcite),
        ("quotecheck", quotecheck),
    )
}
"""Name, the module it needs, and the question put to it."""


def installed() -> dict[str, Peer]:
    """The peers that can be asked here."""
    return {name: peer for name, (needs, peer) in PEERS.items() if find_spec(needs) is not None}
