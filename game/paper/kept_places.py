"""What was laid on places, small: the scene as it was left, and place by place its words and what lies there.

So what is kept and what is for the bin never lie in one heap. For the memory book and the life-story page; a page of
its own is in `own_pages.py`.
"""

from game.core.events import StepSummary
from game.core.ids import SpotId
from game.core.picture import TouchArea
from game.core.table import Outcome
from game.paper import words
from game.paper.images import PaperImages, can_be_seen, shape
from game.system.language import Translate

SCENE_SCALE, SMALL = 1, 260  # pixels to a design unit of the scene, and of a picture below it


def lies_in_scene(told: StepSummary) -> bool:
    """True where all that was chosen lies on places that its screen still shows."""
    places = {thing.means for thing in told.screen.things if isinstance(thing, TouchArea)} if told.screen else set()
    return bool(told.rows) and all(row.spot and SpotId(row.spot) in places for row in told.rows)


def kept_places(told: StepSummary | None, drawn: PaperImages, _: Translate) -> dict | None:
    """Its scene (None where none can be shown) and its groups, for a template; None where nothing lies on a place.

    Where all lies in one place that has no words besides, the scene says all: there are no groups.
    """
    if told is None or not told.rows or not all(row.spot for row in told.rows):
        return None
    scene = drawn.scene(told, SCENE_SCALE) if lies_in_scene(told) and can_be_seen(told) else None
    groups = [_group(row, told, drawn, _) for row in words.by_words(told.rows, told)]
    says_all = scene is not None and len(groups) == 1 and not groups[0]["label"]
    return {"scene": scene, "groups": [] if says_all else groups}


def _group(row: Outcome, told: StepSummary, drawn: PaperImages, _: Translate) -> dict:
    heap = [{"file": drawn.picture(o.art, SMALL), "shape": shape(o.art)} for o in words.each(row)]
    return {"label": words.place_beside(row, told, _) if row.label else "", "heap": heap}
