"""The quiet look: another picture of the same visit. What is done in it is done and kept as in any other."""

import pytest
from msgspec.structs import replace

from game.core import events
from game.core.activity import BLANK
from game.core.companion import FEET, companion_on, covered
from game.core.events import NOBODY_YET, Moved
from game.core.feelings import worn
from game.core.gesture import drag
from game.core.ids import FirstPicture, Option, SpotId
from game.core.lanterns import KEEPER_ID
from game.core.layout import TURN
from game.core.picture import LIGHT, Stamp
from game.core.puppet import AWAY, LOOKING, QUIET
from game.core.story import LONGEST
from game.core.table import BANDS
from game.mechanics.draw import LARGE_SHEET, LINE, SHEET, THIN, sheet_of
from game.play import screens
from game.play.display_list import scene_of
from game.play.look import AT_DOOR, DIM, MEANT, OF_PAPER, SMALL, is_quiet
from game.play.replay import replay
from game.records.journal_reader import read
from tests.support.child import Child
from tests.support.quiet_visit import stamps, whole_visit
from tests.support.story import LIBRARY, NAMES, NEXT_DAY, USUAL_SCENES, Story, read_activities

FINGER = 100  # design units: no narrower than this is what a child is to touch
FEELINGS = {name for both in LIBRARY.feelings() for name in both}


def test_what_is_offered_is_called_what_is_seen_where_the_file_has_no_words_of_its_own(tmp_path):
    own = "  - choose: help\n    pictures: [teddy, kite]\n  - choose: other\n    pictures: [teddy: My bear, kite]\n"
    called = []
    for quiet in (False, True):
        with Story(quiet=quiet, loaded=read_activities(tmp_path, help=own)) as story:
            for number in (0, 1):
                story.walk_to("help", number)
                called.append({o.id: o.label for o in story.here.table.offered}["teddy"])
                story.tap(screens.TRAIL)
    assert called == ["Teddy", "My bear", "A hooded jumper", "My bear"]


def test_every_activity_is_played_with_the_same_journal():
    """But for where on its paper a line lies that was drawn: a large sheet has other places."""
    (moves, _, left), (quiet_moves, _, quiet_left) = whole_visit(False), whole_visit(True)
    assert len(moves) > len(NAMES) and [*map(unplaced, quiet_moves)] == [*map(unplaced, moves)]
    drawn = {where for where, found in left.items() if "lines" in found}
    assert drawn and quiet_left.keys() == left.keys()
    assert all(quiet_left[where] == found for where, found in left.items() if where not in drawn)


def unplaced(moved: Moved) -> Moved:
    return replace(moved, move=replace(moved.move, points=()))


def test_what_can_be_touched_lies_where_it_always_lies():
    """All but the companion itself, which is smaller on the same ground."""
    for usual, quiet in zip(whole_visit(False)[1], whole_visit(True)[1], strict=True):
        places = [
            [(t.means, t.x, t.y, t.width) for t in stamps(picture) if t.means and t is not companion_on(picture)]
            for picture in (usual, quiet)
        ]
        assert places[0] == places[1]


def test_a_companion_that_is_itself_laid_is_smaller_and_large_enough_for_a_finger():
    """Large and alone in front of a goodbye, its back was what the page was about."""
    laid = 0
    for usual, quiet in zip(whole_visit(False)[1], whole_visit(True)[1], strict=True):
        before, after = companion_on(usual), companion_on(quiet)
        if before is not None and after is not None and before.means:
            laid += 1
            assert (after.means, after.x, after.width) == (before.means, before.x, pytest.approx(MEANT * before.width))
            assert after.y + FEET * after.width == pytest.approx(before.y + FEET * before.width)
            assert after.width >= FINGER
    assert laid


def test_no_companion_is_hidden_more_than_half():
    """Its head alone above a ball of glass was a toy that peeps."""
    for picture in whole_visit(True)[1]:
        here = companion_on(picture)
        if here is not None:
            before = stamps(picture)[stamps(picture).index(here) + 1 :]
            assert all(covered(thing, here.x, here.y, here.width) <= 0.5 for thing in before)


def test_the_companion_is_small_on_the_same_ground_and_an_animal_looks_away():
    for usual, quiet in zip(whole_visit(False)[1], whole_visit(True)[1], strict=True):
        before, after = companion_on(usual), companion_on(quiet)
        if before is not None and after is not None and not before.means and not worn(before.art):
            small = AT_DOOR if before.art.startswith(NOBODY_YET) else SMALL
            assert after.width == pytest.approx(small * before.width)
            assert after.y + FEET * after.width == pytest.approx(before.y + FEET * before.width)
            assert after.art == before.art.removesuffix(LOOKING) + AWAY


