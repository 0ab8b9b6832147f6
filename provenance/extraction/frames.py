"""Who did what to whom in a clause, as far as rules on tokens reach.

Active and passive voice and nominalisations ("the army shelled the town", "the town was shelled by the army",
"shelling of the town by the army") give the same frame.
"""

from collections.abc import Sequence

from provenance.extraction import phrases
from provenance.extraction.clauses import words as lists
from provenance.extraction.lexicon import Mention, kind, noun_class
from provenance.extraction.sentence import Range, Sentence
from provenance.extraction.tagging import is_passive
from provenance.model import Frame, Name, Span

_LIGHT = frozenset({"BEGIN", "END", "LEAVE", "BLAME", "HOLD", "DISCOVER"})
"""Families of verbs that may only introduce another: "began shelling the town", "left 20 dead", "found him guilty"."""
_BEFALLS = frozenset({"DIE", "HURT", "CASUALTY", "MISSING", "FLEE", "RISE", "FALL", "INFECT", "BORN", "COLLAPSE"})
"""Families that happen to the subject of a verb without an object: "20 died", "prices rose"."""
_COMPLEMENT = 5
"""Tokens after "is" among which the word for a happening is its predicate ("is the last stronghold")."""
_VERDICT = 8
"""Tokens after "found" among which stands what somebody is found ("found the former treasurer Jo Berg guilty")."""
_TARGETS = ("of", "on", "against", "at", "in", "into")
_NOMINAL_TARGETS = ("of", "on", "against")
_LOCAL = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "on", "into", "to", "from"}
)
_RELATIVE = lists.RELATIVE | {"where"}
_AGENT = ("er", "ers", "or", "ors")


def frame(
    span: Span, sentence: Sentence, part: Range, names: Sequence[Name], found: Sequence[Mention], previous: Frame | None
) -> Frame:
    """The frame of the clause `part` of a sentence; strings are empty where nothing is found.

    `span` is the whole sentence, `names` and `found` are the clause's names and family words. What a clause leaves
    open it takes from the clause before it in the sentence, `previous`: "22 were killed and 40 [were] wounded".
    """
    source = span.quote
    place = _place(span, sentence, part, names)
    main = _main(sentence, part, found)
    if main is None:
        return _carried(source, sentence, part, previous, place)
    actor, undergoer = _roles(sentence, part, main)
    action = source[sentence.tokens[main.first].start : sentence.tokens[main.last].end]
    who = phrases.text(sentence, source, actor)
    if not who and previous is not None and sentence.tags[_opening(sentence, part)] in "VG":
        who = previous.actor
    return Frame.made(
        actor=who,
        action=action,
        family=main.family,
        undergoer=phrases.text(sentence, source, undergoer),
        place=place,
    )


def _carried(source: str, sentence: Sentence, part: Range, previous: Frame | None, place: str) -> Frame:
    """The frame of a clause without a word for a happening: a bare count goes on with the clause before it."""
    start = _opening(sentence, part)
    if previous is None or sentence.has_predicate(part) or not sentence.has_figure(part):
        return Frame.made(actor="", action="", family="", undergoer="", place=place)
    counted = phrases.text(sentence, source, phrases.after(sentence, start, part[1]))
    return previous.model_copy(update={"undergoer": counted, "place": place or previous.place})


def _opening(sentence: Sentence, part: Range) -> int:
    """The first token that is no joining word; the first of all when every one is."""
    return next((i for i in range(*part) if sentence.lower[i] not in lists.JOINTS and sentence.tags[i] != ","), part[0])


def _main(sentence: Sentence, part: Range, found: Sequence[Mention]) -> Mention | None:
    """The family word that the clause is about: in its main verb, else in another verb, else its first noun."""
    if not found:
        return None
    heads = _heads(sentence, part)
    said = [m for m in found if any(m.first <= h <= m.last for h in heads)]
    heavy = [m for m in said if m.family not in _LIGHT]
    if said and not heavy:
        heavy = [m for m in found if _is_carried(sentence, said[0], m) or _is_subject(sentence, said[0], m)]
    if heavy or said:
        return (heavy or said)[0]
    verbs = [m for m in found if sentence.tags[m.first] in "VPB"] or [m for m in found if sentence.tags[m.first] == "G"]
    nouns = [m for m in found if not sentence.lower[m.last].endswith(_AGENT)]
    return (verbs or nouns or list(found))[0]


