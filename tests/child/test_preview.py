"""The preview: what a therapist saves while it runs is shown, the pictures in `activities/pictures` too."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from game.app import start
from game.art.library import CONTENT
from game.authoring.hints import CUT
from game.child import preview
from game.child.example_child import OF_PAGES, go_to, session_of, stand_ins
from game.core import events
from game.core.activity import VISIT, VISIT_PICTURES
from game.core.ids import Option
from game.core.picture import find
from game.glass.sprites import pixels
from game.play.display_list import scene_of
from game.records import settings
from game.records.settings import Settings
from game.system.errors import Sentence
from game.system.language import words
from tests.support.own_scenes import make_scene
from tests.support.previewed import STEPS, activity
from tests.support.story import LIBRARY, NAMES, SHELF

ACTIVITIES_OF = SHELF.activities

ACTIVITY = """
title: Animals
purpose: Which one is yours?
cover: star
scene: riverbank
steps:
  - choose: mine
    pictures: [star, {}]
"""
RED, BLUE = (220, 20, 20), (20, 20, 220)


def save_picture(folder: Path, colour: tuple[int, int, int]) -> None:
    """A picture of one colour, called dog, among the therapist's own."""
    (folder / "pictures").mkdir(exist_ok=True)
    Image.new("RGB", (400, 400), colour).save(folder / "pictures/dog.png")


def save_activity(folder: Path, picture: str) -> None:
    """The activity with this picture in it."""
    (folder / "animals.yaml").write_text(ACTIVITY.format(picture))


def colour_of(shown: preview.Preview, picture: str) -> str:
    """Whether this picture is red or blue on the glass; "" where it is not there, or not painted yet."""
    room = shown.room
    thing = find(room.session.picture, Option(picture)) if room else None
    if room is None or thing is None or not (room.whole and room.painter.finished):
        return ""
    red, _, blue, _ = room.painter.surface.get_at(
        pixels(room.window.surface.get_size(), room.painter.scale, thing.x, thing.y)
    )
    return "red" if red > blue + 100 else "blue" if blue > red + 100 else ""


def shows(shown: preview.Preview, picture: str) -> bool:
    """True once this picture is offered, on a screen that is whole."""
    return shown.room is not None and find(shown.room.session.picture, Option(picture)) is not None and shown.room.whole


def name_it_then_bring_it(folder: Path) -> Iterator[Callable]:
    save_activity(folder, "moon")
    yield lambda shown: shows(shown, "moon")
    save_activity(folder, "dog")  # there is none: this is told, and the moon stays
    yield lambda shown: shown._notes.mistakes and shows(shown, "moon")
    save_picture(folder, RED)
    yield lambda shown: colour_of(shown, "dog") == "red" and not shown._notes.mistakes


def bring_it_then_name_it(folder: Path) -> Iterator[Callable]:
    save_activity(folder, "moon")
    yield lambda shown: shows(shown, "moon")
    save_picture(folder, RED)
    save_activity(folder, "dog")
    yield lambda shown: colour_of(shown, "dog") == "red"


def bring_another_of_the_same_name(folder: Path) -> Iterator[Callable]:
    save_picture(folder, RED)
    save_activity(folder, "dog")
    yield lambda shown: colour_of(shown, "dog") == "red"
    save_picture(folder, BLUE)
    yield lambda shown: colour_of(shown, "dog") == "blue"


def begin_with_a_mistake(folder: Path) -> Iterator[Callable]:
    """The window is there, and says what is wrong."""
    save_activity(folder, "dgo")
    yield lambda shown: shown.room is None and [m.line for m in shown._notes.mistakes] == [8]
    save_activity(folder, "moon")
    yield lambda shown: shows(shown, "moon")


def cut_a_title(folder: Path) -> Iterator[Callable]:
    """What is no mistake, and is perhaps not meant, is told beside the picture, too."""
    save_activity(folder, "moon")
    yield lambda shown: shows(shown, "moon") and not shown._notes.hints
    file = folder / "animals.yaml"
    file.write_text(ACTIVITY.format("moon").replace("Animals", "Animals #2"))
    yield lambda shown: [hint.line for hint in shown._notes.hints] == [2] and not shown._notes.mistakes


def cut_a_title_and_break_a_step(folder: Path) -> Iterator[Callable]:
    """It is told beside a mistake as well, without saying again that it is none: the heading does."""
    save_activity(folder, "mooon")
    file = folder / "animals.yaml"
    file.write_text(ACTIVITY.format("mooon").replace("Animals", "Animals #2"))
    yield lambda shown: [one.line for one in shown._notes.mistakes] == [8]
    yield lambda shown: [str(hint.sentence) for hint in shown._notes.hints] == [str(Sentence(CUT))]


