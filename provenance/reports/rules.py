"""Rules explained: for a terminal and, all of them, as a page of the documents."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from provenance.policy.examples import Case, case
from provenance.policy.rules import Rule
from provenance.reports.text import stripped, terminal

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan", "info": "bold green"}
_GROUPS = {
    "PV1": "Recorded passages",
    "PV2": "Values and quotations",
    "PV3": "Relations of sources",
    "PV4": "Backup of a draft",
}


def explain(rule: Rule, *, width: int | None = None, color: bool = False) -> str:
    """One rule for a terminal: what it says, what to do, an example and a counter-example."""
    out = terminal(width, color)
    with out.capture() as capture:
        out.print(Text.assemble((f"{rule.code}  {rule.name}", "bold"), "  ", (rule.severity, _STYLES[rule.severity])))
        for part in (rule.summary, rule.explanation):
            out.print(Padding(Text(part), (1, 0, 0, 0)))
        out.print(Padding(Text.assemble(("What to do  ", "bold"), rule.remedy), (1, 0, 0, 0)))
        _example(out, f"Gives {rule.code}", rule.example, case(rule.code, "example"))
        _example(out, f"Does not give {rule.code}", rule.counter_example, case(rule.code, "counter_example"))
        if rule.measured:
            out.print(Padding(Text.assemble(("Measured  ", "bold"), rule.measured), (1, 0, 0, 0)))
        out.print(Padding(Text.assemble(("Settings  ", "bold"), *_settings(rule)), (1, 0, 0, 0)))
    return stripped(capture.get())


def overview(rules: Iterable[Rule]) -> str:
    """Every rule on a line: code, severity, name, summary."""
    every = list(rules)
    longest = max(len(rule.name) for rule in every)
    return "".join(f"{r.code}  {r.severity:<7}  {r.name:<{longest}}  {r.summary}\n" for r in every)


def markdown(rules: Iterable[Rule]) -> str:
    """All rules as one page: an overview, then a section for each."""
    every = list(rules)
    lines = ["| rule | name | severity | summary |", "|---|---|---|---|"]
    lines += [f"| [{r.code}](#{r.code.lower()}) | {r.name} | {r.severity} | {r.summary} |" for r in every]
    group = ""
    for rule in every:
        if rule.code[:3] != group:
            group = rule.code[:3]
            lines += ["", f"## {_GROUPS[group]}"]
        lines += ["", *_section(rule)]
    return "\n".join(lines)


def _section(rule: Rule) -> Iterator[str]:
    yield from (f"### {rule.code}", "", f"**{rule.name}** · {rule.severity} · `provenance {rule.command}`", "")
    yield from (rule.summary, "", rule.explanation, "", f"What to do: {rule.remedy}", "")
    yield from _block(f"Gives {rule.code}", rule.example, case(rule.code, "example"))
    yield from _block(f"Does not give {rule.code}", rule.counter_example, case(rule.code, "counter_example"))
    if rule.measured:
        yield f"Measured: {rule.measured}."


def _block(title: str, caption: str, shown: Case | None) -> Iterator[str]:
    yield from (f"{title}: {caption}", "")
    if shown is not None:
        yield "```text"
        yield from (f"{name + ':':<{_column(shown)}}  {text}" for name, text in shown.texts)
        yield from ("```", "")


def _column(shown: Case) -> int:
    return max(len(name) for name, _ in shown.texts) + 1


def _example(out: Console, title: str, caption: str, shown: Case | None) -> None:
    out.print(Padding(Text.assemble((f"{title}  ", "bold"), caption), (1, 0, 0, 0)))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column()
    for name, text in shown.texts if shown else ():
        grid.add_row(Text(name), Text(text))
    if shown:
        out.print(Padding(grid, (0, 0, 0, 4)))


def _settings(rule: Rule) -> tuple[str, ...]:
    """How to change its severity, or leave it out."""
    other = "warning" if rule.severity == "error" else "error"
    return (f'severity = {{{rule.code} = "{other}"}}', ' or ignore = ["', rule.code, '"] in provenance.toml')
