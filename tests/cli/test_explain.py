from provenance.policy.rules import rules


def test_all_rules_in_a_line_each(run):
    lines = run("explain").out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in rules()]


def test_one_rule_by_code_or_name(run):
    page = run("explain", "PV101").out
    assert page.startswith("PV101  passage-edited  error\n\n")
    assert "\nGives PV101  " in page
    assert "\nDoes not give PV101  " in page
    assert max(map(len, page.splitlines())) <= 100
    assert run("explain", "passage-edited").out == page
