"""What the shell offers behind a command's words: what the metavar of an argument or option promises."""

import re

import click
from click.shell_completion import CompletionItem

VARIABLE = "_PROVENANCE_COMPLETE"
"""Set by the shell's completion script, and by nobody else."""
_FILES = ("PATH", "FILE", "DRAFT", "DOC", "DUMP")


class _RuleCode(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.3 only
    """A rule's code, offered with its name."""

    name = "rule"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The codes that begin as the word does; of a list, for its last part."""
        from provenance.policy.rules import rules

        before, comma, last = incomplete.rpartition(",")
        found = [rule for rule in rules() if rule.code.startswith(last.upper())]
        return [CompletionItem(f"{before}{comma}{rule.code}", help=rule.summary) for rule in found]


def taught(command: click.Command) -> click.Command:
    """The command, with files and rules offered where its metavars say so."""
    for parameter in command.params:
        words = set(re.findall(r"[A-Z]+", parameter.metavar or (parameter.name or "").upper()))
        if not isinstance(parameter.type, click.types.StringParamType):
            continue
        if words & {"CODE", "CODES"}:
            parameter.type = _RuleCode()
        elif not words.isdisjoint(_FILES) and "FORMAT" not in words:
            parameter.type = click.Path(readable=False, allow_dash=True)
    return command