def test_who_keeps_the_door_sits_behind_the_back_of_todays_bench():
    """Seen from behind, it sits there: over the bench it stood before it, or floated."""
    order, places = {}, {}
    for quiet in (False, True):
        with Story(quiet=quiet) as story:
            story.walk_to("our-road", 1)
            things = [t for t in story.picture.things if isinstance(t, Stamp)]
        keeper = next(n for n, t in enumerate(things) if t.id == KEEPER_ID)
        bench = next(n for n, t in enumerate(things) if str(t.art).startswith("bench-tonight"))
        order[quiet], places[quiet] = keeper < bench, (things[keeper].x, things[keeper].y)
    assert order == {False: False, True: True} and places[False] == places[True]


def test_to_rest_to_the_trail_and_onward_are_quiet_too_on_every_page_and_while_a_film_is_shown():
    """The striped hammock was taken for a baby's cradle."""
    stand = [t for picture in whole_visit(True)[1] for t in stamps(picture) if t.means in screens.CONTROLS_AT]
    assert stand and all(str(control.art).endswith(QUIET) for control in stand)
    with Story(quiet=True) as story:
        for place in ("coming-here", "bumpy-bit"):
            story.go_through([place], 2)
        story.go(events.GATE)
        before = stamps(story.picture)[-3:]
        story.tap(next(t for t in stamps(story.picture) if isinstance(t.means, FirstPicture)))
        assert story.session.film and stamps(story.picture)[-3:] == before


def test_the_light_on_what_waits_is_half_as_strong():
    for usual, quiet in zip(whole_visit(False)[1], whole_visit(True)[1], strict=True):
        before, after = ([t.strength for t in stamps(picture) if t.lift == LIGHT] for picture in (usual, quiet))
        assert after == [DIM * strength for strength in before] and DIM < 1


def test_the_hand_that_shows_what_to_do_is_a_slim_grey_one():
    with Story(quiet=True) as story:
        story.walk_to("lanterns", 0)
        child = Child(story)
        child.wait(LONGEST + 3)
    arts = {getattr(drawn.sprite, "art", "") for frame in child.glass.frames for drawn in frame.things}
    assert "hand" + QUIET in arts and "hand" not in arts


def test_a_companion_that_is_no_animal_brings_the_quiet_look_with_it():
    with Story() as story:
        story.go(events.TRAVELLER)
        while Option("paper-boat") not in {thing.means for thing in story.options()}:
            story.tap(TURN)
        story.tap(Option("paper-boat"))
        assert is_quiet(story.visit.begun, story.session.record)
        story.go("coming-here")
        story.tap(screens.ONWARD)
        assert story.here.table.quiet and not {stamp.art for stamp in stamps(story.picture)} & FEELINGS


def test_a_grown_up_can_change_it_during_a_visit_and_a_sheet_that_was_begun_stays_as_it_is():
    with Story() as story:
        begun = story.visit.begun
        story.go("inside-weather")
        story.tap(Option(BLANK))
        assert sheet_of(story.here.table) == SHEET
        story.session.prepare(events.Prepared(begun.stops, begun.plan, begun.envelope, quiet=True))
        story.perform(drag(((600, 300), (700, 340))))
        assert story.here.state.lines[0].width == LINE
        story.go("inside-weather")
        story.tap(Option(BLANK))
        assert sheet_of(story.here.table) == LARGE_SHEET
        story.perform(drag(((600, 300), (700, 340))))
        assert story.here.state.lines[0].width == THIN
        story.reopen()
        assert story.visit.begun.quiet


def test_what_a_child_drew_on_the_large_sheet_is_on_it_whole():
    with Story(quiet=True) as story:
        story.go("inside-weather")
        story.tap(Option(BLANK))
        edge = LARGE_SHEET.x + LARGE_SHEET.width / 2
        story.perform(drag(((edge - 300, LARGE_SHEET.y), (edge - 9, LARGE_SHEET.y), (edge + 9, LARGE_SHEET.y))))
        (row,) = story.mechanic.told(story.here.table, story.here.state)
        drawing = row.pictures[0].art
        points = [point for line in story.here.state.lines for point in line.points]
        assert (drawing.width, drawing.height) == (LARGE_SHEET.width, LARGE_SHEET.height)
        assert all(0 < x < drawing.width and 0 < y < drawing.height for x, y in points)


