"""YAML front matter: what a Markdown or text file says of itself between two lines of "---"."""

import yaml

from provenance.readers.parsed import Parsed, day

_LARGEST = 64 * 1024
_MOST_LINES = 500
_FIELDS = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "publisher": "publisher",
    "site": "publisher",
    "site_name": "publisher",
    "source": "publisher",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "canonical": "url",
}


def take(lines: list[str], parsed: Parsed) -> int:
    """How many lines the front matter takes, its marks included (0 without one); puts its fields into `parsed`."""
    if lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:_MOST_LINES], 1):
        if line.rstrip() in ("---", "..."):
            _fields("\n".join(lines[1:number]), parsed)
            return number + 1
    return 0


def _fields(source: str, parsed: Parsed) -> None:
    try:
        node = yaml.compose(source[:_LARGEST], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" (line {mark.line + 2})" if mark is not None else ""
        parsed.warnings.append(f"front matter is no valid YAML{place}; left out")
        return
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        name = _FIELDS.get(str(key.value).lower()) if isinstance(key, yaml.ScalarNode) else None
        text = _text(value)
        if name is None or not text or getattr(parsed, name) is not None:
            continue
        if name != "published":
            setattr(parsed, name, text)
        elif (published := day(text)) is not None:
            parsed.published = published
        else:
            parsed.warnings.append(f"front matter: {key.value} {text!r} is no full date; left out")


def _text(node: yaml.Node) -> str:
    """A scalar as written, a list of scalars joined; empty for anything else."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    if isinstance(node, yaml.SequenceNode):
        return ", ".join(str(item.value).strip() for item in node.value if isinstance(item, yaml.ScalarNode))
    return ""