def _is_carried(sentence: Sentence, light: Mention, other: Mention) -> bool:
    """Whether a light verb only carries another family word: "left 20 dead", "launched air strikes"."""
    reach = _VERDICT if light.family == "DISCOVER" else _COMPLEMENT
    if not light.last < other.first <= light.last + reach:
        return False
    if sentence.tags[other.first] in "NS":
        return kind(other.family) == "event" and sentence.tokens[light.first].base in lists.SUPPORT
    follower = sentence.tags[other.last + 1 : other.last + 2]
    state = sentence.tags[other.first] in "JP" or _is_left_so(sentence, light, other)
    return kind(other.family) == "outcome" and state and follower not in ("N", "S")


def _is_left_so(sentence: Sentence, light: Mention, other: Mention) -> bool:
    """Whether a word in -ed says how somebody was left: "left twelve people injured", not "left and injured"."""
    between = sentence.tags[light.last + 1 : other.first]
    plain = bool(between) and {*between}.isdisjoint("C,V")
    return light.family == "LEAVE" and plain and sentence.lower[other.first].endswith("ed")


def _is_subject(sentence: Sentence, light: Mention, other: Mention) -> bool:
    """Whether a verb of beginning or ending says when the family word before it happens: "the shelling began"."""
    noun = sentence.tags[other.first] in "NSG" and not sentence.lower[other.last].endswith(_AGENT)
    return light.family in ("BEGIN", "END") and other.last < light.first and noun


def _heads(sentence: Sentence, part: Range) -> list[int]:
    """The verbs of the main predicate: "has been attempting to seize" gives the last two; of "is", its complement."""
    tags, (start, end) = sentence.tags, part
    head = _main_verb(sentence, part)
    while head < end and tags[head] in "XxRn":
        head += 1
    if head >= end or tags[head] not in "VPBG":
        return [i for i in range(head, min(head + _COMPLEMENT, end)) if tags[i] != ","] if head > start else []
    heads = [head]
    i = head + 1
    while i < end and tags[i] in "oBGxR":
        heads += [i] if tags[i] in "BG" else []
        i += 1
    return heads


def _main_verb(sentence: Sentence, part: Range) -> int:
    """The first finite verb that is not of a relative clause, else the first; the end of the part without any."""
    start, end = part
    first, relative = end, False
    tags, lower = sentence.tags, sentence.lower
    for i in range(start, end):
        if i > start and lower[i] in _RELATIVE:
            relative = True
        elif tags[i] in "VX":
            if not relative:
                return i
            first, relative = min(first, i), False
    return first


def _roles(sentence: Sentence, part: Range, main: Mention) -> tuple[Range, Range]:
    """Actor and undergoer of a family word."""
    start, end = part
    tag = sentence.tags[main.first]
    if tag in "NSE":
        return _nominal(sentence, part, main)
    group = _group_start(sentence, main.first, start)
    subject = _subject(sentence, group, start)
    if tag == "J" and kind(main.family) == "outcome":
        return (start, start), subject  # "left 30 people missing": it befalls whoever stands before it
    if tag == "P" and is_passive(sentence.tokens, sentence.tags, main.first):
        return _behind(sentence, main.last, end, ("by",)), subject
    if tag == "G" and sentence.lower[main.last + 1] == "of" and main.last + 1 < end:
        return _nominal(sentence, part, main)
    object_ = phrases.after(sentence, _skip(sentence, main.last + 1, end), end)
    if object_[0] == object_[1]:
        if main.family in _BEFALLS:
            return object_, subject
        following = sentence.lower[main.last + 1]
        if following in _TARGETS[1:4] and main.last + 1 < end:
            object_ = phrases.after(sentence, main.last + 2, end)
    return subject, object_


def _skip(sentence: Sentence, i: int, end: int) -> int:
    while i < end and sentence.tags[i] in "Rq":
        i += 1
    return i


def _group_start(sentence: Sentence, i: int, low: int) -> int:
    """Where the verb group of the verb at token `i` begins: "has been attempting to seize"."""
    while i > low and sentence.tags[i - 1] in "XxRnoBGPV":
        i -= 1
    return i


