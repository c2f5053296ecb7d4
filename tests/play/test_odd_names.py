"""A therapist may call a file or a picture what the program calls something else; nothing is mixed up."""

from io import BytesIO

import pytest
from PIL import Image

from game.art.library import Library
from game.core import events
from game.core.ids import TrailStop
from game.core.picture import Stamp
from game.core.table import CHOSEN
from game.paper import everything
from game.play import screens
from game.play.record import Traveller
from tests.support.story import Story, read_activities

ODD = ("mum+dad", "companion", "base", "gate", "a+7", "glow", "star-0", "7", "ملك", "our dog", "tray", "cloth")


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    """A therapist's own pictures, each in a grey of its own."""
    folder = tmp_path_factory.mktemp("pictures")
    for number, name in enumerate(ODD):
        Image.new("L", (9, 9), 9 * number).save(folder / f"{name}.png")
    return Library(folder)


def chosen(story: Story) -> list[str]:
    return [o.id for row in story.rows if row.how == CHOSEN for o in row.pictures]


@pytest.mark.parametrize("again", ["", "\n    again: yes"])
@pytest.mark.parametrize("name", ODD)
def test_a_picture_of_any_name_is_laid_kept_and_told(tmp_path, library, name, again):
    steps = f"  - place: family\n    pictures: ['{name}': Somebody, kite]\n    onto: [keep]{again}\n"
    with Story(loaded=read_activities(tmp_path, library, home=steps), library=library) as story:
        story.go("home")
        story.carry(name, story.spots()[0])
        assert chosen(story) == [name]
        story.reopen()
        assert chosen(story) == [name] and story.visit.failures == ()
        assert "Somebody" in everything.text(Traveller(story.id, story.session.record)).split("chosen")[1]


@pytest.mark.parametrize("name", ODD)
def test_a_picture_of_any_name_is_painted_and_can_be_touched(tmp_path, library, name):
    steps = f"  - choose: one\n    pictures: ['{name}', kite]\n"
    with Story(loaded=read_activities(tmp_path, library, home=steps), library=library) as story:
        story.go("home")
        ids = [thing.id for thing in story.picture.things if isinstance(thing, Stamp) and thing.id]
        assert len(set(ids)) == len(ids), "the painter would paint only one of two with the same id"
        painted = story.thing(name).art
        assert Image.open(BytesIO(library.read(painted))).convert("L").getpixel((4, 4)) == 9 * ODD.index(name)
        story.tap(name)
        assert chosen(story) == [name]


@pytest.mark.parametrize("name", ["gate", "rest", "companion", "control-onward", "mum+dad"])
def test_an_activity_of_any_name_opens_at_its_stop(tmp_path, name):
    loaded = read_activities(tmp_path, **{name: "  - choose: one\n    pictures: [star, kite]\n"})
    with Story(loaded=loaded) as story:
        story.go(events.TRAIL)
        story.tap(TrailStop(name))
        assert (story.visit.place, story.visit.activity) == (events.STEP, name)


@pytest.mark.parametrize("name", ["visit", "gate", "card", "companion", "made"])
def test_a_result_of_any_name_can_be_built_upon(tmp_path, name):
    steps = f"  - choose: {name}\n    pictures: [star, kite]\n  - choose: again\n    from: {name}\n  - rub: {name}\n"
    with Story(loaded=read_activities(tmp_path, home=steps)) as story:
        story.go("home")
        story.tap("star")
        for step in (1, 2):
            story.tap(screens.ONWARD)
            assert story.visit.step == step
        assert story.here.table.base.id == "star"
