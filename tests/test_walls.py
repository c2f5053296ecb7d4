"""The walls of the house, by the syntax trees: what each part may import."""

import ast
from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path

from game import ROOMS
from tests.support.each import for_each

GAME = Path(__file__).parent.parent / "game"
IMPURE = {"pygame", "PIL", "time", "datetime", "os", "pathlib", "socket", "subprocess", "secrets", "tempfile", "shutil"}
PURE = ("core", "mechanics", "play")
SAYING = {"language.N_", "errors.Sentence", "errors.Trouble"}  # what they use beside themselves: it makes sentences
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "webbrowser"}
DISK = {"read_bytes", "read_text", "write_bytes", "write_text", "unlink", "mkdir", "rmtree", "touch", "iterdir"}
BESIDE = {"export", "outbox", "pin", "settings", "store"}  # of the records: these have files beside the travellers'
FONTS = {"pygame.font", "pygame.freetype", "pygame.ftfont", "PIL.ImageFont"}
VALUES = "game.authoring.values."
ALIKE = {
    *("read", "read_text", "keep", "save", "save_text", "delete", "remove", "names", "parse", "preview", "main"),
    *("sheet", "sheets", "text", "lines", "pdf", "usual_letter", "usual_pictures", "first_pictures"),
    *("printers", "send", "waits", "mirrored", "toggled", "in_air", "make_folder"),
}  # what several files do, each with its own


@cache
def imports(path: Path) -> set[str]:
    """Everything that a file imports, wherever in it, by full name: `from a import b` is both a and a.b."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def reaches(names: set[str], walls: set[str]) -> set[str]:
    """Which of these imports are behind the walls, or inside a package that is."""
    return {name for name in names for wall in walls if name == wall or name.startswith(wall + ".")}


def files(*folders: str) -> Callable:
    """A check of one file becomes a test of all files in these rooms."""
    found = [path for folder in folders for path in sorted((GAME / folder).rglob("*.py"))]
    return for_each(found, lambda path: str(path.relative_to(GAME)))


@files(*PURE)
def test_what_is_pure_knows_no_clock_no_disk_no_chance_and_no_screen(path):
    names = imports(path)
    assert not reaches(names, IMPURE | {"random"} | NETWORK)
    beyond = {name for name in names if name.startswith("game.") and room_of(name) not in PURE}
    assert {name.removeprefix("game.system.") for name in beyond} <= SAYING | {"language", "errors"}
    called = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    assert "open" not in {getattr(func, "id", "") for func in called}


def modules() -> dict[str, Path]:
    """Every module of the program by its full name."""
    return {_module(path): path for path in sorted(GAME.rglob("*.py"))}


def _module(path: Path) -> str:
    return ".".join(path.relative_to(GAME.parent).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    """The room that a module of the program is in."""
    return module.split(".")[1]


def graph() -> dict[str, set[str]]:
    """Which modules of the program each of its modules imports, wherever in the file."""
    known = modules()
    return {name: imports(path) & known.keys() - {"game", name} for name, path in known.items() if name != "game"}


def upward(imported: dict[str, set[str]]) -> list[str]:
    """Imports of a room that stands below the importer's own in ROOMS."""
    return [
        f"{one} imports {other}"
        for one, others in imported.items()
        for other in sorted(others)
        if ROOMS.index(room_of(one)) < ROOMS.index(room_of(other))
    ]


def in_circles(imported: dict[str, set[str]]) -> set[str]:
    """Modules that import themselves by way of others, and what lies between two such circles."""
    left = imported
    while ends := {one for one in left if not left[one] & left.keys() or not any(one in left[other] for other in left)}:
        left = {one: others for one, others in left.items() if one not in ends}
    return set(left)


def types(tree: ast.Module) -> set[str]:
    """The public classes of a file, and the names that it gives to types: all that begin as classes do."""
    classes = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    given = (node.targets[0] for node in tree.body if isinstance(node, ast.Assign))
    aliases = {name.id for name in given if isinstance(name, ast.Name) and not name.id.isupper()}
    return {name for name in classes | aliases if name[0].isupper()}


