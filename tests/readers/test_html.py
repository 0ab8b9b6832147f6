import base64
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import UnreadableError
from provenance.readers.html import LARGEST_PAGE, parse


def text(page: str) -> str:
    return parse(page.encode()).text


def test_blocks_are_lines() -> None:
    page = "<h1>Talks\n fail</h1><p>One <b>b</b>old&nbsp;&amp; word<br>Two</p><ul><li>a<li>b</ul><tr><td>1<td>2</tr>"
    assert text(page) == "Talks fail\nOne bold\xa0& word\nTwo\na\nb\n1\t2"


def test_what_is_no_text_is_left_out() -> None:
    page = "<body><nav>Menu</nav><script>var a = '<p>no</p>'</script><style>p{}</style><!-- c --><p>Words</p></body>"
    assert text(page) == "Words"


def test_preformatted_lines_stay() -> None:
    assert text("<pre>a  b\n  c</pre><p>d  e</p>") == "a  b\n  c\nd e"


def test_an_article_outweighs_the_page_around_it() -> None:
    words = "The envoys met for the third time this week. " * 6
    assert text(f"<p>Subscribe</p><article><p>{words}</p></article><footer>About</footer>") == words.strip()
    assert text("<p>Around</p><article><p>Short</p></article>") == "Around\nShort"


def test_unclosed_elements_hide_no_text() -> None:
    assert text("<nav><p>Words</p>") == "Words"
    assert text("<head><title>T</title><p>Words</p>") == "Words"


def test_metadata() -> None:
    parsed = parse(
        b"<head><title>T - Site</title><meta property='og:title' content='T &amp; U'><meta name=author content='A B'>"
        b"<meta property='og:site_name' content=Daily><link rel=canonical href='https://a.org/t'>"
        b"<meta property='article:published_time' content='2018-04-10T08:00:00+03:00'></head><body>Words</body>"
    )
    assert (parsed.title, parsed.author, parsed.publisher) == ("T & U", "A B", "Daily")
    assert (parsed.published, parsed.url) == (date(2018, 4, 10), "https://a.org/t")


def test_metadata_of_json_ld() -> None:
    parsed = parse(
        b"""<head><script>let a = 1</script><script type="application/ld+json">{"@type": "WebSite"}</script>
        <script type="application/ld+json">{"@context": "x", "@graph": [{"@type": "Organization", "name": "No"},
        {"@type": ["NewsArticle"], "headline": "T", "author": [{"name": "A B"}, {"name": "C D"}],
        "publisher": {"name": "Daily"}, "datePublished": "2018-04-10T08:00Z"}]}</script></head><p>Words</p>"""
    )
    assert (parsed.text, parsed.title, parsed.author, parsed.publisher) == ("Words", "T", "A B, C D", "Daily")
    assert parsed.published == date(2018, 4, 10)


@pytest.mark.parametrize(
    "source", ["{", "[" * 100_000, '{"@type": 3, "author": [[1]]}', "null", '[{"@type":"Article","author":[[]]}]']
)
def test_json_ld_that_says_nothing(source: str) -> None:
    assert parse(f"<script type='application/ld+json'>{source}</script><p>Words".encode()).author is None


def test_the_site_behind_the_headline_is_the_publisher() -> None:
    page = b"<title>Keld - a town burns | Daily Herald</title><h1>Keld - a town burns</h1><p>Words</p>"
    parsed = parse(page)
    assert (parsed.title, parsed.publisher) == ("Keld - a town burns", "Daily Herald")
    parsed = parse(b"<title>Keld burns - a town in flames</title><h1>Keld on fire</h1><p>Words</p>")
    assert (parsed.title, parsed.publisher) == ("Keld burns - a town in flames", None)


def test_title_and_time_elements_and_no_foreign_links() -> None:
    parsed = parse(
        b"<title> T\n t </title><link rel=canonical href='javascript:x'><p><time datetime=2018-04-10>x</time> w"
    )
    assert (parsed.title, parsed.published, parsed.url) == ("T t", date(2018, 4, 10), None)


def test_the_declared_charset_is_used() -> None:
    assert parse('<meta charset="windows-1256"><p>الغوطة'.encode("cp1256")).text == "الغوطة"


@pytest.mark.parametrize("page", [b"<p></p>", b"<p>a" * (LARGEST_PAGE // 4 + 1)])
def test_pages_that_cannot_be_read(page: bytes) -> None:
    with pytest.raises(UnreadableError) as raised:
        parse(page)
    assert raised.value.remedy


def test_a_failing_parser_is_one_of_our_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    with suppress(UnreadableError):
        parse(base64.b64decode("PEIzGTwhPCFbPDI="))  # an AssertionError in some versions of html.parser

    def fail(*_: object) -> None:
        raise AssertionError("unexpected call to parse_html_declaration()")

    monkeypatch.setattr("html.parser.HTMLParser.goahead", fail)
    with pytest.raises(UnreadableError, match="cannot be parsed as HTML"):
        parse(b"<p>Words</p>")


@settings(max_examples=80)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<nav>", "</nav>", "<pre>", "<!", "<![", "--", ">", "&#xD800;", "a", "<a b='"])
    )
)
def test_any_page(pieces: list[str]) -> None:
    with suppress(UnreadableError):
        parse("".join(pieces).encode()).text.encode()
