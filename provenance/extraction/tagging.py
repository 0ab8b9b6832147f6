"""Parts of speech of a clause's words, as far as a word list, endings and the neighbours tell.

One letter a token:
V finite verb, X finite auxiliary or modal, x "be", "been", "being" and "have" after another auxiliary,
P participle that is not finite ("was killed", "areas held by"), B infinitive, G -ing form,
N noun, S plural noun, E name, # number, T determiner or possessive, J adjective, R adverb, H pronoun, W wh-word,
I preposition or "as", C "and", "or", "but", o "to" before a verb, n "not", q quotation mark, "," any other mark.
"""

from collections.abc import Sequence
from functools import cache

from provenance.extraction.attribution.lexicon import senses
from provenance.extraction.lexicon import base, is_past, rows
from provenance.extraction.tokens import LOWER, Token
from provenance.text.memo import Memo

_QUOTES = frozenset("\"“”„«»‘’'`")
_BE = frozenset({"be", "been", "being", "is", "are", "was", "were", "am", "get", "gets", "got", "getting"})
_AUXILIARY_ENDINGS = ("n't", "'re", "'ve", "'ll", "'d", "'m")
_PRONOUN_IS = frozenset({"it's", "he's", "she's", "that's", "there's", "who's", "what's", "here's", "let's"})
_NO_VERB_AFTER = frozenset("TJIo")
"""What stands before no finite verb."""
_OBJECT = frozenset("TE#HoIq")
"""What follows a verb rather than a noun when the word may be either ("aims to", "shells the town")."""
_NOMINAL = frozenset("NSE#HWq")
_NAMES = {"t": "T", "number": "#"}
_VERBAL = frozenset("VDZPG")
_REPORTING = ("v.communication", "v.cognition")
_TITLE_SHARE = 0.6
"""Share of capitals from which a sentence is a headline in title case, where capitals make no names."""
_SHORTEST_TITLE = 4


def tag(tokens: Sequence[Token]) -> str:
    """The tags of a sentence's tokens, one letter each."""
    tags: list[str] = []
    before = ","
    for i, found in enumerate(_alone(tokens)):
        if not found or (before == "o" and found in "NJ"):
            found = _tag(tokens, i, before)
        tags.append(found)
        if found not in "Rn":
            before = found
    finite = tags.count("V") + tags.count("X")
    if finite > 1:
        _reduce(tokens, tags)
    elif not finite:
        _headline(tokens, tags)
    return "".join(tags)


def _alone(tokens: Sequence[Token]) -> list[str]:
    """The tags that words have wherever they stand, names by their capitals; empty where the neighbours decide."""
    words = [t.text for t in tokens]
    firsts = [word[0] for word in words]
    title = _is_title(firsts, sum(map(str.isupper, firsts)))
    by_capital = len(words) if title else 1
    tags = [
        "E" if token.text[0].isupper() and _is_name(token, title) else _FIXED[token.lower]
        for token in tokens[:by_capital]
    ]
    return [*tags, *map(_INSIDE.__getitem__, words[by_capital:])]


def is_passive(tokens: Sequence[Token], tags: str, i: int) -> bool:
    """Whether the participle at token `i` is passive: after "be" or "get", or on its own ("held by rebels")."""
    if tags[i] != "P":
        return False
    j = i - 1
    while j >= 0 and tags[j] in "Rn":
        j -= 1
    if j < 0 or tags[j] not in "Xx":
        return True
    return (
        tokens[j].lower in _BE or tokens[j].lower.removesuffix("n't") in _BE or tokens[j].lower.endswith(("'s", "'re"))
    )


def _is_title(firsts: Sequence[str], capitals: int) -> bool:
    """Whether a sentence is in title case, by the first characters of its tokens and how many of them are capitals."""
    if capitals < _TITLE_SHARE * _SHORTEST_TITLE:
        return False
    words = sum(map(str.isalpha, firsts))
    return words >= _SHORTEST_TITLE and capitals >= _TITLE_SHARE * words


