"""Closed classes of English words that several rooms look for, in lower case."""

ARTICLES = frozenset({"a", "an", "the"})
DETERMINERS = ARTICLES | {"his", "her", "its", "their"}
PRONOUNS = frozenset({"he", "she", "it", "they"})
"""Personal pronouns of whom a text tells, as subjects."""
BEING = frozenset({"is", "are", "was", "were"})
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
