"""Sources that the sentence's pattern settles: chains, unnamed sources, "…, said X.", "According to X, …"."""

from provenance.extraction.attribution import features
from provenance.extraction.attribution.mentions import MEMBER
from provenance.extraction.attribution.view import QUOTES, Cue, Range, View
from provenance.extraction.lexicon import words_of
from provenance.text.closed_classes import WEEKDAYS
from provenance.values.quantities.lexicon import COUNTS

_PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night"])
NAMELESS = frozenset(["named", "identified", "anonymity", "anonymous", "anonymously"])
_WITHHOLD = frozenset(
    ["asked", "asking", "declined", "declining", "insisted", "refused", "requested", "spoke", "speaking"]
)
_FINITE = frozenset("VDZMX")
_NOMINAL = features.PHRASE | frozenset("s$RIH.")
"""First letters of the classes of a source that stands alone behind its cue."""
_SAYING = frozenset(["said", "says", "added", "adds", "explained", "explains", "reported", "reports"])
"""Cues that no person is the object of."""
_REPORTING = _SAYING | frozenset(
    [
        "alleged",
        "announced",
        "argued",
        "claimed",
        "confirmed",
        "declared",
        "denied",
        "estimated",
        "insisted",
        "noted",
        "stated",
        "stressed",
        "warned",
    ]
)
_SPEAKING = frozenset({"n.person", "n.group"})
_ANYBODY = frozenset(["man", "woman", "boy", "girl", "child", "baby", "person", "couple", "family"])
"""Nouns that rather begin a list of those hit than say who a source is."""
_WHO = frozenset(["who", "which", "whose", "whom", "that", "where"])
_JOINING = frozenset(["but", "and", "yet", "so"])
_WITHIN_NAME = features.PHRASE | frozenset("s.")
_NAME_JOINTS = frozenset(["of", "for", "and", "&"])
_CHAINED = ("quote", "cite")
_PASSIVE = frozenset(["was", "were", "been", "be"])
_ESTABLISHED = frozenset(["report", "confirm", "record", "announce"])
"""What is done to counts, by whom is not said."""
_LEADING = QUOTES | {"that", ":"}
"""What leads to words that are said."""


def nameless(v: View, i: int) -> bool:
    """Whether token `i` says how a source wants to stay unnamed ("declined to be named"): no report of its own."""
    return v.words[i] in _WITHHOLD and not NAMELESS.isdisjoint(v.words[i : i + 6])


def acts(v: View, i: int) -> bool:
    """Whether token `i` says what was done, not what was said: a verb of doing without a clause or quotation behind."""
    behind = v.words[i + 1 : i + 4]
    if v.words[i] == "found" and v.words[i - 1] in _PASSIVE:
        return _LEADING.isdisjoint(behind)
    if v.words[i] not in words_of("attribution_acts.txt"):
        return behind[:1] == ["up"] and v.words[i].startswith("show")
    clause = "to" in behind and "V" in v.classes[i + 2 + behind.index("to")]
    return not clause and behind[0] not in ("for", "against") and _LEADING.isdisjoint(behind)


def labels(v: View, i: int) -> bool:
    """Whether token `i` is the colon behind the label of a paragraph ("Methods: …"): nobody speaks."""
    return v.words[i] == ":" and i == v.sentence(i)[0] + 1 and v.words[i - 1] in words_of("attribution_labels.txt")


def is_no_speaker(v: View, cue: Cue, source: Range | None) -> bool:
    """Whether what would be a source is a length of time or a count of what is told.

    "At 18 months, mean pressure was lower", "1,120 suspected cases", "61 deaths have been confirmed".
    """
    if source is None:
        return False
    first = v.tokens.lower[source[0]]
    digits = first[0].isdigit()
    if digits and v.senses[source[1] - 1] == "n.time":
        return True
    if source[1] != cue.first or not (digits or first in COUNTS):
        return False
    if cue.head > cue.first:
        return v.words[cue.head - 1] in _PASSIVE and cue.lemma in _ESTABLISHED
    return digits and source[1] - source[0] == 1 and v.words[cue.head].endswith("ed")


def quoted(v: View, before: Cue | None, cue: Cue) -> Range | None:
    """The source between two cues of a chain: "quoted X as saying"."""
    end = cue.first - (v.words[cue.first - 1] == "as")
    if before is None or v.words[end] != "as" or before.lemma not in _CHAINED:
        return None
    start = before.last
    near = end - start <= features.MAX_SOURCE and v.sentence(before.head) == v.sentence(cue.head)
    return (start, end) if start < end and near and v.tokens.shape[end - 1] != "p" else None


