"""How a therapist's own activities are told: in the summary, and for supervision."""

import re
from pathlib import Path

import pytest

from game.art.library import Library
from game.core.ids import Option, SpotId
from game.paper import everything, notes, summary
from game.paper.life_story_page import sheet as life_story_page
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play import screens
from game.play.record import Traveller
from game.records.own_words import OwnWords
from game.system.language import words as words_of
from tests.support.own_on_papers import CHOSEN, LAID, SONG, played, titles
from tests.support.sheets import Spelling, home
from tests.support.story import LIBRARY, Story, read_activities, read_workbook


def for_supervision(who: Traveller) -> list[str]:
    (sheet,) = PAPER_KINDS["supervision"].sheets(who, Spelling(), PaperOptions())
    return list(sheet.data["sections"][0]["said"])


def test_for_supervision_the_things_of_an_activity_stand_in_one_line(tmp_path):
    two = (
        CHOSEN.format("") + CHOSEN.replace("treasure", "wind").format("") + LAID.format('    for the paper: "Near."\n')
    )
    (sheet,) = PAPER_KINDS["supervision"].sheets(played(tmp_path, flying=two), Spelling(), PaperOptions())
    told = sheet.data["sections"][0]["said"]
    assert [line.partition(": ")[0] for line in told] == ["flying", "Near"] and told[0].count(": ") == 1


AGAIN = (
    "  - place: helps\n    pictures: [silence, song]\n    again: yes\n{}"
    "    onto:\n      - keep: Too loud\n      - different: At night\n"
)


@pytest.mark.parametrize(
    ("scene", "told"), [("", "Silence, Silence"), ("    scene: jar-shelf\n", "Silence")], ids=["a land", "jars"]
)
def test_two_equal_things_on_one_place_are_told_as_two_and_pebbles_in_a_jar_as_pebbles(tmp_path, scene, told):
    steps = AGAIN.format(scene)
    steps = steps.replace("keep", "sad").replace("different", "happy") if scene else steps
    with Story(loaded=read_activities(tmp_path, sounds=steps)) as story:
        story.go("sounds")
        for _ in range(2):
            story.tap(Option("silence"))
            story.tap(story.spots()[0].means)
        who = Traveller("one", story.store.traveller(story.id).record)
    (row,) = story.rows
    assert len(row.pictures) == 2
    for text in (summary.text(who), everything.text(who), *for_supervision(who)):
        assert re.search(f"(Too loud|At night)\\)?: {told}\\.?(\n|$)", text), text


def test_of_the_little_ones_too_the_page_is_the_scene_as_they_left_it_and_no_heap_of_cards(tmp_path):
    with Story("little", loaded=read_activities(tmp_path, sounds=AGAIN.format(""))) as story:
        story.go("sounds")
        for place in ("keep", "different"):
            story.tap(Option("silence"))
            story.tap(SpotId(place))
        who = Traveller("one", story.store.traveller(story.id).record)
    (sheet,) = PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())
    assert sheet.data["scene"]


def test_for_supervision_a_drawing_is_named_once_with_what_it_was_drawn_on(tmp_path):
    asked = '    on: kite\n    for the paper: "Where it is:"\n'
    who = played(tmp_path, where=SONG.format(asked), song=SONG.format("    on: boat\n"))
    assert for_supervision(who) == ["song: Song (drawn on: Boat).", "Where it is (drawn on: Kite)."]


STICKERS = "  - choose: loud\n    pictures: [drum, ball]\n{}  - decorate: loud\n    with: [star, heart]\n{}"


