"""What may be wanted next is made in good time: a glass is asked for it before it is to be seen.

Pure but for the time it is handed: no pygame, no files. What may be seen next says `ahead.py`.
"""

from game.core import events
from game.play.acts import act_between, player_of
from game.play.ahead import ahead
from game.play.display_list import DisplayList, SpriteSource, scene_of
from game.play.look import is_quiet
from game.play.page_film import PageFilm
from game.play.screens import SCENES
from game.play.session import Session


class PaintAhead:
    """Asks these sprites for what may be shown next; for each scene once."""

    def __init__(self, sprites: SpriteSource, things: DisplayList, still: bool):
        self._sprites, self._things, self._still = sprites, things, still
        self._asked: set[str] = set()
        self._looked_at: object = None
        self._thought_of: object = None

    def arrived(self, film: PageFilm | None) -> None:
        """Another screen is there: where it is a film, all that it will show is wanted."""
        self._thought_of = None
        if film is not None:
            self._scenes([scene_of(picture) for picture in film.pictures])
            self._sprites.ahead([sprite for picture in film.pictures for sprite in self._things.sprites(picture)])

    def all_scenes(self, session: Session) -> None:
        """Every scene of the program, and those of ours that an activity has, in the look of this visit; each once."""
        if session.visit is self._looked_at:
            return
        self._looked_at = session.visit
        library, activities = session.library, session.activities.values()
        steps = [step for activity in activities for step in activity.steps]
        scenes = [*SCENES, *filter(library.scene_is_ours, (step.scene for step in steps))]
        quiet = is_quiet(session.visit.begun, session.record + session.visit)
        self._scenes([*map(library.quiet_scene, scenes)] if quiet else scenes)

    def next_screen(self, session: Session, now: float) -> None:
        """What *onward* would show, or the waking of whoever sleeps here; once for each state of the visit."""
        if session.visit is self._thought_of:
            return
        self._thought_of = session.visit
        if seen := ahead(session):
            self._scenes([scene_of(seen)])  # it may be a place that only this child enters
            self._sprites.ahead(self._things.sprites(seen))
        else:
            self._waking(session, now)

    def _waking(self, session: Session, now: float) -> None:
        act = act_between(session.visit.place, events.TRAIL)
        found = player_of(act, session.picture, session.library.puppet, now, self._still)
        if found:
            self._sprites.ahead((found.sprite,))

    def _scenes(self, scenes: list[str]) -> None:
        """Each of these scenes once."""
        new = [scene for scene in dict.fromkeys(scenes) if scene not in self._asked]
        self._asked.update(new)
        self._sprites.soon(new)