def bring_a_scene(folder: Path) -> Iterator[Callable]:
    """It is looked at again when a scene is saved; a mistake in it is told here, too."""
    save_activity(folder, "moon")
    yield lambda shown: shows(shown, "moon")
    make_scene(folder, text="places: swing")
    yield lambda shown: [Path(m.path).name for m in shown._notes.mistakes] == ["garden.yaml"]
    make_scene(folder)
    (folder / "animals.yaml").write_text(ACTIVITY.format("moon").replace("riverbank", "garden"))
    yield lambda shown: shows(shown, "moon") and CONTENT.fullmatch(scene_of(shown.room.session.picture))


@pytest.mark.parametrize(
    "work",
    [
        name_it_then_bring_it,
        bring_it_then_name_it,
        bring_another_of_the_same_name,
        begin_with_a_mistake,
        bring_a_scene,
        cut_a_title,
        cut_a_title_and_break_a_step,
    ],
)
def test_what_is_saved_while_it_runs_is_shown(work, tmp_path, monkeypatch):
    monkeypatch.setattr(preview, "LOOK", 0)
    steps, left, turn = work(tmp_path), iter(range(2000)), preview.turn
    seen = [next(steps)]

    def turned(shown: preview.Preview) -> None:
        turn(shown)
        assert shown.window._window.title == "Preview: nothing is recorded"
        if seen[-1](shown):
            seen.append(next(steps, None))
        if seen[-1] is None or next(left, None) is None:
            shown.open = False

    monkeypatch.setattr(preview, "turn", turned)
    start.preview(tmp_path / "animals.yaml", "middle")
    assert seen[-1] is None, "it was never shown"


@pytest.mark.parametrize(
    "was, now, at, step",
    [
        ("", "", 1, 1),
        ("heart, leaf", "heart, star", 0, 1),
        ("[keep, different]", "[keep]", 0, 2),
        ("moon, kite", "moon, boat", 2, 0),
        ("onto: [keep, different]\n", "onto: [keep, different]\n  - rub: mine\n", 0, 3),
        ("title: Animals", "title: Ours", 2, 2),
    ],
)
def test_it_stays_at_the_step_that_is_edited(was, now, at, step):
    assert preview.edited(activity(STEPS), activity(STEPS.replace(was, now)), at) == step


def test_where_less_is_left_it_is_the_last_step():
    short = activity(STEPS[: STEPS.index("  - decorate")])
    assert preview.edited(activity(STEPS), short, 2) == 0


@pytest.mark.parametrize("step", range(3))
def test_each_step_can_be_gone_to_with_what_comes_before_it(step):
    found = activity(STEPS)
    session = session_of(found, {"animals": found}, LIBRARY, "middle")
    go_to(session, step)
    assert (session.visit.place, session.visit.step, session.visit.failures) == (events.STEP, step, ())


@pytest.mark.parametrize("name", NAMES)
def test_what_an_activity_takes_from_elsewhere_stands_there(name):
    """In ours, whatever comes from an earlier choice was chosen by the example child."""
    session = session_of(ACTIVITIES_OF[name], ACTIVITIES_OF, LIBRARY, "middle")
    go_to(session, len(ACTIVITIES_OF[name].steps) - 1)
    assert session.visit.place == events.STEP and session.visit.failures == ()
    found = stand_ins(ACTIVITIES_OF[name], session)
    assert [reference for reference, pictures in found if not pictures] == []


@pytest.mark.parametrize("given", [name for name in VISIT_PICTURES if f"{VISIT}.{name}" not in OF_PAGES])
def test_whatever_a_visit_itself_gives_stands_there(given):
    found = activity(ACTIVITY.replace("pictures: [star, {}]", f"from: {VISIT}.{given}"))
    session = session_of(found, {"animals": found}, LIBRARY, "middle")
    assert session.visit.place == events.STEP and all(pictures for _, pictures in stand_ins(found, session))


def test_where_nothing_was_chosen_there_are_no_pictures_for_this_child_alone_either():
    steps = f"from: {VISIT}.personal-pictures\n    otherwise: [star, moon]"
    found = activity(ACTIVITY.replace("pictures: [star, {}]", steps))
    session = session_of(found, {"animals": found}, LIBRARY, "middle", chose=False)
    assert {offered.id for offered in session.visit.here.table.offered} == {"star", "moon"}


def test_the_words_beside_it_are_in_the_desk_s_language(tmp_path, monkeypatch):
    settings.keep(Settings("de"), tmp_path / "home")
    (tmp_path / "animals.yaml").write_text(STEPS.replace("moon", "mooon"))
    painted, turn = [], preview.turn

    def turned(shown: preview.Preview) -> None:
        turn(shown)
        painted.extend(mistake.said(shown._board._) for mistake in shown._notes_now().mistakes)
        assert shown.window._window.title == words("de")("Preview: nothing is recorded")
        shown.open = False

    monkeypatch.setattr(preview, "turn", turned)
    start.preview(tmp_path / "animals.yaml", "middle", tmp_path / "home")
    assert painted[0].startswith("Es gibt kein Bild namens 'mooon'. Ist 'moon' gemeint?")
