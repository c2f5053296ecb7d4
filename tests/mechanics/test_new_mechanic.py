"""A mechanic from a temporary folder is played like our own: nothing else has to know of it."""

from game import mechanics
from game.art.library import Library
from game.authoring.workbook_reader import read_workbook
from game.core.activity import Activity
from game.core.events import DONE
from tests.support.story import Story

NEW_MECHANIC = '''
"""Nod: a tap on a picture is a nod."""
from msgspec import Struct
from game.core.activity import MechanicStep, NewName, Pictures
from game.core.gesture import tap
from game.core.layout import lying, middle_seats, setting
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import Picture
from game.core.table import CHOSEN, Hand, Move, Outcome

TRAITS = Traits("nod {what}", tones={"nod": Tone.GLOW}, echo=False)


class Step(MechanicStep, frozen=True):
    nod: NewName
    pictures: Pictures


class State(Struct, frozen=True):
    nodded: tuple[str, ...] = ()


def touch(table, state, hand, touch):
    if touch.phase == "press":
        return Hand(touch.finger, touch.on, touch.x, touch.y, (touch.x, touch.y)) if touch.on else None
    return Move("nod", hand.what) if hand and touch.phase == "release" else hand


def after(table, state, move):
    return State((*state.nodded, move.what))


def view(table, state, hands):
    return Picture(setting(table) + tuple(lying(seat) for seat in middle_seats(table, 0)))


def demo(table, what=""):
    seat = next((s for s in middle_seats(table, 0) if s.picture.id == what), None)
    return tap(seat.x, seat.y) if seat else ()


def demo_policy(table):
    return DemoPolicy(least=2, most=2)


def told(table, state):
    nodded = tuple(o for o in table.offered if o.id in state.nodded)
    return (Outcome(CHOSEN, nodded),) if nodded else ()
'''
NEW_ACTIVITY = """
title: Nodding
purpose: A nod for what you like.
cover: star
scene: riverbank
steps:
  - nod: liked
    pictures: [star, moon, leaf]
"""


def test_a_new_mechanic_is_one_new_file(tmp_path, monkeypatch):
    (tmp_path / "mechanics").mkdir()
    (tmp_path / "mechanics/nod.py").write_text(NEW_MECHANIC)
    (tmp_path / "activities").mkdir()
    (tmp_path / "activities/nodding.yaml").write_text(NEW_ACTIVITY)
    monkeypatch.setattr(mechanics, "__path__", [*mechanics.__path__, str(tmp_path / "mechanics")])
    mechanics.names.cache_clear()
    try:
        loaded = read_workbook(tmp_path / "activities", Library())
        assert loaded.mistakes == () and isinstance(loaded.activities["nodding"], Activity)
        with Story(loaded=loaded) as story:
            story.go("nodding")
            story.tap("star")
            story.tap("control-onward")
            played = story.visit
            story.reopen()
            assert story.visit == played and story.visit.how == {"nodding": DONE}
            assert [o.id for o in story.visit.laid["nodding", 0].table.offered if o.id in ("star",)] == ["star"]
    finally:
        mechanics.names.cache_clear()
