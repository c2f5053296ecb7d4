"""A language is one entry in one table and a catalogue: French is added here, and the whole grown-ups' side has it."""

import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from game.art.library import Library
from game.art.renderer import Renderer
from game.desk.messages import Choose, Field, ShowTab
from game.desk.text.screen_keyboard import ActionKey, SignKey
from game.paper import certificate
from game.paper.options import PaperOptions
from game.paper.typst_press import pdf
from game.play.home_record import HomeRecord
from game.system import language
from game.system.language import DOMAIN, LANGUAGES, LOCALE, KeyRows, Language
from main import main
from tests.conftest import ART
from tests.support.at_the_desk import GrownUp

KEYS = KeyRows(("azertyuiopéè", "qsdfghjklmùà", "wxcvbnçâêîôû"), ("1234567890", "-/:;()@&«»", "?!'_+=*%€"))
FRENCH = Language("fr", "Français", "French", KEYS)
SAID = {
    "Today": "Aujourd'hui",
    "Settings": "Réglages",
    "A good goodbye": "Un bel au revoir",
}


@pytest.fixture
def french(tmp_path, monkeypatch) -> Path:
    """The table with one entry more, and a folder of catalogues with one catalogue more."""
    locale = tmp_path / "locale"
    shutil.copytree(LOCALE, locale)
    catalogue = Catalog(locale="fr", project=DOMAIN, charset="utf-8")
    for english, said in SAID.items():
        catalogue.add(english, said)
    (locale / "fr/LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    with (locale / f"fr/LC_MESSAGES/{DOMAIN}.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setitem(LANGUAGES, "fr", FRENCH)
    monkeypatch.setattr(language, "LOCALE", locale)
    language.words.cache_clear()
    yield locale
    language.words.cache_clear()


def test_the_desk_speaks_a_language_that_was_added(french, tmp_path):
    grown_up = GrownUp(tmp_path / "home", "finger")
    try:
        grown_up.press(ShowTab("settings"))
        grown_up.press(Choose("language", "fr"))
        assert {"Aujourd'hui", "Réglages", "Français"} <= set(words_on_buttons(grown_up))
        grown_up.press(Field("pin"))
        grown_up.press(ActionKey.SIGNS)  # for a PIN the keyboard begins with digits
        for sign in "été":
            grown_up.press(SignKey(sign))
        assert grown_up.desk.view.typing().value == "été"
    finally:
        grown_up.close()


def words_on_buttons(grown_up: GrownUp) -> list[str]:
    return [placed.item.words for placed in grown_up.desk.view.reachable() if hasattr(placed.item, "words")]


def test_a_paper_is_made_in_a_language_that_was_added(french):
    nothing_yet = HomeRecord("2026-01-12", {}, ())
    made = certificate.sheet(nothing_yet, Renderer(Library(), ART, ART / "private"), PaperOptions(language="fr"))
    assert (made.data["language"], made.data["mirrored"]) == ("fr", False)
    assert made.data["says"]["heading"] == SAID["A good goodbye"] and pdf(made).startswith(b"%PDF")


def test_the_system_and_the_door_know_a_language_that_was_added(french, monkeypatch, capsys):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "French_France.1252")
    assert language.of_the_system() == "fr"
    with pytest.raises(SystemExit):
        main(["summary", "--help"])
    assert "fr" in capsys.readouterr().out
