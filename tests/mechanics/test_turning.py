"""Where jars come in turns, and pictures too, each can still go into each jar."""

from game.core.ids import Control
from game.core.layout import TRAY
from game.core.picture import meaningful
from tests.support.story import Story, read_activities

JARS = ("sad", "happy", "angry", "proud")
FILLING = (
    "  - place: jars\n    scene: jar-shelf\n    pictures: [star, kite, leaf, moon]\n"
    f"    onto: [{', '.join(JARS)}]\n    again: yes\n"
)


def test_each_picture_can_be_laid_into_each_jar(tmp_path):
    with Story("little", loaded=read_activities(tmp_path, filling=FILLING)) as story:
        story.go("filling")
        seen = set()
        turners = [thing.means for thing in meaningful(story.picture) if thing.means.name.startswith("turn")]
        assert len(turners) == len(set(turners)) == 2 and all(isinstance(turner, Control) for turner in turners)
        for turner in turners * 3:
            jars = [spot.means.name for spot in story.spots() if spot.means != TRAY]
            assert len(jars) < len(JARS)
            seen |= {(option.means.name, jar) for option in story.options() for jar in jars}
            story.tap(turner)
        assert seen == {(name, jar) for name in ("star", "kite", "leaf", "moon") for jar in JARS}
        story.reopen()
        assert story.visit.failures == ()
