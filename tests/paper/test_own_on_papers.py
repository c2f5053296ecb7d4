"""What a therapist writes reaches the papers like ours: by what its file says, and by no list of our names."""

from functools import partial, reduce
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageChops

from game.art.library import Library
from game.art.renderer import Renderer
from game.core.ids import Option, SpotId
from game.core.layout import TURN
from game.paper import everything
from game.paper.images import sign_at
from game.paper.life_story_page import sheet as life_story_page
from game.paper.memory_book import sheet as memory_book
from game.paper.options import PaperOptions
from game.paper.picture_choice import candidates
from game.paper.registry import KEEPSAKES, PAPER_KINDS, TAKEN_HOME
from game.paper.supervision_sheet import sheet as supervision_sheet
from game.paper.take_home_papers import sheet as take_home
from game.play import consent as t
from game.play import screens
from game.play.home_record import HomeResult, with_what_was_chosen
from game.play.record import Traveller
from tests.support.examples import examples, together
from tests.support.own_on_papers import CHOSEN, LAID, SONG, played, titles
from tests.support.sheets import MM, PAPERS, Spelling, home, ink, seen
from tests.support.story import ACTIVITIES, LIBRARY, Story, read_activities, read_workbook

keepsake_cards = partial(take_home, KEEPSAKES)


def kinds(traveller: Traveller) -> set[str]:
    return {name for name in TAKEN_HOME if TAKEN_HOME[name].sheets(traveller, Spelling(), PaperOptions())}


def test_where_something_was_made_there_is_a_page_with_the_titles_words(tmp_path):
    who = played(tmp_path, circle=LAID.format(""), song=SONG.format(""), treasures=CHOSEN.format(""))
    assert titles(who) == ["circle", "song", "treasures"]
    assert [page.name for page in t.with_something(who.record)] == ["circle", "song", "treasures"]
    assert {page.art for page in t.with_something(who.record)} == {"kite"}
    sheets = PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())
    assert [sheet.template for sheet in sheets] == ["scene-page", "picture-page", "picture-page"]
    assert [group["label"] for group in sheets[0].data["groups"]] == ["Who stays"]


@pytest.mark.parametrize("paper", [memory_book, life_story_page, supervision_sheet, keepsake_cards])
def test_the_files_words_stand_wherever_the_thing_does_and_not_the_title(tmp_path, paper):
    asked = '    take home: card\n    for the paper: "What flies"\n'
    sheet = paper(home(played(tmp_path, treasures=CHOSEN.format(asked))), Spelling())
    assert "What flies" in repr(sheet.data) and "treasures" not in repr(sheet.data)


@pytest.mark.parametrize("goes", ["page", "card"])
@pytest.mark.parametrize("many", [1, 3])
def test_of_several_things_all_are_on_the_life_story_page_in_one_frame(tmp_path, goes, many):
    steps = CHOSEN.format(f"    up to: {many}\n    take home: {goes}\n")
    with Story(loaded=read_activities(tmp_path, treasures=steps)) as story:
        story.go("treasures")
        for option in story.options()[:many]:
            story.tap(option.means)
        story.tap(screens.ONWARD)
        who = home(Traveller("one", story.store.traveller(story.id).record))
    (frame,) = life_story_page(who, Spelling()).data["pictures"]
    assert len(frame.get("heap", [frame["file"]] if many == 1 else [])) == many


def test_the_files_words_stand_in_the_list_of_pictures(tmp_path):
    who = played(tmp_path, treasures=CHOSEN.format('    take home: card\n    for the paper: "What flies"\n'))
    assert "What flies" in {one.title for one in candidates(home(who))}


def test_the_files_sentence_stands_on_the_page_and_in_the_summary(tmp_path):
    who = played(tmp_path, circle=LAID.format('    for the paper: "Who is with me"\n'))
    assert titles(who) == ["Who is with me"]
    (page,) = PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())
    assert page.data["title"] == "circle"
    said = everything.text(who).splitlines()
    assert "  Who is with me" in said and "  Laying" not in said and "friends" not in said