def _subject(sentence: Sentence, group: int, low: int) -> Range:
    """The noun phrase before a verb group; of a relative clause, the one before its pronoun.

    What stands aside between the two is passed over: "the army, backed by militias, took", "men who fled were found".
    """
    pronouns = lists.RELATIVE
    if group > 0 and sentence.lower[group - 1] in pronouns:
        return phrases.before(sentence, _before_marks(sentence, group - 1, 0))
    pronoun = next((i for i in range(low + 1, group) if sentence.lower[i] in _RELATIVE), 0)
    if pronoun and sentence.has_predicate((pronoun, group)):
        return phrases.before(sentence, _before_marks(sentence, pronoun, low), low)
    if group > low and sentence.lower[group - 1] == ",":
        comma = next((i for i in range(group - 2, low, -1) if sentence.lower[i] == ","), 0)
        if comma and sentence.tags[comma - 2 : comma] == ",#":
            comma -= 2  # "Anna Berg, 54, a judge, was arrested"
        if comma:
            return phrases.before(sentence, comma, low)
    return phrases.before(sentence, group, low)


def _before_marks(sentence: Sentence, i: int, low: int) -> int:
    while i > low and sentence.tags[i - 1] == ",":
        i -= 1
    return i


def _nominal(sentence: Sentence, part: Range, main: Mention) -> tuple[Range, Range]:
    """Roles of a noun: "shelling of the town by the army", "the army's shelling of the town", "US strikes on it"."""
    start, end = part
    actor = _behind(sentence, main.last, end, ("by",))
    if actor[0] == actor[1]:
        owner = main.first
        while owner > start and (sentence.tags[owner - 1] == "E" or sentence.lower[owner - 1].endswith(("'s", "s'"))):
            owner -= 1
        if owner < main.first and sentence.tags[main.first - 1] == "T":
            owner = phrases.before(sentence, owner + 1, start)[0] if owner + 1 == main.first else owner
            while owner > start and sentence.tags[owner - 1] in "NSTJ":
                owner -= 1
        actor = (owner, main.first)
    if actor[0] == actor[1]:
        actor = _supporting(sentence, start, main.first)
    return actor, _behind(sentence, main.last, end, _NOMINAL_TARGETS)


def _supporting(sentence: Sentence, low: int, i: int) -> Range:
    """The subject of the verb that carries the noun at token `i`: "the army launched strikes"; else empty."""
    while i > low and sentence.tags[i - 1] in "TJNSE#P":
        i -= 1
    if i > low and sentence.lower[i - 1] in ("out", "off"):
        i -= 1
    if i == low or sentence.tags[i - 1] not in "VPBG" or sentence.tokens[i - 1].base not in lists.SUPPORT:
        return (low, low)
    return _subject(sentence, _group_start(sentence, i, low), low)


def _behind(sentence: Sentence, i: int, end: int, prepositions: tuple[str, ...]) -> Range:
    """The noun phrase behind the first of `prepositions` after token `i`, not past another finite verb."""
    for j in range(i + 1, end):
        if sentence.tags[j] in "VXW":
            break
        if sentence.lower[j] in prepositions:
            return phrases.after(sentence, j + 1, end)
    return (end, end)


def _place(span: Span, sentence: Sentence, part: Range, names: Sequence[Name]) -> str:
    """The first place behind a preposition of place, else the first name known as a place."""
    if not names:
        return ""
    known = [n for n in names if n.kind == "place"]
    starts = {sentence.tokens[i].start: i for i in range(*part)}
    for name in [*known, *(n for n in names if n.kind == "other")]:
        i = starts.get(name.span.start - span.start)
        if i is not None and i > part[0] and _is_local(sentence, i):
            return name.text
    return known[0].text if known else ""


def _is_local(sentence: Sentence, i: int) -> bool:
    while i > 0 and sentence.tags[i - 1] in "TJ":
        i -= 1
    if i > 1 and sentence.lower[i - 1] == "of":
        around = noun_class(sentence.lower[i - 2])
        return around is not None and around.name == "PLACE_ITEM"  # "the town of"
    return i > 0 and sentence.lower[i - 1] in _LOCAL
