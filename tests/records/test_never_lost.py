"""A record is never lost, whoever is at fault: our own code, another program, or a disk."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import events
from game.core.events import Went
from game.mechanics import mechanic
from game.paper import summary
from game.play import state as v
from game.records.journal import reopen
from game.records.journal_reader import look
from game.records.open_visit import VisitOpener
from game.records.store import Store
from tests.paths import TESTS
from tests.records.test_delete import ID, put
from tests.support.story import DAY, NEXT_DAY, Story

RECORDED = sorted((TESTS / "visits").rglob("*.jsonl"))
MECHANICS = ("breathe", "choose", "decorate", "draw", "place", "reveal", "rub", "walk")


def journals(folder: Path) -> dict[str, bytes]:
    """Every journal in this folder and below, by its name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.jsonl"))}


def broken(*args):
    raise ZeroDivisionError("a mistake of ours")


def next_visit(store: Store, id: str, day: str = NEXT_DAY) -> VisitOpener:
    return VisitOpener(store, id, day, "middle", "a seed")


# Our own code


def test_a_second_visit_leaves_an_ended_first_one_as_it_was_though_our_code_cannot_replay_it(monkeypatch):
    with Story() as story:
        story.at("when-we-are-done", 0).choose(3)
        story.play.end()
        path, told = story.play.journal.path, v.pages(story.visit)
        before = path.read_bytes()
        monkeypatch.setattr(mechanic("place"), "after", broken)
        opener = next_visit(story.store, story.id)
        opener.play.open("my-traveller")
        assert path.read_bytes() == before
        (first,) = story.store.traveller(story.id).record.visits[:1]
        assert v.pages(first) == told and first.place == events.CLOSED
        assert any("Something broke in the program" in said and str(path) in said for said in opener.troubles())
