"""Notes for the chart: the summary's sentences under the heading where they belong, or everything."""

import re

import pytest

from game.core.activity import BLANK
from game.core.events import DONE
from game.core.ids import Control, SpotId
from game.core.own_words import OwnWords
from game.paper import everything, visit_words
from game.paper import words as words_of_papers
from game.paper.chosen_words import chosen_pages
from game.paper.everything import OWN_WORDS
from game.paper.notes import FORMS, SHORT, note
from game.play.record import Record, Traveller
from game.play.replay import replay
from game.play.visit_pages import activity_pages
from game.records.journal_reader import read
from game.system.errors import Trouble
from game.system.language import words
from tests.paths import TESTS
from tests.support.story import Story, read_activities

RECORDED = TESTS / "visits"
_ = words("en")
HEADINGS = {
    "SOAP": ["S (subjective)", "O (objective)", "A (assessment)", "P (plan)"],
    "DAP": ["D (data)", "A (assessment)", "P (plan)"],
    "BIRP": ["B (behavior)", "I (intervention)", "R (response)", "P (plan)"],
}
forms = pytest.mark.parametrize("form", HEADINGS)


def recorded(story: str) -> Traveller:
    return Traveller("a" * 16, Record(tuple(replay(read(path)) for path in sorted((RECORDED / story).glob("*.jsonl")))))


TRAVELLERS = {path.name: recorded(path.name) for path in sorted(RECORDED.iterdir())}
VISITS = [
    pytest.param(t, v.begun.number, id=f"{n}-{v.begun.number}") for n, t in TRAVELLERS.items() for v in t.record.visits
]
each_visit = pytest.mark.parametrize(("traveller", "number"), VISITS)


def sections(form: str, text: str) -> dict[str, list[str]]:
    """The lines of each section by its heading; "" holds what stands before the first."""
    found, at = {"": []}, ""
    for line in text.splitlines():
        if line in HEADINGS[form]:
            at = line
            assert at not in found
        found.setdefault(at, []).append(line)
    return {heading: [line for line in lines if line and line != heading] for heading, lines in found.items()}


def of_the_summary(traveller: Traveller, number: int) -> list[str]:
    """The summary's own lines about one visit."""
    text = everything.text(traveller)
    parts = re.split(r"\n(?=Visit \d+, )", text)
    return [line for part in parts if part.startswith(f"Visit {number}, ") for line in part.splitlines() if line]


EXAMPLE = """What Turtle and kite chose
Visit 1, 2026-01-12 (6 planned, the 1st missed, 4 left)

S (subjective)
My traveller: Chose “Turtle” and “Kite”.
When we are done: Laid “Laughing”, “Shouting” and “Playing” at “I want this different”. \
Laid “Friends” and “Being alone” at “I want to keep this”.
The bother: Made “Blob wide with Tail part, Arms and Legs two”.

O (objective)
Done: My traveller, When we are done, Our road.
Something chosen, then left: The bother.

A (assessment)

P (plan)

In the therapist's own words:
Own.
"""


@each_visit
def test_as_it_is_the_note_is_the_summary_of_that_visit(traveller, number):
    title, *lines = [line for line in note(traveller, number, "text", OwnWords(), _).splitlines() if line]
    assert title == visit_words.chose(traveller, _) and lines == of_the_summary(traveller, number)


@forms
@each_visit
def test_every_form_says_what_was_chosen_in_whole_sentences_and_once(traveller, number, form):
    found = sections(form, note(traveller, number, form, OwnWords(), _))
    assert list(found) == ["", *HEADINGS[form]]
    visit = next(visit for visit in traveller.record.visits if visit.begun.number == number)
    sentences = [one.noted for page in chosen_pages(visit, _) for one in page.sentences]
    first = found[HEADINGS[form][0]]
    told = first[: len(chosen_pages(visit, _))]
    assert [line.partition(": ")[2] for line in told] == [
        " ".join(one.noted for one in page.sentences if one.noted) for page in chosen_pages(visit, _)
    ]
    text = "\n".join(line for lines in found.values() for line in lines)
    assert all(text.count(line) == 1 for line in told) and (sentences or not told)