def meaning_two_things(named: dict[str, set[str]]) -> list[tuple[str, str, str]]:
    """Names that two files have given to types, with both files."""
    return [(name, one, two) for one, two in combinations(named, 2) for name in sorted(named[one] & named[two])]


def test_no_name_of_a_type_means_two_things():
    """But `Step` and `State`, which each mechanic has: the contract calls them so."""
    named = {name: types(ast.parse(path.read_text("utf-8"))) - {"Step", "State"} for name, path in modules().items()}
    assert meaning_two_things(named) == []


def functions(tree: ast.Module) -> set[str]:
    """The public functions of a file."""
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")}


def test_no_name_of_a_function_means_two_things():
    """But where it is the same thing that is done with others: read, kept, told of several papers or printers.

    A mechanic's functions are the contract's, a command's is called as the command, a value's reader as the value.
    """
    beside = {"game.app.handlers", *(name for name in modules() if name.startswith(("game.mechanics.", VALUES)))}
    named = {name: functions(ast.parse(path.read_text("utf-8"))) - ALIKE for name, path in modules().items()}
    assert meaning_two_things({name: found for name, found in named.items() if name not in beside}) == []


def test_every_room_imports_only_from_rooms_above_it():
    assert {path.relative_to(GAME).parts[0] for path in GAME.rglob("*.py")} == {*ROOMS, "__init__.py"}
    assert upward(graph()) == []


def test_no_module_is_in_a_circle():
    assert in_circles(graph()) == set()


@files("records")
def test_only_one_file_knows_how_a_traveller_lies_on_disk(path):
    """So that whoever seals records, or sends them elsewhere, changes that one."""
    if path.stem in BESIDE:
        return
    called = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    assert not {getattr(func, "attr", "") for func in called} & DISK
    assert not reaches(imports(path), {"game.system.atomic", "shutil", "tempfile"})


PRIVATE = {"GIVEN", "PERSONAL", "CACHE"}  # the folders in a traveller's


@files(".")
def test_pictures_of_a_traveller_are_reached_as_all_else_of_it(path):
    """Where one of its folders is named, no path is put together of it, but for what RecordFolder is handed."""
    joined = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.BinOp)]
    found = {ast.unparse(node) for node in joined if isinstance(node.op, ast.Div) and named_in(node.right) & PRIVATE}
    assert found <= {"self.store.travellers_folder / id / CACHE"}, "`drawing_cache` hands it to RecordFolder"


def named_in(node: ast.AST) -> set[str]:
    """The names of variables in it."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


@files("child")
def test_the_child_s_room_has_no_fonts_and_nothing_of_the_grown_ups(path):
    assert not reaches(imports(path), FONTS | {"game.desk", "game.paper", "game.app.commands"})


@files("paper")
def test_papers_need_no_screen(path):
    assert not reaches(imports(path), {"pygame", "game.child"})


@files(".")
def test_pygame_stays_in_the_child_s_room_and_nothing_opens_the_network(path):
    names = imports(path)
    assert not reaches(names, NETWORK)
    if not {GAME / "glass", GAME / "child", GAME / "desk"} & set(path.parents):
        assert not reaches(names, {"pygame"})


def test_the_walls_would_be_seen_to_fall(tmp_path):
    leak = tmp_path / "leak.py"
    leak.write_text("def f():\n    from pygame import font\n    import urllib.request\n")
    assert reaches(imports(leak), FONTS | NETWORK) == {"pygame.font", "urllib.request"}
    up = {"game.core.a": {"game.paper.b"}, "game.paper.b": {"game.core.a", "game.core.c"}, "game.core.c": set()}
    assert upward(up) == ["game.core.a imports game.paper.b"]
    named = {"a": types(ast.parse("class Seat: ...")), "b": types(ast.parse("Seat = tuple[int, int]"))}
    assert meaning_two_things(named) == [("Seat", "a", "b")]
    assert in_circles(up) == {"game.core.a", "game.paper.b"}
