"""The words of stance: closed classes, and the words that take a statement with what they do to it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from provenance.extraction.lexicon import rows

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Taker:
    """What a word does to the statement it takes; the codes are explained in `stance_takers.txt`."""

    effect: str
    complements: str
    kind: str
    """ "verb", "noun" or "word"."""


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, line in rows("stance_words.txt"):
        found[name] = found.get(name, frozenset()).union(line.split())
    return found


def words(kind: str) -> frozenset[str]:
    """One closed class; expressions are joined by "_"."""
    return _classes()[kind]


def _verb_forms(verb: str) -> set[str]:
    """Present, past and participles of a verb; the second part of "rule_out" stays as it is."""
    base, *irregular = verb.split("/")
    head, joint, rest = base.partition("_")
    forms = {head, *irregular, *_regular(head, bool(irregular))}
    return {form if "_" in form else form + joint + rest for form in forms}


def _regular(verb: str, irregular: bool) -> set[str]:
    if verb.endswith("e"):
        forms = {verb + "s", verb[:-1] + "ing", verb + "d"}
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        forms = {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    elif verb.endswith(("s", "sh", "ch", "x")):
        forms = {verb + "es", verb + "ed", verb + "ing"}
    else:
        forms = {verb + "s", verb + "ed", verb + "ing"}
    return {form for form in forms if not (irregular and form.endswith("ed"))}


def _noun_forms(noun: str) -> set[str]:
    return {noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s"}


@cache
def takers() -> dict[str, tuple[Taker, ...]]:
    """Every form of every word that takes a statement."""
    found: dict[str, list[Taker]] = {}
    forms: dict[str, Callable[[str], set[str]]] = {
        "verb": _verb_forms,
        "noun": _noun_forms,
        "word": lambda word: {word},
    }
    for kind, effect, complements, line in rows("stance_takers.txt"):
        for word in line.split():
            for form in forms[kind](word):
                found.setdefault(form, []).append(Taker(effect, complements, kind))
    return {form: tuple(entries) for form, entries in found.items()}


# --- lists
ADVERB_EXPECTED = words("adverb_expected")
ADVERB_POSSIBLE = words("adverb_possible")
AS_ADJUNCT = words("as_adjunct")
AUX = words("aux")
BE = words("be")
CONDITIONAL = words("conditional")
DETERMINER = words("determiner")
ENDING = words("ending")
ENDING_ALONE = words("ending_alone")
FALSE = words("false")
FALSELY = words("falsely")
GRANTABLE = words("grantable")
IF_ASIDE = words("if_aside")
LIGHT_ADVERB = words("light_adverb")
NEAR_MISS = words("near_miss")
NEGATIVE_PRONOUN = words("negative_pronoun")
NEVER = words("never")
NO_EXEMPT = words("no_exempt")
NO_IDIOM = words("no_idiom")
NO_OTHER = words("no_other")
NO_PHRASE = words("no_phrase")
NOT_EXEMPT = words("not_exempt")
NOT_PAST = words("not_past")
NOT_QUANTIFIED = words("not_quantified")
ONLY_JUST = words("only_just")
PAST = words("past")
PLAN_NOUN = words("plan_noun")
PREPOSITION = words("preposition")
PRONOUN = words("pronoun")
QUANTITY_NEGATIVE = words("quantity_negative")
RELATIVE = words("relative")
REPORT_NOUN = words("report_noun")
SUBJECT_PRONOUN = words("subject_pronoun")
TRUE = words("true")
PASSIVE_OPEN = words("passive_open")
UNSETTLED = words("unsettled")
WITHOUT_IDIOM = words("without_idiom")
MODAL = {kind: words("modal_" + kind) for kind in ("possible", "planned", "asked", "ordered")}
TAKERS = takers()
GERUND_PREPOSITION = words("gerund_preposition")
AMOUNT = words("amount")
CAME_TO_NOTHING = words("came_to_nothing")
DEFINITE_FEW = words("definite_few")
AUXILIARY = (AUX | BE) - {"'s", "may"}
"""Auxiliaries that are nothing else."""
PAIR_HEADS = frozenset(form.partition("_")[0] for form in TAKERS if "_" in form)
NOUN_TAKERS = frozenset(form for form, found in TAKERS.items() if any(taker.kind == "noun" for taker in found))
VERB_TAKERS = frozenset(
    part
    for form, found in TAKERS.items()
    if any(taker.kind == "verb" for taker in found)
    for part in (form, form.partition("_")[0])
)
COORDINATORS = words("coordinator")
LINKING = COORDINATORS | CONDITIONAL | AS_ADJUNCT | RELATIVE | words("linking")
"""Words that may open or close a clause."""
MODAL_WORDS = AUX | ADVERB_POSSIBLE | ADVERB_EXPECTED
NEGATING = NEVER | NEGATIVE_PRONOUN | QUANTITY_NEGATIVE | words("negating")
ENDINGS = frozenset(("ed", "ng", "'t"))
MARKS = frozenset(",;:—–.!?")
ACTIVE = frozenset().union(
    *(
        AUX,
        BE,
        PAST,
        FALSE,
        TRUE,
        MODAL_WORDS,
        NEGATING,
        LINKING,
        SUBJECT_PRONOUN,
        REPORT_NOUN,
        CAME_TO_NOTHING,
        TAKERS,
        PAIR_HEADS,
        MARKS,
    ),
)
"""Words and marks that the parser looks at; all others are only looked back at."""
_NEUTRAL = frozenset(("say", "manage", "think", "know"))
MARKERS = frozenset().union(
    *(NEVER, NEGATIVE_PRONOUN, QUANTITY_NEGATIVE, ADVERB_POSSIBLE, ADVERB_EXPECTED, CONDITIONAL, *MODAL.values()),
    *(words("marker"), words("falsely")),
    (form.partition("_")[0] for form, found in TAKERS.items() if not _NEUTRAL.issuperset(t.effect for t in found)),
)
"""A sentence without any of these words (and without the phrases of `stance`) is a plain assertion."""
INFINITIVE_MARKERS = frozenset(
    form
    for form, found in TAKERS.items()
    if {"i"}.issuperset("".join(t.complements for t in found if t.effect not in _NEUTRAL))
    and not any(t.kind == "word" for t in found)
    and form not in PASSIVE_OPEN
)
"""Markers that only change what follows as an infinitive: without a "to", they leave a sentence plain."""