def _is_name(token: Token, title: bool) -> bool:
    """Whether the capital of a word at the start or in title case makes a name: only where no list knows it."""
    if len(token.text) > 1 and token.text.isupper() and not title:
        return True  # "US", "IS"
    return token.lower not in _list() and _CLASSES[token.lower] == "N"


def _inside(word: str) -> str:
    """The tag of a word inside a sentence, as `_fixed`: a capital makes a name of all but function words."""
    lower = LOWER[word]
    if word[0].isupper() and (
        (len(word) > 1 and word.isupper()) or _CLASSES[lower][0] in "NSJVPDGZUR" or lower == "may"  # the month
    ):
        return "E"
    return _FIXED[lower]


def _classes(lower: str) -> str:
    """The classes that a word may have, likeliest first: from the list, else from its form and ending."""
    found = _list().get(lower)
    if found is not None:
        return found
    if not lower[0].isalnum():
        return "q" if lower in _QUOTES else ","
    if lower[0].isdigit():
        return "#"
    if lower.endswith(_AUXILIARY_ENDINGS) or lower in _PRONOUN_IS:
        return "X"
    if lower.endswith(("'s", "s'")):
        return "T"
    if is_past(lower):
        return "PD" if lower.endswith("ed") else "D"
    if lower.endswith("ing") and len(lower) > 4:
        return "G"
    if lower.endswith("ly"):
        return "R"
    if lower.endswith("s") and not lower.endswith("ss"):
        stem = _CLASSES[base(lower)] if base(lower) != lower else ""
        return "Z" if stem == "V" else "SZ" if "V" in stem else "S"
    return "V" if lower in senses("v") and lower not in senses("n") else "N"


@cache
def _list() -> dict[str, str]:
    lines = [*rows("attribution_wordclasses.tsv"), *rows("word_tags.tsv")]
    found = {word: name for name, words in lines for word in words.split()}
    return {word: _NAMES.get(name, name) for word, name in found.items()}


def is_function_word(lower: str) -> bool:
    """Whether a word is an article, pronoun, preposition, conjunction or number word: no name begins with it."""
    return _CLASSES[lower] in ("T", "A", "H", "I", "C", "W", "#")


def _fixed(lower: str) -> str:
    """The tag of a word that has the same one wherever it stands; empty when its neighbours decide."""
    classes = _CLASSES[lower]
    if classes[0] in "XMo" or not _VERBAL.isdisjoint(classes):
        return ""
    return "T" if classes[0] == "A" else classes[0] if classes[0] in "NSJRHITCW#,qn" else "N"


_CLASSES, _FIXED, _INSIDE = Memo(_classes), Memo(_fixed), Memo(_inside)


def _tag(tokens: Sequence[Token], i: int, before: str) -> str:
    """The tag of token `i` by its classes and the tag before it, adverbs left out."""
    lower = tokens[i].lower
    classes = _CLASSES[lower]
    if lower in ("be", "been", "being"):
        return "x"
    if classes[0] in "XM":
        return "x" if lower in ("have", "do") and before in "oX" else "X"
    if classes[0] == "o":
        return "o" if i + 1 < len(tokens) and _may_be_infinitive(tokens, i + 1) else "I"
    return "B" if before == "o" else _verbal(tokens, i, classes, before)


