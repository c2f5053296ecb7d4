"""Sentences in the direction of their own letters: a therapist's words are in one language, whatever the paper's is.

On a paper that is read from the right the full stop of an English sentence stood before it, and the other way round.
This file knows letters and no paper.
"""

import re
from typing import Any

FROM_THE_RIGHT, FROM_THE_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc", "A-Za-z\u00c0-\u02af\u0370-\u052f"
ISOLATED = "\u2068{}\u2069"  # Unicode's signs around what has a direction of its own
ENDS, QUOTES = ".!?\u2026\u061f", '\u00ab\u00bb\u201c\u201d\u201e"'


def _sentences(of: str, beside: str) -> re.Pattern[str]:
    """Whole sentences of letters `of` one direction, without one of those `beside` them; in quotes, too."""
    among = f"[^{beside}{QUOTES}\n]*"
    begins = f"(?:^|(?<=[{ENDS}] )|(?<=[{QUOTES}\n]))"
    return re.compile(f"{begins}{among}[{of}]{among}[{ENDS}](?=$|[ {QUOTES}\n])")


OTHERS = {True: _sentences(FROM_THE_LEFT, FROM_THE_RIGHT), False: _sentences(FROM_THE_RIGHT, FROM_THE_LEFT)}


def in_own_direction(data: Any, mirrored: bool = False) -> Any:
    """A template's data, each sentence of letters of the other direction set apart; `mirrored`: it is read from the
    right. What stands in a part of the data that has a `mirrored` of its own, as the second language has, goes by that.
    """
    if isinstance(data, dict):
        mirrored = data.get("mirrored", mirrored)
        return {key: in_own_direction(one, mirrored) for key, one in data.items()}
    if isinstance(data, list | tuple):
        return [in_own_direction(one, mirrored) for one in data]
    return OTHERS[mirrored].sub(lambda said: ISOLATED.format(said[0]), data) if isinstance(data, str) else data
