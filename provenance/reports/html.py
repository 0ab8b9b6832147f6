"""HTML: one file that opens anywhere, without script or network, to read, print and keep."""

import base64
import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from provenance.model import Report
from provenance.reports import advice, draft, fragments, summary, values, wording
from provenance.reports.facts import shortened
from provenance.reports.listing import message
from provenance.reports.page import Page
from provenance.reports.places import Files
from provenance.reports.view import Passage, View, is_settled
from provenance.reports.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

# jinja2 is not imported at the top: the other formats do without it.

_TEMPLATES: Final = Path(__file__).parent / "templates"


def render(report: Report, *, decide: str = "", files: Files | None = None) -> str:
    """The report as one HTML page: styles inside, a content security policy that lets nothing else load or run.

    `decide` is the address of a page that takes decisions, where there is one to link to.
    """
    from markupsafe import Markup

    view = View(report, files)
    page = Page(view)
    style = (_TEMPLATES / "report.css").read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            view=view,
            page=page,
            decide=decide,
            anchors=page.anchors,
            style=Markup(style),  # ours, and without "<"
            style_hash=digest,
            version=version("provenance-verifier"),
        )
    )


def environment(templates: Path) -> "Environment":
    """The templates of a folder; every value in them is escaped, and its hidden characters are shown."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _environment() -> "Environment":
    own = environment(_TEMPLATES)
    own.filters |= {
        "humane": wording.humane,
        "capital": _capital,
        "lang": language,
        "claim_relation": lambda number, anchors: anchors.relation(number),
        "number": values.number,
        "shortened": lambda text, most=LONGEST_VALUE: shortened(text, most),
        "settled": is_settled,
        "web": _web,
        "why": draft.why,
        "advice": advice.advice,
        "told": message,
        "todo": advice.of_statement,
        "reason": wording.reason,
        "beside": wording.beside,
        "remarks": draft.remarks,
        "quoted": draft.quoted,
    }
    own.globals |= {"number_of": wording.number_of, "wording": wording, "summary": summary}
    return own


LONGEST_VALUE: Final = 120
"""Code points of a value in a list."""


def _shown(value: Any) -> Any:
    """Every expression passes here before it is escaped."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _web(passage: Passage) -> str | None:
    """The link to a passage's words on the web."""
    return fragments.link(passage.source.document, passage.span) if passage.source else None


def language(text: str) -> str:
    """The `lang` of a source's words: "und" (undetermined) where most letters are not Latin, else the page's "en"."""
    letters = [character for character in text[:2_000] if character.isalpha()]
    latin = sum(character < "\u0250" for character in letters)
    return "und" if letters and latin * 2 < len(letters) else "en"
