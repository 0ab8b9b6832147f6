"""On which side of publication a time without year or week lies: the tense of its clause, by the words around it."""

from dataclasses import dataclass
from typing import Literal

from provenance import wordlists
from provenance.text.closed_classes import ARTICLES, DETERMINERS
from provenance.values.dates.grammar import CODES
from provenance.values.dates.lexicon import HERE, VALUES
from provenance.values.dates.stops import ends_sentence
from provenance.values.dates.tokens import BREAK, Tokens

_REACH = 14
"""How many words a tense cue may be away."""


def _read_tenses() -> dict[str, str]:
    lines = wordlists.rows(HERE / "tense.txt")
    return {word: tense for tense, words in lines for word in words.split("|")}


Tense = Literal["past", "present", "future", ""]
_TENSES = _read_tenses()
_PREPOSITIONS = frozenset(("of", "in", "on", "from", "at"))
_PROPOSED = ARTICLES | {"that", "to"}
_OWNERS = DETERMINERS | {"our", "my", "'s", "’s"}
_OPENERS = frozenset('.!?;"“”')
_POSSESSIVE = CODES["’s"]
_PLAN_LINKS = frozenset(("to", "for", "on", "in", "at", "by"))
_BASES = frozenset(
    ("put", "hit", "found", "saw", "beat", "cast", "cost", "cut", "hurt", "quit", "read", "shut", "split")
)
"""Past forms that are also what follows "will" and "could"."""
_BE_NOW = frozenset(("is", "are", "m", "re"))
_MOVED_TO = frozenset(("to", "until", "till", "through"))
_MOVED = frozenset(
    ("postponed", "delayed", "deferred", "extended", "moved", "rescheduled", "adjourned", "put", "pushed", "brought")
)
_ASKED = frozenset(("wants", "want", "demands", "asked", "told", "ordered", "urged", "promised", "pledged", "vowed"))
"""Of what is to be done "by Monday", also where it was asked for before."""
_ASKED_REACH = 9
"""How many words before the time they may stand."""
_AFTER_DEEDS = frozenset(
    (
        "investigating",
        "probing",
        "mourning",
        "hunting",
        "recovering",
        "treating",
        "searching",
        "questioning",
        "examining",
    )
)
"""What is going on about a thing that has been: "are investigating a fire on Sunday"."""
_CHANCES = frozenset(("likely", "unlikely", "possible"))
_HOLDS = frozenset(("is", "are", "looks", "seems", "very", "most"))
_OF_TEAMS = frozenset(("face", "host", "meet", "travel"))
"""Plurals that also follow the name of a team: "United host Rovers on Sunday"."""
_CONDITIONS = frozenset(("if", "If", "unless", "Unless"))
_IF_REACH = 6
"""How many words before "is" they may stand."""
_NEGATIONS = frozenset(("not", "no", "nor", "neither", "nobody", "t"))
_MANY = frozenset(("they", "They", "we", "We", "who", "which"))
_DENIED_REACH = 8
"""How many words before "could be" a negation may stand ("Neither she nor her lawyer could be reached Tuesday")."""
_CLOSE = 3
"""How many words away a cue to the left outweighs a verb right behind the time."""
_HAD_REACH = 9
"""How many words behind "Until Friday," a "had" may stand."""
_PLAN_REACH = 9
"""How many words before "plan on Monday" the verb may stand that tells what was done to it ("announced a new plan")."""
_NOUN_REACH = 4
"""How many words "Monday's" and its noun may be apart ("Monday's Supreme Court ruling")."""


