import json

from provenance.model import Claim


def test_a_table_with_values_speaker_and_line(run, sources):
    result = run("extract", sources / "gazette.txt")
    assert result.code == 0
    assert result.out.startswith("1 document · ")
    row = next(line for line in result.out.splitlines() if "340 passengers" in line)
    assert row.split()[0] == "1"
    assert "coast guard" in row
    assert "because" not in result.out


def test_explain_says_why(run, sources):
    assert "because figure: " in run("extract", sources / "gazette.txt", "--explain").out


def test_json_lines_hold_every_claim_with_its_passage(run, sources):
    text = (sources / "gazette.txt").read_text("utf-8")
    lines = run("extract", sources / "gazette.txt", "--format", "jsonl").out.splitlines()
    claims = [Claim.model_validate(json.loads(line)) for line in lines]
    assert claims
    assert all(text[c.span.start : c.span.end] == c.span.quote for c in claims)


def test_nothing_found_is_3_and_an_input_is_safe(run, tmp_path, sources):
    (tmp_path / "a.txt").write_text("Oh!\n", encoding="utf-8")
    assert run("extract", "a.txt").code == 3
    assert "is one of the inputs" in run("extract", sources, "-o", sources / "herald.txt").err
    assert run("extract", sources, "--format", "jsonl", "-o", "claims.jsonl").out == ""
    assert (tmp_path / "claims.jsonl").read_text("utf-8").count("\n") > 1
