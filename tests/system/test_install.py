"""The icon on the desktop: what is put where on each system, that it starts the program, and that it goes again."""

import configparser
import io
import os
import plistlib
import re
import shlex
import stat
import subprocess
import sys
from functools import partial
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from game.system import icons, install
from game.system.errors import Trouble
from game.system.icons import IconFile, IconFolders, Program, exec_of, plan, shortcut
from game.system.language import LANGUAGES
from tests.paths import PROJECT
from tests.support.full_disk import full_disk
from tests.support.needs import needs
from tests.support.xvfb import PROGRAMS, Screen, until

SYSTEMS = ("linux", "darwin", "win32")
ODD = 'my "own" house/100 % (a$b) `c` \\ it\'s & ümlaut;'  # each of these signs means something to somebody


@pytest.fixture
def person(tmp_path, monkeypatch):
    """Somebody's folders, with things of their own in them. PowerShell is played: here is no Windows."""
    (tmp_path / "Desktop").mkdir()
    (tmp_path / "Desktop" / "letter.txt").write_text("mine")
    (tmp_path / "share" / "applications").mkdir(parents=True)
    (tmp_path / "share" / "applications" / "other.desktop").write_text("mine")
    monkeypatch.setattr(install, "_in_windows", made_by_windows)
    return IconFolders(tmp_path / "share" / "good-goodbye", tmp_path / "share", tmp_path / "Desktop")


def made_by_windows(script: str) -> None:
    """The shortcut that Windows would make."""
    (line,) = [line for line in script.splitlines() if "CreateShortcut(" in line]
    Path(line.partition("CreateShortcut('")[2].removesuffix("')").replace("''", "'")).write_text(script, "utf-8")


def everything(folder: Path) -> dict[str, bytes | str]:
    """All files and folders, with what is in them."""
    return {
        str(path.relative_to(folder)): str(path.readlink())
        if path.is_symlink()
        else path.is_file() and path.read_bytes()
        for path in folder.rglob("*")
    }


PROGRAM = Program(Path("/opt/house/.venv/bin/python"), Path("/opt/house/main.py"))


@pytest.mark.parametrize("platform", SYSTEMS)
def test_what_is_put_is_taken_away_again_and_nothing_else(platform, person, tmp_path):
    before = everything(tmp_path)
    put = install.install(platform, person, PROGRAM)
    assert put and all(Path(path).exists() for path in put)
    assert any(person.desktop in Path(path).parents for path in put), "one lies on the desktop"
    assert any(person.menu in Path(path).parents for path in put), "and one in the menu"
    once = everything(tmp_path)
    assert once.items() > before.items()
    assert install.install(platform, person, PROGRAM) == put and everything(tmp_path) == once, "twice is once"
    assert install.uninstall(person)
    assert everything(tmp_path) == before
    assert install.uninstall(person) == () and everything(tmp_path) == before


@pytest.mark.parametrize("platform", SYSTEMS)
def test_without_a_desktop_there_is_still_the_menu(platform, person, tmp_path):
    person = IconFolders(person.data, person.menu, None)
    put = install.install(platform, person, PROGRAM)
    assert [person.menu in Path(path).parents for path in put] == [True]
    assert list((tmp_path / "Desktop").iterdir()) == [tmp_path / "Desktop" / "letter.txt"]


@pytest.mark.parametrize("platform", SYSTEMS)
def test_what_is_somebody_else_s_stays(platform, person, tmp_path):
    theirs = plan(platform, person, PROGRAM)[-1].path
    theirs.write_text("mine")
    before = everything(tmp_path)
    with pytest.raises(Trouble, match="not ours"):
        install.install(platform, person, PROGRAM)
    assert everything(tmp_path) == before
    theirs.unlink()
    install.install(platform, person, PROGRAM)
    beside = plan(platform, person, PROGRAM)[0].path.with_name("mine.txt")
    beside.write_text("mine")
    install.uninstall(person)
    assert beside.read_text() == "mine"


@pytest.mark.parametrize("platform", SYSTEMS)
@pytest.mark.parametrize("fails", [0, 1, 2])
def test_what_cannot_be_written_is_said_and_nothing_is_left_behind(platform, fails, person, tmp_path, monkeypatch):
    before, stuck = everything(tmp_path), plan(platform, person, PROGRAM)[fails]
    refuse(stuck, monkeypatch)
    with pytest.raises(Trouble) as told:
        install.install(platform, person, PROGRAM)
    assert str(told.value) == f"The icon cannot be put at '{stuck.path}': this folder may not be written to."
    assert everything(tmp_path) == before


