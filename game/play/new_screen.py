"""What begins by itself on a new screen: its little story, or the ghost hand.

Pure but for the time it is handed: no pygame, no files. It knows the Session whose screen that is; when the screen is
a new one, `room.py` knows.
"""

from game.core import events
from game.core.companion import companion_on
from game.core.puppet import QUIET
from game.core.scene import water_of
from game.core.story import LONGEST
from game.mechanics import traits
from game.play.childs_companion import signs_in_company
from game.play.display_list import SpriteSource, scene_of
from game.play.ghost import HAND_ART, Ghost
from game.play.look import is_quiet, quieter_spots
from game.play.picture_source import road_in
from game.play.screen_story import spots_on, story_of
from game.play.screens import demonstration
from game.play.session import Session
from game.play.story_player import StoryPlayer


def story_player_on(session: Session, sprites: SpriteSource, now: float, still: bool) -> StoryPlayer | None:
    """The little story of the screen, to be played from now on; None where there is none, or nobody to play it."""
    visit, picture, library = session.visit, session.picture, session.library
    story, stamp = story_of(visit, session.activities, library.spots, picture), companion_on(picture)
    puppet = library.puppet(stamp.art) if story and stamp and isinstance(stamp.art, str) else None
    if puppet is None:
        return None
    spots, scene, record = spots_on(picture, library.spots), scene_of(picture), session.record + visit
    if is_quiet(visit.begun, record):
        spots = quieter_spots(spots, library.quiet() | library.of_the_land())
    spots, water = signs_in_company(spots, record, library), water_of(sprites.parts(scene))
    return StoryPlayer(story, puppet, spots, now, still, road_in(scene, library), water)


def ghost_on(session: Session, now: float, has_story: bool) -> Ghost:
    """The demonstration of the screen: after its little story where only a hand can show it, else in place of one."""
    visit = session.visit
    by_hand = not has_story or (visit.place == events.STEP and traits(visit.here.table.mechanic).by_hand)
    later = LONGEST if has_story else 0
    art = HAND_ART + QUIET * is_quiet(visit.begun, session.record + visit)
    return Ghost(demonstration(visit) if by_hand else (), now + later, art)