@forms
@each_visit
def test_assessment_and_plan_are_left_blank(traveller, number, form):
    found = sections(form, note(traveller, number, form, OwnWords(), _))
    assert [found[heading] for heading in HEADINGS[form] if heading[0] in "AP"] in ([[], []], [[]])


@each_visit
def test_what_was_seen_is_a_line_for_each_way_an_activity_was_left(traveller, number):
    soap = sections("SOAP", note(traveller, number, "SOAP", OwnWords(), _))
    birp = sections("BIRP", note(traveller, number, "BIRP", OwnWords(), _))
    dap = sections("DAP", note(traveller, number, "DAP", OwnWords(), _))
    assert soap["S (subjective)"] == birp["B (behavior)"]
    assert soap["O (objective)"] == birp["R (response)"]
    assert dap["D (data)"] == soap["S (subjective)"] + soap["O (objective)"]
    visit = next(visit for visit in traveller.record.visits if visit.begun.number == number)
    kinds = {words_of_papers.left(page, _) for page in visit_words.activity_pages(visit)}
    gate = [visit_words.went_to_gate(visit, _)] if visit.to_gate and visit.begun.plan.last else []
    ways = soap["O (objective)"][: len(kinds)]
    assert {line.partition(":")[0].lower() for line in ways} == kinds
    assert soap["O (objective)"] == ways + gate


@pytest.mark.parametrize("form", [form for form in FORMS if form != "text"])
@each_visit
def test_what_was_offered_and_put_back_and_the_names_of_steps_stand_only_where_everything_is_asked_for(
    traveller, number, form
):
    text = note(traveller, number, form, OwnWords(), _)
    assert not re.search(r"offered|put back|nothing chosen|left blank", text)
    visit = next(visit for visit in traveller.record.visits if visit.begun.number == number)
    steps = {words_of_papers.heading(told, _) for page in activity_pages(visit) for told in page.steps if not told.says}
    assert not steps & {line.strip() for line in text.splitlines()}


def test_a_visit_reads_as_it_is_pasted():
    assert note(TRAVELLERS["two-visits"], 1, "SOAP", OwnWords({1: "Own."}), _) == EXAMPLE


def test_passed_by_and_looked_in_are_said_plainly():
    with Story() as story:
        story.go("inside-weather")
        story.tap(Control("onward"))
        story.go("when-we-are-done")
        story.go("trail")
        traveller = Traveller(story.id, Record((story.visit,)))
    found = sections("BIRP", note(traveller, 0, "BIRP", OwnWords(), _))
    assert found["B (behavior)"] == []
    assert found["I (intervention)"] == ["Workbook pages by pictures: My traveller, Inside weather, When we are done."]
    assert found["R (response)"] == ["Looked in: My traveller, When we are done.", "Passed by: Inside weather."]


@pytest.mark.parametrize("away", ["onward", "trail"])
def test_what_was_only_watched_is_called_so_however_it_was_left(away):
    with Story() as story:
        story.go("who-sees-this")
        story.tap(Control(away))
        story.go("when-we-are-done")
        story.go("trail")
        traveller = Traveller(story.id, Record((story.visit,)))
    found = sections("BIRP", note(traveller, 0, "BIRP", OwnWords(), _))
    assert found["R (response)"] == ["Looked in: My traveller, When we are done.", "Watched: Who sees this."]
    assert "Who sees this: watched" in note(traveller, 0, "text", OwnWords(), _)
    assert "Who sees this\n  Watched." in note(traveller, 0, SHORT, OwnWords(), _)


@pytest.mark.parametrize("form", FORMS)
def test_the_therapists_own_words_stand_apart_from_the_childs(form):
    traveller = TRAVELLERS["two-visits"]
    own = OwnWords({1: "A (assessment)\nfirst", 2: "  second\nline "}, "a letter", ("a private page",))
    bare, text = (note(traveller, 2, form, o, _) for o in (OwnWords(), own))
    assert text == f"{bare}\n{OWN_WORDS}\nsecond\nline\n"
    assert note(traveller, 2, form, OwnWords({1: "first"}, "a letter", ("a private page",)), _) == bare


