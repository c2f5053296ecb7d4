"""The sleeve: however a child divides its pages between its wall and the sleeve, all of them go home."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from game.core.ids import Option, SpotId
from game.core.table import Offered
from game.paper import certificate, memory_book, sleeve
from game.paper.options import PaperOptions
from game.paper.registry import LONG_SIDE, PAPER_KINDS, pages_of
from game.paper.typst_press import pngs
from game.play import consent as t
from game.play.record import Traveller
from game.play.sleeve_record import sleeve_record
from tests.support.divided_pages import PAPER_OF, WHOLE, divided, splits
from tests.support.examples import examples
from tests.support.own_on_papers import ASKS
from tests.support.own_on_papers import CHOSEN as TREASURE
from tests.support.sheets import PAPERS, Spelling, home, ink, seen
from tests.support.story import Story, read_activities
from tests.support.whole_workbook import NAMES, changed, saying, stone_as_keepsake


@examples(12)
@given(splits)
def test_each_page_is_on_its_own_paper_or_in_the_sleeve_and_never_on_both(split):
    who = divided(split)
    inside = {page.picture for page in t.sleeve_pages(who.record)}
    assert {name for name, spot in split.items() if spot == "keep"} <= inside
    for name, paper in PAPER_OF.items():
        if name == "bother-page" and not split[name]:
            assert name not in inside and PAPER_KINDS[paper].why_not(who.record), "nobody has said that it may be shown"
        elif paper != "keepsake-card":
            assert (PAPER_KINDS[paper].why_not(who.record) == "") is (name not in inside), name


@examples(12)
@given(splits)
def test_the_certificate_and_the_cards_carry_the_stone_unless_the_stone_itself_is_in_the_sleeve(split):
    who = divided(split)
    stone = repr(t.chosen_as(WHOLE.record, t.STONE)[0].art).encode()
    for name in ("certificate", "keepsake-card"):
        (sheet,) = PAPER_KINDS[name].sheets(who, Spelling(), PaperOptions())
        printed = any(stone in drawn for drawn in sheet.pictures.values())
        assert printed is (split["stone-page"] != "keep"), name


@examples(12)
@given(splits)
def test_the_memory_book_has_no_empty_page_and_what_is_private_leaves_no_gap_among_the_others(split):
    pages = memory_book.sheet(home(divided(split)), Spelling()).data["pages"]
    shown = ("pictures", "jars", "view", "groups")
    assert len(pages) == 8 and all(any(page.get(key) for key in shown) for page in pages)
    kinds = [page["kind"] == "road" for page in pages[1:-1]]
    assert kinds == sorted(kinds), "the road goes on where the child's own pages end"


@examples(12)
@given(splits)
def test_nothing_on_its_outside_tells_what_is_in_it(split):
    all_of_it = dict.fromkeys(NAMES, "keep")
    found = [sleeve.sheets(sleeve_record(divided(one).record), Spelling()) for one in (split, all_of_it)]
    outsides = [{key: sheet.data[key] for key in ("title", "companion", "thing")} for (sheet,) in filter(None, found)]
    assert all(outside == outsides[-1] for outside in outsides)
    assert len({repr(sheet.shown) for (sheet,) in filter(None, found)}) == 1, "on the screen it lies there shut"


def test_on_the_screen_it_is_shut(renderer):
    (sheet,) = PAPER_KINDS["sleeve"].sheets(saying(WHOLE, bother="keep"), renderer, PaperOptions())
    assert "insides" in sheet.data and not {"insides", "folding"} & {*sheet.shown.data}
    assert pages_of((sheet,), 200) == pages_of((sheet.shown,), 200) != pngs(sheet, 200 / LONG_SIDE)


def test_in_jars_that_were_shown_one_at_a_time_all_lies_that_was_laid_and_each_jar_is_seen():
    def one_jar(told):
        only = tuple(thing for thing in told.screen.things if getattr(thing, "means", None) in (None, SpotId("sad")))
        return replace(told, screen=replace(told.screen, things=only))

    who = saying(changed(WHOLE, t.JARS, one_jar), jars="keep")
    (sheet,) = PAPER_KINDS["sleeve"].sheets(who, Spelling(), PaperOptions())
    (page,) = sheet.data["insides"]
    assert page["scene"] is None
    assert [one["label"] for one in page["pictures"]] == ["Sad", "Happy", "Proud", "I don't know"]
    jars = [sheet.pictures[one["file"]].decode() for one in page["pictures"]]
    assert [jar.count("art='pebble-") for jar in jars] == [4, 2, 2, 1]
    assert all("art='jar" in jar for jar in jars)


def test_of_a_page_with_several_results_what_lies_on_places_is_seen_where_it_lies(tmp_path):
    again = "  - place: helps\n    pictures: [silence, song]\n    again: yes\n    onto: [keep, different]\n"
    files = {"sounds": TREASURE.format("") + again, "zz-asks": ASKS}
    with Story(loaded=read_activities(tmp_path, **files)) as story:
        story.walk_to("sounds", 1)
        for place in ("keep", "different", "keep"):
            story.tap(Option("silence"))
            story.tap(SpotId(place))
        story.go("zz-asks")
        story.tap(story.options()[0].means)
        story.tap(SpotId("keep"))
        who = Traveller("one", story.store.traveller(story.id).record)
    (sheet,) = PAPER_KINDS["sleeve"].sheets(who, Spelling(), PaperOptions())
    (page,) = sheet.data["insides"]
    chosen, laid = page["pictures"]
    assert chosen["file"] and not chosen["scene"]
    laid = [sheet.pictures[stamp["file"]].decode() for stamp in laid["scene"]["stamps"]]
    assert sum("silence" in one for one in laid) == 3


def test_without_a_scene_to_show_each_place_has_all_that_lay_there(tmp_path):
    who = saying(changed(WHOLE, t.JARS, lambda told: replace(told, scene="gone", screen=None)), jars="keep")
    (sheet,) = PAPER_KINDS["sleeve"].sheets(who, Spelling(), PaperOptions())
    (page,) = sheet.data["insides"]
    labels = [one["label"] for one in page["pictures"]]
    assert labels[:3] == ["Pebble warm (Sad)", "Pebble cool (Sad)", "Pebble warm (Sad)"] and len(labels) == 9


@pytest.mark.parametrize("times", [3, 8])
def test_however_many_things_were_laid_on_one_page_none_hangs_over_the_edge_along_which_it_is_cut(renderer, times):
    def laid_so_often(told):
        rows = tuple(replace(row, pictures=row.pictures * times, apart=True) for row in told.rows)
        return replace(told, scene="gone", screen=None, rows=rows)

    boxes = []
    for change in (laid_so_often, lambda told: told):
        who = saying(changed(WHOLE, t.JARS, change), jars="keep")
        (sheet,) = PAPER_KINDS["sleeve"].sheets(who, renderer, PaperOptions(second="de"))
        boxes.append([ink(page) for page in seen(sheet)])
    assert boxes[0] == boxes[1] and len(boxes[0]) == 1


def test_a_stone_that_is_the_keepsake_is_on_no_other_paper_when_it_is_in_the_sleeve():
    (stone,) = t.chosen_as(WHOLE.record, t.STONE)
    who = saying(stone_as_keepsake(WHOLE), stone="keep", keepsake="show")
    drawn = certificate.sheet(home(who), Spelling()).pictures.values()
    assert not any(repr(stone.art).encode() in one for one in drawn)


def test_in_records_of_before_the_stone_was_kept_with_the_keepsake():
    def with_keepsake_only(told):
        return replace(told, offered=tuple(Offered(n, n, n) for n in NAMES if n != "stone-page"))

    before = changed(saying(WHOLE, keepsake="keep"), t.GOES_HOME, with_keepsake_only)
    assert {page.picture for page in t.sleeve_pages(before.record)} == {"stone-page", "keepsake-page"}


def test_without_anything_in_it_there_is_no_sleeve_and_a_sentence_says_so():
    who = saying(WHOLE, hopes="show")
    assert PAPER_KINDS["sleeve"].sheets(who, Spelling(), PaperOptions()) == ()
    assert PAPER_KINDS["sleeve"].why_not(who.record) == "The child has laid nothing into the sleeve."


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_page_has_a_sheet_of_paper_of_its_own_inside_the_margins(renderer, paper, language):
    who = saying(WHOLE, bother="keep", keepsake="keep")
    pages = [
        page for s in PAPER_KINDS["sleeve"].sheets(who, renderer, PaperOptions(paper, language)) for page in seen(s)
    ]
    assert [page.size for page in pages] == [PAPERS[paper]] * 2
    for page in pages:
        left, top, right, bottom = ink(page)
        assert min(left, top, page.width - right, page.height - bottom) >= 33, "12 mm stay white"
