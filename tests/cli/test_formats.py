import json
from xml.etree import ElementTree

import pytest


def test_one_run_writes_several_formats(run, sources, tmp_path):
    done = run(
        "review", sources, "--format", "json", "--also", "sarif=a.sarif", "--also", "junit=b.xml", "--also=csv=c.csv"
    )
    findings = json.loads(done.out)["findings"]
    assert len(json.loads((tmp_path / "a.sarif").read_text())["runs"][0]["results"]) == len(findings)
    assert ElementTree.parse(tmp_path / "b.xml").getroot().get("failures") != "0"
    assert (tmp_path / "c.csv").read_bytes().count(b"\r\n") == len(findings) + 1


@pytest.mark.parametrize(
    ("also", "words"),
    [
        ("sraif=x", 'Did you mean "sarif"?'),
        ("pdf=x", "Formats are: text, json"),
        ("sarif", "--also sarif=FILE"),
        ("sarif=-", "--also sarif=FILE"),
        ("sarif=sources/gazette.txt", "is one of the inputs"),
        ("sarif=no/such/folder", "its folder does not exist"),
    ],
)
def test_a_wrong_also_is_told_before_any_work(run, sources, also, words):
    done = run("review", sources, "--also", also)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert len(done.err.splitlines()) == 1


def test_two_outputs_in_one_file_are_refused(run, sources):
    for options in (("-o", "a.html", "--also", "html=./a.html"), ("--also", "csv=a", "--also", "html=a")):
        refused = run("review", sources, *options)
        assert (refused.code, refused.out) == (2, "")
        assert "two outputs" in refused.err


def test_annotations_put_the_whole_report_into_the_summary_of_the_job(run, sources, tmp_path, monkeypatch):
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    done = run("review", sources, "--format", "github")
    assert done.out.startswith("::error title=PV301 conflict,file=sources/")
    assert summary.read_text().startswith("before\n# What the documents say\n")


def test_a_summary_that_cannot_be_written_is_told_and_costs_nothing(run, sources, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    done = run("review", sources, "--format", "github")
    assert done.code == 1
    assert "the job summary cannot be written" in done.err


def test_paths_are_those_in_the_repository(run, sources, tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    (tmp_path / "sources" / "link.txt").symlink_to(tmp_path / "sources" / "gazette.txt")
    monkeypatch.chdir(sources)
    done = run("review", "link.txt", "herald.txt", "--format", "sarif")
    told = {artifact["location"]["uri"] for artifact in json.loads(done.out)["runs"][0]["artifacts"]}
    assert told == {"sources/gazette.txt", "sources/herald.txt"}


def test_a_file_outside_of_the_repository_keeps_its_whole_path(run, sources, tmp_path, monkeypatch):
    inner = tmp_path / "inner"
    (inner / ".git").mkdir(parents=True)
    monkeypatch.chdir(inner)
    done = run("review", sources, "--format", "sarif")
    uris = {artifact["location"]["uri"] for artifact in json.loads(done.out)["runs"][0]["artifacts"]}
    assert all(uri.startswith("file:///") for uri in uris)


def test_the_columns_of_a_markdown_draft_are_those_of_the_file(run, sources, tmp_path):
    words = "In **May**, 14 sailors died when the ferry *Aurora* sank off Tallinn on 3 May 2019.\n"
    (tmp_path / "draft.md").write_text(f"# Ferry\n\n{words}")
    done = run("check", "draft.md", "--sources", sources, "--format", "github")
    assert ",file=draft.md,line=3,col=" in done.out


def test_settings_name_files_as_one_would_from_here(run, sources, tmp_path, monkeypatch):
    (tmp_path / "provenance.toml").write_text('sources = ["sources"]\n')
    assert {d["path"] for d in json.loads(run("review", "--format", "json").out)["documents"]} == {
        "sources/gazette.txt",
        "sources/herald.txt",
    }
    monkeypatch.chdir(sources)
    documents = json.loads(run("review", "--format", "json").out)["documents"]
    assert {document["path"] for document in documents} == {"gazette.txt", "herald.txt"}


PAGE = """<!doctype html>
<html><head><title>Fire</title></head>
<body>

<nav>Home</nav>

<p>The fire in Talmir destroyed 340
homes on Monday.</p>
</body></html>
"""


@pytest.mark.parametrize(
    ("format_", "place"),
    [
        ("text", "fire.html:7"),
        ("csv", "fire.html,7,"),
        ("github", "fire.html,line=7,"),
        ("markdown", "line 7"),
        ("html", "line 7 of Fire"),
    ],
)
def test_every_format_tells_the_line_of_the_file(run, tmp_path, format_, place):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "fire.html").write_text(PAGE)
    (tmp_path / "pages" / "other.txt").write_text("The fire in Talmir destroyed 350 homes on Monday.\n")
    assert place in run("review", "pages", "--format", format_).out
    assert "\n   7  " in run("extract", "pages/fire.html").out
