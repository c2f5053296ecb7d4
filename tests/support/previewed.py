"""An activity that is shown in a preview, as a therapist writes it."""

from pathlib import Path

from game.authoring.activity_reader import read_text
from game.authoring.mistake import Source
from game.authoring.values.context import Context
from game.core.activity import Activity
from tests.support.story import LIBRARY

STEPS = """
title: Animals
purpose: Which one is yours?
cover: star
scene: two-banks
steps:
  - choose: mine
    pictures: [star, moon, kite]
  - decorate: mine
    with: [heart, leaf]
  - place: where
    from: mine
    onto: [keep, different]
"""


def activity(text: str) -> Activity:
    found = read_text(text, Context(Source(Path("animals.yaml"), text), LIBRARY, "animals"))
    assert isinstance(found, Activity), found
    return found
