"""Settings: the nearest file wins, and nothing in it is overlooked."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from provenance import config
from provenance.config import Config
from provenance.errors import ConfigError


def write(folder: Path, text: str, name: str = "provenance.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def refusal(file: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        config.read(file)
    message = str(caught.value)
    assert message.startswith(f"{file}: ")
    assert "\n" not in message
    return message.removeprefix(f"{file}: ")


def test_all_keys(tmp_path: Path):
    file = write(
        tmp_path,
        'sources = ["seeds", "/absolute"]\nledger = ["claims"]\ndrafts = []\nselect = ["PV1", "PV201"]\n'
        'ignore = ["PV102"]\nfail_on = "warning"\n[severity]\nPV103 = "note"\n',
    )
    assert config.load(tmp_path) == Config(
        sources=(tmp_path / "seeds", Path("/absolute")),
        ledger=(tmp_path / "claims",),
        select=("PV1", "PV201"),
        ignore=("PV102",),
        severity={"PV103": "note"},
        fail_on="warning",
        file=file,
    )


def test_no_file_gives_the_defaults(tmp_path: Path):
    assert config.load(tmp_path) == Config()


def test_the_nearest_parent_wins(tmp_path: Path):
    write(tmp_path, 'sources = ["far"]')
    write(tmp_path / "a", '[tool.provenance]\nsources = ["near"]', "pyproject.toml")
    write(tmp_path / "a" / "b", '[tool.other]\nsources = ["never"]', "pyproject.toml")
    assert config.load(tmp_path / "a" / "b").sources == (tmp_path / "a" / "near",)
    assert config.load(tmp_path).sources == (tmp_path / "far",)


def test_provenance_toml_comes_before_pyproject(tmp_path: Path):
    write(tmp_path, '[tool.provenance]\nsources = ["two"]', "pyproject.toml")
    write(tmp_path, 'sources = ["one"]')
    assert config.load(tmp_path).sources == (tmp_path / "one",)


def test_settings_cannot_be_changed():
    with pytest.raises(ValidationError):
        Config().fail_on = "note"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sorces = []", 'unknown key "sorces". Did you mean "sources"?'),
        ("colour = 1", 'unknown key "colour". Keys are: sources, ledger, drafts, select, ignore, severity, fail_on.'),
        ('file = "x"', 'unknown key "file"'),
        ('fail_on = "fatal"', "fail_on is 'fatal': Input should be 'error', 'warning', 'note' or 'info'"),
        ('sources = "seeds"', "sources is 'seeds': Input should be a valid tuple"),
        ('severity = {PV101 = "bad"}', "severity.PV101 is 'bad'"),
        ("sources = [", "is not TOML: "),
        ("a = " + "[" * 5000, "is not TOML: "),
        ("#" * (config.MAX_BYTES + 1), "larger than 1000000 bytes"),
    ],
)
def test_each_fault_names_file_and_key(tmp_path: Path, text: str, expected: str):
    assert expected in refusal(write(tmp_path, text))


def test_not_utf8(tmp_path: Path):
    (tmp_path / "provenance.toml").write_bytes(b"# \xe9")
    assert "is not TOML" in refusal(tmp_path / "provenance.toml")


def test_a_named_file_must_be_there_and_hold_settings(tmp_path: Path):
    assert "cannot be read (No such file or directory)" in refusal(tmp_path / "none.toml")
    assert "no [tool.provenance] table" in refusal(write(tmp_path, "", "pyproject.toml"))
    assert "tool.provenance is not a table" in refusal(write(tmp_path, "[tool]\nprovenance = 1", "pyproject.toml"))
