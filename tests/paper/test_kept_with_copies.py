"""Whatever pages the child keeps, none of their pictures goes home in anything else: also where an activity and its
copy have made such a thing, and where the stone is the keepsake.
"""

from itertools import chain, combinations
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.core.events import StepSummary
from game.core.ids import SpotId
from game.core.table import CHOSEN, Outcome
from game.play import consent as t
from game.play.home_record import home_record
from game.play.record import Record, Traveller, chosen
from game.play.visit_pages import activity_pages
from tests.support.own_on_papers import ASKS, played
from tests.support.story import NEXT_DAY, Story, read_activities
from tests.support.whole_workbook import changed

STEP = "  - choose: {}\n    take home: {}\n    {}\n"
FILES = {
    "a-card": STEP.format("card", "keepsake", "pictures: [kite, boat]"),
    "b-stone": STEP.format("stone", "worry-stone", "pictures: [jade-stone, lapis-stone]"),
    "c-stone": STEP.format("stone", "worry-stone", "pictures: [rose-stone, moss-stone]"),
    "d-plan": STEP.format("plan", "pocket-plan", "pictures: [kite, boat]"),
}
A_CARD, THE_STONE = (STEP.format("mine", "keepsake", of) for of in ("pictures: [fox, owl]", "from: c-stone.stone"))


def done(folder: Path, keepsake: str) -> Traveller:
    """Who has made two stones, a card, a plan with the same picture as the card, and then this keepsake."""
    record = played(folder, "keep", **FILES, **{"e-last": keepsake}).record
    visits = (replace(visit, pages=activity_pages(visit, screens=True)) for visit in record.visits)
    return Traveller("one", Record(tuple(visits)))


def on_pages(record: Record, stone_is_keepsake: bool) -> dict[str, set[str]]:
    """The pages that there are, and the pictures on each, as they are written in a record."""
    cards = {"cards-page": ["a-card.card"]} if stone_is_keepsake else {"keepsake-page": ["a-card.card", "e-last.mine"]}
    made = {"pocket-plan-page": ["d-plan.plan"], "stone-page": ["b-stone.stone", "c-stone.stone"]} | cards
    return {page: {repr(o.art) for one in on for o in chosen(record, *one.split("."))} for page, on in made.items()}


def keeping(who: Traveller, kept: tuple[str, ...]) -> Record:
    """Who has laid these pages, and no others, to what is only for itself."""

    def laid(told: StepSummary) -> StepSummary:
        return replace(told, rows=(Outcome(CHOSEN, tuple(o for o in told.offered if o.id in kept), "keep"),))

    return changed(who, t.GOES_HOME, laid).record


@pytest.mark.parametrize("last", [A_CARD, THE_STONE], ids=["another card is the keepsake", "the stone is the keepsake"])
def test_whatever_pages_are_kept_no_picture_of_theirs_goes_home_and_each_other_one_does(tmp_path, last):
    who = done(tmp_path, last)
    there = on_pages(who.record, last == THE_STONE)
    assert [page.picture for page in t.with_something(who.record)] == list(there)
    every = set().union(*there.values())
    for kept in chain.from_iterable(combinations(there, many) for many in range(len(there) + 1)):
        told = repr(home_record(keeping(who, kept)))
        secret = set().union(*(there[page] for page in kept))
        assert {art for art in every if art in told} == every - secret, kept


@pytest.mark.parametrize("first", [False, True])
def test_what_is_kept_is_left_out_of_the_plan_in_whichever_look_it_was_seen_there(tmp_path, first):
    files = {
        "bag": STEP.format("mine", "backpack", "pictures: [teddy, figurine]"),
        "plan": STEP.format("helps", "pocket-plan", "from: bag.mine"),
        "zz-asks": ASKS,
    }
    with Story(quiet=first, loaded=read_activities(tmp_path, **files)) as story:
        story.go("bag")
        story.choose(1)
        story.session.end()
        story.quiet = not first
        story.begin(NEXT_DAY)
        story.go("plan")
        story.choose(1)
        story.go("zz-asks")
        story.tap(next(one.means for one in story.options() if one.means.name == "backpack-page"))
        story.tap(SpotId("keep"))
        record = story.store.traveller(story.id).record
    assert t.chosen_as(record, t.PLAN) and not home_record(record).chosen(t.PLAN)
