"""The pages that explain, and those for a wall or a book: each on as many pages in all languages and in two at once."""

import pytest
from msgspec.structs import replace

from game.art.library import Library
from game.paper import cue_sheets
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.paper.typst_press import Sheet, pngs
from game.play.record import Traveller
from game.system.language import words
from tests.support.examples import together
from tests.support.own_on_papers import CHOSEN, LAID, SONG, played
from tests.support.own_scenes import DAY, GARDEN, make_scene
from tests.support.sheets import MM, Spelling, ink, seen
from tests.support.story import ACTIVITIES
from tests.support.whole_workbook import NAMES, saying, whole_workbook

IN_TWO = [name for name, kind in PAPER_KINDS.items() if "second" in kind.asks]
ALONE = {"summary", "everything", "supervision", "private-page"}  # the therapist's own: nobody else reads them
PAGES = (*(name for name in IN_TWO if name not in ("certificate", "cue-sheets")), "supervision")
OPTIONS = (  # the longest words, and from the right; alone and together, on the shorter and the narrower paper
    PaperOptions("letter", "ar", second="de"),
    PaperOptions("letter", "de", second="ar"),
    PaperOptions("a4", "es", second="de"),
    PaperOptions("a4", "ar"),
)
SEVERAL = {"life-story-page": 2}  # of who shows all of it
LOWEST = 20  # pixels to an inch: enough to count pages


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return saying(whole_workbook(), **{name.removesuffix("-page").replace("-", "_"): "show" for name in NAMES})


@pytest.fixture(scope="module")
def own(tmp_path_factory) -> Traveller:
    """Who has done activities of a therapist's own, which ours have no words for."""
    says = '    for the paper: "Who is with me"\n'
    folder = tmp_path_factory.mktemp("own")
    return played(folder, circle=LAID.format(says), song=SONG.format(""), treasures=CHOSEN.format(""))


@pytest.fixture
def sheets(traveller, own):
    """The sheets of a paper for whom it has the most on it."""

    def sheets_of(name: str, renderer, options: PaperOptions) -> tuple[Sheet, ...]:
        who = saying(traveller, jars="keep", backpack="keep") if name == "sleeve" else traveller
        return PAPER_KINDS[name].sheets(own if name == "own-pages" else who, renderer, options)

    return sheets_of


def test_every_paper_that_others_read_can_be_in_two_languages():
    """None is without words, and none of the others is read by anybody but the therapist."""
    assert {*PAPER_KINDS} - {*IN_TWO} == ALONE


@pytest.mark.search
@pytest.mark.parametrize(("name", "options"), together(PAGES, OPTIONS))
def test_each_takes_no_more_pages_whatever_the_language_and_the_paper(sheets, renderer, name, options):
    made, plain = (sheets(name, renderer, one) for one in (options, PaperOptions(options.paper)))
    pages = [[len(pngs(sheet, LOWEST)) for sheet in some] for some in (made, plain)]
    assert pages[0] == pages[1] and pages[0]
    assert name in ("sleeve", "flip-book") or {*pages[0]} == {SEVERAL.get(name, 1)}


@pytest.mark.search
@pytest.mark.parametrize(("name", "second"), together(PAGES, ["ar", "", "es"]))
def test_each_stays_inside_its_margins(sheets, renderer, name, second):
    for page in (page for s in sheets(name, renderer, PaperOptions(language="de", second=second)) for page in seen(s)):
        left, top, right, bottom = ink(page)
        assert min(left, top, page.width - right, page.height - bottom) >= 11 * MM


@pytest.mark.parametrize("name", IN_TWO)
def test_the_second_language_says_all_that_the_first_says_and_nothing_where_it_is_the_same(sheets, name):
    def data(language: str, second: str = "") -> list[dict]:
        return [s.data for s in sheets(name, Spelling(), PaperOptions(language=language, second=second))]

    assert data("de") and data("de", "de") == data("de")
    for both, first, other in zip(data("de", "ar"), data("de"), data("ar"), strict=True):
        said, how = both["second"], ("language", "mirrored", "joined")
        assert both | {"second": None} == first
        assert {key: said[key] for key in how} == {key: other[key] for key in how}
        assert said.keys() > {*how} and all(said[key] == other[key] for key in said)


@pytest.mark.search
@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("supervision", "own-pages")])
def test_the_second_language_is_seen_on_the_paper(sheets, renderer, name):
    """Without its words the page looks otherwise. (What a therapist wrote is the same in both, and is said once.)"""
    options = PaperOptions(language="de", second="ar", name="Mila")
    for sheet in sheets(name, renderer, options)[:1]:
        page, *_more = seen(sheet)
        bare, *_more = seen(replace(sheet, data=sheet.data | {"second": wordless(sheet.data["second"])}))
        left, top, right, bottom = ink(page, bare)
        assert right - left > 5 * MM and bottom > top


@pytest.mark.parametrize("second", ["", "es"])
def test_whose_help_stands_nearer_to_its_line_than_to_the_next_bump(sheets, renderer, second):
    """It was taken for a part of the heading below it."""
    sheet = sheets("bumpy-page", renderer, PaperOptions(second=second))[0]
    bumps, page = sheet.data["bumps"], seen(sheet)[0]

    def differs(**data) -> tuple[int, int]:
        """From which row to which the page is another one with this data."""
        _left, top, _right, bottom = ink(page, seen(replace(sheet, data=sheet.data | data))[0])
        return top, bottom

    def heading(number: int) -> int:
        other = bumps[number] | {"label": "HHHHHHHHHHHHHHHH"}
        return differs(bumps=[*bumps[:number], other, *bumps[number + 1 :]])[0]

    row = heading(3) - heading(2)
    helps = differs(who="HHHHHHHHHHHHHHH")[1] - row
    assert heading(3) - helps >= 3.5 * MM