def test_without_a_number_it_is_the_latest_visit():
    traveller = TRAVELLERS["two-visits"]
    assert note(traveller, 0, "SOAP", OwnWords(), _) == note(traveller, 2, "SOAP", OwnWords(), _)
    assert note(traveller, 1, "SOAP", OwnWords(), _) != note(traveller, 2, "SOAP", OwnWords(), _)


@forms
def test_headings_are_said_in_the_language_of_the_notes(form):
    said = note(
        TRAVELLERS["two-visits"], 0, form, OwnWords({2: "own"}), lambda words: f"<{words}>" if "(" in words else words
    )
    assert all(f"<{heading}>" in said for heading in HEADINGS[form])


def test_a_visit_or_a_form_that_there_is_not():
    traveller = TRAVELLERS["two-visits"]
    with pytest.raises(Trouble, match=f"{traveller.name} has no visit 9."):
        note(traveller, 9, "SOAP", OwnWords(), _)
    with pytest.raises(Trouble, match=r"no notes of the form 'SOUP'. There are: short, text, SOAP, DAP, BIRP."):
        note(traveller, 1, "SOUP", OwnWords(), _)


def test_of_an_activity_with_nothing_on_papers_they_say_nothing():
    with Story() as story:
        story.go("how-we-celebrate")
        story.perform(story.mechanic.demo(story.here.table))
        story.tap(Control("onward"))
        assert story.moves() and story.visit.how["how-we-celebrate"] == DONE
        for visit in (story.visit, replay(story.events())):
            traveller = Traveller("a" * 16, Record((visit,)))
            said = [everything.text(traveller), *(note(traveller, 0, form, OwnWords(), _) for form in FORMS)]
            assert not any("celebrate" in text.lower() for text in said)
        story.session.end()
        assert "how-we-celebrate" in [page.activity for page in story.events()[-1].pages]


def test_a_card_that_the_child_has_drawn_is_made_and_was_not_offered():
    with Story().at("when-we-are-done", 0) as story:
        story.tap(BLANK)
        story.tap("crayon-rose")
        story.choose(1)
        story.tap(Control("onward"))
        text = note(Traveller(story.id, Record((story.visit,))), 0, "text", OwnWords(), _)
    offered = [line for line in text.splitlines() if "offered:" in line]
    assert "made: drawn card" in text and offered and not any("drawn card" in line for line in offered)


def test_a_card_that_is_drawn_keeps_the_words_of_the_file_for_the_blank_one(tmp_path):
    steps = f"  - choose: thing\n    pictures: [{BLANK}: My own, kite]\n    up to: 2\n"
    with Story(loaded=read_activities(tmp_path, day=steps)) as story:
        story.go("day")
        story.tap(BLANK)
        story.tap("crayon-rose")
        story.choose(1)
        story.tap(Control("onward"))
        story.tap("card-101")
        story.tap("kite")
        (told,) = (step for step in activity_pages(story.visit)[-1].steps if step.result == "thing")
        for language, said in (("en", "My own (drawn), Kite"), ("de", "My own (gemalt), Drachen")):
            (row,) = told.rows
            assert words_of_papers.labels(row, told, words(language)) == said


def test_a_card_is_called_the_same_where_a_walk_meets_it(tmp_path):
    walk = "  - walk: over\n    from: plan\n    along: [different, keep]\n"
    place = f"  - place: plan\n    pictures: [{BLANK}, kite]\n    onto: [different, keep]\n"
    with Story(loaded=read_activities(tmp_path, **{"our-bumps": place + walk})) as story:
        story.go("our-bumps")
        story.tap(BLANK)
        story.tap("crayon-rose")
        story.choose(1)
        story.tap(Control("onward"))
        story.tap("card-101")
        story.tap(SpotId("keep"))
        story.tap(Control("onward"))
        (card,) = [o for o in story.here.table.offered if o.id == "keep+1"]
        story.choose(1)
        assert card.label == "Card" and words_of_papers.picture_name(card, _) == "drawn card"
        text = note(Traveller(story.id, Record((story.visit,))), 0, "text", OwnWords(), _)
    assert "drawn card" in text and "Card" not in text
