"""Completion as the shells ask for it: the script that each loads, and the answers it gets."""

import shutil
import subprocess
import sys

import pytest

from provenance import cli
from provenance.policy.rules import rules


@pytest.fixture
def complete(shell):
    def complete(*words: str) -> list[str]:
        asked = {"COMP_WORDS": " ".join(("provenance", *words)), "COMP_CWORD": str(len(words))}
        result = shell(_PROVENANCE_COMPLETE="bash_complete", **asked)
        assert (result.code, result.err) == (0, "")
        return [line.split(",", 1)[1] for line in result.out.splitlines()]

    return complete


@pytest.mark.parametrize(
    ("name", "words"),
    [("bash", "complete -o nosort -F"), ("zsh", "#compdef provenance"), ("fish", "complete --no-files --command prov")],
)
def test_each_shell_gets_its_script(shell, name, words):
    result = shell(_PROVENANCE_COMPLETE=f"{name}_source")
    assert (result.code, result.err) == (0, "")
    assert words in result.out
    if program := shutil.which(name):
        done = subprocess.run([program, "-n"], input=result.out.encode(), capture_output=True, timeout=30, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_commands_and_options(complete):
    assert complete("") == list(cli.COMMANDS)
    assert complete("ch") == ["check"]
    assert "--changed-since" in complete("check", "--ch")
    assert complete("review", "--fail-on", "w") == ["warning"]


def test_rules(complete):
    assert complete("explain", "pv30") == [rule.code for rule in rules() if rule.code.startswith("PV30")]
    assert complete("check", "--ignore", "PV1,PV40")[:2] == ["PV1,PV401", "PV1,PV402"]


@pytest.mark.parametrize("words", [("review", "sea"), ("check", "--sources", "sea"), ("review", "-o", "sea")])
def test_files_are_left_to_the_shell(shell, words):
    asked = {"COMP_WORDS": " ".join(("provenance", *words)), "COMP_CWORD": str(len(words))}
    assert shell(_PROVENANCE_COMPLETE="bash_complete", **asked).out == "file,sea\n"


def test_bash_completes_in_earnest(shell, tmp_path):
    """The script, loaded by bash, fills in a word."""
    bash = shutil.which("bash")
    assert bash is not None
    (tmp_path / "provenance").write_text(f'#!/bin/sh\nexec {sys.executable} -m provenance "$@"\n', encoding="utf-8")
    (tmp_path / "provenance").chmod(0o755)
    script = shell(_PROVENANCE_COMPLETE="bash_source").out
    words = "COMP_WORDS=(./provenance che); COMP_CWORD=1; _provenance_completion ./provenance"
    asked = f'{script}\n{words}; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run([bash, "-c", asked], capture_output=True, timeout=60, check=False, cwd=tmp_path)
    assert done.stdout.decode().split() == ["check"]
