"""Which beats of a little story would show what the child is to choose from.

Pure: words only; no clock, no files, no pygame.
"""

from collections.abc import Collection

from game.core.story import THOUGHTS, Beat, Story
from game.core.table import Spot

SHOWN = ("carry", "think", "feel", "pose")  # beats that show what their word names
FEWEST = 3  # feelings that the step offers, which can pass over the companion in one story: fewer would be favoured


def favours(story: Story, offered: Collection[str], spots: tuple[Spot, ...]) -> tuple[Beat, ...]:
    """The beats that show a picture with one of these names, which the child is to choose from.

    Feelings pass over the companion's own body: one or two of those that are offered would be favoured, more are not.
    """
    signs = {spot.name: spot.sign for spot in spots}
    shown = [b for b in story if b.do in SHOWN and {b.what, THOUGHTS.get(b.what), signs.get(b.what)} & {*offered}]
    felt = {beat.what for beat in shown if beat.do == "feel"}
    return tuple(beat for beat in shown if beat.do != "feel" or len(felt) < FEWEST)