def test_a_visit_of_before_has_no_quiet_look():
    with Story() as story:
        story.wake()
        first = story.session.journal.path.read_bytes().partition(b"\n")[0]
        assert b"quiet" not in first and not replay(read(story.session.journal.path)).begun.quiet
        story.begin(NEXT_DAY)
        assert not story.visit.begun.quiet


def test_a_scene_has_the_same_places_in_both_looks_and_is_shown_in_the_one_that_the_child_sees():
    """Bunting, hearts, toys and faces in the land are of the usual look alone."""
    two = [scene for scene in USUAL_SCENES if "look-usual-" in LIBRARY.scene_path(scene).read_text("utf-8")]
    on_every_way = {"wall-and-sleeve", "lantern-night", "workbench", "folder-house", "island-and-shore"}
    assert on_every_way <= {*two}
    for scene in two:
        quiet = LIBRARY.quiet_scene(scene)
        assert LIBRARY.scene_is_ours(quiet) and quiet not in USUAL_SCENES
        assert (LIBRARY.spots(quiet), LIBRARY.layout(quiet)) == (LIBRARY.spots(scene), LIBRARY.layout(scene))
        assert "look-quiet-" not in LIBRARY.scene_svg(scene) and "look-usual-" not in LIBRARY.scene_svg(quiet)
    pages = zip(whole_visit(False)[1], whole_visit(True)[1], strict=True)
    shown = {(scene_of(usual), scene_of(quiet)) for usual, quiet in pages}
    assert on_every_way <= {usual for usual, _ in shown}
    assert all(quiet == LIBRARY.quiet_scene(usual) for usual, quiet in shown)


def test_what_a_scene_has_for_the_quiet_look_alone_lies_over_its_land_and_means_nothing():
    for quiet in (False, True):
        with Story(quiet=quiet) as story:
            story.walk_to("our-last-day", 0)
            found = [stamp for stamp in stamps(story.picture) if stamp.art == "big-hedgehog" + QUIET]
            assert bool(found) is quiet and all(stamp.means is None for stamp in found)
            if quiet:
                assert story.picture.things[1] is found[0], "behind all else"


def test_the_companion_stands_still_whatever_is_carried_past_it():
    """A picture that was drawn across it made it leap aside and back."""
    with Story(quiet=True) as story:
        for name in NAMES:
            story.go(name)
            while story.visit.place == events.STEP:
                carry_across_the_companion(story)
                story.choose(2)
                story.tap(screens.ONWARD)


def carry_across_the_companion(story: Story) -> None:
    here, ready = companion_on(story.picture), story.options()[:1]
    for one in ready if here and not here.means else ():
        story.now += 2
        ways = ((one.x + 20, one.y - 20), (here.x, here.y), (one.x, one.y))
        story.touch("press", one.x, one.y)
        for x, y in ways:
            story.touch("drag", x, y)
            there = companion_on(story.picture)
            assert there is not None and (there.x, there.y) == (here.x, here.y), story.visit.activity
        story.touch("release", one.x, one.y)
        story.now += 2


def test_who_was_laid_behind_something_stands_at_its_side_and_nearer_to_nothing_else():
    """Behind the bush it stood beside somebody else, in the air."""
    with Story(quiet=True) as story:
        story.walk_to("coming-here", 0)
        for name in ("bush", "behind-somebody-big"):
            spot = next(spot for spot in story.spots() if spot.means == SpotId(name))
            story.carry(companion_on(story.picture).means, spot)
            here = companion_on(story.picture)
            assert abs(here.x - spot.x) < spot.width / 2 + here.width / 2
            assert abs(here.y + FEET * here.width - (spot.y + 0.38 * spot.height)) < 30


def test_who_is_nine_sees_all_that_is_no_animal_among_the_first_and_neither_always_begins():
    """They were lost among the animals: readers of eleven and twelve took the first page for a game for the small."""
    first, found = set(), []
    for seed in map(str, range(12)):
        with Story("big", seed, quiet=True) as story:
            story.go("my-traveller")
            names = [o.id for o in story.here.table.offered]
            first.add(names[0] in OF_PAPER)
            found.append(len({*names[: BANDS["big"]]} & {*OF_PAPER}))
    assert first == {True, False} and {*found} == {len(OF_PAPER)}
