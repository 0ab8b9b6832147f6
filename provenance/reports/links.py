"""Which addresses of documents may become links."""

from urllib.parse import urlsplit


def safe_link(url: str | None) -> str | None:
    """`url` when it is plain http or https with a host; None for anything else ("javascript:", "data:", nonsense)."""
    if not url or any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
