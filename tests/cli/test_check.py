import json
import re
import shutil

import pytest

from provenance.cli.check import _repeated

from .conftest import CLAIMS, SEEDS

DRAFT = (
    "The ferry Aurora sank off Tallinn on 3 May 2019. Thirty sailors died when it sank. It carried 340 passengers.\n"
)


@pytest.fixture
def ledger(tmp_path):
    """The ledger and the sources of this repository, to be changed."""
    shutil.copytree(CLAIMS, tmp_path / "claims")
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return tmp_path / "claims"


def change(folder, before, after):
    """Changes the first place in the files of a folder that holds `before`."""
    file = next(file for file in sorted(folder.iterdir()) if before in file.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace(before, after, 1), encoding="utf-8")
    return file


class TestLedger:
    def test_every_record_stands(self, run):
        result = run("check", CLAIMS, "--sources", SEEDS)
        assert (result.code, result.err) == (0, "")
        assert re.fullmatch(r"2 sources · \d+ recorded claims, all stand\n", result.out)

    def test_every_record_is_checked(self, run):
        report = json.loads(run("check", CLAIMS, "--sources", SEEDS, "--format", "json").out)
        assert report["summary"]["records"] == sum(
            line.startswith("- id:") for file in CLAIMS.iterdir() for line in file.read_text("utf-8").splitlines()
        )

    def test_a_changed_digit_of_a_quote_says_which_where_and_what_the_source_says(self, run, ledger):
        file = change(ledger, "choking siege on it since 2013\n", "choking siege on it since 2012\n")
        result = run("check", "claims", "--sources", "seeds")
        assert result.code == 1
        told = " ".join(result.out.split())
        assert "PV101" in told
        assert f"claims/{file.name}:" in told  # which record, with its line
        assert 'claim "siege-since-2013"' in told
        assert "seeds/000_c0ff2aa987b86814.txt:15" in told  # where
        assert "“2012” → “2013”" in told  # what the source says

    def test_a_changed_digit_of_a_claim(self, run, ledger):
        change(ledger, "value: '4'", "value: '5'")
        result = run("check", ledger, "--sources", "seeds")
        told = " ".join(result.out.split())
        assert result.code == 1
        assert 'recorded claim "four-items"' in told
        assert "quantity differs 5 (exact) ≠ “four” = 4" in told

    def test_a_changed_source(self, run, ledger, tmp_path):
        change(tmp_path / "seeds", "for two months from its date", "for six months from its date")
        result = run("check", ledger, "--sources", "seeds")
        assert result.code == 1
        assert "“two” → “six”" in " ".join(result.out.split())
        assert "has changed: sources.yaml has sha256" in result.err

    def test_recorded_words_are_labelled_where_the_source_has_none(self, run, ledger):
        for file in ledger.iterdir():
            file.write_text(file.read_text("utf-8").replace("source: 003_", "source: 009_"), encoding="utf-8")
        result = run("check", ledger, "--sources", "seeds")
        assert result.code == 1
        assert "PV105" in result.out
        assert "document not in this report" in result.out

    @pytest.mark.parametrize(
        ("before", "after", "told"),
        [
            ("  quote: reached", "  quotte: reached", r':\d+:3: unknown key "quotte"\. Did you mean "quote"\?'),
            ("  end: 321\n", "  end: 321\n  end: 322\n", r':\d+:3: key "end" stands twice'),
            ("  end: 321\n", "  end: 322\n", r":\d+:\d+: start and end span 126 code points"),
            ("- id: four-items", "- id: meeting-place", r'id "meeting-place" is taken'),
            ("- id: four-items", "- [id: {", r"is not YAML"),
        ],
    )
    def test_a_broken_ledger_is_2_with_a_line_for_each_fault(self, run, ledger, before, after, told):
        file = change(ledger, before, after)
        result = run("check", ledger, "--sources", "seeds")
        assert (result.code, result.out) == (2, "")
        assert len(result.err.splitlines()) == 1
        assert re.search(re.escape(f"provenance: {file}") + ".*" + told, result.err)

    def test_each_fault_has_a_line_of_its_own(self, run, ledger):
        change(ledger, "  quote: reached", "  quotte: reached")
        change(ledger, "  end: 489", "  edn: 489")
        faults = run("check", ledger, "--sources", "seeds").err.splitlines()
        assert len(faults) == 2
        assert all(fault.startswith("provenance: ") for fault in faults)

    def test_files_in_deeper_folders(self, run, ledger):
        (ledger / "2018").mkdir()
        for file in list(ledger.glob("*.yaml")):
            file.rename(ledger / "2018" / file.name)
        assert "recorded claims, all stand" in run("check", ledger, "--sources", "seeds").out

    @pytest.mark.parametrize("sources", ["empty", "nowhere"])
    def test_without_sources_nothing_was_checked(self, run, ledger, tmp_path, sources):
        (tmp_path / "empty").mkdir()
        result = run("check", ledger, "--sources", sources)
        assert result.code == (3 if sources == "empty" else 2)

    def test_settings_name_everything(self, run, ledger, tmp_path, monkeypatch):
        (tmp_path / "provenance.toml").write_text('sources = ["seeds"]\nledger = ["claims"]\n', encoding="utf-8")
        (tmp_path / "deep").mkdir()
        monkeypatch.chdir(tmp_path / "deep")
        assert "recorded claims, all stand" in run("check").out

    def test_the_settings_of_this_repository(self, run, monkeypatch):
        monkeypatch.chdir(CLAIMS.parent)
        assert (run("check").code, run("check", CLAIMS).code) == (0, 0)


