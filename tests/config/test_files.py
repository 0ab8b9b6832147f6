"""Settings: the nearest file wins, and nothing in it is overlooked."""

import json
import os
import tomllib
from datetime import date
from importlib import resources
from pathlib import Path

import jsonschema
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
    """What the error says behind the name of the file: ":3: …" with the line, or ": …"."""
    with pytest.raises(ConfigError) as caught:
        config.read(file)
    message = str(caught.value)
    assert message.startswith(f"{file}:")
    assert "\n" not in message
    return message.removeprefix(str(file))


def test_all_keys(tmp_path: Path):
    file = write(
        tmp_path,
        'sources = ["seeds", "/absolute"]\nledger = ["claims"]\ndrafts = []\nselect = ["PV1", "PV201"]\n'
        'ignore = ["PV102"]\nfail_on = "warning"\n[severity]\nPV103 = "note"\n',
    )
    loaded = config.load(tmp_path)
    expected = Config(
        sources=(tmp_path / "seeds", Path("/absolute")),
        ledger=(tmp_path / "claims",),
        select=("PV1", "PV201"),
        ignore=("PV102",),
        severity={"PV103": "note"},
        fail_on="warning",
    )
    assert loaded.model_dump() == expected.model_dump()
    assert loaded.file == file
    assert loaded.places["fail_on"] == f"{file}:6"


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
        ("sorces = []", ':1: unknown key "sorces". Did you mean "sources"?'),
        ("colour = 1", ':1: unknown key "colour". Keys are: sources, ledger, drafts, store, select,'),
        ('file = "x"', ':1: unknown key "file"'),
        ("\n[severities]", ':2: unknown key "severities". Did you mean "severity"?'),
        (
            'fail_on = "fatal"',
            ':1: fail_on is "fatal"; it must be one of error, warning, note, info. Write, for example:',
        ),
        ('# first\n\nsources = "seeds"', ':3: sources is "seeds"; it must be a list. Write, for example: sources = ["'),
        ("sources = [1]", ":1: sources[0] is 1; it must be a path in quotes."),
        ('severity = {PV101 = "bad"}', ':1: severity.PV101 is "bad"; it must be one of'),
        ('fail_on = "note"\n[severity]\nPV101 = "bad"', ':3: severity.PV101 is "bad"'),
        ("severity = 3", ":1: severity is 3; it must be a table. Write, for example: severity = {PV302 = "),
        ("[thresholds]\nconflict = 0.5", ':2: unknown key "conflict" in thresholds. Did you mean "conflicts"?'),
        ("[thresholds]\nconflicts = 2", ":2: thresholds.conflicts is 2; it must be from 0 to 1."),
        ('[thresholds]\nconflicts = "1"', ':2: thresholds.conflicts is "1"; it must be a number.'),
        ("[[waivers]]\nreson = 1", ':2: unknown key "reson" in waivers. Did you mean "reason"?'),
        ('\n[[waivers]]\nfinding = "0123456789"\nby = "A"', ":2: waivers[0].reason is missing. Write, for example:"),
        ('[[waivers]]\nreason = "x"\nby = "A"', ":1: waivers[0]: a waiver names a finding, or a rule with a document"),
        ('[[waivers]]\nreason = " "\nby = "A"\nfinding = "01234567"', ':2: waivers[0].reason is " "; it must not be'),
        ('[[waivers]]\nreason = "x"\nby = "A"\nfinding = "all"', ":4: waivers[0].finding is "),
        ('fail_on = "note"\nfail-on = "info"', ':2: unknown key "fail-on"'),
        ('\nfail-on = "bad"', ':2: fail_on is "bad"'),
        ("sources = [", ": is not TOML: "),
        ("a = " + "[" * 5000, ": is not TOML: "),
        ("#" * (config.MAX_BYTES + 1), ": larger than 1000000 bytes"),
    ],
)
def test_each_fault_names_file_line_key_and_remedy(tmp_path: Path, text: str, expected: str):
    assert refusal(write(tmp_path, text)).startswith(expected)


def test_not_utf8(tmp_path: Path):
    (tmp_path / "provenance.toml").write_bytes(b"# \xe9")
    assert "is not TOML" in refusal(tmp_path / "provenance.toml")


def test_a_named_file_must_be_there_and_hold_settings(tmp_path: Path):
    assert "cannot be read: No such file or directory. Check the path" in refusal(tmp_path / "none.toml")
    assert "no [tool.provenance] table" in refusal(write(tmp_path, "", "pyproject.toml"))
    assert "tool.provenance is not a table" in refusal(write(tmp_path, "[tool]\nprovenance = 1", "pyproject.toml"))


def test_lines_of_keys_inside_pyproject(tmp_path: Path):
    file = write(tmp_path, '[project]\nfail_on = 1\n\n[tool.provenance]\nfail_on = "bad"\n', "pyproject.toml")
    assert refusal(file).startswith(':5: fail_on is "bad"')


def test_a_key_is_written_with_a_hyphen_too(tmp_path: Path):
    write(tmp_path, 'fail-on = "note"')
    assert config.load(tmp_path).fail_on == "note"


