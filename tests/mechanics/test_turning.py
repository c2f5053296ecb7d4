"""For the little ones jars come one at a time; where pictures come in turns too, each can still go into each jar."""

from game.core.ids import Control
from game.core.layout import TRAY
from game.core.picture import meaningful
from tests.support.story import Story, read_activities

JARS = "  - place: jars\n    pictures: [star, kite, leaf, moon]\n    onto: [different, keep]\n    again: yes\n"


def test_each_picture_can_be_laid_into_each_jar(tmp_path):
    with Story("little", loaded=read_activities(tmp_path, filling=JARS)) as story:
        story.go("filling")
        seen = set()
        turners = [thing.means for thing in meaningful(story.picture) if thing.means.name.startswith("turn")]
        assert len(turners) == len(set(turners)) == 2 and all(isinstance(turner, Control) for turner in turners)
        for turner in turners * 3:
            (jar,) = [spot.means for spot in story.spots() if spot.means != TRAY]
            seen |= {(option.means.name, jar.name) for option in story.options()}
            story.tap(turner)
        assert seen == {(name, jar) for name in ("star", "kite", "leaf", "moon") for jar in ("different", "keep")}
        story.reopen()
        assert story.visit.failures == ()
