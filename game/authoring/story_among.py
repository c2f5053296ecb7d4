"""Where a little story would have the companion stand among the pictures of its step, and so show the child an answer.

This file lays the step as children of each age see it, with its mechanic's own view. No pygame, no Pillow.
"""

from collections.abc import Iterator

from msgspec import Struct

from game.art.library import Library
from game.authoring.mistake import one_of
from game.authoring.values.context import Context
from game.authoring.yaml_nodes import Node, SequenceNode
from game.core.activity import AS_WRITTEN, BESIDE, OTHERWISE, PICTURES, VISIT, Step
from game.core.companion import FEET, HEM, companion_on, covered
from game.core.ids import Option, SpotId
from game.core.keyframes import keyframes
from game.core.picture import Stamp
from game.core.puppet import Point
from game.core.road import road_of
from game.core.story import HOME, STAY, Beat, Story
from game.core.story_stage import Stage, stage
from game.core.table import BANDS, Offered, Spot, Table
from game.mechanics import mechanic, traits
from game.system.errors import Sentence
from game.system.language import N_

AMONG = N_(
    "'{beat}' leads to where the pictures of this step lie: the companion would stand among them, and show the child "
    "an answer."
)
ELSEWHERE = N_("Let it walk to {spots}, where none lies, or leave this line out.")
NOWHERE = N_(
    "Leave this line out: it plays where it waits. A story that leads there can be a page of its own before this step, "
    "'- watch: NAME' with 'story' below it."
)
STAYS_BEFORE = N_(
    "With '{beat}' the companion stays before pictures of this step, and shows the child an answer. Leave this line "
    "out: it goes back to where it waits."
)
STAYS_AT = N_(
    "With '{beat}' the companion stays before what stands at a spot of this step, and hides it. Leave this line out: "
    "it goes back to where it waits. With 'look: NAME' in place of 'walk: NAME' it stays where it waits, beside it."
)
EARLIER = max(BANDS.values())  # so many at the most lie there at once of what was chosen earlier
BASE = Offered("what-was-chosen", "", "")  # stands for whatever is decorated


class ShownStep(Struct, frozen=True):
    """A step as some child sees it: the companion that waits, the pictures that are offered, and where it plays."""

    companion: Stamp
    offered: tuple[Stamp, ...]
    stage: Stage

    def among(self, story: Story) -> Point | None:
        """Where the feet are after these beats, if what is offered lies there; else None."""
        there = keyframes(story, self.stage)[1 + len(story)]  # before them it waits, then comes to the front
        width = self.companion.width * there.size
        at = there.x, there.y - FEET * width, width
        return (there.x, there.y) if any(covered(one, *at) > HEM for one in self.offered) else None


def stands_apart(step: Step, node: Node, context: Context) -> None:
    """Notes each beat of the story in this node after which the companion stands among what this step offers."""
    parts = node.items if isinstance(node, SequenceNode) else ()
    in_order = traits(step.mechanic).in_order
    goes = any(_is_led(beat, in_order) for beat in step.story)
    shown = tuple(_shown(step, context.library)) if goes and not context.library.is_half_read(step.scene) else ()
    told: set[Point] = set()
    for number, beat in enumerate(step.story):
        at = _among(step.story[: number + 1], shown) if _is_led(beat, in_order) else None
        if at and at not in told:
            told.add(at)
            spots = (spot.name for spot in context.library.spots(step.scene))
            free = [name for name in spots if not _among((*step.story[:number], Beat("walk", name)), shown)]
            context.source.wrong(parts[number], _said(beat, free, in_order))


def _is_led(beat: Beat, in_order: bool) -> bool:
    """True for a beat after which it stands where the file has it, and not where it plays in any scene; past what
    stands along a way it may go, and not stay there.
    """
    return beat == STAY or (beat.do == "walk" and beat.what != HOME and not in_order)


def _among(story: Story, shown: tuple[ShownStep, ...]) -> Point | None:
    return next(filter(None, (one.among(story) for one in shown)), None)


def _said(beat: Beat, free: list[str], in_order: bool) -> Sentence:
    written = f"{beat.do}: {beat.what}"
    if beat == STAY:
        return Sentence(STAYS_AT if in_order else STAYS_BEFORE, beat=written)
    instead = Sentence(ELSEWHERE, spots=one_of(free)) if free else Sentence(NOWHERE)
    return Sentence(AMONG, beat=written).then(instead)


def _shown(step: Step, library: Library) -> Iterator[ShownStep]:
    """The step with all that its file names, for each age; with as few and as many chosen earlier as there can be. Of
    what stands along a way it is seen at its spots.
    """
    done = mechanic(step.mechanic)
    if not (traits(step.mechanic).chooses or traits(step.mechanic).in_order):
        return
    spots, road = library.spots(step.scene), library.road(step.scene)
    for table in _tables(step, library):
        try:
            picture = done.view(table, done.State(), ())
        except Exception:  # a mistake of ours in a mechanic costs nobody the activities: it is told where it is played
            continue
        ids = {*(Option(one.id) for one in (*table.offered, *table.beside)), *_along(step, spots)}
        offered = tuple(thing for thing in picture.things if isinstance(thing, Stamp) and thing.means in ids)
        if it := companion_on(picture):
            there = stage(it.x, it.y, it.width, spots, road or road_of(spots))
            yield ShownStep(it, offered, there)


def _along(step: Step, spots: tuple[Spot, ...]) -> set[SpotId]:
    """The spots of a way, at which what stands there is meant."""
    named = {spot.name for spot in step.spots()} if traits(step.mechanic).in_order else set()
    return {SpotId(spot.name) for spot in spots if spot.name in named}


def _tables(step: Step, library: Library) -> Iterator[Table]:
    lists = (some for kind in (PICTURES, OTHERWISE) for some in step.written.of_kind(kind))
    names = dict.fromkeys(one.name for some in lists for one in some)
    named = {spot.name for spot in step.spots()}
    spots = tuple(spot for spot in library.spots(step.scene) if spot.name in named)
    from_earlier = any(not name.startswith(f"{VISIT}.") for name in step.references())
    for many in range(EARLIER + 1) if from_earlier else (0,):
        there = [*(name for name in names if name not in BESIDE), *(f"earlier-{n}" for n in range(many))]
        offered, beside = (tuple(Offered(name, name, name) for name in some) for some in (there, BESIDE))
        beside = tuple(one for one in beside if one.id in names)
        for band in BANDS:
            yield Table(
                *(step.mechanic, step.result, step.written, step.scene, "", band, offered, beside, spots, BASE),
                layout=library.layout(step.scene),
                as_written=any(step.written.of_kind(AS_WRITTEN)),
            )
