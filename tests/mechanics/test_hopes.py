"""Which hopes stand on the stones: those of the first visit that has any, all of them, and a drawn one too."""

from game.core.activity import BLANK
from game.core.ids import Option, SpotId
from game.core.layout import TRAY
from game.core.table import CHOSEN
from game.play.screens import ONWARD
from tests.mechanics.test_smooth import level, stones, to_the_stones
from tests.support.story import NEXT_DAY, Story, read_activities


def hope(story: Story, back: str = "") -> set[str]:
    """One more picture is laid ashore, and this one put back; what lies there then."""
    story.go("when-we-are-done")
    lying = _laid_ashore(story)
    fresh = next(thing for thing in story.options() if thing.means.name not in lying)
    story.carry(fresh, next(spot for spot in story.spots() if spot.means == SpotId("keep")))
    if back:
        story.carry(back, next(spot for spot in story.spots() if spot.means == TRAY))
    return _laid_ashore(story)


def _laid_ashore(story: Story) -> set[str]:
    return {o.id for row in story.rows if row.how == CHOSEN for o in row.pictures}


def on_the_map(story: Story) -> set[str]:
    to_the_stones(story)
    return {what.name for what in stones(story)}


def test_the_first_hopes_stand_on_the_stones_and_those_of_later_visits_do_not_replace_them():
    """Those of the first visit that has any: on the one before it nothing was laid ashore."""
    with Story() as story:
        story.go("when-we-are-done")
        story.begin(NEXT_DAY)
        first = hope(story)
        story.begin("2026-01-26")
        later = hope(story, back=next(iter(first)))
        assert later and not first & later
        story.go("what-changed")
        assert {o.id for o in story.here.table.offered} == first, "on the way along the boxes, too"
        assert on_the_map(story) == first


def test_hopes_of_the_same_visit_are_all_on_the_map():
    with Story() as story:
        one, both = hope(story), hope(story)
        assert one < both == on_the_map(story)


def test_of_an_earlier_step_the_stones_have_what_it_holds_now(tmp_path):
    steps = "  - choose: one\n    pictures: [star, kite, moon]\n  - smooth: way\n    from: one\n"
    with Story(loaded=read_activities(tmp_path, ours=steps)) as story:
        for day, what in ((NEXT_DAY, "star"), ("2026-01-26", "kite")):
            story.begin(day)
            story.go("ours")
            story.tap(what)
            story.tap(ONWARD)
            assert {stone.name for stone in stones(story)} == {what}
            story.tap(ONWARD)


def test_a_blank_card_among_the_hopes_is_a_stone_like_any_other():
    with Story() as story:
        story.go("when-we-are-done")
        story.carry(BLANK, next(spot for spot in story.spots() if spot.means == SpotId("keep")))
        to_the_stones(story)
        story.tap(BLANK)
        assert level(story, Option(BLANK)) == "between"