@pytest.mark.parametrize("lead", ["", '    for the paper: "Too loud:"\n'])
def test_the_sentence_of_what_was_put_upon_it_stands_beside_that_of_what_was_chosen(tmp_path, lead):
    who = played(tmp_path, sounds=STICKERS.format(lead, '    for the paper: "What helps:"\n'))
    first = "Too loud: (Drum|Ball)." if lead else "Chose \u201c(Drum|Ball)\u201d."
    helps = r"What helps: (Star|Heart) \(on (Drum|Ball)\)\."
    assert re.search(f"\n  {first} {helps}\n", summary.text(who))
    loud, put = for_supervision(who)
    assert re.fullmatch("(Too loud|sounds): (Drum|Ball).", loud) and re.fullmatch(helps, put)
    assert titles(who) == ["Too loud" if lead else "sounds"]


def test_without_a_sentence_of_its_own_what_was_put_upon_it_is_told_with_it_for_supervision_too(tmp_path):
    (loud,) = for_supervision(played(tmp_path, sounds=STICKERS.format("", "")))
    assert re.fullmatch("sounds: (Drum|Ball) with (Star|Heart).", loud)


RUBBED = (
    "  - choose: treasure\n    pictures: [kite, boat]\n    for the paper: Mine\n"
    '  - rub: treasure\n    for the paper: "I rubbed it:"\n'
)


def test_what_was_rubbed_is_told_by_its_name_and_not_as_something_put_upon_it(tmp_path):
    who = played(tmp_path, stone=RUBBED)
    assert re.search(r"\n  Mine: (Kite|Boat)\. I rubbed it: \1\.\n", summary.text(who)), summary.text(who)
    assert re.fullmatch(r"Mine: (Kite|Boat)\. I rubbed it: \1\.", " ".join(for_supervision(who)))


@pytest.mark.parametrize(
    ("says", "told"),
    [("What I lit ...", "What I lit: lights."), ("What I lit:", "What I lit: lights."), ("I lit two.", "I lit two.")],
)
def test_a_sentence_that_waits_for_more_is_ended_where_lanterns_were_lit(tmp_path, says, told):
    lights = f'  - light: lights\n    along: [keep, different]\n    for the paper: "{says}"\n'
    assert f"\n  {told}\n" in summary.text(played(tmp_path, lights=lights))


OPEN = pytest.mark.parametrize("end", [":", ": \u2026", "\u2026", " ...", ": ..."])


def told_on_all_papers(who: Traveller, activities: Path) -> str:
    """The summary, the notes of all kinds, what is for supervision, the certificate's sentences and all titles."""
    spelling = Spelling()
    spelling.library = Library(activities / "pictures")  # cue sheets are made of the files beside it
    notes_of = "".join(notes.note(who, 0, form, OwnWords(), words_of("en")) for form in notes.FORMS)
    papers = ("certificate", "keepsake-card", "memory-book", "own-pages", "life-story-page", "cue-sheets")
    made = [sheet.data for name in papers for sheet in PAPER_KINDS[name].sheets(who, spelling, PaperOptions())]
    return "\n".join((summary.text(who), everything.text(who), notes_of, *for_supervision(who), str(made)))


@OPEN
@pytest.mark.parametrize("home", ["page", "card"])
def test_a_sentence_that_waits_for_more_has_one_colon_and_no_dots_on_any_paper(tmp_path, end, home):
    asked = f'    take home: {home}\n    for the paper: "Too loud for me{end}"\n'
    who = played(tmp_path, sounds=CHOSEN.format(asked))
    text = told_on_all_papers(who, tmp_path)
    assert re.search(r"Too loud for me: (Kite|Boat|Star)\.", summary.text(who))
    assert not re.search("for me\\s*(:\\s*[:.\u2026]|\u2026|\\.\\.)", text), text


@OPEN
def test_so_it_is_above_places_and_for_what_a_place_is_called_and_where_nothing_follows(tmp_path, end):
    asked = f'    for the paper: "What helps{end}"\n    story: [walk: keep]\n'
    laid = LAID.format(asked).replace("Who stays", f'"Who stays{end}"') + f'      - different: "Who goes{end}"\n'
    watched = f'  - watch: song\n    story:\n      - carry: acorn\n    for the paper: "We sang{end}"\n'
    who = played(tmp_path, helps=laid, song=watched)
    assert re.search("What helps \u2013 Who (stays|goes): ", summary.text(who))
    assert "We sang.\n" in summary.text(who)
    assert not re.search(
        "(helps|stays|sang)\\s*(:\\s*[:.\u2026\u201d]|\u2026|\\.\\.)", told_on_all_papers(who, tmp_path)
    )


