"""Settings, waivers and baseline as a user of the command line meets them."""

import json
import re

import pytest

LONG_AGO, NOW = "978307200", "1767225600"  # 1 January 2001 and 2026
CONFLICT = {"conflicts": 1}


@pytest.fixture
def findings(run, sources):
    """The findings of a review of the two sources."""
    return json.loads(run("review", sources, "--format", "json").out)["findings"]


@pytest.fixture
def conflict(findings) -> str:
    return next(finding["id"] for finding in findings if finding["rule"] == "PV301")


def waiver(tmp_path, finding, **fields):
    lines = [
        f'{key} = "{value}"'
        for key, value in {"finding": finding, "reason": "settled", "by": "A. B.", **fields}.items()
    ]
    (tmp_path / "provenance.toml").write_text("[[waivers]]\n" + "\n".join(lines) + "\n", encoding="utf-8")


class TestWaivers:
    def test_a_waived_finding_stays_in_every_report_and_passes(self, run, sources, tmp_path, conflict):
        waiver(tmp_path, conflict[:12])
        result = run("review", sources)
        assert result.code == 0
        assert "settled" in result.out
        assert "A. B." in result.out
        assert "settled" in run("review", sources, "--format", "markdown").out
        report = json.loads(run("review", sources, "--format", "json").out)
        (held,) = [finding for finding in report["findings"] if finding["id"] == conflict]
        assert held["waived"] == {
            "reason": "settled", "by": "A. B.", "expires": None, "place": "provenance.toml:1"
        }  # fmt: skip
        assert report["summary"]["waived"] == 1

    def test_an_expired_one_fails_again_and_says_so(self, run, sources, tmp_path, conflict, monkeypatch):
        waiver(tmp_path, conflict, expires="2025-06-30")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", LONG_AGO)
        assert run("review", sources).code == 0
        monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
        result = run("review", sources)
        assert result.code == 1
        assert "expired on 2025-06-30" in result.out
        assert "expired on 2025-06-30" in run("review", sources, "--format", "jsonl").err

    def test_one_that_covers_nothing_is_told(self, run, sources, tmp_path):
        waiver(tmp_path, "0" * 12)
        result = run("review", sources, "--format", "json")
        assert result.code == 1
        assert "provenance.toml:1: covers no finding: finding 000000000000 is not there" in result.err
        assert json.loads(result.out)["notices"][0]["kind"] == "waiver_unused"

    def test_a_changed_figure_is_not_covered(self, run, sources, tmp_path, conflict):
        waiver(tmp_path, conflict)
        file = sources / "herald.txt"
        file.write_text(file.read_text("utf-8").replace("Nineteen", "Eighteen"), encoding="utf-8")
        assert run("review", sources).code == 1


