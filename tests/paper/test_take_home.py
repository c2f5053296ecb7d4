"""What the child takes home, and the summary of a whole workbook: from the recorded story of six visits."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.app import commands
from game.art.renderer import Renderer
from game.core.events import ActivityPage, StepSummary
from game.core.ids import SpotId
from game.core.picture import Stamp
from game.core.sprite import sprite_of
from game.core.table import CHOSEN, Offered, Outcome
from game.mechanics import place
from game.paper import certificate, everything, typst_press
from game.paper import take_home_papers as take_home
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.registry import KEPT, TAKEN_HOME
from game.play import consent as t
from game.play.record import Record, Traveller
from game.play.replay import replay
from game.records.journal_reader import read
from game.system.errors import Trouble
from tests.support.examples import together
from tests.support.sheets import MM, PAPERS, home, ink, seen
from tests.support.whole_workbook import NAMES, STORY, changed, saying, whole_workbook

NO_PAPER = {"bother-page", "jars-page"}  # what the child of the story keeps


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return whole_workbook()


def made(traveller: Traveller, renderer: Renderer, paper: str = "a4") -> dict[str, typst_press.Sheet]:
    going, options = home(traveller), PaperOptions(paper=paper)
    sheets = {name: take_home.sheet(name, going, renderer, options) for name in take_home.PAGES}
    return {name: sheet for name, sheet in sheets.items() if sheet}


# The summary


def test_the_text_of_the_whole_workbook(traveller):
    assert everything.text(traveller) == (STORY / "summary.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", PAPERS)
def test_the_picture_summary_of_the_whole_workbook_stays_inside_its_margins(traveller, renderer, paper):
    for page in seen(everything.sheet(traveller, renderer, PaperOptions(paper=paper))):
        left, top, right, bottom = ink(page)
        assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


def steps(traveller: Traveller, renderer: Renderer) -> dict[tuple[str, str], dict]:
    """The steps of the picture summary, by activity's title and heading."""
    visits = everything.sheet(traveller, renderer).data["visits"]
    return {(page["title"], step["heading"]): step for v in visits for page in v["pages"] for step in page["steps"]}


def test_pebbles_lie_there_as_they_were_dropped_and_are_named_once(traveller, renderer):
    found = steps(traveller, renderer)["Goodbye jars", "Laying"]
    sad = next(row for row in found["rows"] if row["how"] == "chosen (Sad)")
    assert (len(sad["heap"]), sad["names"], sad["pictures"]) == (4, "Pebble warm, Pebble cool", [])
    assert found["scene"]


def test_what_the_child_has_made_is_printed_large_in_its_own_shape(traveller, renderer):
    found = steps(traveller, renderer)
    calm = found["My calm place", "Decorating"]["rows"][0]["pictures"][0]
    card = found["When we are done", "drawn card"]["rows"][0]["pictures"][0]
    stone = found["Pick a worry stone", "Decorating"]["rows"][0]["pictures"][0]
    assert (calm["width"], calm["shape"]) == (everything.WIDE, pytest.approx(456 / 664))
    assert (card["width"], card["shape"]) == (everything.WIDE, pytest.approx(440 / 700))
    assert (stone["width"], stone["shape"]) == (everything.MADE, 1)


def crowded(label: str, *many: int) -> Traveller:
    """Steps with so many pictures each, one beside the other."""
    made = tuple(
        StepSummary(i, f"step-{i}", "choose", "riverbank", (), (_row(label, count),)) for i, count in enumerate(many)
    )
    (visit,) = (replay(read(path)) for path in sorted(STORY.glob("*1.jsonl")))
    return Traveller("one", Record((replace(visit, pages=(ActivityPage("crowd", "A crowd", "done", made),)),)))


def _row(label: str, count: int) -> Outcome:
    return Outcome(CHOSEN, tuple(Offered(f"{label}-{i}", "fox", f"{label} {i}") for i in range(count)))


@pytest.mark.parametrize("many", [(1, 9), (1, 1, 1), (2, 4, 1, 22, 1), (40,), (0, 3, 60)])
@pytest.mark.parametrize("label", ["Fox", "Somebody whom I have known for a very long time", "W" * 60])
def test_any_number_of_pictures_fits_on_the_pages(renderer, many, label):
    for page in seen(everything.sheet(crowded(label, *many), renderer)):
        left, top, right, bottom = ink(page)
        assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


# The take-home papers


