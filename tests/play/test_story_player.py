"""A little story on a screen: what of it is on the glass, when its pictures are there, and who asks for it again."""

import pytest
from msgspec.structs import replace

from game.core.assembly import posed
from game.core.companion import COMPANION_ID, companion_on
from game.core.ids import SpotId
from game.core.picture import Picture, Stamp, TouchArea
from game.core.poses import POSES
from game.core.sprite import PuppetSprite, Sprite
from game.core.story import LONGEST, Beat
from game.core.table import Touch
from game.play.drawn import Drawn, Frame
from game.play.motion import BEAT
from game.play.showings import AGAIN, FIRST
from game.play.stories import lasts, moment
from game.play.story_player import StoryPlayer
from game.play.story_view import StoryView
from tests.support.played_stories import PUPPET, STAGE, STORY
from tests.support.story import LIBRARY
from tests.support.told import TOLD, told

BLURRED = 1.25  # enlarged by more than this a picture is seen to be soft


WAITING = Stamp("fox-looking", 366, 626, 168, id=COMPANION_ID)


PICTURE = Picture((TouchArea(SpotId("pond"), 366, 560, 40, 40), WAITING))


BASE = Frame("rest", (Drawn(COMPANION_ID, PuppetSprite(posed(PUPPET, POSES["sitting"]), 200, 193), 366, 613, 200),))


class Making:
    """A glass whose pictures are made after a while."""

    made = True

    def ready(self, scene, sprites) -> bool:
        self.wanted = sprites
        return self.made

    def ahead(self, sprites) -> None:
        """Nothing."""

    def soon(self, scenes) -> None:
        """Nothing."""


def player(story=STORY) -> StoryPlayer:
    return StoryPlayer(story, PUPPET, STAGE.spots, 0)


def on_glass(played: StoryPlayer, now: float) -> set[str]:
    """What is on the glass beside or in place of the companion, by name."""
    return {drawn.id.name for drawn in played.on(BASE, PICTURE, now).things}


def test_what_is_on_the_glass():
    played, glass = player(), Making()
    assert not played.playing(PICTURE, glass, FIRST - 0.1) and played.on(BASE, PICTURE, FIRST - 0.1) is BASE
    assert played.playing(PICTURE, glass, FIRST)
    things = {sprite.art for sprite in glass.wanted if isinstance(sprite, Sprite)}
    assert things == {"acorn", "scarf", "thought-bubble"}
    assert any(isinstance(sprite, PuppetSprite) for sprite in glass.wanted), "the companion as large as it plays"
    assert on_glass(played, FIRST + 1.5) == {"companion", "story-bubble", "story-thought"}
    assert "story-held" in on_glass(played, FIRST + 3.5)
    assert played.on(BASE, PICTURE, FIRST + 1.5) is played.on(BASE, PICTURE, FIRST + 1.5)
    assert not played.playing(PICTURE, glass, FIRST + LONGEST + 0.1)


def test_who_plays_is_told_before_the_next_beat_and_once():
    """A glass lays each pose in a frame that has nothing else to do: in that of the beat it took most of the time."""
    played, now = player(), FIRST + 0.5 / BEAT
    assert played.playing(PICTURE, Making(), now) and not played.soon(PICTURE, now), "nothing is seen of it yet"
    for step in range(round(4 * BEAT)):
        later = now + step / BEAT
        played.on(BASE, PICTURE, later)
        told = played.soon(PICTURE, later)
        assert told and not played.soon(PICTURE, later)
        assert set(told) <= set(played.on(BASE, PICTURE, later + 1 / BEAT).things)


@pytest.mark.parametrize(("activity", "number"), TOLD)
def test_nothing_is_shown_much_larger_than_it_was_made(activity, number):
    story, here, picture = told(activity, number)
    waits = companion_on(picture)
    puppet = LIBRARY.puppet(waits.art)
    view = StoryView(puppet, waits.width, here.spots)
    waiting = PuppetSprite(posed(puppet, POSES["sitting"]), 200, 193)
    for at in range(round(10 * lasts(story, here))):
        seen = moment(story, here, at / 10)
        for drawn in (*view.drawn(seen, waiting), *view.lying(seen)):
            assert drawn.width <= BLURRED * drawn.sprite.width, drawn.id


