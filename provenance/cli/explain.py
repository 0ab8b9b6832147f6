"""`provenance explain`: what a rule means."""

import textwrap

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
    """
    from provenance.errors import UsageError, did_you_mean
    from provenance.policy.rules import rule, rules

    if code is None:
        common.write("".join(f"{r.code}  {r.severity:<8} {r.name:<24} {r.summary}\n" for r in rules()), None)
        return 0
    found = rule(code)
    if found is None:
        remedy = did_you_mean(code, [r.code for r in rules()]) or "`provenance explain` lists all rules"
        raise UsageError(f'no rule "{code[:80]}"', remedy=remedy)
    head = f"{found.code} {found.name} ({found.severity})"
    parts = (found.summary, found.explanation, f"Example: {found.example}", f"Not this: {found.counter_example}")
    width = reporting.terminal()["width"]
    common.write("\n\n".join([head, *(textwrap.fill(part, width) for part in parts)]) + "\n", None)
    return 0