def is_past(word: str) -> bool:
    """Whether a small word is a past form: of the list, or in -ed."""
    return _TENSES.get(word) in ("past", "lasting") or (
        word.endswith("ed") and len(word) > 4 and not word.endswith("eed")
    )


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a text, asked for the tense of a time in them."""

    tokens: Tokens

    def tense(self, first: int, last: int) -> Tense:
        """Tense of the nearest cue left of tokens[first:last], else right of it, in the same sentence."""
        if self._lies_ahead(first, last):
            return "future"
        tense, index = self._nearest(range(first - 1, max(0, first - 1 - _REACH), -1), first)
        if tense != "past" and not (tense and first - index <= _CLOSE) and self._is_of_deed(first, last):
            return "past"
        if tense == "future" and self._is_told(index, first, last):
            return "past"
        if tense == "present" and not _CONDITIONS.isdisjoint(self.tokens.words[max(0, index - _IF_REACH) : index]):
            return "future"  # "if no deal is struck by Tuesday"
        return tense or self._nearest(range(last, min(last + _REACH, len(self.tokens.words))), first)[0]

    def _lies_ahead(self, first: int, last: int) -> bool:
        """Whether the words right beside the time tell so, whatever the tense of the sentence.

        "The vote is on Sunday", "Monday is a holiday", "rain is likely on Sunday", "moved to June", "wants it by May".
        """
        reach = [word.lower() for word in self.tokens.words[max(0, first - _ASKED_REACH) : first]]
        third, second, link = ["", "", *reach][-3:]
        bare = self.tokens.codes[last] != _POSSESSIVE
        if self._opens_sentence(first) and bare:
            return self.tokens.words[last] == "is" and self.tokens.words[first].lower() in VALUES["WDAY"]
        if link in _MOVED_TO and (second in _MOVED or (second in ("back", "forward") and third in _MOVED)):
            return True
        if link == "by":
            return not _ASKED.isdisjoint(reach)
        if link in ("on", "in"):
            return (second in _CHANCES and third in _HOLDS) or (second in _BE_NOW and bare)
        return link in ("is", "are") and bare and second != "it"

    def _nearest(self, steps: range, time: int) -> tuple[Tense, int]:
        """The first cue on the way, and where it stands."""
        for index in steps:
            if self.tokens.codes[index] == BREAK or ends_sentence(self.tokens.words, index):
                break
            tense = self._cue(index, time)
            if tense:
                return tense, index
        return "", 0

    def _is_told(self, cue: int, first: int, last: int) -> bool:
        """Whether a past verb right behind the time outweighs a cue before it.

        "Ahead of the vote, the party on Sunday issued", "Until Thursday, they had".
        """
        words = self.tokens.words
        if cue + _CLOSE < first:
            return is_past(words[last].lower())
        after = (word.lower() for word in words[last + 1 : last + _HAD_REACH])
        return words[last] == "," and self._opens_sentence(cue) and "had" in after

    def _is_attribute(self, index: int) -> bool:
        """Whether word `index` in -ed is no verb: "the United States", "a contested convention"."""
        words = self.tokens.words
        return (words[index][0].isupper() and not self._opens_sentence(index)) or words[index - 1].lower() in _OWNERS

    def _opens_sentence(self, index: int) -> bool:
        """Whether word `index` is the first one of its sentence or quotation."""
        return self.tokens.codes[index - 1] == BREAK or self.tokens.words[index - 1] in _OPENERS

    def _is_of_deed(self, first: int, last: int) -> bool:
        """Whether a noun beside the time tells of what is done: "the win Tuesday", "Monday's Supreme Court ruling"."""
        words = self.tokens.words
        owner = self.tokens.codes[last] == _POSSESSIVE
        before = first - 2 if words[first - 1] in ("on", "of") else first - 1
        if words[first - 1] == "in" and not owner and words[max(0, first - 3)] in _OWNERS:
            before = first - 2  # "an attack in May", not "if he wins in May"
        if _TENSES.get(words[max(0, before)].lower()) == "deed" or words[first - 1].lower() == "following":
            return True
        for word in words[last : last + (_NOUN_REACH + 1 if owner else 1)]:
            if _TENSES.get(word.lower()) in ("deed", "outcome"):
                return True
            if word.lower() in _PREPOSITIONS or not (word[0].isalnum() or word[0] in "'’"):
                return False
        return False

    def _cue(self, index: int, time: int) -> Tense:
        """Tense that one word tells of the time at `time`."""
        words = self.tokens.words
        word, before, after = words[index].lower(), words[index - 1].lower(), words[index + 1]
        tense = _TENSES.get(word) or ("past" if is_past(word) and not self._is_attribute(index) else "")
        if (word == "come" and index + 1 == time) or (word == "marks" and index == time + 1):
            return "future"  # "in years to come", "Saturday marks ten years since"
        if word == "back" and after == "as":
            return "past"  # "dating as far back as June"
        if tense == "schedule":
            many = self._is_many(index - 1) or (word in _OF_TEAMS and words[index - 1][0].isupper())
            return "future" if index < time and (many or word == "holds") else ""
        if tense == "lasting" or (word in ("until", "till") and _TENSES.get(before) == "lasting"):
            return "past"
        if tense in ("deed", "outcome") or (word == "after" and after.endswith("ing")):
            return "past" if word == "after" else ""  # "after trailing in Sunday's vote"
        if tense in ("intent", "plan", "choice") and (tense != "choice" or after == "to"):
            return self._plan(index, time, tense)
        if tense == "past" and word in _BASES and (before == "to" or _TENSES.get(before) == "future"):
            return "" if before == "to" else "future"  # "expected to hit", "could hit"
        if (word == "soon" and after in ("after", "before")) or words[index] == "May":
            return ""
        if (word == "deadline" and is_past(after.lower())) or (word == "if" and index > time):
            return "past" if word == "deadline" else ""
        if (word == "proposed" and after in _PROPOSED) or (word in ("has", "have") and is_past(after.lower())):
            return "past"
        if tense == "past" and before in ("is", "are"):
            return "present"
        if tense == "past" and before == "be":
            return "past" if self._could_not(index) else "future"
        if word == "have" and _TENSES.get(before) == "future" and not is_past(after):
            return "future"  # "will have a chance Tuesday"
        if word == "to" and before in ("is", "are"):
            return "future"
        if word in _BE_NOW and (after == "to" or self._is_choice(index + 1) or self._is_progressive(index, time)):
            return "future"
        if tense == "future" and before == "to" and word != "be":
            return ""  # "had been due to expire": the word before "to" tells
        if word == "early" and before == after == "as":
            return "future"
        if tense == "choice":
            return "" if not is_past(word) else "future" if before == "be" else "past"
        return tense  # type: ignore[return-value]

    def _is_many(self, index: int) -> bool:
        """Whether word `index` is a plural: "they", "the polls"."""
        word = self.tokens.words[index]
        small = word.islower() or self._opens_sentence(index)
        return word in _MANY or (small and word.endswith("s") and word not in _TENSES and len(word) > 4)

    def _could_not(self, index: int) -> bool:
        """Whether what is "to be" done at word `index` could not be, or had been meant to be: that lies behind."""
        words = [word.lower() for word in self.tokens.words[max(0, index - _DENIED_REACH) : index]]
        if "had" in words[-5:] and "been" in words[-4:]:
            return True  # "had been due to be signed"
        return "could" in words[-4:] and not _NEGATIONS.isdisjoint(words)

    def _is_choice(self, index: int) -> bool:
        """Whether "likely to" and its like stand at word `index`."""
        words = self.tokens.words
        return words[index + 1 : index + 2] == ["to"] and _TENSES.get(words[index].lower()) == "choice"

    def _is_progressive(self, index: int, time: int) -> bool:
        """Whether "is" at word `index` goes on as in "is visiting Rome Sunday": of a weekday, that is a plan."""
        after, day = self.tokens.words[index + 1], self.tokens.words[time].lower()
        return (
            index < time
            and after.endswith("ing")
            and len(after) > 5
            and after not in _AFTER_DEEDS
            and day in VALUES["WDAY"]
        )

    def _plan(self, index: int, time: int, kind: str) -> Tense:
        """Plans lie ahead, but not those that "had been" made, went "as planned", or follow the time."""
        words = self.tokens.words
        before = words[index - 1].lower()
        if before in ("previously", "as", "had") or words[max(0, index - 2) : index] == ["had", "been"]:
            return "past"
        if index > time and before not in ("is", "are"):
            fronted = words[index].endswith("s") and words[index + 1] == "to" and self._opens_sentence(time - 1)
            return "future" if fronted else "past"  # "In August, the house plans to publish"
        if index + 1 == time and is_past(before):
            return "past"  # "announced plans Tuesday"
        if kind == "choice":
            return "future" if words[index + 1] == "to" and index + 1 < time else ""
        if words[index + 1] == "on" and any(is_past(word) for word in words[max(0, index - _PLAN_REACH) : index]):
            return "past"  # "who announced a spending plan on Monday"
        if kind == "intent" or index + 1 == time or words[index + 1] in _PLAN_LINKS:
            return "future"
        return ""
