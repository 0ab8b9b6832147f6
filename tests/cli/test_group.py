import re
import subprocess
import sys

import pytest

from provenance import __version__, cli


def test_every_command_stands_in_help_with_a_sentence_that_is_not_cut(run):
    listed = run("--help").out.split("Commands:\n")[1]
    for name in cli.COMMANDS:
        line = next(line for line in listed.splitlines() if line.split()[0] == name)
        assert line.endswith(".")
        assert not line.endswith("..")


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_of_a_command_shows_examples_before_everything_but_its_first_sentence(run, name):
    shown = run(name, "-h")
    assert shown.code == 0
    assert re.match(r"Usage: provenance \w+ .*\n\n  \S.*\.\n\n  Examples?:\n    ", shown.out)
    assert shown.out.index("Example") < shown.out.index("Options:")


def test_version(run):
    assert run("--version").out == f"provenance, version {__version__}\n"


def test_without_a_command_help_goes_to_stderr_and_is_no_success(run):
    result = run()
    assert (result.code, result.out) == (2, "")
    assert "Examples:" in result.err


@pytest.mark.parametrize("name", ["log", "ledger"])
def test_a_command_of_commands_alone_shows_its_help_line_by_line(run, name):
    result = run(name)
    assert result.code in (0, 2)  # by the version of click
    shown = result.out + result.err
    assert f"Usage: provenance {name} [OPTIONS] COMMAND [ARGS]...\n\n" in shown
    for line in shown.split("Commands:\n")[1].splitlines():
        assert line.endswith("."), line
        assert not line.endswith("...")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["revew"], "provenance: no command 'revew'. Did you mean \"review\"? See `provenance --help`."),
        (["zzzz"], "provenance: no command 'zzzz'. See `provenance --help`."),
        (["explain", "PV1O1"], 'provenance: no rule "PV1O1". Did you mean "PV101"?'),
    ],
)
def test_a_misspelt_word_names_the_nearest(run, arguments, told):
    result = run(*arguments)
    assert (result.code, result.out, result.err) == (2, "", told + "\n")


def test_a_misspelt_option_names_the_nearest(run):
    result = run("review", "--fromat", "json", "x")
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert result.err.startswith("provenance review: No such option")
    assert "--format" in result.err
    assert "See `provenance review --help`." in result.err


def test_a_path_in_place_of_a_command(run, sources):
    assert "Did you mean `provenance review sources`?" in run("sources").err


def test_a_missing_argument_is_one_line(run):
    result = run("extract")
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
    assert "PATH" in result.err


def test_a_defect_is_no_finding_and_leaves_no_traceback(run, sources, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("0\n0")

    monkeypatch.setattr("provenance.pipeline.review", broken)
    result = run("review", sources)
    assert result.code == 2
    assert "provenance: internal error: ZeroDivisionError" in result.err
    assert "Traceback" not in result.err
    monkeypatch.setenv("PROVENANCE_DEBUG", "1")
    assert "Traceback" in run("review", sources).err


def test_an_interrupt_is_told(run, sources, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("provenance.pipeline.review", interrupted)
    result = run("review", sources)
    assert (result.code, result.err.strip()) == (130, "provenance: interrupted")


@pytest.mark.parametrize("arguments", [["review", "sources", "--format", "json"], ["--help"]])
def test_a_reader_that_goes_away_meets_no_traceback(sources, arguments):
    command = [sys.executable, "-m", "provenance", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        told = process.stderr.read()
        code = process.wait(timeout=60)
    assert told == b""
    assert code == (1 if "review" in arguments else 0)  # what was found is still told


def test_help_on_a_terminal_without_unicode(shell):
    result = shell("review", "--help", PYTHONIOENCODING="latin-1")
    assert result.code == 0
    assert "[PATH]\\u2026" in result.out
