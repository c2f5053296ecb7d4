"""What stands alone: nothing else is picked or laid beside it, and no later step takes it, as it stands for none."""

from pathlib import Path

import pytest

from game.core.ids import Option, SpotId
from game.core.table import CHOSEN, PUT_BACK
from game.play import screens
from tests.mechanics.test_at_most import DIFFERENT, KEEP, lay, lies
from tests.support.story import Story, read_activities

PICTURES = "    pictures: [nobody, drum, kite, ball]\n    alone: nobody\n"
CHOOSE = "  - choose: helps\n    up to: any\n    order: as written\n" + PICTURES
PLACE = "  - place: helps\n    onto: [different, keep]\n" + PICTURES
BREATHE = "  - breathe: with-it\n    from: helps\n"
LATER = {
    "breathe": BREATHE,
    "decorate": "  - decorate: helps\n    with: [star]\n",
    "place": "  - place: next\n    from: helps\n    onto: [different, keep]\n",
    "choose from both": "  - choose: next\n    from: [helps, more]\n",
}


def begun(folder: Path, steps: str) -> Story:
    return Story(loaded=read_activities(folder, help=steps), band="big")


def test_it_puts_back_what_was_picked_and_goes_back_itself_when_another_is_picked(tmp_path):
    with begun(tmp_path, CHOOSE) as story:
        story.go("help")
        for name in ("drum", "kite", "nobody"):
            story.tap(Option(name))
        assert lies(story) == {CHOSEN: ("nobody",), PUT_BACK: ("drum", "kite")}
        story.tap(Option("ball"))
        assert lies(story) == {CHOSEN: ("ball",), PUT_BACK: ("drum", "kite", "nobody")}
        before = story.visit
        story.reopen()
        assert story.visit == before


def test_at_a_place_it_puts_back_what_lay_at_that_one(tmp_path):
    with begun(tmp_path, PLACE) as story:
        story.go("help")
        lay(story, "drum", KEEP)
        lay(story, "kite", DIFFERENT)
        lay(story, "nobody", KEEP)
        assert lies(story) == {"different": ("kite",), "keep": ("nobody",), PUT_BACK: ("drum",)}
        lay(story, "ball", KEEP)
        assert lies(story) == {"different": ("kite",), "keep": ("ball",), PUT_BACK: ("drum", "nobody")}
        before = story.visit
        story.reopen()
        assert story.visit == before


@pytest.mark.parametrize("later", LATER)
@pytest.mark.parametrize("first", [CHOOSE, PLACE])
def test_no_later_step_takes_it(tmp_path, first, later):
    with begun(tmp_path, first + "  - choose: more\n    pictures: [nobody, star]\n" + LATER[later]) as story:
        story.go("help")
        story.tap(Option("nobody"))
        story.tap(SpotId("keep")) if first == PLACE else None
        story.tap(screens.ONWARD)
        story.tap(Option("star"))
        story.tap(screens.ONWARD)
        offered = [o.id for o in story.here.table.offered] if story.visit.step == 2 else []
        assert "nobody" not in offered
        assert (story.visit.activity, "star" in offered) == ("help", later == "choose from both")


def test_one_of_its_name_from_another_step_is_taken(tmp_path):
    with begun(
        tmp_path, "  - choose: more\n    pictures: [nobody, star]\n" + BREATHE.replace("helps", "more")
    ) as story:
        story.go("help")
        story.tap(Option("star"))
        story.tap(screens.ONWARD)
        assert [o.id for o in story.here.table.offered] == ["star"]


def test_what_lies_at_a_stop_is_seen_on_the_way_past_it(tmp_path):
    walk = "  - walk: past-it\n    from: helps\n    along: [different, keep]\n"
    with begun(tmp_path, PLACE + walk) as story:
        story.go("help")
        lay(story, "nobody", KEEP)
        story.tap(screens.ONWARD)
        assert "nobody" in str(story.picture)