def test_it_waits_until_its_pictures_are_made():
    played, glass = player(), Making()
    glass.made = False
    assert not played.playing(PICTURE, glass, 0) and glass.wanted, "they are made before it is time"
    assert not played.playing(PICTURE, glass, FIRST + 3)
    glass.made = True
    assert played.playing(PICTURE, glass, FIRST + 3.1)
    assert on_glass(played, FIRST + 3.1) == {"companion"}


def asked(played: StoryPlayer, *touches: tuple[str, float, float], now: float = 50) -> bool:
    return [played.is_asked_for(Touch(phase, x, y, 1, time=now), PICTURE) for phase, x, y in touches][-1]


def test_a_tap_on_the_companion_asks_for_it_where_nothing_else_is_meant():
    assert asked(player(), ("press", 366, 640), ("drag", 370, 640), ("release", 370, 645))
    assert not asked(player(), ("press", 366, 560), ("release", 366, 560)), "there lies a spot"
    assert not asked(player(), ("press", 366, 300), ("release", 366, 300))
    assert not asked(player(), ("press", 366, 640), ("drag", 600, 640), ("release", 366, 640)), "no tap"
    assert not asked(player(), ("press", 366, 640), ("lost", 366, 640), ("release", 366, 640))
    assert not asked(player(), ("release", 366, 640))


def test_so_does_a_tap_on_it_where_it_plays():
    at, now = (440.0, 700.0), FIRST + 1.5
    assert asked(player(), ("press", *at), ("release", *at), now=now)
    far = (560.0, 700.0)
    assert not asked(player(), ("press", *far), ("release", *far), now=now)


def test_where_there_is_no_companion_nothing_plays():
    played, bare = player(), Picture(())
    assert not played.playing(bare, Making(), FIRST) and played.on(BASE, bare, FIRST) is BASE


STAYS = (Beat("walk", "pond"), Beat("pose", "resting"), Beat("stay", "there"))


def at(frame: Frame) -> tuple[float, ...]:
    """Where the companion is seen."""
    (one,) = (drawn for drawn in frame.things if drawn.id == COMPANION_ID)
    return round(one.x), round(one.y), one.width


def test_where_it_stays_it_is_seen_there_until_somebody_touches_or_does_something():
    played, glass, over = player(STAYS), Making(), FIRST + lasts(STAYS, STAGE)
    assert played.playing(PICTURE, glass, over)
    there = at(played.on(BASE, PICTURE, over))
    assert there != at(BASE)
    for now in (over + 0.2, over + LONGEST, over + LONGEST + 2 * AGAIN):
        assert not played.playing(PICTURE, glass, now), "it is there already, and does not come once more"
        assert at(played.after(BASE, PICTURE, now)) == there
    assert at(played.after(BASE, replace(PICTURE, width=1281), over + 60)) == at(BASE), "another screen"
    assert asked(played, ("press", *there[:2]), ("release", *there[:2]), now=over + 60)
    played.touched(over + 61)
    assert not played.playing(PICTURE, glass, over + 62)
    assert at(played.after(BASE, PICTURE, over + 62)) == at(BASE)
    played.again(over + 70)
    assert played.playing(PICTURE, glass, over + 71), "and it plays anew where that is asked for"


def test_where_it_stays_no_frame_need_fall_into_its_last_moments():
    """As on a slow machine: one step of time from well before its end to after it."""
    played, glass, over = player(STAYS), Making(), FIRST + lasts(STAYS, STAGE)
    assert played.playing(PICTURE, glass, over - 1)
    played.on(BASE, PICTURE, over - 1)
    there = at(player(STAYS).on(BASE, PICTURE, over))
    for now in (over + 0.2, over + LONGEST, over + LONGEST + 2 * AGAIN):
        assert not played.playing(PICTURE, glass, now)
        assert at(played.after(BASE, PICTURE, now)) == there != at(BASE)


def test_what_stays_and_was_put_off_in_the_middle_is_played_from_its_beginning():
    played, glass, over = player(STAYS), Making(), FIRST + lasts(STAYS, STAGE)
    played.playing(PICTURE, glass, over - 1)
    played.on(BASE, PICTURE, over - 1)
    played.later(over - 0.5)
    assert played.playing(PICTURE, glass, over + 0.5)


def test_any_other_story_ends_where_the_companion_waits():
    played, glass, over = player(), Making(), FIRST + LONGEST
    assert played.playing(PICTURE, glass, FIRST + 1)
    assert not played.playing(PICTURE, glass, over + 1)
    assert at(played.after(BASE, PICTURE, over + 1)) == at(BASE)
