"""`on papers: summary`: the summary tells of the activity always; what goes home says `take home` alone."""

import pytest

from game.paper import summary
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from tests.support.own_on_papers import CHOSEN, played, titles
from tests.support.sheets import Spelling

AGREED, ALWAYS = "    take home: agreed\n", "on papers: summary\n"


@pytest.mark.parametrize(("always", "said"), [(ALWAYS, "Chose"), ("", "Stays in the record.")])
def test_the_summary_tells_of_what_goes_home_only_where_it_is_agreed(tmp_path, always, said):
    who = played(tmp_path, treasures=CHOSEN.format(AGREED) + always)
    assert f"\ntreasures\n  {said}" in summary.text(who)
    assert ("Stays in the record" in summary.text(who)) == (not always)
    assert titles(who) == []


@pytest.mark.parametrize("take_home", ["", "    take home: no\n", "    take home: card\n", "    take home: page\n"])
def test_home_goes_only_what_take_home_says(tmp_path, take_home):
    who = played(tmp_path, treasures=CHOSEN.format(take_home) + ALWAYS)
    assert "Chose" in summary.text(who)
    assert titles(who) == (["treasures"] if "page" in take_home else [])
    cards = PAPER_KINDS["keepsake-card"].sheets(who, Spelling(), PaperOptions()) if "card" in take_home else ()
    assert any("treasures" in str(sheet.data) for sheet in cards) == ("card" in take_home)
