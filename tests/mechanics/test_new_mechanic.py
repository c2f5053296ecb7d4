"""A mechanic from a temporary folder is played like our own, and told, printed, heard and demonstrated.

Nothing but its one file is added: what fails here knows mechanics by name.
"""

import shutil
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema_rs import Draft7Validator

from game import mechanics
from game.art.library import Library
from game.art.renderer import Renderer
from game.authoring import schema, template
from game.authoring.activity_folder import ActivityFolder
from game.authoring.workbook_reader import read_workbook
from game.core import events
from game.core.ids import Option
from game.core.mechanic import Tone
from game.core.own_words import OwnWords
from game.paper import everything, notes
from game.play import screens, tones
from game.play.record import Traveller
from game.play.scan_targets import goals
from game.records.open_visit import NOTHING_SAID
from game.system.language import words
from tests.child import test_demo
from tests.conftest import ART
from tests.support.story import Story

NODDING = """
title: Nodding
purpose: A nod for what you like.
cover: star
scene: riverbank
steps:
  - nod: liked
    faces: [star, moon, leaf]
  - choose: best
    from: liked
"""
FACES = tuple(map(Option, ("star", "moon", "leaf")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of activities, where the new mechanic is known."""
    folder = tmp_path_factory.mktemp("new")
    (folder / "mechanics").mkdir()
    shutil.copy(Path(__file__).with_name("nod.py"), folder / "mechanics")
    (folder / "nodding.yaml").write_text(NODDING)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mechanics, "__path__", [*mechanics.__path__, str(folder / "mechanics")])
        mechanics.names.cache_clear()
        yield folder
    mechanics.names.cache_clear()
    sys.modules.pop("game.mechanics.nod", None)
    vars(mechanics).pop("nod", None)


@pytest.fixture(scope="module")
def loaded(folder) -> ActivityFolder:
    """What the folder holds."""
    return read_workbook(folder, Library())


def traveller(story: Story) -> Traveller:
    """Whose story it is, as the papers see it."""
    return Traveller(story.id, story.session.record)


@pytest.fixture
def story(loaded):
    """A child who has come to the new activity."""
    with Story(loaded=loaded) as story:
        story.go("nodding")
        yield story


def test_it_is_read(loaded):
    assert loaded.mistakes == ()
    assert [step.mechanic for step in loaded.activities["nodding"].steps] == ["nod", "choose"]


def test_it_is_played_live_and_from_the_journal(story):
    for face in ("star", "moon", "moon"):
        story.tap(face)
    assert [move.do for move in story.moves()] == ["nod"] * 3
    story.tap(screens.ONWARD)
    assert [thing.means for thing in story.options()] == [Option("star")], "what it makes is offered to the next step"
    story.tap(screens.ONWARD)
    played = story.visit
    story.reopen()
    assert story.visit == played and played.how == {"nodding": events.DONE}


def test_it_is_told_in_the_summary_and_the_notes(story):
    story.tap("star")
    told = "  Nodded\n    offered: Leaf, Moon, Star\n    chosen: Star\n"
    assert told in everything.text(traveller(story))
    assert told in notes.note(traveller(story), 0, "text", OwnWords(), words("en"))
    assert "  Nodded\n" in everything.text(traveller(story), "de"), "in our words, where there is no translation"


def test_it_is_printed(story, tmp_path):
    story.tap("star")
    renderer = Renderer(Library(), ART, tmp_path / "private")
    everything.pdf(traveller(story), renderer, tmp_path / "summary.pdf")
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")
    step = everything.sheet(traveller(story), renderer).data["visits"][0]["pages"][0]["steps"][0]
    (picture,) = step["rows"][0]["pictures"]
    assert (step["heading"], picture["label"], picture["width"]) == ("Nodded", "Star", everything.MADE)


def test_it_is_heard_in_its_own_tone(story):
    story.session.news()
    story.tap("star")
    heard = [tones.tone((news,)) for news in story.session.news()]
    assert heard == [Tone.LIFT, Tone.GLOW]


def test_keyboard_and_switch_reach_it(story):
    found = goals(story.visit, story.picture, ())
    assert {goal.means for goal in found} == {*FACES, *screens.CONTROLS_AT}
    for goal in found:
        if goal.means in FACES:
            story.touch("press", goal.x, goal.y)
            story.touch("release", goal.x, goal.y)
    nodded = {Option(name) for name in story.here.state.nodded}
    assert nodded == set(FACES), "and no press is an echo, as it says of itself"


def test_the_demonstration_plays_it(folder, tmp_path):
    visit = test_demo.play(tmp_path, "7", said=NOTHING_SAID, activities=folder)
    laid = visit.session.visit.laid
    assert len(laid["nodding", 0].state.nodded) == 2
    assert visit.session.visit.place == events.CLOSED and visit.session.visit.failures == ()


def test_an_editor_completes_it(folder):
    made = Draft7Validator(schema.activity())
    data = yaml.safe_load(NODDING)
    assert made.is_valid(data)
    del data["steps"][0]["faces"]
    assert not made.is_valid(data)


def test_a_new_activity_file_names_it(folder, tmp_path):
    assert "'nod'" in template.write_new("our-road", tmp_path).read_text("utf-8")