def chained(v: View, i: int) -> bool:
    """Whether token `i` is what "quoted X as saying" ends with."""
    if v.words[i - 1] != "as" or v.classes[i][0] != "G":
        return False
    low = max(v.sentence(i)[0], i - features.MAX_SOURCE)
    return any(word.startswith(_CHAINED) for word in v.words[low : i - 1])


def told(v: View, cue: Cue, source: Range | None) -> int:
    """Where what is reported begins after "According to X,", or -1."""
    opens = v.words[cue.head] == "according" and cue.first <= v.sentence(cue.head)[0] + 1
    if not opens or source is None or source[0] != cue.last or v.words[source[1]] != ",":
        return -1
    return source[1] + 1 if source[1] + 1 < v.sentence(cue.head)[1] else -1


def told_on(v: View, cue: Cue, source: Range | None) -> int:
    """Where what is reported begins after "X said on Monday", with no comma there and a verb behind; or -1."""
    start = cue.last + 2
    says = v.words[cue.head] in _REPORTING and source is not None and source[0] < cue.first
    if not says or v.words[cue.last] != "on" or v.words[start - 1] not in WEEKDAYS:
        return -1
    start += v.words[start] in _PARTS_OF_DAY
    end = v.sentence(cue.head)[1]
    goes_on = start < end and v.classes[start][0] in features.PHRASE | {"H"} and v.verbs[end] > v.verbs[start]
    return start if goes_on else -1


def certain(v: View, cue: Cue) -> Range | None:
    """The source of a cue, where a pattern leaves no doubt."""
    return _unnamed(v, cue) or _member(v, cue) or _described(v, cue) or _according(v, cue)


def _member(v: View, cue: Cue) -> Range | None:
    """ "Sen. Kelly, R-Ohio, said": the name before party and state."""
    low = v.sentence(cue.head)[0]
    at = cue.first - 2
    marked = at > low + 1 and v.words[at - 1] == "," == v.words[at + 1]
    if not marked or not MEMBER.match(v.tokens.words[at]):
        return None
    start = at - 1
    while start > low and (v.classes[start - 1][0] in features.PHRASE or v.words[start - 1] == "."):
        start -= 1
    return (start, at - 1) if start < at - 1 else None


def _unnamed(v: View, cue: Cue) -> Range | None:
    """ "A source who declined to be named": the noun phrase before "who", up to the cue or to a comma."""
    low = max(v.sentence(cue.head)[0], cue.first - 12)
    aside = cue.first - 1 > low and v.words[cue.first - 1] == ","
    end = cue.first - aside
    if end <= low or v.words[end - 1] not in NAMELESS:
        return None
    joint = next((i for i in range(end - 1, low, -1) if v.words[i] in ("who", "that") or v.words[i] in _WITHHOLD), 0)
    if joint and v.words[joint] in _WITHHOLD and v.words[joint - 1] in ("who", "that"):
        joint -= 1
    stop = joint - (v.words[joint - 1] == ",")
    start = stop
    while start > low and v.classes[start - 1][0] in features.PHRASE:
        start -= 1
    if start == stop:
        return None
    return start, end


def _described(v: View, cue: Cue) -> Range | None:
    """ "Peter Sand, who was not involved, said three people had died": the subject with what is said of it aside."""
    first = v.sentence(cue.head)[0]
    close = cue.first - 1
    if close <= first or v.words[close] != "," or v.words[cue.head] not in _REPORTING:
        return None
    start = first + (v.words[first] in _JOINING)
    opened = next((i for i in range(start, close) if v.words[i] == "," and v.words[i + 1] in _WHO), close)
    verbs = [i for i in range(opened, close) if v.words[i] == "," and v.classes[i + 1][0] in _FINITE]
    if opened == close or verbs or v.verbs[opened] > v.verbs[start] or v.classes[start][0] == "I" or v.inside[start]:
        return None
    return start, close


def inverted(v: View, cue: Cue) -> Range | None:
    """ "Shells hit the market, said the mayor.": the noun phrase after the cue, when it names who can speak."""
    first, last = v.sentence(cue.head)
    told = v.words[cue.first - 1] == "," and v.verbs[cue.first] > v.verbs[first]
    if cue.first <= first or not told or v.words[cue.head] not in _SAYING:
        return None
    end = cue.last
    while end < last - 1 and v.classes[end][0] not in ",:q(-":
        end += 1
    if end == cue.last or end - cue.last > features.MAX_SOURCE:
        return None
    if not _NOMINAL.issuperset(v.classes[i][0] for i in range(cue.last, end)):
        return None
    head = next((i for i in range(cue.last, end) if v.classes[i][0] in "Io"), end) - 1
    return (cue.last, end) if _may_speak(v, head) else None


