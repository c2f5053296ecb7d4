"""A first day at the desk on a real window, by mouse, by keys alone, by touch alone: how much of it each task takes."""

import json
from pathlib import Path

import pytest

from game.desk.messages import (
    Choose,
    ChoosePaper,
    Command,
    Field,
    ShowSection,
    ShowTab,
    TypeDigit,
)
from game.desk.text.screen_keyboard import ActionKey, SignKey
from tests.support.examples import SEARCHING
from tests.support.told_desk import command, fingers_beside, name_of
from tests.support.xvfb import MOMENT, Screen, passes, until

PIN, WORDS = "4711", "came with a sore knee"
CORNERS = ((20, 20), (1260, 20))
HELD = (3.5, 5, 8)  # seconds; a machine that is busy may count late
MOST = {"mouse": 24, "keys": 80, "touch": 30}  # besides those of typed words; what needs more is seen
LARGE_ENOUGH = 44  # pixels of what a finger presses
NOTCHES = 40  # of the wheel, until a thing is in view


class Hands:
    """A grown-up at the real window of the desk. `pressed` counts clicks, keys or touches, swipes among them."""

    def __init__(self, screen: Screen, folder: Path, by: str):
        self.screen, self.by, self.pressed = screen, by, 0
        self.home, self._file = folder / "home", folder / "told.json"
        self.process = screen.start(*command(self._file, "open", "--desk", "--home", str(self.home)))
        self.window = screen.window_of(self.process)
        self.comes(name_of(ShowTab("settings")))

    def told(self) -> dict:
        """What stands at the desk now; nothing where the room is open."""
        return json.loads(self._file.read_text("utf-8")) if self._file.exists() else {"things": {}, "focus": ""}

    def comes(self, name: str) -> None:
        """Wait until this can be pressed, and nothing is waited for."""
        until(self.process, lambda: name in self.told()["things"] and self.told()["whole"], f"{name} was there")

    def reads(self, words: str) -> None:
        """Wait until this is read at the desk."""
        until(self.process, lambda: any(words in said for said in self.told()["read"]), f"'{words}' was read")

    def press(self, means, then=None) -> None:
        """Press it; wait for what comes `then`."""
        name = name_of(means)
        self.comes(name)
        if self.by == "keys":
            self._walk(name)
            self._key("Return")
        else:
            self._click(name)
        if then is not None:
            self.comes(name_of(then))

    def type(self, means, words: str) -> None:
        """Type into the box, and wait until all of it stands there."""
        name = name_of(means)
        self.comes(name)
        self._walk(name) if self.by == "keys" else self._click(name)
        self.write(name, words)

    def write(self, name: str, words: str) -> None:
        """Type where the keyboard is; with a finger on the keyboard on the glass."""
        if self.by == "touch":
            for sign in words:
                self._touch_key(name_of(SignKey(sign)))
        else:
            self.screen.hand("type", words)
        until(self.process, lambda: self.told()["things"][name]["value"] == words, f"'{words}' stood in its box")

    def _click(self, name: str) -> None:
        left, top, _, _ = self.screen.place(self.window)
        for _ in range(NOTCHES):
            thing = self.told()["things"][name]
            (x, y), (rx, ry, rw, rh) = thing["at"], thing["room"]
            if ry + 20 < y < ry + rh - 20:
                break
            self._scroll(rx + rw // 2, ry + rh // 2, -1 if y <= ry + 20 else 1, rh // 3)
            self._changes(lambda y=y: self.told()["things"][name]["at"][1] != y)
        if self.by == "touch":
            assert min(thing["size"]) >= LARGE_ENOUGH, name
            self._touch(("down", 1, x, y), ("up", 1, x, y))
        else:
            self.screen.hand("mousemove", left + x, top + y, "click", 1)
        self.pressed += 1

    def _scroll(self, x: int, y: int, down: int, far: int) -> None:
        """A notch of the wheel there, or a swipe as far."""
        if self.by == "touch":
            ways = [("move", 1, x, y - down * far * part // 4) for part in range(1, 5)]
            self._touch(("down", 1, x, y), *ways, ("up", *ways[-1][1:]))
            self.pressed += 1
        else:
            left, top, _, _ = self.screen.place(self.window)
            self.screen.hand("mousemove", left + x, top + y, "click", 5 if down > 0 else 4)

    def _touch(self, *does: tuple[str, int, int, int]) -> None:
        """What fingers do, at pixels of the window; until all of it was felt."""
        _, _, wide, high = self.screen.place(self.window)
        file, whole = fingers_beside(self._file), [(how, n, x / wide, y / high) for how, n, x, y in does]
        file.with_suffix(".new").write_text(json.dumps(whole), "utf-8")
        file.with_suffix(".new").replace(file)
        until(self.process, lambda: not file.exists(), "the fingers were felt")

    def _touch_key(self, name: str) -> None:
        """A key of the keyboard on the glass; signs are on another page of it."""
        self._until_there(name_of(ActionKey.CLOSE))
        if name not in self.told()["things"]:
            self._touch_there(name_of(ActionKey.SIGNS))
            self._until_there(name)
        self._touch_there(name)

    def _until_there(self, name: str) -> None:
        until(self.process, lambda: name in self.told()["things"], f"{name} was there")

    def _touch_there(self, name: str) -> None:
        x, y = self.told()["things"][name]["at"]
        self._touch(("down", 1, x, y), ("up", 1, x, y))

    def _changes(self, so) -> None:
        until(self.process, so, "the desk answered")

    def _key(self, key: str) -> None:
        self.screen.hand("key", key)
        self.pressed += 1

    def _walk(self, name: str) -> None:
        """Tab to its stop, the shorter way round, and arrows inside."""
        stops = self.told()["stops"]
        there = next(n for n, stop in enumerate(stops) if name in stop)
        here = next((n for n, stop in enumerate(stops) if self.told()["focus"] in stop), None)
        forth, back = there + 1, len(stops) - there  # from nowhere: to the first, or to the last
        if here is not None:
            forth, back = (there - here) % len(stops), (here - there) % len(stops)
        for _ in range(min(forth, back)):
            self._moves("Tab" if forth <= back else "shift+Tab")
        stop = stops[there]
        while (by := stop.index(name) - stop.index(self.told()["focus"])) != 0:
            self._moves("Down" if by > 0 else "Up")

    def _moves(self, key: str) -> None:
        before = self.told()["focus"]
        self._key(key)
        self._changes(lambda: self.told()["focus"] != before)

    def journal(self) -> int:
        """How many moves of the child are on the disk."""
        return sum(len(path.read_bytes().splitlines()) for path in self.home.glob("travellers/*/visit-*.jsonl"))

    def child_wakes_the_companion(self) -> None:
        """In the room, which fills the screen."""
        whole = (0, 0, *self.screen.size)
        until(self.process, lambda: self.screen.place(self.window) == whole, "the room filled the screen")
        self._file.unlink(missing_ok=True)

        def woken() -> bool:
            if self.by == "touch":
                self._touch(("down", 1, 640, 300), ("up", 1, 640, 300))
            else:
                self.screen.hand("mousemove", 640, 300, "click", 1)
            return self.journal() > 0 or passes(self.process, 0.2)

        until(self.process, lambda: woken() and self.journal() > 0, "the companion woke")

    def come_back(self) -> None:
        """Out of the room, by both corners or by two keys; the PIN is asked for, and its box is ready."""
        assert any(self._held(seconds) for seconds in HELD), "there was no way out of the room"
        self.comes(name_of(Field("pin")))
        if self.by == "touch":
            for means in (*map(TypeDigit, PIN), Command.ENTER):
                self.press(means)
            return
        self.write(name_of(Field("pin")), PIN)
        self._key("Return")

    def _held(self, seconds: float) -> bool:
        """Whether the desk is there after so many seconds in each corner, or with both keys."""
        if self.by == "touch":
            held = [(finger, *corner) for finger, corner in enumerate(CORNERS, 5)]
            self._touch(*(("down", *each) for each in held))
            passes(self.process, seconds)
            self._touch(*(("up", *each) for each in held))
        elif self.by == "mouse":
            self.screen.hand("mousemove", *CORNERS[0], "mousedown", 1)
            passes(self.process, seconds)
            self.screen.hand("mouseup", 1, "mousemove", *CORNERS[1], "mousedown", 1)
            passes(self.process, seconds)
            self.screen.hand("mouseup", 1)
        else:
            self.screen.hand("keydown", "q", "keydown", "p")
            passes(self.process, seconds)
            self.screen.hand("keyup", "q", "keyup", "p")
        return any(self._file.exists() or passes(self.process, MOMENT) for _ in range(round(seconds / MOMENT)))


@pytest.fixture
def hands(screen, tmp_path, request):
    made = Hands(screen, tmp_path, request.param)
    yield made
    made.process.kill()
    made.process.wait()


@pytest.mark.search
@pytest.mark.parametrize("hands", MOST if SEARCHING else ["keys"], indirect=True)
def test_a_first_day_from_the_pin_to_the_export(hands):
    """One task after the other; each press leads where it should at once, or this stops there."""
    taken, before = {}, 0

    def done(task: str) -> None:
        nonlocal before
        taken[task], before = hands.pressed - before, hands.pressed

    hands.press(ShowTab("settings"), then=Field("pin"))
    hands.type(Field("pin"), PIN)
    hands.type(Field("pin", 1), PIN)
    hands.press(Command.SET_PIN)
    hands.reads("The PIN is set.")
    done("set a PIN")
    hands.press(ShowTab("today"), then=Command.NEW_TRAVELLER)
    hands.press(Command.NEW_TRAVELLER, then=Command.HAND_OVER)
    done("choose a traveller")
    hands.press(ShowSection("visits"), then=Choose("planned", 6))
    for means, planned in ((Choose("planned", 6), "6 planned"), (Command.MORE_VISITS, "7 planned")):
        hands.press(means)
        hands.reads(planned)
    done("plan seven visits")
    hands.press(ShowSection("list"), then=Choose("set", 1))
    hands.press(Choose("set", 1))
    hands.reads("What is the weather inside you today?")
    done("another chapter")
    hands.press(Command.HAND_OVER)
    hands.child_wakes_the_companion()
    hands.come_back()
    done("hand over, and come back")
    hands.press(Command.END_VISIT, then=Command.ADD_WORDS)
    hands.press(Command.ADD_WORDS, then=Field("own"))
    hands.type(Field("own"), WORDS)
    hands.reads("Kept.")
    done("end the visit, add words")
    hands.press(Command.PAPERS, then=ChoosePaper("summary"))
    hands.press(ChoosePaper("summary"))
    hands.reads("What you wrote is not on it")
    hands.press(Command.SAVE)
    hands.reads("Saved: ")
    done("save a paper")
    hands.press(Command.BACK, then=Command.EXPORT)
    hands.press(Command.EXPORT)
    hands.reads("The record is saved as")
    done("export")
    found = {path.suffix for path in Path(hands.screen.environ["HOME"]).rglob("no-pictures-yet-*")}
    assert found >= {".pdf", ".zip"}
    assert hands.pressed <= MOST[hands.by], taken


@pytest.mark.parametrize("hands", ["mouse"], indirect=True)
def test_the_first_click_counts_when_another_window_had_the_keyboard(hands):
    screen, x, y = hands.screen, *hands.told()["things"][name_of(ShowTab("settings"))]["at"]
    left, top, _, _ = screen.place(hands.window)
    screen.hand("windowactivate", screen.other)
    until(hands.process, lambda: screen.focus() == screen.other, "the other window had the keyboard")
    screen.hand("mousemove", left + x, top + y, "click", 1)
    hands.comes(name_of(Field("pin")))
    assert screen.focus() == hands.window