@pytest.mark.parametrize("platform", SYSTEMS)
@pytest.mark.parametrize("desktop", [False, True])
def test_a_second_time_that_fails_takes_no_icon_away(platform, desktop, person, tmp_path, monkeypatch):
    install.install(platform, replace(person, desktop=person.desktop if desktop else None), PROGRAM)
    before = everything(tmp_path)
    refuse(plan(platform, person, PROGRAM)[-1], monkeypatch)
    with pytest.raises(Trouble, match="cannot be put at"):
        install.install(platform, person, PROGRAM)
    assert everything(tmp_path) == before


def refuse(stuck: IconFile, monkeypatch) -> None:
    """From now on this one thing cannot be put."""
    put = install._put

    def refused(thing: IconFile) -> None:
        if thing == stuck:
            raise PermissionError(13, "Permission denied")
        put(thing)

    monkeypatch.setattr(install, "_put", refused)


def test_what_cannot_be_put_anew_is_there_still(tmp_path, monkeypatch):
    path = tmp_path / "icon"
    path.write_bytes(b"older")
    monkeypatch.setattr(install.os, "replace", full_disk)
    with pytest.raises(OSError):
        install._put(IconFile(path, b"newer"))
    assert [path.read_bytes()] == [file.read_bytes() for file in tmp_path.iterdir()] == [b"older"]


def test_a_windows_that_makes_no_shortcut_is_said(person, tmp_path, monkeypatch):
    before = everything(tmp_path)

    def refuses(script: str) -> None:
        raise subprocess.CalledProcessError(1, "powershell")

    monkeypatch.setattr(install, "_in_windows", refuses)
    with pytest.raises(Trouble, match=r"Good Goodbye.lnk': Windows did not make the shortcut\.$"):
        install.install("win32", person, PROGRAM)
    assert everything(tmp_path) == before


# Linux


def entry(program: Program) -> configparser.SectionProxy:
    read = configparser.ConfigParser(interpolation=None, delimiters=["="], strict=True)
    read.optionxform = str
    read.read_string(icons.desktop_entry(program))
    return read["Desktop Entry"]


def unescaped(value: str) -> str:
    """A value of a .desktop file as the specification reads it: first the value's own escapes."""
    for written, means in (("\\\\", "\0"), ("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r"), ("\\s", " ")):
        value = value.replace(written, means)
    return value.replace("\0", "\\")


names = st.text(st.characters(exclude_characters="\0/", exclude_categories=("Cs",)), min_size=1, max_size=12)


@given(st.lists(names, min_size=1, max_size=3))
def test_any_path_survives_the_exec_line(parts):
    path = Path("/", *parts)
    said = exec_of(path, path / "main.py")
    assert "\n" not in said and "\r" not in said
    # in double quotes the desktop's own parser takes the backslash from $ and ` too, which shlex leaves
    words = [re.sub(r"\\([$`])", r"\1", word) for word in shlex.split(unescaped(said).replace("%%", "%"))]
    assert words == [str(path), str(path / "main.py")]


def test_the_names_are_said_in_each_language_that_has_them(monkeypatch):
    said = {"es": "Un buen adiós", "de": "Ein guter Abschied", "ar": "وداع طيب"}
    monkeypatch.setattr(icons, "words", lambda language: lambda text: said.get(language, text))
    made = entry(PROGRAM)
    assert made["Name"] == "Good Goodbye"
    assert {made[f"Name[{language}]"] for language in said} == set(said.values())
    assert "Name[en]" not in made and set(said) < set(LANGUAGES)


def test_the_system_finds_nothing_wrong_with_the_entry(tmp_path):
    needs("desktop-file-validate")
    file = tmp_path / "good-goodbye.desktop"
    file.write_text(icons.desktop_entry(Program(Path("/", ODD, "python"), Path("/", ODD, "main.py"))), "utf-8")
    done = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    file.write_text(file.read_text("utf-8").replace("Exec=", "Execute="), "utf-8")
    assert subprocess.run(["desktop-file-validate", file], capture_output=True).returncode, "it would have told"


