"""`provenance explain`: what a rule means."""

import click

from provenance.cli import common


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a rule (PV101), or list all rules.

    \b
    Example:
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
    page = (
        f"{found.code} {found.name} ({found.severity})\n\n{found.summary}\n\n{found.explanation}\n\n"
        f"Example: {found.example}\n\nNot this: {found.counter_example}\n"
    )
    common.write(page, None)
    return 0