def test_where_there_is_one_place_alone_the_sentence_says_it_and_the_place_is_not_named_besides(tmp_path):
    who = played(tmp_path, friends=LAID.format('    for the paper: "Who stays with me:"\n'))
    assert re.search(r"\n  Who stays with me: (Fox|Owl)\.\n", summary.text(who)), summary.text(who)
    assert re.fullmatch(r"Who stays with me: (Fox|Owl)\.", for_supervision(who)[0])
    made = str([sheet.data for sheet in PAPER_KINDS["own-pages"].sheets(who, Spelling(), PaperOptions())])
    assert "Who stays with me" in made and "'Who stays'" not in made


def test_of_several_places_the_one_on_which_something_lies_is_named(tmp_path):
    asked = LAID.format('    for the paper: "Who is there:"\n') + "      - different: Who goes\n"
    who = played(tmp_path, friends=asked)
    assert re.search(r"Who is there \u2013 Who (stays|goes): (Fox|Owl)\.", summary.text(who)), summary.text(who)


@pytest.mark.parametrize(
    ("words", "above", "led"),
    [
        ("Who is there", "Who is there:", "Who is there \u2013"),
        ("Who is there: ...", "Who is there:", "Who is there \u2013"),
        ("Who is there?", "Who is there?", "Who is there?"),
        ("They are here.", "They are here.", "They are here."),
    ],
)
def test_words_above_places_end_with_a_colon_on_a_line_of_their_own_and_lead_on_in_running_text(
    tmp_path, words, above, led
):
    who = played(tmp_path, friends=LAID.format(f'    for the paper: "{words}"\n') + "      - different: Who goes\n")
    (page,) = summary.sheet(who, Spelling()).data["visits"][-1]["pages"]
    first, place = (one["said"] for one in page["sentences"])
    assert first == above and page["together"] == f"{led} {place}"
    assert f"\n  {led} {place}\n" in summary.text(who)


WALK = '  - walk: road\n    along: [{}]\n{}    for the paper: "What comes along:"\n'


def test_of_a_walk_with_a_sentence_is_told_what_stood_along_it(tmp_path):
    steps = CHOSEN.format("") + WALK.format("keep, different", "    from: treasure\n")
    who = played(tmp_path, move=steps)
    assert re.search(r"What comes along: (Kite|Boat|Star)\.", summary.text(who)), summary.text(who)


def lay_one_each(story: Story, activity: str) -> None:
    """The fox on the first stone, the owl on the second one."""
    story.go(activity)
    for name, spot in (("fox", "stone-1"), ("owl", "stone-2")):
        story.tap(Option(name))
        story.tap(SpotId(spot))


PAST = (
    "  - place: who\n    scene: stony-road\n    pictures: [fox, owl]\n    up to: 1 each\n"
    "    onto: [stone-1: Going in, stone-2: On the ward]\n"
    '  - {}: road\n    scene: stony-road\n    from: who\n    along: [{}]\n    for the paper: "Who was there:"\n'
)


@pytest.mark.parametrize("way", ["walk", "light"])
@pytest.mark.parametrize(
    ("along", "said"),
    [
        ("stone-1, stone-2", ("Going in", "On the ward")),
        ("stone-1: Door, stone-2", ("Door", "On the ward")),
        ("stone-3, stone-2", ("Stone 3", "On the ward")),
    ],
)
def test_past_places_where_something_was_laid_a_way_has_their_words_where_it_has_none(tmp_path, way, along, said):
    with Story(loaded=read_activities(tmp_path, ward=PAST.format(way, along))) as story:
        lay_one_each(story, "ward")
        story.tap(screens.ONWARD)
        words = {spot.label for spot in story.here.table.spots}
    assert words == {*said}


