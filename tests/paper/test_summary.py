"""The summary: what was chosen, a page each visit, and nothing else."""

import re

import pytest
from msgspec.structs import replace

from game.core.events import Plan
from game.core.own_words import OwnWords
from game.core.table import CHOSEN, PUT_BACK
from game.paper import everything, summary
from game.paper.chosen_words import chosen_pages
from game.paper.notes import SHORT, note
from game.paper.options import PaperOptions
from game.play.record import Record, Traveller
from game.play.visit_pages import activity_pages
from game.system.language import LANGUAGES
from tests.support.own_on_papers import played
from tests.support.sheets import MM, PAPERS, ink, seen
from tests.support.story import Story
from tests.support.whole_workbook import whole_workbook

TEXT = """\
What fox and moon chose

Visit 1, 2026-03-02
My traveller
  Chose “fox” and “moon”.
When we are done
  I want this different: My own words. I want to keep this: friend, school.
Pick a worry stone
  Made “jade stone with sun, heart and flower”.

Visit 2, 2026-06-15
Choose a keepsake
  Chose “feather”.
"""


@pytest.fixture(scope="module")
def one_long_visit() -> Traveller:
    """Somebody who has done the whole workbook on one day."""
    whole = whole_workbook()
    told = tuple(page for visit in whole.record.visits for page in activity_pages(visit, screens=True))
    return replace(whole, record=Record((replace(whole.record.visits[-1], pages=told),)))


def test_it_says_what_was_chosen_in_the_workbooks_labels_and_nothing_more(traveller):
    assert summary.text(traveller) == TEXT


def test_what_was_put_back_or_only_offered_is_not_in_it():
    whole = whole_workbook()
    told = [told for visit in whole.record.visits for page in activity_pages(visit) for told in page.steps]
    chosen = {o.label for one in told for row in one.rows if row.how == CHOSEN for o in row.pictures}
    back = {o.label for one in told for row in one.rows if row.how == PUT_BACK for o in row.pictures}
    text = summary.text(whole)
    assert back - chosen and not [label for label in back - chosen if label in text]
    assert not [said for said in ("offered", "put back", "nothing", "not opened", "breath") if said in text]


def test_a_step_is_called_what_its_file_calls_it_for_the_papers(one_long_visit):
    def named(told):
        return replace(told, says="Our plan") if told.result == "what-we-do" else told

    (visit,) = one_long_visit.record.visits
    told = tuple(replace(page, steps=tuple(map(named, page.steps))) for page in visit.pages)
    said = summary.text(replace(one_long_visit, record=Record((replace(visit, pages=told),))))
    assert "\n  Our plan: Paint, Story, Tea. Chose “Bow”.\n" in said


def test_what_a_child_has_drawn_or_tried_is_told_as_that(tmp_path):
    steps = "  - draw: where\n    on: kite\n  - draw: again\n  - use: tools\n    pictures: [drum, teddy]\n"
    text = summary.text(played(tmp_path, day=steps))
    assert "\n  Drew “Where” on “Kite”. Drew “Again”. Tried “" in text


def test_stickers_are_told_in_the_order_of_the_steps_whatever_lies_uppermost(tmp_path):
    upon = "  - decorate: lump\n    with: [mouth-line, mouth-open]\n"
    under = "  - decorate: lump\n    under: yes\n    with: [arms, wings-part]\n"
    who = played(tmp_path, lump=f"  - choose: lump\n    pictures: [blob-round, blob-tall]\n{upon}{under}")
    made = "Made “A (spiky|dripping) one with (a closed|an open) mouth and (two arms|wings)”"
    assert re.search(made, summary.text(who))
    (page,) = activity_pages(who.record.visits[0])
    (sentence,) = chosen_pages(who.record.visits[0], str)[0].sentences
    assert sentence.pictures == page.steps[-1].rows[0].pictures, "as it was made"


@pytest.mark.parametrize(("paper", "language"), tuple(zip(("a4", "letter") * 2, LANGUAGES, strict=True)))
def test_a_whole_workbook_in_one_visit_is_one_page_inside_its_margins(one_long_visit, renderer, paper, language):
    (page,) = seen(summary.sheet(one_long_visit, renderer, PaperOptions(paper=paper, language=language)))
    left, top, right, bottom = ink(page)
    assert page.size == pytest.approx(PAPERS[paper], abs=1)
    assert min(left, top, page.width - right, page.height - bottom) >= 11.5 * MM


