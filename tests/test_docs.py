"""Every console block of the documents is run; its output must be what stands there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import cli, config
from provenance.config.faults import toml
from provenance.policy.rules import rules
from provenance.reports.rules import markdown

REPOSITORY = Path(__file__).parents[1]
PAGES = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").glob("*.md"))]
BLOCK = re.compile(r"```console\n\$ (.+)\n((?:.*\n)*?)```\n")
ANEW = "write it anew: PROVENANCE_WRITE_CASES=1 python -m pytest tests/test_docs.py"


def output(command: str) -> str:
    """Standard output of a shell command, in which `provenance` is the program under test; ends in a line feed."""
    shell = ["sh", "-c", f'provenance() {{ "$PROGRAM" -m provenance "$@"; }}\n{command}']
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    environment |= {"PROGRAM": sys.executable, "COLUMNS": "92", "PYTHONUTF8": "1"}
    done = subprocess.run(shell, cwd=REPOSITORY, capture_output=True, env=environment, timeout=60, check=False)
    assert done.stderr == b""
    return done.stdout.decode().rstrip("\n") + "\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_shows_is_what_the_program_prints(page):
    before = page.read_text("utf-8")
    after = BLOCK.sub(lambda block: f"```console\n$ {block[1]}\n{output(block[1])}```\n", before)
    if os.environ.get("PROVENANCE_WRITE_CASES"):
        page.write_text(after, encoding="utf-8")
    assert page.read_text("utf-8") == after, ANEW


def test_every_command_has_its_help_in_the_docs():
    page = (REPOSITORY / "docs" / "cli.md").read_text("utf-8")
    assert [name for name in cli.COMMANDS if f"$ provenance {name} --help\n" not in page] == []


def test_every_setting_is_explained():
    page = REPOSITORY / "docs" / "configuration.md"
    check_generated(page, "keys", settings_table())


def test_every_rule_is_explained():
    check_generated(REPOSITORY / "docs" / "rules.md", "rules", markdown(rules()))


def settings_table() -> str:
    rows = [
        f"| `{name}` | {field.description} | `{name} = {toml(field.examples[0])}` |"
        for name, field in config.Config.model_fields.items()
        if name in config.KEYS
    ]
    return "\n".join(["| key | meaning | for example |", "|---|---|---|", *rows])


def check_generated(page: Path, name: str, text: str) -> None:
    """The part of a page between `<!-- name: … -->` and `<!-- end of name -->` must be `text`."""
    before = page.read_text("utf-8")
    part = re.compile(rf"(<!-- {name}: .*?-->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    assert part.search(before)
    after = part.sub(lambda found: f"{found[1]}{text}\n{found[2]}", before)
    if os.environ.get("PROVENANCE_WRITE_CASES"):
        page.write_text(after, encoding="utf-8")
    assert page.read_text("utf-8") == after, ANEW


def test_links_of_the_pages_lead_somewhere():
    for page in PAGES:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), link


def test_the_python_example_of_the_readme_runs(monkeypatch, capsys):
    monkeypatch.chdir(REPOSITORY)
    example = re.search(r"```python\n(.*?)```", (REPOSITORY / "README.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    exec(compile(example[1], "README.md", "exec"), {})
    assert "corroborates" in capsys.readouterr().out


def test_the_commands_of_the_readme_are_those_that_ci_runs():
    ci = (REPOSITORY / ".ci" / "run").read_text("utf-8")
    for words in ("install --quiet --disable-pip-version-check .\n", "provenance review seeds/", "python -m pytest"):
        assert words in ci
