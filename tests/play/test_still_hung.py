"""What was hung up in a scene hangs there still while a letter comes; it is only seen."""

from game.core import events
from game.core.ids import Scenery
from game.core.picture import Stamp, hit
from game.core.puppet import QUIET
from game.play import screens
from tests.support.story import NAMES, Story

TREE = "leave-one-take-one"


def hung(story: Story) -> list[Stamp]:
    """What hangs there still, the furthest first."""
    things = (thing for thing in story.picture.things if isinstance(thing, Stamp))
    return [thing for thing in things if isinstance(thing.id, Scenery) and thing.id.name == "still"]


def at_the_letter(story: Story, leaves: int) -> list[str]:
    """What was on the tree when the child went on to the letter, after it has hung up so many leaves."""
    story.walk_to(TREE, 1)
    story.choose(leaves)
    laid = {o.id for row in story.rows if row.spot for o in row.pictures}
    there = [t.art for t in story.picture.things if isinstance(t, Stamp) and getattr(t.means, "name", "") in laid]
    story.tap(screens.ONWARD)
    return there


def test_the_leaf_that_was_hung_is_on_the_tree_while_the_letter_comes():
    """Two readers looked for their own leaf: it was neither on the line nor on the tree."""
    for quiet in (False, True):
        with Story(quiet=quiet) as story:
            there = at_the_letter(story, 1)
            front = "tree-leaf-down" + (QUIET if quiet else "")
            assert there and [thing.art for thing in hung(story)] == [*there, front]


def test_where_none_was_hung_the_tree_is_as_it_was():
    with Story() as story:
        assert at_the_letter(story, 0) == [] and [thing.art for thing in hung(story)] == ["tree-leaf-up"]


def test_nothing_can_be_done_with_it():
    with Story() as story:
        at_the_letter(story, 1)
        (leaf, front) = hung(story)
        assert leaf.means is None and front.means is None
        assert hit(story.picture, leaf.x, leaf.y - leaf.width / 3) is None


def test_it_is_seen_nowhere_else():
    seen = set()
    with Story() as story:
        for name in NAMES:
            story.go(name)
            while story.visit.place == events.STEP:
                seen |= {(name, story.visit.step)} if hung(story) else set()
                story.choose(1)
                story.tap(screens.ONWARD)
    assert seen == {(TREE, 2)}