class TestOrder:
    """Command line before environment before file."""

    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path):
        write(tmp_path, 'fail_on = "note"\nignore = ["PV304"]\nsources = ["seeds"]')

    def test_each_overrides_the_next(self, tmp_path: Path):
        environ = {"PROVENANCE_FAIL_ON": "warning", "PROVENANCE_IGNORE": "PV3, PV404", "HOME": "x"}
        loaded = config.load(tmp_path, environ=environ, given={"fail_on": "info", "select": ()})
        assert (loaded.fail_on, loaded.ignore, loaded.select) == ("info", ("PV3", "PV404"), ())
        assert loaded.sources == (tmp_path / "seeds",)
        assert loaded.places["fail_on"] == "--fail-on"
        assert loaded.places["ignore"] == "PROVENANCE_IGNORE"

    def test_without_the_command_line(self, tmp_path: Path):
        assert config.load(tmp_path, environ={"PROVENANCE_FAIL_ON": "warning"}).fail_on == "warning"
        assert config.load(tmp_path, environ={"PROVENANCE_FAIL_ON": " "}).fail_on == "note"

    def test_paths_of_the_environment_are_relative_to_the_folder_one_stands_in(self, tmp_path: Path):
        loaded = config.load(tmp_path, environ={"PROVENANCE_SOURCES": f"a{os.pathsep}b", "PROVENANCE_STORE": "s.db"})
        assert (loaded.sources, loaded.store) == ((Path("a"), Path("b")), Path("s.db"))

    @pytest.mark.parametrize(
        ("environ", "told"),
        [
            ({"PROVENANCE_FAIL_ON": "fatal"}, 'PROVENANCE_FAIL_ON: fail_on is "fatal"; it must be one of'),
            ({"PROVENANCE_FAILON": "x"}, 'PROVENANCE_FAILON: no such setting. Did you mean "PROVENANCE_FAIL_ON"?'),
            ({"PROVENANCE_CONFIG": "nowhere.toml"}, "nowhere.toml: cannot be read"),
        ],
    )
    def test_faults_name_the_variable(self, tmp_path: Path, environ: dict[str, str], told: str):
        with pytest.raises(ConfigError) as caught:
            config.load(tmp_path, environ=environ)
        assert str(caught.value).startswith(told)

    def test_a_variable_of_somebody_else_is_none_of_ours(self, tmp_path: Path):
        assert (
            config.load(tmp_path, environ={"PROVENANCE_BUILD_NUMBER": "7", "PROVENANCE_DEBUG": "1"}).fail_on == "note"
        )

    def test_a_named_file(self, tmp_path: Path):
        other = write(tmp_path, 'fail_on = "info"', "other.toml")
        assert config.load(tmp_path, file=other).fail_on == "info"
        assert config.load(tmp_path, environ={"PROVENANCE_CONFIG": str(other)}).fail_on == "info"


class TestWaivers:
    def test_of_the_file_and_of_waiver_files(self, tmp_path: Path):
        one = '[[waivers]]\nreason = "said so"\nby = "A. Editor"\nfinding = "01234567"\n'
        other = (
            '# ours\n[[waivers]]\nreason = "r"\nby = "B"\nrule = "PV301"\ndocument = "a.txt"\nexpires = 2026-12-31\n'
        )
        file = write(tmp_path, 'waiver_files = ["more.toml"]\n' + one)
        more = write(tmp_path, other, "more.toml")
        first, second = config.load(tmp_path).waivers
        assert (first.finding, first.place) == ("01234567", f"{file}:2")
        assert (second.expires, second.place) == (date(2026, 12, 31), f"{more}:2")

    def test_a_day_that_cannot_be_read_is_kept_for_policy_to_refuse(self, tmp_path: Path):
        write(tmp_path, '[[waivers]]\nreason = "r"\nby = "B"\nfinding = "01234567"\nexpires = "soon"\n')
        assert config.load(tmp_path).waivers[0].expires == "soon"

    def test_faults_name_the_file_of_the_waivers(self, tmp_path: Path):
        write(tmp_path, 'waiver_files = ["more.toml"]')
        write(tmp_path, "[[waiver]]\n", "more.toml")
        with pytest.raises(ConfigError, match=r'more.toml:1: unknown key "waiver". Use \[\[waivers\]\]'):
            config.load(tmp_path)


def test_the_schema_published_is_the_one_of_the_settings():
    published = resources.files("provenance.config").joinpath("provenance.schema.json")
    if os.environ.get("PROVENANCE_WRITE_CASES"):
        Path(str(published)).write_text(config.schema(), encoding="utf-8")
    assert published.read_text("utf-8") == config.schema(), "write it anew with PROVENANCE_WRITE_CASES=1"


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ('fail_on = "note"\nsources = ["a"]\n[severity]\nPV101 = "info"', True),
        ('fail-on = "note"', True),
        ('[[waivers]]\nreason = "r"\nby = "B"\nfinding = "01234567"\nexpires = "2026-01-01"', True),
        ('fail_on = "fatal"', False),
        ("sorces = []", False),
        ("[thresholds]\nconflicts = 2", False),
        ('[[waivers]]\nby = "B"\nfinding = "01234567"', False),
    ],
)
def test_the_schema_accepts_what_the_reader_accepts(tmp_path: Path, text: str, valid: bool):
    validator = jsonschema.Draft202012Validator(json.loads(config.schema()))
    assert validator.is_valid(tomllib.loads(text)) is valid
    if not valid:
        refusal(write(tmp_path, text))
    else:
        config.read(write(tmp_path, text))


def test_variables_of_the_tests_are_no_misspelt_settings(tmp_path):
    """CI sets PROVENANCE_NODE, which is near PROVENANCE_IGNORE."""
    environ = {f"PROVENANCE_{name}": "x" for name in ("NODE", "SKIP_NOTHING", "WRITE_CASES", "MERKLE_VECTORS")}
    assert config.load(tmp_path, environ=environ).ignore == ()


def test_the_digest_follows_what_the_outcome_depends_on_and_no_path():
    plain = Config()
    assert plain.digest() == Config(sources=(Path("elsewhere"),), places={"sources": "x"}).digest()
    assert plain.digest() != Config(fail_on="note").digest()