def _may_speak(v: View, head: int) -> bool:
    """Whether a noun names a person or body."""
    word = v.words[head]
    if v.classes[head] == "E" or v.senses[head] in _SPEAKING or word in ("he", "she", "they", "it"):
        return True
    return word in words_of("attribution_bodies.txt") or word in words_of("attribution_titles.txt")


def _according(v: View, cue: Cue) -> Range | None:
    """ "According to X, a charity in the north, …": up to the comma before what is reported."""
    first, last = v.sentence(cue.head)
    if v.words[cue.head] != "according" or cue.first > first + 1 or cue.last >= last:
        return None
    commas = [i for i in range(cue.last, min(last, cue.last + 2 * features.MAX_SOURCE)) if v.words[i] == ","]
    verb = _main_verb(v, cue.last, last)
    if verb >= last and commas:
        # No verb for certain: the last word that may be one ("two men fled").
        verb = next((i for i in range(last - 1, commas[0], -1) if "D" in v.classes[i]), last)
    commas = [i for i in commas if i < verb]
    if not commas or verb >= last:
        return None
    end = commas[0]
    for comma in commas[1:]:
        if not _describes(v, end + 1, comma):
            break
        end = comma
    return (cue.last, end) if cue.last < end else None


def whole(v: View, cue: Cue, source: Range) -> Range:
    """The source with the name before it, where it only describes that: "Jane Doe, head of the clinic, said"."""
    start, end = source = _behind_clause(v, source)
    low = v.sentence(cue.head)[0]
    aside = start - 1 > low and v.words[start - 1] == "," and v.words[cue.first - 1] == "," and end >= cue.first - 1
    if not aside or v.tokens.shape[start] != "l" or v.tokens.words[start - 2].islower():
        return source
    aged = v.classes[start - 2] == "#" and start - 3 > low and v.words[start - 3] == ","
    name_end = start - 3 if aged else start - 1
    first = name_end
    while first > low and _in_name(v, first - 1):
        first -= 1
    if first == name_end or (first > low and v.classes[first - 1][0] in "IV"):
        return source
    return first, end


def _behind_clause(v: View, source: Range) -> Range:
    """The source without the clause before it, which is what it says: "Nobody was hurt, the coastguard said"."""
    start, end = source
    comma = next((i for i in range(end - 1, start, -1) if v.words[i] == ","), start)
    opens = start == v.sentence(start)[0] and v.quoted[start] == v.quoted[end]
    if not opens or comma in (start, end - 1) or not _WHO.isdisjoint(v.words[start:end]):
        return source
    told = any(v.classes[i][0] in _FINITE for i in range(start, comma))
    plain = not any(v.classes[i][0] in _FINITE for i in range(comma + 1, end))
    return (comma + 1, end) if told and plain else source


def _in_name(v: View, i: int) -> bool:
    """Whether token `i` may belong to a name with its titles: "the Writers Union for the North", "Dr. al-Sayed"."""
    capital = v.tokens.words[i] != v.words[i]
    return capital or v.classes[i][0] in _WITHIN_NAME or v.words[i] in _NAME_JOINTS


def _main_verb(v: View, start: int, last: int) -> int:
    """The first finite verb from `start` that no "who" or "which" takes before the next comma; `last` without any."""
    relative = False
    for i in range(start, last):
        if v.words[i] == ",":
            relative = False
        elif v.words[i] in _WHO:
            relative = True
        elif v.classes[i][0] in _FINITE and not relative and v.words[i - 1] != "to":
            return i
    return last


def _describes(v: View, start: int, end: int) -> bool:
    """Whether the words between two commas say who the source before them is: "a charity in the north"."""
    if v.words[start] in _WHO or (end - start == 1 and v.classes[start] == "#"):
        return True
    stop = next((i for i in range(start, end) if v.classes[i][0] in "IGPDWo"), end)
    head = stop - 1
    if head < start or v.classes[start][0] not in "tTANE" or v.words[head] in _ANYBODY or v.words[start] in QUOTES:
        return False
    lower = v.tokens.shape[head] == "l"
    return lower and head > start and _may_speak(v, head) and (stop < end or v.words[start] == "the")