class TestDraft:
    @pytest.fixture
    def draft(self, tmp_path):
        (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
        return tmp_path / "draft.md"

    def test_each_state_is_counted_and_a_contradiction_exits_1(self, run, draft, sources):
        result = run("check", draft, "--sources", sources)
        assert result.code == 1
        first = result.out.splitlines()[0]
        assert re.match(r"1 draft · 2 sources · \d+ statements · 1 contradicted · ", first)
        assert "CONTRADICTED  error  PV401" in result.out

    def test_backed_by_one_source(self, run, tmp_path, sources):
        (tmp_path / "draft.md").write_text("The ferry Aurora carried 340 passengers.\n", encoding="utf-8")
        result = run("check", "draft.md", "--sources", sources / "herald.txt")
        assert result.code == 0
        assert result.out.startswith("1 draft · 1 source · 1 statement · 1 supported")

    def test_a_draft_is_no_backup_of_its_own(self, run, draft, sources):
        shutil.copy(draft, sources / "draft.md")
        result = run("check", sources / "draft.md", "--sources", sources)
        assert "the draft lies among the sources; it is left out of them" in result.err
        assert result.out.splitlines()[0].startswith("1 draft · 2 sources · ")
        alone = run("check", draft, "--sources", draft)
        assert alone.code == 3

    def test_a_source_of_the_same_name(self, run, tmp_path, sources):
        (tmp_path / "herald.md").write_text("Eleven sailors died when the ferry Aurora sank.\n", encoding="utf-8")
        report = json.loads(run("check", "herald.md", "--sources", sources, "--format", "json").out)
        assert {document["id"] for document in report["documents"]} == {"herald (draft)", "herald", "gazette"}

    def test_from_standard_input(self, shell, sources):
        result = shell("check", "-", "--sources", sources, given=DRAFT.encode())
        assert result.code == 1
        assert "stdin" in result.out

    def test_a_folder_with_drafts_and_a_ledger(self, run, tmp_path):
        shutil.copytree(CLAIMS, tmp_path / "desk")
        (tmp_path / "desk" / "draft.md").write_text("A ceasefire of two months was agreed.\n", encoding="utf-8")
        result = run("check", "desk", "--sources", SEEDS)
        assert re.match(r"1 draft · 2 sources · 1 statement · .* · \d+ recorded claims, all stand\n", result.out)

    def test_nothing_checkable_is_3(self, run, tmp_path, sources):
        (tmp_path / "draft.md").write_text("Oh!\n", encoding="utf-8")
        assert run("check", "draft.md", "--sources", sources).code == 3

    def test_of_sources_that_cannot_be_read_no_statement_is_said_to_lack_backup(self, run, draft):
        result = run("check", draft, "--sources", "nowhere")
        assert result.code == 2
        assert "UNSUPPORTED" not in result.out
        assert result.err.endswith("provenance: nothing was checked: no source could be read\n")
        report = json.loads(run("check", draft, "--sources", "nowhere", "--format", "json").out)
        assert report["findings"] == []

    def test_an_altered_quotation_is_told_with_its_rule_and_what_to_do(self, run, tmp_path):
        (tmp_path / "source.txt").write_text('"The tide took the lower pier," Ana Ruiz said.\n', encoding="utf-8")
        (tmp_path / "draft.txt").write_text('"The tide took the upper pier," Ana Ruiz said.\n', encoding="utf-8")
        told = run("check", "draft.txt", "--sources", "source.txt").out
        assert told.count("error  PV202") == 1
        assert "next  Quote the source's words" in told

    def test_sources_must_be_named(self, run, draft):
        result = run("check", draft)
        assert (result.code, result.out) == (2, "")
        assert "no sources are named" in result.err
        assert "nothing to check is named" in run("check", "--sources", draft).err

    def test_sources_and_drafts_are_safe_from_output(self, run, draft, sources):
        for output in (draft, sources / "herald.txt"):
            assert "is one of the inputs" in run("check", draft, "--sources", sources, "-o", output).err
        assert draft.read_text("utf-8") == DRAFT


def test_one_sources_takes_every_path_behind_it():
    assert _repeated(["d.md", "--sources", "a", "b", "--format", "json"]) == [
        *("d.md", "--sources", "a", "--sources", "b", "--format", "json")
    ]
    assert _repeated(["--sources", "a", "d.md"]) == ["--sources", "a", "d.md"]
    assert _repeated(["--format", "json", "--sources", "a", "d.md"])[-2:] == ["a", "d.md"]
    assert _repeated(["d.md", "--sources"]) == ["d.md", "--sources"]


def test_a_store_without_sources_is_told_how_to_be_read(run, tmp_path):
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    result = run("check", tmp_path / "draft.md", "--store", "news.sqlite")
    assert result.code == 2
    assert "--sources news.sqlite" in result.err


class TestIds:
    """Ids of findings depend on the draft, its words and the sources alone: waivers and baselines name them."""

    @pytest.fixture
    def drafts(self, tmp_path):
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources" / "wire.txt").write_text(DRAFT.replace("Thirty", "Twelve"), encoding="utf-8")
        paths = [tmp_path / name for name in ("a/story.md", "b/story.md", "b/story.txt")]
        for path in paths:
            path.parent.mkdir(exist_ok=True)
            path.write_text(DRAFT, encoding="utf-8")
        return paths

    def ids(self, run, *drafts):
        report = json.loads(run("check", *drafts, "--sources", "sources", "--format", "json").out)
        named = {d["id"]: d["path"] for d in report["documents"]}
        return {(named[f["a"]["document"]], f["id"]) for f in report["findings"]}

    def test_a_draft_has_the_same_ids_alone_and_beside_others(self, run, drafts):
        alone = self.ids(run, drafts[0])
        together = self.ids(run, *drafts)
        assert alone
        assert {one for one in together if one[0] == str(drafts[0])} == alone

    def test_a_draft_that_is_named_like_a_source_too(self, run, drafts, tmp_path):
        (tmp_path / "sources" / "story.txt").write_text("The ferry was old.", encoding="utf-8")
        alone = self.ids(run, drafts[0])
        assert alone <= self.ids(run, *drafts)
