from provenance.reports.claims import render


def test_claims_with_their_line_values_and_rules(report, documents):
    first = report.claims[0].model_copy(
        update={"reasons": ("a figure with a noun",), "modality": "planned", "polarity": "denied"}
    )
    text = render(documents[:1], {"harbour": [first]}, explain=True, width=80)
    assert text.splitlines() == [
        "1 document · 1 claim",
        "",
        "Fire at the old grain harbour (1) ──────────────────────────────────────────────",
        "",
        "  line 3  At least 42 dockers were hurt",
        "      figure · At least 42 · on Monday · denied · planned",
        "      because a figure with a noun",
    ]
    assert "because" not in render(documents[:1], {"harbour": [first]})


def test_hostile_text_is_shown(report, documents):
    hostile = report.claims[5]
    text = render(documents, {"hostile": [hostile]}, color=False)
    assert "\x1b" not in text
    assert "3 documents · 1 claim" in text
