"""No label of the desk is cut: all screens, languages and sizes of windows, measured without being painted."""

from itertools import cycle

import pytest

from game.desk.arrange import arrange
from game.desk.desk import Desk
from game.desk.form import Button, Entry, FormEvent, Text, Tile
from game.desk.scale import desk_scale
from game.desk.screen_host import GATE
from game.desk.text.shaping import shaper
from game.desk.text.text_box_view import PAD, STYLE
from game.paper.paper_set import PaperSet, SetPart
from game.records.settings import Settings, keep
from game.system.language import LANGUAGES
from tests.desk.test_desk_screens import SCREENS, at  # noqa: F401
from tests.support.at_the_desk import GrownUp
from tests.support.examples import SEARCHING

SIZES = ((1024, 768), (1280, 800), (1366, 768), (1920, 1080))
TURNS = dict(zip(LANGUAGES, cycle(SIZES[1:])))  # of the larger windows


def words_of(item) -> str:
    """All that is to be read of this item."""
    match item:
        case Text():
            return item.text
        case Button() | Tile():
            return f"{item.words} {item.note}"
    return ""


def cut(desk: Desk, size: tuple[int, int], monkeypatch) -> list[str]:
    """The labels of the open screen of which something is not seen in a window of this size."""
    scale = desk_scale(size, size)
    monkeypatch.setattr(Desk, "room", (size[0] / scale, size[1] / scale))
    letters = shaper(scale, desk.model.rtl)
    found = []
    for placed in arrange(desk._form(), size, letters):
        words, item = words_of(placed.item), placed.item
        lines = [word for line in placed.text for word in line.text.split()]
        high = letters.height(placed.style or "small") * len(placed.text)
        torn = sorted(lines) != sorted(words.split()) and "/" not in words  # the folder of records is long
        wide = max((line.width for line in placed.text), default=0)
        if torn or wide > placed.box[2] + 1 or high > placed.box[3]:
            found.append(words)
        if isinstance(item, Entry) and item.lines == 1:
            room = placed.box[2] - 2 * PAD * scale
            found += [item.hint] if letters.width(item.hint, STYLE) > room else []
    return found


@pytest.mark.search
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_cut_in_any_language_on_any_screen_in_any_window(language, records, monkeypatch):
    """While somebody waits, in the smallest window and in one of the others; in a search, in all."""
    sizes = SIZES if SEARCHING else (SIZES[0], TURNS[language])
    keep(Settings(language=language), records / "home")
    grown_up = GrownUp(records / "home", activities=records / "activities")
    try:
        desk = grown_up.desk
        monkeypatch.setattr(desk.background, "ask", lambda *_, **__: None)  # no picture is waited for
        found = {}
        for name, pressed in SCREENS.items():
            desk.open_screen("today")
            desk.model.wish = None
            for means in pressed:
                desk.say(FormEvent(means))
            if name == GATE:
                desk.open_screen(GATE)
            if isinstance(getattr(desk.screen, "kind", None), PaperSet):  # its small pages, as if they were made
                desk.screen.parts = {part: SetPart([b""], ()) for part in desk.screen.kind.of}
            found |= {(name, size): labels for size in sizes if (labels := cut(desk, size, monkeypatch))}
        assert found == {}
    finally:
        grown_up.close()
