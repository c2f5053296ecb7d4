"""The envelope of the last visit: what the grown-up put in, else a picture of the child's own that may go home."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.core import events
from game.core.picture import Stamp
from game.play import consent, screens
from game.play.record import Record, pair_pictures
from game.play.visit_pictures import visit_pictures
from tests.support.examples import examples
from tests.support.story import Story
from tests.support.whole_workbook import NAMES, saying, whole_workbook

ENVELOPE = "leave-one-take-one"
WHOLE = whole_workbook()
EMPTY = replace(WHOLE.record.visits[-1].begun, envelope="")
splits = st.fixed_dictionaries({name: st.sampled_from(["show", "keep", ""]) for name in NAMES})


def empty_handed(story: Story) -> None:
    """The grown-up has put nothing into the envelope."""
    begun = story.visit.begun
    story.session.prepare(events.Prepared(begun.stops, begun.plan, ""))


def at_the_envelope(story: Story) -> bool:
    story.go(ENVELOPE)
    while story.visit.place == events.STEP:
        if story.here.table.result == "visit.envelope":
            return True
        story.tap(screens.ONWARD)
    return False


def opened(story: Story):
    """What comes out of it."""
    story.perform(story.mechanic.demo(story.here.table))
    return next(t for t in story.picture.things if isinstance(t, Stamp) and str(t.id).endswith("inside"))


def test_where_nothing_was_put_in_it_holds_a_picture_that_the_child_has_made():
    with Story() as story:
        empty_handed(story)
        story.go_through(["pick-a-worry-stone"], 2)
        (stone,) = consent.chosen_as(story.session.record + story.visit, consent.STONE)
        assert not isinstance(stone.art, str)
        assert at_the_envelope(story) and opened(story).art == stone.art
        assert [o.label for row in story.rows for o in row.pictures] == [stone.label]


def test_what_the_grown_up_put_in_comes_before_it():
    with Story() as story:
        story.go_through(["pick-a-worry-stone"], 2)
        assert at_the_envelope(story) and opened(story).art == story.visit.begun.envelope


def test_of_a_child_that_has_only_a_name_it_holds_the_thing_of_its_name_and_without_one_there_is_none():
    with Story() as story:
        empty_handed(story)
        assert not at_the_envelope(story)
        story.go_through(["my-traveller"], 1)
        assert at_the_envelope(story) and opened(story).art == pair_pictures(Record((story.visit,)))[1] != ""


@examples(12)
@given(splits)
def test_it_is_always_the_same_one_and_never_what_is_only_for_the_child(split):
    record = saying(WHOLE, **{name.removesuffix("-page"): spot for name, spot in split.items() if spot}).record
    (one,) = visit_pictures("envelope", record, EMPTY)
    assert (one,) == visit_pictures("envelope", record, EMPTY)
    assert one.art not in consent.kept_art(record)