@pytest.mark.search
@pytest.mark.parametrize(("name", "paper"), together(list(take_home.PAGES), list(PAPERS)))
def test_every_paper_is_one_page_inside_its_margins(traveller, renderer, name, paper):
    everything = saying(traveller, **{name.removesuffix("-page").replace("-", "_"): "show" for name in NAMES})
    sheet = take_home.sheet(name, home(everything), renderer, PaperOptions(paper=paper))
    (page,) = seen(sheet)
    left, top, right, bottom = ink(page)
    assert sorted(page.size) == pytest.approx(sorted(PAPERS[paper]), abs=1)
    assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM
    assert typst_press.pdf(sheet).startswith(b"%PDF")


def test_the_child_of_the_story_keeps_two_pages_and_the_others_are_made(traveller, renderer):
    assert set(take_home.PAGES) - set(made(traveller, renderer)) == NO_PAPER
    why = {name: TAKEN_HOME[name].why_not(traveller.record) for name in take_home.PAGES}
    assert {name: said for name, said in why.items() if said} == dict.fromkeys(NO_PAPER, KEPT)
    silent = TAKEN_HOME["bother-page"].why_not(saying(traveller).record)
    assert silent == "The child has not said that this may be shown."


@pytest.mark.parametrize(
    ("spots", "not_made"),
    [
        ({}, {"bother-page"}),
        ({"bother": "show"}, set()),
        ({"hopes": "keep"}, {"bother-page", "hopes-card"}),
        ({"journey": "keep", "hopes": "show"}, {"bother-page", "journey-fold-out"}),
        ({"keepsake": "keep", "stone": "keep"}, {"bother-page"}),
    ],
)
def test_what_is_made_follows_what_the_child_has_said(traveller, renderer, spots, not_made):
    assert set(take_home.PAGES) - set(made(saying(traveller, **spots), renderer)) == not_made


def test_a_kept_keepsake_and_stone_are_not_on_the_certificate(traveller, renderer):
    both = {"keepsake": "keep", "stone": "keep"}
    before, after = (certificate.sheet(home(saying(traveller, **s)), renderer) for s in ({}, both))
    assert before.data["stand"]["right"] and not after.data["stand"]["right"]


@pytest.mark.parametrize(
    ("spots", "there"), [({}, True), ({"backpack": "keep"}, False), ({"backpack": "keep", "pocket_plan": "show"}, True)]
)
def test_the_pocket_plan_leaves_out_what_lies_in_a_backpack_that_is_kept(traveller, renderer, spots, there):
    sheet = take_home.sheet("pocket-plan-card", home(saying(traveller, **spots)), renderer)
    labels = [picture["label"] for bump in sheet.data["bumps"] for picture in bump["pictures"]]
    assert ("Teddy" in labels) is there and "Somebody who helps" in labels


def test_the_last_answer_counts(traveller):
    later = replace(saying(traveller, hopes="show").record.visits[-1])
    earlier = saying(traveller, hopes="keep").record.visits
    assert t.may_go_home(Record(earlier), t.HOPES) is False
    assert t.may_go_home(Record((*earlier, later)), t.HOPES) is True
    taken_back = saying(traveller).record.visits[-1]
    assert t.answers_given(Record((*earlier, taken_back))) == {}


def test_a_drawing_of_the_child_is_among_its_hopes(traveller, renderer):
    card = next(o for row in home(traveller).latest(t.HOPES).rows for o in row.pictures if o.id == "card-101")
    hopes = take_home.sheet("hopes-card", home(traveller), renderer)
    assert renderer.sprite(sprite_of(Stamp(card.art, 0, 0, place.SIZE, lift="ready")), 2) in hopes.pictures.values()


def test_the_certificate_wears_the_emblem_that_the_child_chose_above_its_words(traveller, renderer):
    sheet = certificate.sheet(home(traveller), renderer)
    assert sheet.pictures[sheet.data["above"]] == renderer.paper_png("certificate-leaves", certificate.SMALL)
    plain = changed(traveller, t.EMBLEM, lambda told: replace(told, rows=()))
    without = certificate.sheet(home(plain), renderer)
    assert without.data["above"] == ""
    words = {"name": "\u200b", "says": sheet.data["says"] | dict.fromkeys(("heading", "sentences", "last"), "\u200b")}
    (page,) = seen(sheet)
    (wordless,), (bare,) = (seen(replace(one, data=one.data | words)) for one in (sheet, without))
    left, top, right, bottom = ink(wordless, bare)
    assert page.width * 0.4 < left < right < page.width * 0.6 and top > 12 * MM and bottom < page.height * 0.22
    assert bottom < ink(page, wordless)[1]


def test_jars_that_were_shown_one_at_a_time_are_told_jar_by_jar(traveller, renderer):
    def little(told: StepSummary) -> StepSummary:
        only = tuple(thing for thing in told.screen.things if getattr(thing, "means", None) in (None, SpotId("sad")))
        return replace(told, screen=replace(told.screen, things=only))

    sheet = take_home.sheet("jars-page", home(saying(changed(traveller, t.JARS, little))), renderer)
    assert sheet.data["scene"] is None
    assert [len(group["heap"]) for group in sheet.data["groups"]] == [4, 2, 2, 1]
    (page,) = seen(sheet)
    left, top, right, bottom = ink(page)
    assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


