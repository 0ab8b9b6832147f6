"""`provenance explain`: what a rule means."""

import click

from provenance.cli import common, reporting


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a rule, or list all rules.

    \b
    Examples:
      provenance explain
      provenance explain PV301
      provenance explain quotation-altered
    """
    from provenance.errors import UsageError, did_you_mean
    from provenance.policy.rules import rule, rules
    from provenance.reports.rules import explain, overview

    if code is None:
        common.write(overview(rules()), None)
        return 0
    found = rule(code)
    if found is None:
        known = [name for item in rules() for name in (item.code, item.name)]
        remedy = did_you_mean(code, known) or "`provenance explain` lists all rules"
        raise UsageError(f'no rule "{code[:80]}"', remedy=remedy)
    common.write(explain(found, **reporting.terminal()), None)
    return 0
