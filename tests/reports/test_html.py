import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import read, review
from provenance.model import Document, Finding, Report, SlotComparison, cut
from provenance.reports import render
from provenance.reports.html import language
from provenance.reports.visible import visible

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Tags with attributes, ids, links, and the words of each element with a class."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags, self.open, self.words = [], [], {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("class", "")))

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for _, names in self.open:
            for name in (names or "").split():
                self.words[name] = self.words.get(name, "") + data

    def values(self, name):
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def assert_safe(page: Page) -> None:
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "base", "form", "audio", "video"}
    assert not [
        name for _, attributes in page.tags for name in attributes if name.startswith("on") or name in ("style", "src")
    ]
    assert all(re.match(r"#|https?://", link) for link in page.values("href"))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)
    assert set(page.values("aria-labelledby")) <= set(ids)
    assert page.open == []


@pytest.fixture(scope="module")
def page(report):
    return Page(render(report, "html"))


def test_the_page_is_safe_and_its_links_lead_somewhere(page, checked):
    assert_safe(page)
    assert_safe(Page(render(checked, "html")))
    assert_safe(Page(render(Report(documents=()), "html")))


def test_only_web_addresses_are_links(page):
    pages = {link.partition("#")[0] for link in page.values("href")} - {""}
    assert pages == {"https://gazette.example/fire?a=1&b=2", "http://mail.example/blaze"}


def test_passages_of_web_pages_link_to_the_very_words(page):
    assert "http://mail.example/blaze#:~:text=24%20dockers%20were%20hurt" in page.values("href")


def test_the_policy_lets_only_the_own_style_in(report):
    text = render(report, "html")
    style = text[text.index("<style>") + len("<style>") : text.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for t, a in Page(text).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style
    assert "@import" not in style


def test_source_text_is_shown_as_text(report):
    text = render(report, "html")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "⟦U+202E⟧detrever⟦U+202C⟧ ⟦U+001B⟧[31mred" in text
    assert "\u202e" not in text


def test_claims_and_findings_link_both_ways(page):
    links = page.values("href")
    assert {"#finding-1", "#finding-3", "#claim-1", "#claim-2", "#claim-5"} <= set(links)


def test_overlapping_claims_each_have_their_anchor(report):
    ids = Page(render(report, "html")).values("id")
    assert {f"claim-{number}" for number in range(1, 9)} <= set(ids)


def test_headings_skip_no_level(page, checked):
    for one in (page, Page(render(checked, "html"))):
        levels = [int(tag[1]) for tag, _ in one.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_conflicts_come_before_agreements_and_facts_name_their_origins(report):
    text = render(report, "html")
    order = [
        text.index(f'<h2 id="{name}"')
        for name in ("section-conflicts", "facts", "section-corroborates", "documents", "unchecked", "record")
    ]
    assert order == sorted(order)
    assert "port authority" in text[text.index('<h2 id="facts"') : text.index('<h2 id="section-corroborates"')]


def test_values_that_differ_and_agree_are_marked(page):
    assert "At least 42 dockers" in page.words["differs"]
    assert "on Monday" in page.words["agrees"]


def test_quoted_words_and_blank_lines_are_not_shown_twice():
    told = b'"We have not given up hope of finding more people alive," Irena Malo said on Monday.\n'
    texts = (b"---\ntitle: Hope\n---\n\n" + told, told)
    read_ = [read(text, id=f"n{n}", media_type="text/markdown") for n, text in enumerate(texts)]
    page = render(review(read_), "html")
    quoting = re.findall(r"<q ([^>]*)>\s*&#34;We have", page)
    assert quoting
    assert all('class="marked"' in attributes for attributes in quoting)
    assert not re.search(r'<div class="text"[^>]*>\n', page)


def test_the_record_holds_version_and_digests(report):
    text = render(report, "html")
    assert all(document.sha256 in text and document.text_sha256 in text for document in report.documents)
    assert "Made by provenance " in text


def test_a_checked_draft_comes_first_with_its_states(checked):
    text = render(checked, "html")
    page = Page(text)
    assert text.index('<h2 id="statements"') < text.index('<h2 id="documents"')
    assert {f"#statement-{number}" for number in (1, 2, 3, 4, 6)} <= set(page.values("href"))
    assert "words were changed" in text
    assert "No passage in the sources speaks of this." in text


@pytest.mark.parametrize(
    ("text", "lang"), [("Plain words", "en"), ("اندلع حريق", "und"), ("42", "en"), ("Пожар в порту", "und")]
)
def test_words_in_another_script_are_not_called_english(text, lang):
    assert language(text) == lang


TEXT = st.text(st.characters(categories=None), max_size=30) | st.sampled_from(
    [
        "</style><script>x</script>",
        "' onload=x a='",
        '"><b id="main">',
        "{{ 7*7 }}",
        "]]>",
        "<!--",
        "\r\n\r",
        "javascript:x",
    ]
)


@given(TEXT.filter(str.strip), TEXT, TEXT)  # readers refuse a text of blanks alone
def test_no_text_breaks_any_format(source, other, url):
    document = Document.model_construct(
        id=other, text=source, sha256="0", text_sha256="1", path=other, title=other, publisher=other,
        author=None, published=None, url=url, media_type=other, reader=other, reader_version=other, warnings=(other,),
    )  # fmt: skip
    span = cut("x" * len(source), 0, len(source)).model_copy(update={"document": other, "quote": source})
    slot = SlotComparison.model_construct(slot=other, verdict="different", a=source, b=other, reason=other)
    finding = Finding.model_construct(
        id=other, rule=other, severity="error", relation="conflicts", score=0.5, message=other, reasons=(other,),
        a=span, b=span, claims=(), slots=(slot,),
    )  # fmt: skip
    report = Report.model_construct(documents=(document,), findings=(finding,), coverage={other: [source]})
    for name in ("text", "json", "jsonl", "markdown"):
        render(report, name).encode()
    page = Page(render(report, "html"))
    assert_safe(page)
    assert page.words["text"] == visible(source.lstrip("\n"))  # blank lines at the top are not shown


def test_a_record_is_titled_without_its_places_and_compared_with_its_source(report):
    message = 'in/a.txt:5:58: the passage of claim "x" (claims/x.yaml:1:3) reads differently'
    changed = {"message": message, "place": "claims/x.yaml:1:3", "relation": None, "rule": "PV101"}
    text = render(report.model_copy(update={"findings": (report.findings[1].model_copy(update=changed),)}), "html")
    assert "<bdi>The passage of claim &#34;x&#34; reads differently</bdi>" in text
    assert '<th scope="col">Recorded</th><th scope="col">Source today</th>' in text
    assert "<b>Next:</b> Read both, then correct the quote or record the claim anew." in text