def test_what_was_laid_onto_places_is_one_card_of_the_whole(tmp_path):
    """A picnic came home as a card for each bite, with the same words on all."""
    asked = '    take home: card\n    for the paper: "On our cloth"\n'
    with Story(loaded=read_activities(tmp_path, lunch=LAID.format(asked))) as story:
        story.go("lunch")
        for name in ("fox", "owl"):
            story.carry(name, next(spot for spot in story.spots() if spot.means == SpotId("keep")))
        who = Traveller("one", story.store.traveller(story.id).record)
    cards = [card for card in keepsake_cards(home(who), Spelling()).data["cards"] if card["on"] != "traveller"]
    assert [(card["on"], card["words"], card["file"]) for card in cards] == [("scene", "On our cloth", "")]
    drawn = keepsake_cards(home(who), Spelling()).pictures
    shown = " ".join(drawn[stamp["file"]].decode() for stamp in cards[0]["scene"]["stamps"])
    assert "'fox'" in shown and "'owl'" in shown


@pytest.mark.parametrize("word", ["page", "card", "letter", "no"])
def test_each_word_leads_to_its_papers(tmp_path, word):
    who = played(tmp_path, treasures=CHOSEN.format(f"    take home: {word}\n"))
    assert ("own-pages" in kinds(who)) is (word == "page")
    assert ("keepsake-card" in kinds(who)) is (word == "card")
    offered = {one.name for one in candidates(home(who))}
    assert ("treasures.treasure" in offered) is (word in ("card", "letter"))
    book = memory_book(home(who), Spelling()).data["pages"]
    assert ("treasures" in [page["title"] for page in book]) is (word in ("page", "card"))
    assert bool(t.with_something(who.record)) is (word in ("page", "card"))


SHOWN = ("star", "kite", "ball", "drum", "boat", "fox", "owl")
SEVERAL = f"  - choose: helps\n    up to: any\n    take home: card\n    pictures: [{', '.join(SHOWN)}]\n"


@pytest.mark.parametrize("number", [2, 6, 7])
def test_several_things_that_were_chosen_are_on_one_card_as_far_as_they_fit(tmp_path, number):
    with Story(loaded=read_activities(tmp_path, helps=SEVERAL), band="big") as story:
        story.go("helps")
        for name in SHOWN[:number]:
            while name not in [option.means.name for option in story.options()]:
                story.tap(TURN)
            story.tap(Option(name))
        story.tap(screens.ONWARD)
        who = Traveller("one", story.store.traveller(story.id).record)
    cards = [card for card in keepsake_cards(home(who), Spelling()).data["cards"] if card["on"] != "traveller"]
    assert [len(card.get("several", [1])) for card in cards] == {2: [2], 6: [6], 7: [6, 1]}[number]
    assert {card["words"] for card in cards} == {"helps"}
    assert ", ".join(card["names"] for card in cards).count(", ") == number - 1


BUMPS = (
    "  - place: plan\n    scene: stony-road\n    take home: pocket-plan\n    pictures: [teddy, torch]\n"
    "    onto: [stone-1: Sleep, stone-2: School, in-mist: What nobody can see]\n"
)


@pytest.mark.parametrize("name", ["bumpy-page", "pocket-plan-card"])
def test_beside_what_helps_stands_the_picture_that_stood_at_the_bump(tmp_path, name):
    (sheet,) = PAPER_KINDS[name].make(home(played(tmp_path, bumps=BUMPS)), Spelling(), PaperOptions())
    (bump,) = sheet.data["bumps"]
    stood = {"Sleep": "sleep", "School": "school", "What nobody can see": "mist-over"}[bump["label"]]
    assert sheet.pictures[bump["sign"]].decode().startswith(f"('{stood}'")


def test_a_bump_that_is_a_picture_of_a_page_that_is_kept_has_no_sign_and_no_name(tmp_path):
    told = home(played(tmp_path, bumps=BUMPS)).latest(t.PLAN)
    (row,) = told.rows
    sign = sign_at(told, row.spot)
    assert sign
    hidden = with_what_was_chosen(told, frozenset([sign]))
    assert sign_at(hidden, row.spot) is None and [one.label for one in hidden.rows] == [""]


