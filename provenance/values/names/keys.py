"""Cheap keys under which spellings of one name mostly meet; for finding candidate pairs."""

from provenance.values.names.profile import profile


def token_skeletons(name: str) -> tuple[str, ...]:
    """The skeletons of the words that tell the name apart, sorted; titles, articles, particles and type words left out.

    A name in the alias files has the key of its line: "ISIS" and "Daesh" meet under "Islamic State".
    """
    found = profile(name)
    if found.entity is not None:
        found = profile(found.entity[1])
    return found.skeletons


def skeleton(name: str) -> str:
    """One key for the whole name, whatever the order of its words; empty where the name has no letters."""
    return " ".join(token_skeletons(name))
