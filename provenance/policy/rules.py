"""The registry of rules: the one place where an observation gets its code and its severity.

Codes are stable: a code is never given to another rule.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from provenance.config import Config
from provenance.errors import ConfigError, did_you_mean
from provenance.model.base import Model
from provenance.model.observation import ObservationKind
from provenance.model.report import Severity

CommandName = Literal["review", "check"]


class Rule(Model):
    """One rule, with its page of help."""

    code: str
    kind: ObservationKind
    name: str
    severity: Severity
    summary: str
    explanation: str
    remedy: str = ""
    """What to do about a finding, in a line."""
    measured: str = ""
    """Precision that a benchmark printed, on how many findings and which texts; empty where nobody measured."""
    example: str
    counter_example: str

    @property
    def command(self) -> CommandName:
        """The command whose reports it stands in: relations of sources come from `review`, all else from `check`."""
        return "review" if self.code.startswith("PV3") else "check"


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    tables = tomllib.loads(resources.files(__package__).joinpath("rules.toml").read_text("utf-8"))
    unwrapped = {code: {key: " ".join(text.split()) for key, text in table.items()} for code, table in tables.items()}
    return tuple(Rule.model_validate({"code": code, **unwrapped[code]}) for code in sorted(unwrapped))


@cache
def _by_kind() -> dict[ObservationKind, Rule]:
    return {rule.kind: rule for rule in rules()}


def rule_for(kind: ObservationKind) -> Rule:
    """The rule that judges observations of `kind`."""
    return _by_kind()[kind]


def rule(code: str) -> Rule | None:
    """The rule with this code or name ("PV101", "passage-edited"), in any case; None where there is none."""
    wanted = code.strip().casefold()
    return next((item for item in rules() if wanted in (item.code.casefold(), item.name)), None)


def severity(item: Rule, config: Config, score: float | None = None) -> Severity:
    """How bad the rule is under these settings; a relation below its threshold is `info`."""
    if score is not None and score < getattr(config.thresholds, item.kind, 0.0):
        return "info"
    return config.severity.get(item.code, item.severity)


def selected(item: Rule, config: Config) -> bool:
    """Whether these settings want the rule reported."""
    wanted = not config.select or item.code.startswith(config.select)
    return wanted and not (config.ignore and item.code.startswith(config.ignore))


def check_codes(config: Config) -> None:
    """Raises ConfigError for a code in the settings that no rule has: it would check less, or more, in silence."""
    codes = [item.code for item in rules()]
    for key, given in (("select", config.select), ("ignore", config.ignore), ("severity", tuple(config.severity))):
        for code in given:
            whole = key == "severity"
            if not code or not any(known == code if whole else known.startswith(code) for known in codes):
                place = config.places.get(key, str(config.file or ""))
                named = "" if place.startswith(("--", "PROVENANCE_")) else f"{key}: "
                remedy = did_you_mean(code, codes) or "`provenance explain` lists all rules"
                raise ConfigError(f'{named}no rule "{code[:80]}"', place=place, remedy=remedy)