def test_the_activities_stand_in_the_order_in_which_the_child_opened_them():
    """Whatever order they have on the trail, and also where one was opened once more, and after the visit's end."""
    with Story() as story:
        story.go_through(("my-traveller", "lanterns", "inside-weather", "lanterns"), 1)
        story.session.end()
        record = story.store.traveller(story.id).record
    titles = [line for line in summary.lines(record.visits[0], str) if not line.startswith((" ", "Visit"))]
    assert titles == ["My traveller", "Lanterns", "Inside weather"]
    everything_said = "\n".join(everything.lines(record.visits[0], str))
    assert [*map(everything_said.index, titles)] == sorted(map(everything_said.index, titles))


def on_the_road(plan: Plan, *done: str) -> str:
    """The summary of a visit on which all lanterns were walked along, and today's was lit; or this was played."""
    with Story() as story:
        story.plan(plan)
        story.go_through(done or ["our-road", "lanterns"], 1)
        return summary.text(Traveller("one", Record((story.visit,))))


def test_where_the_visits_stand_as_lanterns_it_says_how_many_are_planned_and_left():
    said = "Today's lantern: lit. Visits planned: 6, left after this one: 4."
    assert on_the_road(Plan(6, missed=(1,))).endswith(f"\nLanterns\n  {said}\n")
    assert on_the_road(Plan(6, missed=(1,))).count("left after") == 1, "where they stood last"
    unknown = "Today's lantern: lit. How many visits are planned is not known."
    assert on_the_road(Plan()).endswith(f"\nLanterns\n  {unknown}\n")


def test_of_the_last_visit_it_says_that_it_is_the_last_and_not_that_none_is_left():
    assert on_the_road(Plan(6, last=True)).endswith("Visits planned: 6; this one is the last.\n")
    assert on_the_road(Plan(last=True)).endswith("\n  Today's lantern: lit. This visit is the last one.\n")
    assert on_the_road(Plan(1)).endswith("Visits planned: 1, left after this one: 0.\n"), "nobody has made it the last"


def test_that_todays_lantern_was_lit_stands_where_it_was_and_only_then():
    with Story() as story:
        story.plan(Plan(6))
        story.go("lanterns")
        (dark,) = list(summary.lines(story.visit, str))[2:]
    assert dark == "  Visits planned: 6, left after this one: 5."
    assert "lantern" not in on_the_road(Plan(6), "our-road").casefold().replace("lanterns", "")
    both = on_the_road(Plan(6), "lanterns", "our-road")
    assert "\nLanterns\n  Today's lantern: lit.\n" in both and both.endswith("left after this one: 5.\n")


def test_what_a_file_says_itself_of_the_lantern_is_not_said_twice(tmp_path):
    steps = "  - light: lights\n    from: visit.lanterns\n    along: [keep]\n    for the paper: Our lantern\n"
    assert "Today" not in summary.text(played(tmp_path, ours=steps)).partition("Ours")[2]


def test_the_notes_tell_nothing_of_the_plan_as_what_the_child_has_said():
    with Story() as story:
        story.go_through(["lanterns"], 1)
        who = Traveller("one", Record((story.visit,)))
    assert "planned" not in note(who, 0, "SOAP", OwnWords(), str).partition("S (subj")[2]
    assert "planned" in note(who, 0, SHORT, OwnWords(), str)


def test_each_visit_has_a_page_of_its_own(traveller, renderer):
    assert len(seen(summary.sheet(traveller, renderer))) == len(traveller.record.visits)


def test_what_fits_on_no_page_goes_on_with_another(one_long_visit, renderer):
    (visit,) = one_long_visit.record.visits
    longer = replace(one_long_visit, record=Record((replace(visit, pages=visit.pages * 3),)))
    told = summary.sheet(longer, renderer)
    assert len(told.data["visits"][0]["pages"]) > 2 * 15 and len(seen(told)) > 1


def test_what_was_opened_and_nothing_chosen_there_is_told_by_everything_alone(traveller):
    *_others, visit = everything.text(traveller).split("\n\nVisit ")
    assert "Pick a worry stone" in visit and "Pick a worry stone" not in summary.text(traveller).split("Visit ")[2]


def test_a_visit_without_any_choice_says_so(traveller, renderer):
    bare = tuple(replace(page, steps=()) for page in activity_pages(traveller.record.visits[0]))
    visit = replace(traveller.record.visits[0], pages=bare)
    nobody = replace(traveller, record=Record((visit,)))
    assert summary.text(nobody).endswith("Visit 1, 2026-03-02\nNothing was chosen on this visit.\n")
    made = summary.sheet(nobody, renderer)
    silent = replace(made, data=made.data | {"visits": [made.data["visits"][0] | {"none": ""}]})
    (page,), (blank,) = seen(made), seen(silent)
    assert ink(page, blank)


def test_a_visit_in_short_stands_in_the_notes_as_in_the_summary(traveller):
    *_title, visit = TEXT.split("\n\n")
    assert note(traveller, 2, SHORT, OwnWords(), str) == f"What fox and moon chose\n{visit}"