JARS = (
    "  - place: jars\n    scene: jar-shelf\n    take home: jars\n    again: yes\n"
    "    pictures: [pebble-warm, pebble-cool]\n"
    "    onto: [sad: Sad, happy: Happy, calm: Calm, angry: Angry, proud: Proud, worried: Worried]\n"
)


def test_jars_stand_on_their_page_as_they_were_filled(tmp_path, renderer):
    who = home(played(tmp_path, jars=JARS))
    told = who.latest(t.JARS)
    everywhere = tuple(replace(told.rows[0], spot=spot, label=spot) for spot in ("sad", "happy", "angry", "worried"))
    of_many = replace(told, rows=everywhere, screen=None)
    many = replace(who, results={t.JARS: HomeResult(((of_many,),), ())})
    made = take_home("jars-page", many, Spelling())
    jars = [made.pictures[group["jar"]].decode() for group in made.data["groups"]]
    assert len(set(jars)) == 4 and all("'jar'" in jar and "'pebble-" in jar and "Sign" in jar for jar in jars)
    (page,) = seen(take_home("jars-page", many, renderer))
    left, top, right, bottom = ink(page)
    assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


def test_what_the_child_has_drawn_can_stand_on_the_certificate(tmp_path):
    assert "song.song" in {one.name for one in candidates(home(played(tmp_path, song=SONG.format(""))))}


def test_a_page_of_the_therapists_own_can_be_kept_by_the_child(tmp_path):
    shown, kept = (played(tmp_path, ask=ask, song=SONG.format("")) for ask in ("show", "keep"))
    assert titles(shown) == ["song"] and titles(kept) == []
    assert "kept by the child" in everything.text(kept)
    assert TAKEN_HOME["own-pages"].why_not(kept.record) == "This is only for the child: it goes home in the sleeve."


def test_a_copy_of_ours_under_another_name_keeps_its_papers(tmp_path):
    for name, copy in (("when-we-are-done", "our-wishes"), ("pick-a-worry-stone", "my-stones")):
        (tmp_path / f"{copy}.yaml").write_text((ACTIVITIES / f"{name}.yaml").read_text("utf-8"), "utf-8")
    with Story(loaded=read_workbook(tmp_path, LIBRARY)) as story:
        for name in ("our-wishes", "my-stones"):
            story.go(name)
            story.choose(1)
            story.tap(screens.ONWARD)
        who = Traveller("one", story.store.traveller(story.id).record)
    assert {"hopes-card", "keepsake-card"} <= kinds(who)
    assert "stone" in {one.name for one in candidates(home(who))}
    assert [page.picture for page in t.with_something(who.record)] == ["hopes-page", "stone-page"]


def test_the_pages_are_printed_inside_their_margins(tmp_path, renderer):
    who = played(tmp_path, song=SONG.format(""), circle=LAID.format(""))
    for sheet in PAPER_KINDS["own-pages"].sheets(who, renderer, PaperOptions()):
        (page,) = seen(sheet)
        left, top, right, bottom = ink(page)
        assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


# What was laid on places stays apart, wherever a small page tells of it

SPOTS = ("changed", "same", "bumpy")
LABELS = ("Keep", "Into the bin, since nobody has played with it for a very long time", "\u00dcberraschungskiste " * 3)
split = st.lists(st.integers(0, 2), min_size=1, max_size=9)


def sorted_out(folder: Path, where: list[int], labels: tuple[str, ...], home: str) -> Traveller:
    """Who has laid so many pictures, each onto the place of this number."""
    names = ("kite", "boat", "star", "ball", "drum", "heart", "leaf", "shell", "moon")[: max(2, len(where))]
    onto = "".join(f"      - {spot}: {label}\n" for spot, label in zip(SPOTS, labels, strict=True))
    steps = (
        f"  - place: boxes\n    scene: three-meadows\n    take home: {home}\n    pictures: [{', '.join(names)}]\n"
        f"    order: as written\n    onto:\n{onto}"
    )
    with Story(loaded=read_activities(folder, boxes=steps)) as story:
        story.go("boxes")
        for name, number in zip(names, where, strict=False):
            while not any(one.means == Option(name) for one in story.options()):
                story.tap(TURN)
            story.tap(Option(name))
            story.tap(SpotId(SPOTS[number]))
        return Traveller("one", story.store.traveller(story.id).record)


