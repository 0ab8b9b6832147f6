import pytest

from provenance.reports.links import safe_link


@pytest.mark.parametrize("url", ["https://a.example/x?y=1&z=2#t", "http://a.example"])
def test_web_addresses_are_links(url):
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
     "data:text/html,x",
     "//a.example", "https:", "https://[", "file:///etc/hosts", "https://a.example/\u202egpj", "https://a.example/ x"],
)  # fmt: skip
def test_anything_else_is_not(url):
    assert safe_link(url) is None
