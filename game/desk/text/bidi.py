"""The order in which signs stand on the glass, where some of them run from right to left (Unicode's annex 9).

Pure: this file knows texts and python-bidi, no font. python-bidi says how deep each sign lies; it knows nothing yet of
brackets that belong together (rule N0), so that is done here, and it drops the signs that only steer.
"""

import re
from itertools import groupby
from unicodedata import bidirectional, category

from bidi import algorithm
from bidi.mirror import MIRRORED

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
SPACES = (
    "RLE",
    "LRE",
    "RLO",
    "LRO",
    "PDF",
    "BN",
    "LRI",
    "RLI",
    "FSI",
    "PDI",
    "S",
    "B",
    "",
)  # these steer or are spaces, "" is unknown
LETTERS = ("L", "R", "AL")
STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}


def leads_right(text: str, otherwise: bool = False) -> bool:
    """Whether a paragraph begins at the right, told by its first letter; `otherwise` is for one without letters.

    >>> leads_right("12 שלום"), leads_right("12 Hallo"), leads_right("12", True)
    (True, False, True)
    """
    return next((kind != "L" for kind in map(bidirectional, text) if kind in LETTERS), otherwise)


def levels(text: str, rtl: bool) -> list[int]:
    """How deep each sign of a line lies in the other direction: an odd one runs from right to left.

    >>> levels("a שב", False)
    [0, 0, 1, 1]
    """
    if not rtl and not RIGHT_TO_LEFT.search(text):
        return [0] * len(text)
    storage = algorithm.get_empty_storage() | {"base_level": int(rtl), "base_dir": "LR"[rtl]}
    seen = "".join(" " if bidirectional(sign) in SPACES else sign for sign in text)
    algorithm.get_embedding_levels(seen, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], "LR"[rtl])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    words = len(seen.rstrip())  # rule L1: spaces at the end lie as the paragraph does
    return [sign["level"] for sign in storage["chars"]][:words] + [int(rtl)] * (len(text) - words)


def as_seen(parts: list, depths: list[int]) -> list:
    """The parts from left to right: what runs the other way is turned round, the deepest first (rule L2).

    >>> as_seen(["a", "ש", "ב", "c"], [0, 1, 1, 0])
    ['a', 'ב', 'ש', 'c']
    """
    both = list(zip(depths, parts, strict=True))
    for depth in range(max(depths, default=0), 0, -1):
        stretches = [(deep, list(found)) for deep, found in groupby(both, key=lambda part: part[0] >= depth)]
        both = [part for deep, found in stretches for part in (found[::-1] if deep else found)]
    return [part for _, part in both]


def _resolve_brackets(signs: list[dict], leads: str) -> None:
    """Rule N0: a pair of brackets runs as what is in it does, or as what is before it does."""
    for first, last in _pairs(signs):
        inside = {STRONG[sign["type"]] for sign in signs[first + 1 : last] if sign["type"] in STRONG}
        if not inside:
            continue
        kinds = (signs[n]["type"] for n in range(first - 1, -1, -1))
        before = next((STRONG[kind] for kind in kinds if kind in STRONG), leads)
        way = leads if leads in inside or before == leads else before
        signs[first]["type"] = signs[last]["type"] = way


def _pairs(signs: list[dict]) -> list[tuple[int, int]]:
    """Brackets that belong together, the first ones first."""
    waiting, found = [], []
    for number, sign in enumerate(signs):
        kind = category(sign["ch"]) if sign["type"] == "ON" else ""
        if kind == "Ps":
            waiting.append((MIRRORED.get(sign["ch"]), number))
        elif kind == "Pe":
            at = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n][0] == sign["ch"]), None)
            if at is not None:
                found.append((waiting[at][1], number))
                del waiting[at:]
    return sorted(found)