@examples(8)
@given(split, st.permutations(LABELS), st.sampled_from(["page", "card"]))
def test_no_small_page_makes_one_heap_of_what_was_laid_on_several_places(tmp_path_factory, where, labels, kind):
    who = home(sorted_out(tmp_path_factory.mktemp("boxes"), where, tuple(labels), kind))
    ours, told = memory_book(who, Spelling()).data["pages"], who.latest(t.Made(kind, "boxes", "boxes"))
    small = [page for page in ours if page["kind"] == "places"]
    small += life_story_page(who, Spelling()).data["pictures"]
    assert len(small) == 2
    for page in small:
        assert [len(one["heap"]) for one in page["groups"]] == [len(row.pictures) for row in told.rows]
        assert [one["label"] for one in page["groups"]] == [row.label for row in told.rows]
        assert page["scene"]


@pytest.mark.search
@pytest.mark.parametrize(("paper", "second"), together(list(PAPERS), ["ar", ""]))
def test_however_much_lies_there_these_papers_are_one_page_inside_their_margins(tmp_path, renderer, paper, second):
    who = home(sorted_out(tmp_path, [0, 1, 2] * 3, LABELS, "page"))
    for made in (memory_book, life_story_page):
        (page,) = seen(made(who, renderer, PaperOptions(paper, second=second)))
        left, top, right, bottom = ink(page)
        assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


@pytest.mark.parametrize("size", [(300, 440), (440, 300)])
def test_a_letter_paper_of_her_own_is_whole_on_its_page(tmp_path, size):
    """Its red rim was cut off, and an upright one lay small in a frame of twice its area."""
    (tmp_path / "pictures").mkdir()
    sheet = Image.new("RGB", size, "red")
    sheet.paste("white", (20, 20, size[0] - 20, size[1] - 20))
    sheet.save(tmp_path / "pictures/letter.png")
    library = Library(tmp_path / "pictures", tmp_path / "safe")
    loaded = read_activities(tmp_path, library, mine="  - draw: mine\n    paper: letter\n")
    with Story(loaded=loaded, library=library) as story:
        story.go("mine")
        story.choose(1)
        story.tap(screens.ONWARD)
        who = Traveller("one", story.store.traveller(story.id).record)
    (page,) = PAPER_KINDS["own-pages"].sheets(who, Renderer(library, tmp_path / "art"), PaperOptions())
    red, *others = seen(page)[0].split()
    red, others = red.point(lambda v: 255 * (v > 200)), [one.point(lambda v: 255 * (v < 60)) for one in others]
    left, top, right, bottom = reduce(ImageChops.darker, others, red).getbbox()
    assert (right - left) / (bottom - top) == pytest.approx(size[0] / size[1], rel=0.05)
    assert max(right - left, bottom - top) > 250, "as large as the frame"


# What stands alone, and what lies in a scene, is named below it


def of_own_pages(who: Traveller) -> list[str]:
    return [sheet.data.get("word", "") for sheet in PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())]


NAMED = "  - choose: treasure\n    pictures: [kite: Nothing at all, boat: Nothing at all]\n{}"


@pytest.mark.parametrize(
    ("steps", "word"),
    [
        (NAMED.format("    for the paper: How much it rumbled\n"), "Nothing at all"),
        (NAMED.format("    for the paper: Nothing at all\n"), ""),
        (SONG.format(""), ""),
    ],
    ids=["its label", "the title says it", "a drawing"],
)
def test_below_one_picture_alone_stands_what_it_shows(tmp_path, steps, word):
    """A page 'Today it rumbled' showed a volcano, and not that it was 'Nothing'."""
    assert of_own_pages(played(tmp_path, rumbled=steps)) == [word]