class TestBaseline:
    def test_old_findings_pass_and_a_changed_one_fails(self, run, sources, tmp_path):
        written = run("review", sources, "--write-baseline", "known.json")
        assert written.code == 0
        assert "next: --baseline known.json" in written.err
        assert run("review", sources, "--baseline", "known.json").code == 0
        file = sources / "herald.txt"
        file.write_text("\n" * 50 + file.read_text("utf-8"), encoding="utf-8")
        assert run("review", sources, "--baseline", "known.json").code == 0
        file.write_text(file.read_text("utf-8").replace("Nineteen", "Eighteen"), encoding="utf-8")
        result = run("review", sources, "--baseline", "known.json", "--format", "json")
        assert result.code == 1
        summary = json.loads(result.out)["summary"]
        assert summary["new"] >= 1
        assert summary["gone"] >= 1
        assert "is gone" in result.err

    def test_it_is_made_anew_in_place(self, run, sources, tmp_path):
        (tmp_path / "provenance.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
        missing = run("review", sources)
        assert missing.code == 2
        assert "known.json: no such file. Make it with --write-baseline" in missing.err
        assert run("review", sources, "--write-baseline", "known.json").code == 0
        first = (tmp_path / "known.json").read_bytes()
        assert run("review", sources, "--write-baseline", "known.json").code == 0
        assert (tmp_path / "known.json").read_bytes() == first
        assert run("review", sources).code == 0

    def test_it_never_replaces_an_input(self, run, sources):
        assert "is one of the inputs" in run("review", sources, "--write-baseline", sources / "herald.txt").err

    def test_a_file_that_is_none(self, run, sources, tmp_path):
        (tmp_path / "known.json").write_bytes(b"\xff")
        result = run("review", sources, "--baseline", "known.json")
        assert (result.code, result.err) == (2, "provenance: known.json: is not UTF-8\n")


class TestSettings:
    def test_rules_are_selected_and_left_out(self, run, sources):
        def rules(*options):
            report = json.loads(run("review", sources, "--format", "json", *options).out)
            return {finding["rule"] for finding in report["findings"]}

        everything = rules()
        assert {"PV301", "PV303"} <= everything
        assert rules("--select", "PV301,PV302") == {"PV301"}
        assert rules("--select", "PV301", "--select", "PV303") == {"PV301", "PV303"}
        assert rules("--ignore", "PV301") == everything - {"PV301"}

    def test_a_rule_that_there_is_none_of_names_the_option(self, run, sources, monkeypatch):
        assert run("review", sources, "--ignore", "PV1O1").err.startswith('provenance: --ignore: no rule "PV1O1"')
        monkeypatch.setenv("PROVENANCE_SELECT", "PV9")
        assert run("review", sources).err.startswith('provenance: PROVENANCE_SELECT: no rule "PV9"')

    def test_another_file_and_the_environment(self, run, sources, tmp_path, monkeypatch):
        (tmp_path / "strict.toml").write_text('severity = {PV301 = "note"}\n', encoding="utf-8")
        assert run("review", sources, "--config", "strict.toml").code == 0
        monkeypatch.setenv("PROVENANCE_FAIL_ON", "note")
        assert run("review", sources, "--config", "strict.toml").code == 1
        assert run("review", sources, "--config", "strict.toml", "--fail-on", "warning").code == 0

    def test_the_store_of_the_settings(self, run, sources, tmp_path):
        (tmp_path / "provenance.toml").write_text('store = "desk.sqlite"\n', encoding="utf-8")
        assert run("init").code == 0
        assert (tmp_path / "desk.sqlite").exists()
        assert run("add", sources).code == 0
        assert re.match(r"2 documents · ", run("review").out)


GOOD = "The ferry carried 340 passengers, the coast guard said.\n"
BAD = "Thirty sailors died when the ferry Aurora sank off Tallinn on 3 May 2019.\n"


@pytest.mark.parametrize(
    ("draft", "options", "code"),
    [
        (GOOD, [], 0),
        (BAD, [], 1),
        (BAD, ["--exit-zero"], 0),
        (BAD, ["--ignore", "PV4"], 0),
        (GOOD, ["--fail-on", "warning"], 0),
        ("The mayor of Tallinn bought 17 horses in 1987.\n", ["--fail-on", "error"], 0),
        ("The mayor of Tallinn bought 17 horses in 1987.\n", ["--fail-on", "warning"], 1),
        ("Oh!\n", [], 3),
        ("Oh!\n", ["--exit-zero"], 3),
        ("", [], 2),
        (BAD, ["--fail-on", "fatal"], 2),
        (BAD, ["--no-such-option"], 2),
        (BAD, ["--config", "nowhere.toml"], 2),
        (BAD, ["--baseline", "nowhere.json"], 2),
        (BAD, ["unreadable.bin"], 2),
        (GOOD, ["unreadable.bin"], 2),
        (BAD, ["unreadable.bin", "--exit-zero"], 2),
        (BAD, ["unreadable.bin", "--write-baseline", "known.json"], 2),
        (BAD, ["missing.md"], 2),
    ],
)
def test_every_exit_code(run, tmp_path, sources, draft, options, code):
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    (tmp_path / "unreadable.bin").write_bytes(b"\x00\xff\x00" * 100)
    result = run("check", "draft.md", *options, "--sources", sources)
    assert result.code == code, result.err
    assert "Traceback" not in result.err
    assert code in (0, 1) or result.err.startswith("provenance")