@pytest.mark.parametrize(("says", "beside"), [('    for the paper: "We had"\n', []), ("", ["Who stays"])])
def test_what_lies_in_one_place_that_has_no_words_besides_is_shown_once_where_it_lies(tmp_path, says, beside):
    lunch = "  - place: lunch\n    pictures: [cake, snack]\n    take home: page\n    onto: [keep: Who stays]\n"
    (shown,) = life_story_page(home(played(tmp_path, lunch=lunch + says)), Spelling()).data["pictures"]
    assert shown["scene"] and [group["label"] for group in shown["groups"]] == beside


CLOTH = (
    "  - place: cloth\n    scene: stony-road\n    pictures: [fox, owl]\n    up to: 1 each\n"
    '    for the paper: "On our cloth:"\n    onto: [stone-1{}, stone-2{}]\n'
)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (": Ours", ": Ours", "On our cloth: Fox, Owl."),
        ("", "", "On our cloth: Fox, Owl."),
        (": Mine", ": Yours", "On our cloth \u2013 Mine: Fox. Yours: Owl."),
    ],
)
def test_places_of_the_same_words_or_with_none_but_a_number_are_told_as_one(tmp_path, first, second, said):
    with Story(loaded=read_activities(tmp_path, picnic=CLOTH.format(first, second))) as story:
        lay_one_each(story, "picnic")
        who = Traveller("one", story.store.traveller(story.id).record)
    assert f"\n  {said}\n" in summary.text(who)


def test_words_of_one_place_with_a_sign_are_said_once(tmp_path):
    heart = (
        '  - place: heart\n    pictures: [fox, owl]\n    signs: treasure\n    for the paper: "Has it in the heart:"\n'
    )
    who = played(tmp_path, dog=CHOSEN.format("") + heart + "    onto: [keep: In the heart]\n")
    assert re.search(r"Has it in the heart: (Fox|Owl)\.", summary.text(who)), summary.text(who)


def test_on_the_page_for_a_life_story_book_a_step_of_a_scale_is_called_what_it_is(tmp_path):
    scale = '  - choose: loud\n    pictures: [kite: Nothing, boat: Much]\n    for the paper: "It rumbled:"\n'
    (shown,) = life_story_page(home(played(tmp_path, volcano=scale)), Spelling()).data["pictures"]
    assert shown["label"] in ("It rumbled: Nothing", "It rumbled: Much")


ASKED = "title: '{0}'\npurpose: To be tried.\ncover: kite\nscene: two-banks\nsteps:\n" + (
    "  - choose: treasure\n    for the paper: '{0}'\n    pictures:\n      - kite: '{0}'\n      - boat: '{0}'\n"
    "  - draw: song\n    for the paper: 'My own{1}'\n"
)


@pytest.mark.parametrize("mark", ["?", "!", "\u2026", "...", "."])
def test_where_a_label_ends_the_sentence_no_full_stop_follows(tmp_path, mark):
    asked = f"Will it hurt{mark}"
    (tmp_path / "ours.yaml").write_text(ASKED.format(asked, mark), "utf-8")
    with Story(loaded=read_workbook(tmp_path, LIBRARY)) as story:
        story.go_through(["ours"], 1)
        who = Traveller("one", story.store.traveller(story.id).record)
    said = (*for_supervision(who), *(notes.note(who, 0, form, OwnWords(), str) for form in notes.FORMS))
    assert f"Done: {asked}\n" in said[-2] and f"Workbook pages by pictures: {asked}\n" in said[-1]
    assert for_supervision(who) == [f"Will it hurt: {asked}", f"My own{mark}" if mark in "?!" else "My own."]
    assert not re.search(r"[?!\u2026]\.|(?<!\.)\.\.(?!\.)|\.{4}", "\n".join(said))
