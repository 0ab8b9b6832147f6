"""Observations judged: which rule they fall under, and how bad that is."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable

from provenance.config import Config
from provenance.model import Finding, Span
from provenance.model.observation import Observation
from provenance.policy import rules

_DEFAULT = Config()


def judge(observation: Observation, config: Config = _DEFAULT) -> Finding:
    """The finding of one observation."""
    rule = rules.rule_for(observation.kind)
    return Finding(
        id=finding_id(rule.code, observation),
        rule=rule.code,
        severity=rules.severity(rule, config, observation.score),
        relation=observation.relation,
        score=observation.score,
        message=observation.message,
        reasons=observation.reasons,
        a=observation.a,
        b=observation.b,
        claims=observation.claims,
        slots=observation.slots,
        place=observation.place,
        waterfall=observation.waterfall,
        documents=observation.documents,
        origins=observation.origins,
    )


def judge_all(observations: Iterable[Observation], config: Config = _DEFAULT) -> list[Finding]:
    """The findings of those observations whose rules the settings select, in their order; raises ConfigError."""
    rules.check_codes(config)
    return [judge(item, config) for item in observations if rules.selected(rules.rule_for(item.kind), config)]


def finding_id(code: str, observation: Observation) -> str:
    """SHA-256 of rule, documents and folded quotes: the same wherever the passages stand and whichever comes first.

    A changed word changes it, so that a decision about the old words never covers new ones.
    """
    passages = sorted(_key(span) for span in (observation.a, observation.b) if span is not None)
    canonical = json.dumps([code, passages, observation.about], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _key(span: Span) -> tuple[str, str]:
    return span.document, " ".join(unicodedata.normalize("NFKC", span.quote).casefold().split())
