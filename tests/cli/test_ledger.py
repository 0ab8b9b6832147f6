"""`provenance ledger add`: what it writes stands, and nothing that stood in the file is lost."""

import pytest

SOURCE = "The council met on 5 May 2018. Some 40 houses burned, said the mayor, Ana Ruiz. The council met again.\n"


@pytest.fixture
def source(tmp_path):
    (tmp_path / "claims").mkdir()
    file = tmp_path / "report.txt"
    file.write_text(SOURCE, encoding="utf-8")
    return file


def test_a_record_is_written_shown_and_stands(run, source, tmp_path):
    result = run("ledger", "add", source, "--quote", "Some 40 houses burned", "--by", "Lea", "--reason", "Read it.")
    assert result.code == 0
    written = (tmp_path / "claims" / "report.yaml").read_text("utf-8")
    assert result.out == written
    assert "value: '40'" in written
    assert "by: Lea" in written
    assert "next: provenance check claims/report.yaml" in result.err
    assert run("check", "claims", "--sources", source).code == 0


def test_the_folder_of_the_ledger_is_made(run, source, tmp_path):
    (tmp_path / "claims").rmdir()
    assert run("ledger", "add", source, "--quote", "Some 40 houses burned", "--id", "A b").code == 2
    assert not (tmp_path / "claims").exists()
    assert run("ledger", "add", source, "--quote", "Some 40 houses burned").code == 0
    assert (tmp_path / "claims" / "report.yaml").exists()


def test_what_stood_in_the_file_stays_and_ids_do_not_clash(run, source, tmp_path):
    file = tmp_path / "claims" / "report.yaml"
    for _ in range(2):
        run("ledger", "add", source, "--quote", "Some 40 houses burned")
    file.write_text("# a note of ours\n" + file.read_text("utf-8"), encoding="utf-8")
    assert run("ledger", "add", source, "--quote", "on 5 May 2018", "--id", "day").code == 0
    text = file.read_text("utf-8")
    assert text.startswith("# a note of ours\n")
    assert [line for line in text.splitlines() if line.startswith("- id")] == [
        "- id: some-40-houses-burned",
        "- id: some-40-houses-burned-2",
        "- id: day",
    ]
    assert run("check", file, "--sources", source).code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--quote", "The council met"), "several places"),
        (("--quote", "Some 41 houses burned, said the mayor"), "other words"),
        (("--quote", "zebras"), "not in the source"),
        (("--quote", "Some 40 houses", "--id", "A b"), "no name for a record"),
        (("--quote", "Some 40 houses", "--by", "Lea"), "needs --by and --reason"),
        (("--quote", "Some 40 houses", "--ledger", "none/such/x.yaml"), "cannot be made"),
    ],
)
def test_what_cannot_be_recorded_is_one_line_and_writes_nothing(run, source, tmp_path, arguments, told):
    result = run("ledger", "add", source, *arguments)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert told in result.err
    assert not list((tmp_path / "claims").iterdir())


def test_a_file_with_a_single_record_is_left_alone(run, source, tmp_path):
    file = tmp_path / "claims" / "report.yaml"
    run("ledger", "add", source, "--quote", "on 5 May 2018")
    single = file.read_text("utf-8").replace("- id", "  id")
    file.write_text(single, encoding="utf-8")
    result = run("ledger", "add", source, "--quote", "Some 40 houses burned")
    assert result.code == 2
    assert "single record" in result.err
    assert file.read_text("utf-8") == single