@pytest.fixture
def shell(tmp_path):
    """This program, seen through a folder with an odd name."""
    folder = tmp_path / ODD
    folder.mkdir(parents=True)
    (folder / "python").symlink_to(sys.executable)
    (folder / "main.py").write_text(f"import runpy; runpy.run_path({str(PROJECT / 'main.py')!r}, run_name='__main__')")
    return Program(folder / "python", folder / "main.py")


def test_the_icon_starts_the_program_and_the_window_belongs_to_it(shell, tmp_path):
    needs(*PROGRAMS, "gtk-launch", "xprop")
    screen = Screen(folder=tmp_path)
    try:
        places = IconFolders(tmp_path / "share" / "good-goodbye", tmp_path / "share", None)
        install.install("linux", places, shell)
        packages = os.pathsep.join(path for path in sys.path if path.endswith("site-packages"))
        own = {"XDG_DATA_HOME": str(tmp_path / "share"), "PYTHONPATH": os.pathsep.join([str(PROJECT), packages])}
        menu = screen.start("gtk-launch", "good-goodbye", **own)
        assert menu.wait(60) == 0, menu.said()
        until(screen.manager, lambda: "Good Goodbye" in screen.ask("wmctrl", "-l"), "the window was there")
        (line,) = [line for line in screen.ask("wmctrl", "-lpx").splitlines() if "Good Goodbye" in line]
        window, _, pid, belongs, *_ = line.split()
        assert belongs == "good-goodbye.good-goodbye", "so the system shows our icon for it"
        shown = partial(screen.ask, "xprop", "-id", window, "_NET_WM_ICON")
        until(screen.manager, lambda: "Icon (64 x 64)" in shown(), "its icon was there")
        screen.ask("wmctrl", "-i", "-c", window)
        until(screen.manager, lambda: is_gone(pid), "it ended")
    finally:
        screen.close()


def is_gone(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:  # not even its number is left
        return True


# Windows


def test_the_shortcut_opens_no_terminal_and_bears_any_path():
    shell = PureWindowsPath("C:/Users/Ann\u2019s o'clock/Good Goodbye")
    program = Program(shell / ".venv/Scripts/python.exe", shell / "main.py")
    said = shortcut(shell / "x.lnk", program, shell / "i.ico")
    lines = dict(line.removeprefix("$s.").split(" = ", 1) for line in said.splitlines() if " = '" in line)
    assert lines["TargetPath"] == "'C:\\Users\\Ann\u2019\u2019s o''clock\\Good Goodbye\\.venv\\Scripts\\pythonw.exe'"
    assert lines["Arguments"] == "'\"C:\\Users\\Ann\u2019\u2019s o''clock\\Good Goodbye\\main.py\"'"
    assert said.endswith("$s.Save()\n")


def test_windows_gets_an_icon_in_its_own_form(person):
    with Image.open(io.BytesIO(plan("win32", person, PROGRAM)[0].content)) as picture:
        assert picture.format == "ICO" and {(16, 16), (32, 32), (256, 256)} <= picture.info["sizes"]


def test_without_a_terminal_the_program_still_speaks_to_nobody(tmp_path):
    """As pythonw starts it: there is no standard output at all."""
    code = "import sys; sys.stdout = sys.stderr = None; sys.path[0:0] = [sys.argv[1]]; import main; "
    code += "sys.exit(40 + main.main(['travellers', '--home', sys.argv[2]]))"
    done = subprocess.run([sys.executable, "-c", code, str(PROJECT), str(tmp_path)], capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (40, b"", b"")


# macOS


def test_the_app_of_the_mac_is_whole(person, shell):
    install.install("darwin", person, shell)
    app = person.menu / "Good Goodbye.app" / "Contents"
    said = plistlib.loads((app / "Info.plist").read_bytes())
    script = app / "MacOS" / said["CFBundleExecutable"]
    assert stat.S_IMODE(script.stat().st_mode) == 0o755
    with Image.open(app / "Resources" / f"{said['CFBundleIconFile']}.icns") as picture:
        assert picture.format == "ICNS"
    assert (person.desktop / "Good Goodbye.app").resolve() == app.parent.resolve()
    (shell.main).write_text("print('started')")
    assert subprocess.run([script], capture_output=True, text=True).stdout == "started\n"