def _may_be_infinitive(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word after "to" is a verb: it may be one, or stands before an article ("to spare the towns")."""
    classes = _CLASSES[tokens[i].lower]
    if tokens[i].lower in ("be", "have", "do") or not tokens[i].text[0].islower():
        return tokens[i].lower in ("be", "have", "do")
    following = _CLASSES[tokens[i + 1].lower] if i + 1 < len(tokens) else ""
    return "V" in classes or (classes[0] in "NJ" and following in ("T", "A", "H"))


def _verbal(tokens: Sequence[Token], i: int, classes: str, before: str) -> str:
    """The tag of a word that may be a verb form."""
    if before in "Xx" and ("V" in classes or "P" in classes or "D" in classes):
        return "B" if "V" in classes and "P" not in classes and tokens[i - 1].lower not in _BE else "P"
    if "G" in classes:
        return "N" if before in "TJ" or (classes[0] == "N" and before in "NE") else "G"
    if before in _NO_VERB_AFTER:
        return "J" if "P" in classes or "D" in classes else _noun(classes)
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if "D" in classes or "P" in classes:
        return _past(tokens, i, classes, before, following)
    if "Z" in classes:
        if classes[0] == "Z":
            return "V"
        return "V" if before in "NEHW" and following is not None and _is_object(following, singular=True) else "S"
    if before in "SHW" and (classes[0] == "V" or (following is not None and _is_object(following))):
        return "V"
    return _noun(classes)


def _noun(classes: str) -> str:
    return next((c for c in classes if c in "NSJR"), "N")


def _past(tokens: Sequence[Token], i: int, classes: str, before: str, following: Token | None) -> str:
    """A past form is finite unless it is an agentless participle before its noun or one followed by "by"."""
    if classes[0] == "D":
        return "V"
    if classes == "P" and before not in "#SEWH" and not (following is not None and _opens_object(following)):
        return "P"
    if following is not None and following.lower == "by":
        return "P"
    if before not in _NOMINAL and following is not None and _CLASSES[following.lower][0] in "NS":
        return "J"
    return "V"


def _opens_object(following: Token) -> bool:
    """Whether a word begins a noun phrase with an article, number, pronoun or name: what only an active verb takes."""
    return following.text[0].isupper() or _CLASSES[following.lower][0] in "T#HA"


def _is_object(following: Token, *, singular: bool = False) -> bool:
    classes = _CLASSES[following.lower]
    if _opens_object(following) or classes[0] == "o":
        return True
    return classes[0] == "I" and (not singular or following.lower in ("that", "about", "against", "into"))


def _reduce(tokens: Sequence[Token], tags: list[str]) -> None:
    """Of two finite verbs without a joint, the first is a participle: "men trapped in the mine were saved"."""
    last = -1
    for i, t in enumerate(tags):
        if t in ",CWq" or (t == "I" and tokens[i].lower in _JOINTS):
            if not _joins_nouns(tags, i):
                last = -1
        elif t in "VX":
            if last >= 0 and tags[last] == "V" and _may_reduce(tokens, tags, last):
                tags[last] = "P" if tags[last + 1] in "IoR" else "J"
            last = i


def _joins_nouns(tags: list[str], i: int) -> bool:
    return tags[i] == "C" and 0 < i < len(tags) - 1 and tags[i - 1] in "NSE" and tags[i + 1] in "NSE"


_JOINTS = frozenset(
    {"that", "as", "after", "before", "because", "while", "although", "though", "if", "since", "until", "than"}
)


def _may_reduce(tokens: Sequence[Token], tags: list[str], i: int) -> bool:
    """Whether a past form may be a participle: "men trapped in", "rebel held towns"; not "said strikes killed"."""
    lower = tokens[i].lower
    if "P" not in _CLASSES[lower] or i == 0 or tags[i - 1] not in _NOMINAL or senses("v").get(lower) in _REPORTING:
        return False
    return tags[i + 1] in "IoRNS"


def _headline(tokens: Sequence[Token], tags: list[str]) -> None:
    """Without a finite verb, the first word after a noun that may be one is taken for it ("Army shells town")."""
    for i in range(1, len(tags) - 1):
        if tags[i - 1] not in "NSE" or tags[i] not in "NSP":
            continue
        classes = _CLASSES[tokens[i].lower]
        plural = tags[i - 1] == "S"
        if ("Z" in classes and not plural) or (plural and "V" in classes) or tags[i] == "P":
            tags[i] = "V"
            return
