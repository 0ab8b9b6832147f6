"""The files by which CI systems take this project in: held against their schemas, and run."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
ACTION = REPOSITORY / "action.yml"
EXAMPLES = re.findall(r"```yaml\n# (\S+)\n(.*?)```", (REPOSITORY / "docs" / "ci.md").read_text("utf-8"), re.DOTALL)
SCHEMAS = {".github/": "vendor.github-workflows", ".gitlab-ci.yml": "vendor.gitlab-ci"}


def status(*arguments: object) -> int:
    done = subprocess.run([sys.executable, "-m", *map(str, arguments)], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode


def fits(schema: str, file: Path) -> bool:
    return status("check_jsonschema", "--builtin-schema", schema, file) == 0


@pytest.mark.parametrize(
    ("name", "schema", "words", "others"),
    [
        ("action.yml", "vendor.github-actions", "using: composite", "using: composed"),
        ("templates/gitlab.yml", "vendor.gitlab-ci", "when: always", "when: sometimes"),
    ],
)
def test_files_fit_their_schema_and_broken_ones_do_not(tmp_path, name, schema, words, others):
    assert fits(schema, REPOSITORY / name)
    text = (REPOSITORY / name).read_text("utf-8")
    assert words in text
    broken = tmp_path / "broken.yml"
    broken.write_text(text.replace(words, others), "utf-8")
    assert not fits(schema, broken)


def test_the_manifest_of_hooks_is_valid_and_a_broken_one_is_not(tmp_path):
    assert status("pre_commit", "validate-manifest", REPOSITORY / ".pre-commit-hooks.yaml") == 0
    broken = tmp_path / "hooks.yaml"
    broken.write_text(
        (REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8").replace("entry:", "entrance:"), "utf-8"
    )
    assert status("pre_commit", "validate-manifest", broken) == 1


@pytest.mark.parametrize(
    "hook", yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8")), ids=lambda hook: hook["id"]
)
def test_hooks_run_one_at_a_time_and_by_files_that_can_matter(hook):
    assert hook["require_serial"]
    for path in ("claims/fire.yaml", "drafts/a.md") if hook["id"] == "provenance" else ("drafts/a.md",):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "image.png")


@pytest.mark.parametrize(("path", "text"), EXAMPLES, ids=[path for path, _ in EXAMPLES])
def test_examples_of_the_docs_fit_their_schema(tmp_path, path, text):
    file = tmp_path / "example.yml"
    file.write_text(text, "utf-8")
    if path == ".pre-commit-config.yaml":
        assert status("pre_commit", "validate-config", file) == 0
    else:
        assert fits(next(schema for start, schema in SCHEMAS.items() if path.startswith(start)), file)


def test_there_is_an_example_for_each_system():
    assert {path for path, _ in EXAMPLES} == {
        ".github/workflows/provenance.yml",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
    }


def steps() -> list[dict]:
    return yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]


def test_no_input_of_the_action_is_pasted_into_a_script():
    assert all("${{" not in step["run"] for step in steps())


@pytest.fixture
def action(tmp_path):
    """The check step of the action, as a runner starts it, in a repository with an article, sources and a ledger."""
    folder = tmp_path / "repository"
    for name in ("seeds", "claims"):
        shutil.copytree(REPOSITORY / name, folder / name)
    (folder / ".git").mkdir()
    (folder / "provenance.toml").write_text('sources = ["seeds"]\nledger = ["claims"]\n')
    (folder / "article.md").write_text("# Qalamoun\n\nEastern Qalamoun has been **under rebel control** since 2012.\n")
    inputs = {name: given["default"] for name, given in yaml.safe_load(ACTION.read_text("utf-8"))["inputs"].items()}
    (step,) = (step for step in steps() if step.get("id") == "check")

    def run(**given: str) -> tuple[int, str, dict[str, str], Path]:
        values = inputs | {name.replace("_", "-"): value for name, value in given.items()}
        environment = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: values[match[1]], value)
            for name, value in step["env"].items()
        }
        files = {"GITHUB_OUTPUT": tmp_path / "output", "GITHUB_STEP_SUMMARY": tmp_path / "summary"}
        for file in files.values():
            file.write_text("")
        shared = {"RUNNER_TEMP": str(tmp_path), "PROVENANCE_PYTHON": sys.executable}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder / values["working-directory"],
            env=os.environ | shared | environment | {name: str(file) for name, file in files.items()},
            capture_output=True,
            text=True,
            check=False,
        )
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
        return done.returncode, done.stdout + done.stderr, outputs, folder

    return run


def test_the_action_passes_where_all_claims_stand(action, tmp_path):
    code, told, outputs, folder = action()
    assert (code, outputs) == (0, {"count": "0", "sarif": "./provenance.sarif"}), told
    assert json.loads((folder / "provenance.sarif").read_text())["runs"][0]["results"] == []
    assert "Recorded claims against their sources" in (tmp_path / "summary").read_text()


def test_the_action_fails_on_a_finding_and_says_where(action, tmp_path):
    code, told, outputs, folder = action(drafts="article.md\n", sources="seeds\n")
    assert (code, outputs["count"]) == (1, "1"), told
    assert "::error title=PV401 contradicted,file=article.md,line=3,col=1,endLine=3,endColumn=61::" in told
    result = json.loads((folder / "provenance.sarif").read_text())["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "article.md"
    assert "2012" in (tmp_path / "summary").read_text()


def test_the_action_takes_paths_of_the_repository_not_of_the_folder(action):
    code, told, outputs, folder = action(drafts="../article.md", sources="../seeds", working_directory="claims")
    assert (code, outputs["sarif"]) == (1, "claims/provenance.sarif"), told
    assert "file=article.md," in told
    assert (folder / outputs["sarif"]).exists()


def test_the_action_reviews_sources(action):
    code, told, outputs, _ = action(command="review", sources="seeds")
    assert (code, outputs["count"]) == (0, "0"), told


@pytest.mark.parametrize(
    "given",
    [
        {"drafts": "no-such-file.md"},
        {"drafts": '$(touch owned)"; touch owned; #'},
        {"command": "check; touch owned"},
        {"sarif": "a\ncount=0"},
        {"fail_on": "nonsense"},
        {"config": "--exit-zero"},
    ],
)
def test_what_cannot_be_done_is_no_success_and_runs_nothing(action, given):
    code, told, _, folder = action(**{"sources": "seeds"} | given)
    assert code == 2, told
    assert "Traceback" not in told
    assert not (folder / "owned").exists()