def test_records_without_their_screens_still_make_every_paper(traveller, renderer):
    blind = saying(traveller, bother="show")
    for which in (t.HOPES, t.JARS, t.PLAN, t.THEN_AND_NOW):
        blind = changed(blind, which, lambda told: replace(told, screen=None))
    sheets = made(blind, renderer)
    assert set(sheets) == set(take_home.PAGES) and all(len(seen(sheet)) == 1 for sheet in sheets.values())


@pytest.mark.parametrize("name", take_home.PAGES)
def test_what_may_be_seen_at_school_says_nothing_of_therapy(name):
    words = (typst_press.TEMPLATES / f"{take_home.PAGES[name].template}.typ").read_text(encoding="utf-8").lower()
    words += Path(take_home.__file__).read_text(encoding="utf-8").lower().split('"""', 2)[2]
    assert not [
        word for word in ("therap", "clinic", "diagnos", "patient", "treatment", "cured", "brave") if word in words
    ]


def test_who_has_made_nothing_is_told_so_and_gets_no_paper(renderer, tmp_path, capsys, monkeypatch):
    (visit,) = (replay(read(path)[:2]) for path in sorted(STORY.glob("*1.jsonl")))
    nobody = Traveller("one", Record((visit,)))
    assert made(nobody, renderer) == {}
    monkeypatch.setattr(commands, "_found", lambda home, name: (nobody, renderer))
    commands.papers(None, "nobody", tmp_path / "papers", AS_USUAL)
    said = "There is nothing to make yet: no-pictures-yet has laid nothing that a paper shows.\n"
    assert capsys.readouterr().out == said and not list((tmp_path / "papers").iterdir())


def test_the_command_tells_each_paper_and_what_is_kept(traveller, renderer, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(commands, "_found", lambda home, name: (traveller, renderer))
    older = tmp_path / "jars-page.pdf"
    older.write_bytes(b"older")
    commands.papers(None, "fox-moon", tmp_path, PaperOptions("letter"))
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        f"memory-book: {tmp_path}/memory-book.pdf",
        f"sleeve: {tmp_path}/sleeve.pdf",
        f"keepsake-card: {tmp_path}/keepsake-card.pdf",
        f"flip-book: {tmp_path}/flip-book.pdf",
        f"pocket-plan-card: {tmp_path}/pocket-plan-card.pdf",
        f"bumpy-page: {tmp_path}/bumpy-page.pdf",
        f"journey-fold-out: {tmp_path}/journey-fold-out.pdf",
        f"postcard: {tmp_path}/postcard.pdf",
        f"hopes-card: {tmp_path}/hopes-card.pdf",
        f"backpack-page: {tmp_path}/backpack-page.pdf",
        f"calm-place-page: {tmp_path}/calm-place-page.pdf",
        f"bother-page: not made. {KEPT}",
        f"pebble-page: {tmp_path}/pebble-page.pdf",
        f"life-story-page: {tmp_path}/life-story-page.pdf",
        f"jars-page: not made. {KEPT} One that was made earlier is still there: {older}",
    ]
    (tmp_path / "file").write_text("words")
    with pytest.raises(Trouble, match=r"^The folder '.*deeper' cannot be made: .+\.$"):
        commands.papers(None, "fox-moon", tmp_path / "file" / "deeper", AS_USUAL)


def test_what_our_papers_show_is_said_in_our_files_and_asked_of_the_child_on_two_places():
    """Whoever takes `take home` out of an activity of ours takes its paper away."""
    from game.core.take_home import OF_OWN_PLACE
    from tests.support.story import SHELF

    found = [(name, step) for name, activity in SHELF.activities.items() for step in activity.steps]
    assert sorted(step.home for _, step in found if step.home in OF_OWN_PLACE) == sorted(OF_OWN_PLACE)
    before = {(name, step.result): step.home for name, step in found if step.home in OF_OWN_PLACE}
    assert before == {named: made.home for named, made in t.BEFORE.items() if made != t.GOES_HOME}
    (spots,) = (step.spots() for _, step in found if "visit.pages" in step.references())
    assert {spot.name for spot in spots} == {t.WALL, t.SLEEVE}


def test_nothing_of_ours_goes_home_as_a_page_that_nobody_has_thought_of():
    from tests.support.story import SHELF

    found = [step for activity in SHELF.activities.values() for step in activity.steps]
    assert [step.result for step in found if step.home == "page" and "visit.pages" not in step.references()] == []
