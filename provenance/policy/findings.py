"""Observations judged: which rule they fall under, and how bad that is."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from provenance.config import Config
from provenance.model import Finding, Span
from provenance.model.observation import Observation
from provenance.policy import rules

_DEFAULT = Config()
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def judge(observation: Observation, config: Config = _DEFAULT, names: Mapping[str, str] = _NO_NAMES) -> Finding:
    """The finding of one observation."""
    rule = rules.rule_for(observation.kind)
    return Finding(
        id=finding_id(rule.code, observation, names),
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


def judge_all(
    observations: Iterable[Observation], config: Config = _DEFAULT, names: Mapping[str, str] = _NO_NAMES
) -> list[Finding]:
    """The findings of those observations whose rules the settings select, in their order; raises ConfigError.

    `names` says what the ids of findings call a document whose own id depends on what else was read.
    """
    rules.check_codes(config)
    return [judge(item, config, names) for item in observations if rules.selected(rules.rule_for(item.kind), config)]


def finding_id(code: str, observation: Observation, names: Mapping[str, str] = _NO_NAMES) -> str:
    """SHA-256 of rule, documents and folded quotes: the same wherever the passages stand and whichever comes first.

    A changed word changes it, so that a decision about the old words never covers new ones.
    """
    passages = sorted(_key(span, names) for span in (observation.a, observation.b) if span is not None)
    canonical = json.dumps([code, passages, observation.about], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _key(span: Span, names: Mapping[str, str]) -> tuple[str, str]:
    return names.get(span.document, span.document), " ".join(
        unicodedata.normalize("NFKC", span.quote).casefold().split()
    )
