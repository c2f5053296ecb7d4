"""Somebody who has done the whole workbook, and has divided its pages between its wall and the sleeve."""

from hypothesis import strategies as st

from game.play.record import Traveller
from tests.support.whole_workbook import NAMES, saying, whole_workbook

WHOLE = whole_workbook()
PAPER_OF = {
    "hopes-page": "hopes-card",
    "bother-page": "bother-page",
    "calm-place-page": "calm-place-page",
    "jars-page": "jars-page",
    "journey-page": "journey-fold-out",
    "backpack-page": "backpack-page",
    "pocket-plan-page": "pocket-plan-card",
    "stone-page": "keepsake-card",
    "keepsake-page": "keepsake-card",
}
splits = st.fixed_dictionaries({name: st.sampled_from(["show", "keep", ""]) for name in NAMES})


def divided(split: dict[str, str]) -> Traveller:
    """The traveller who has laid its pages so; "" for those that it has left where they were."""
    return saying(WHOLE, **{name.removesuffix("-page"): spot for name, spot in split.items() if spot})
