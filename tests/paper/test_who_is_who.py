"""Who a picture is, in the therapist's own words: on her own papers beside the picture, and on none that goes home."""

import pytest
from msgspec.structs import replace

from game.core.own_words import OwnWords, words_key
from game.core.picture import Picture
from game.core.puppet import QUIET
from game.core.table import CHOSEN, PUT_BACK, Offered, Outcome
from game.paper import everything, summary
from game.paper.notes import FORMS, note
from game.paper.options import PaperOptions
from game.paper.paper_kind import RecordPaper
from game.paper.people import people_laid
from game.paper.registry import PAPER_KINDS
from game.play.record import Record, Traveller
from game.play.state import Visit
from game.play.visit_pages import activity_pages
from tests.support.sheets import MM, Spelling, ink, seen
from tests.support.story import LIBRARY
from tests.support.whole_workbook import whole_workbook

NAME = "Great-aunt Zenobia"
PHOTO = "0123456789abcdef" * 2


def near_and_far(traveller: Traveller) -> tuple[Visit, tuple[Offered, ...]]:
    """The visit on which people were laid, and what lay there."""
    for visit in traveller.record.visits:
        for page in activity_pages(visit):
            if page.activity == "near-and-far":
                return visit, tuple(o for told in page.steps for row in told.rows for o in row.pictures)
    raise ValueError("nobody was laid")


@pytest.fixture(scope="module")
def named() -> Traveller:
    """Somebody of whose pictures one has a name."""
    whole = whole_workbook()
    visit, laid = near_and_far(whole)
    one = next(o for o in laid if LIBRARY.family(o.id) == "people")
    return replace(whole, people={visit.begun.number: {words_key("near-and-far", one.id): NAME}})


def laid_on(page_of: Traveller, activity: str) -> list[str]:
    found = [page for visit in page_of.record.visits for page in activity_pages(visit) if page.activity == activity]
    return [one.picture.id for page in found for one in people_laid(page, LIBRARY, str)]


def test_those_are_asked_for_that_lie_there_and_can_be_somebody():
    whole = whole_workbook()
    laid = {o.id for o in near_and_far(whole)[1]}
    asked = laid_on(whole, "near-and-far")
    assert asked and set(asked) <= laid and len(asked) == len(set(asked))
    assert {LIBRARY.family(id) for id in asked} <= {"people", "animals"} and not {"house", "nobody"} & set(asked)
    for activity in ("when-we-are-done", "backpack"):
        assert {*laid_on(whole, activity)} <= {"pet", "friend"}
    for activity in ("my-traveller", "pick-a-worry-stone", "my-calm-place"):
        assert laid_on(whole, activity) == [], activity


@pytest.mark.parametrize("look", ["", QUIET])
def test_friends_and_a_pet_can_be_somebody_too_wherever_they_lie_and_in_each_look(look):
    (page,) = (p for v in whole_workbook().record.visits for p in activity_pages(v) if p.activity == "when-we-are-done")
    laid = tuple(Offered(name, name + look, name) for name in ("pet", "friend", "school", "baby", "house"))
    told = replace(page.steps[0], rows=(Outcome(CHOSEN, laid),), offered=laid)
    asked = people_laid(replace(page, steps=(told,)), LIBRARY, str)
    assert [one.picture.id for one in asked] == ["pet", "friend", "baby"]


def test_a_photo_and_a_drawing_among_people_can_be_somebody_and_the_companion_and_what_was_put_back_are_nobody():
    (page,) = (page for page in activity_pages(near_and_far(whole_workbook())[0]) if page.activity == "near-and-far")
    drawn, photo = Offered("card-101", Picture(()), "Card 1"), Offered("us", PHOTO, "Us")
    baby, house = Offered("baby", "baby", "Baby"), Offered("house", "house", "A home")
    walks = Offered("companion", "fox", "The companion")
    rows = (Outcome(CHOSEN, (drawn, photo, house, walks), "near"), Outcome(PUT_BACK, (baby,)))
    step = replace(page.steps[0], rows=rows)

    def asked(told) -> list[str]:
        return [one.label for one in people_laid(replace(page, steps=(told,)), LIBRARY, str)]

    assert asked(step) == ["drawn card", "Us"]
    assert asked(replace(step, offered=tuple(o for o in step.offered if LIBRARY.family(o.id) != "people"))) == ["Us"]


def test_it_stands_beside_what_the_picture_shows_and_is_told_from_it(named):
    visit, laid = near_and_far(named)
    (key,) = named.people[visit.begun.number]
    label = next(o.label for o in laid if words_key("near-and-far", o.id) == key)
    said = f"{label} (typed: {NAME})"
    own = OwnWords(people=named.people)
    for text in (
        summary.text(named),
        everything.text(named),
        *(note(named, visit.begun.number, form, own, str) for form in FORMS),
    ):
        assert text.count(NAME) == text.count(said) == 1


def test_another_visit_and_another_activity_say_nothing_of_it(named):
    visit, _laid = near_and_far(named)
    (typed,) = named.people.values()
    elsewhere = {key.replace("near-and-far", "our-house"): name for key, name in typed.items()}
    for people in ({visit.begun.number + 1: typed}, {visit.begun.number: elsewhere}):
        assert NAME not in summary.text(replace(named, people=people))


@pytest.mark.parametrize("name", PAPER_KINDS)
def test_it_is_on_the_therapists_papers_and_on_no_other(named, name):
    kind = PAPER_KINDS[name]
    of_hers = isinstance(kind, RecordPaper)
    sheets = kind.sheets(named, Spelling(), PaperOptions())
    assert any(NAME in repr(sheet) for sheet in sheets) == of_hers
    assert of_hers or sheets == kind.sheets(replace(named, people={}), Spelling(), PaperOptions())


# What she wrote of a visit

WROTE = "Came in singing.\n\nSaid: \u201cnever again\u201d."


@pytest.mark.parametrize("name", PAPER_KINDS)
def test_what_she_wrote_of_a_visit_is_apart_on_everything_and_on_no_other_paper(name):
    whole = whole_workbook()
    sheets, bare = (
        PAPER_KINDS[name].sheets(replace(whole, wrote=wrote), Spelling(), PaperOptions()) for wrote in ({2: WROTE}, {})
    )
    if name != "everything":
        assert sheets == bare
        return
    for number, (visit, without) in enumerate(zip(sheets[0].data["visits"], bare[0].data["visits"], strict=True), 1):
        assert visit | {"own": None} == without
        assert (visit["own"] is not None) == (number == 2)
    own = sheets[0].data["visits"][1]["own"]
    assert own["paragraphs"] == ["Came in singing.", "Said: \u201cnever again\u201d."] and own["heading"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_seen_below_its_visit(renderer, language):
    whole = whole_workbook()
    whole = replace(whole, record=Record(whole.record.visits[:1]))
    told, bare = (
        seen(everything.sheet(replace(whole, wrote=wrote), renderer, PaperOptions(language=language)))
        for wrote in ({1: "Came in singing. " * 9}, {})
    )
    assert len(told) == len(bare)
    page, without = (one[-1].crop((0, 0, one[-1].width, int(one[-1].height - 23 * MM))) for one in (told, bare))
    _, top, _, bottom = ink(page, without)
    assert bottom - top > 5 * MM and top >= ink(without)[3] and bottom == ink(page)[3]