def wordless(data):
    """The same data without a word."""
    if isinstance(data, dict):
        kept = ("language", "mirrored", "joined")
        return {key: value if key in kept else wordless(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [wordless(one) for one in data]
    return "" if isinstance(data, str) else data


@pytest.fixture(scope="module")
def every(traveller) -> dict[str, list[dict]]:
    """The steps on the cue sheets of all our activities, by title."""
    begun = traveller.record.visits[-1].begun
    stops = tuple(replace(begun.stops[0], activity=path.stem) for path in sorted(ACTIVITIES.glob("*.yaml")))
    begun = replace(begun, stops=stops)
    _first, sheet = cue_sheets.sheets(begun, Spelling(), PaperOptions())
    return {page["title"]: page["steps"] for page in sheet.data["pages"]}


def test_cue_sheets_have_the_words_of_each_activity_of_the_visit_and_nothing_that_was_chosen(traveller):
    begun = traveller.record.visits[-1].begun
    first, sheet = cue_sheets.sheets(begun, Spelling(), PaperOptions(second="de"))
    assert first.template == "words-page"
    assert [page["title"] for page in sheet.data["pages"]] == [stop.title for stop in begun.stops]
    pairs = zip(sheet.data["pages"], sheet.data["second"]["pages"], strict=True)
    for page, other in pairs:
        assert page["purpose"] and other["title"] == words("de")(page["title"])
        assert [len(step["words"]) for step in page["steps"]] == [len(step["words"]) for step in other["steps"]]


def test_cue_sheets_say_what_is_done_and_what_the_little_story_shows(traveller):
    _first, sheet = cue_sheets.sheets(traveller.record.visits[-1].begun, Spelling(), PaperOptions())
    pages = {page["title"]: page["steps"] for page in sheet.data["pages"]}
    assert all(step["seen"] for steps in pages.values() for step in steps)
    story, done = pages["When we are done"][0]["seen"]
    assert story.startswith(
        "The companion shows something first: it thinks of itself at the gate, carries an acorn, "
        "goes to “I want to keep this”, "
    )
    assert done == "The child lays pictures where it wants them. Each can lie somewhere else, or be put back."


def test_cue_sheets_say_where_the_companion_goes_in_each_story_of_ours_and_what_it_has(every):
    """But for a few places that are nothing to name, a story is not told without what it is about."""
    seen = {title: [sentence for step in steps for sentence in step["seen"]] for title, steps in every.items()}
    assert seen["Who sees this"][0] == (
        "The companion shows something first: it carries a drawing of a leaf, goes to the folder, lays it down, "
        "carries a drawing of an acorn, goes to those at home, lays it down, carries a drawing of a scarf, "
        "goes to the sleeve that only the child opens, lays it down."
    )
    stories = [one for some in seen.values() for one in some if one.startswith("The companion shows something first")]
    assert stories and not [told for told in stories if "something," in told]


@pytest.mark.parametrize("name", ["sleeve", "bench"])
def test_a_place_of_her_own_scene_is_not_told_as_the_place_of_ours_that_is_called_so(traveller, tmp_path, name):
    make_scene(tmp_path, text=GARDEN.replace("swing", name))
    (tmp_path / "garden-day.yaml").write_text(DAY.replace("[swing,", "[").replace("swing", name))
    begun = traveller.record.visits[-1].begun
    begun = replace(begun, stops=(replace(begun.stops[0], activity="garden-day"),))
    spelling = Spelling()
    spelling.library = Library(tmp_path / "pictures")
    _first, sheet = cue_sheets.sheets(begun, spelling, PaperOptions())
    ((step,),) = (page["steps"] for page in sheet.data["pages"])
    told = "The companion shows something first: it goes on a little, looks at “In the water”."
    assert step["seen"][0] == told


def test_cue_sheets_say_on_what_the_child_draws(traveller, tmp_path):
    steps = "  - draw: where\n{}  - choose: mine\n    pictures: [kite, boat]\n  - draw: more\n    from: mine\n{}"
    text = "title: Draw\npurpose: To be tried.\ncover: kite\nscene: two-banks\nsteps:\n"
    (tmp_path / "draw.yaml").write_text(text + steps.format("    on: body-outline\n", "    paper: broad-leaf\n"))
    begun = traveller.record.visits[-1].begun
    begun = replace(begun, stops=(replace(begun.stops[0], activity="draw"),))
    spelling = Spelling()
    spelling.library = Library(tmp_path / "pictures")
    _first, sheet = cue_sheets.sheets(begun, spelling, PaperOptions(second="de"))
    ((where, _, more),) = (page["steps"] for page in sheet.data["pages"])
    assert where["seen"] == ["The child draws.", "It draws on \u201cBody outline\u201d."]
    assert more["seen"] == ["The child draws.", "It draws on \u201cBroad leaf\u201d, and on what was chosen before."]
    ((there, _, _),) = (page["steps"] for page in sheet.data["second"]["pages"])
    assert "\u201e" in there["seen"][1] and there["seen"][1] != where["seen"][1]


def test_cue_sheets_have_the_words_for_how_a_stone_walks(every):
    assert {"Walks easily now", "In between", "Still bumpy"} <= {*every["What changed"][-1]["words"]}


def test_lanterns_of_visits_are_no_words_on_cue_sheets(every):
    road, visits = every["Our road"]
    assert "The bridge" in road["words"] and visits["words"] == []
    assert [step["words"] for step in every["Lanterns"]] == [[]]
    assert "Sleep" in every["Bumpy bit"][0]["words"] and "Happy" in every["Goodbye jars"][0]["words"]
