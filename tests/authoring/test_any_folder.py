"""A folder of activities that lies elsewhere: what ours make can be taken there, too."""

from game.art.library import Library
from game.authoring.any_folder import read_folder, read_for
from game.authoring.makes import what_is_made
from tests.support.mistakes import GOOD, HEAD

TAKES = f"{HEAD}{GOOD}  - place: where\n    from: choose-a-keepsake.keepsake\n    onto: [keep]\n"


def laid(folder, **texts) -> None:
    for name, text in texts.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text)


def test_what_ours_make_is_known_in_a_folder_of_ones_own(tmp_path):
    laid(tmp_path, our_move=TAKES)
    loaded = read_for(tmp_path / "our-move.yaml", Library(tmp_path / "pictures"))
    assert loaded.mistakes == () and loaded.workbook.order() == ("our-move",)
    assert loaded.activities["choose-a-keepsake"].made("keepsake")


def test_where_the_folder_has_one_of_the_same_name_that_one_is_meant(tmp_path):
    laid(tmp_path, our_move=TAKES, choose_a_keepsake=HEAD + GOOD)
    (mistake,) = read_folder(tmp_path, Library()).mistakes
    assert mistake.sentence == (
        "The activity 'choose-a-keepsake' makes nothing called 'keepsake'. Did you mean 'choose-a-keepsake.thing'?"
    )


def test_all_that_can_be_taken_is_listed_as_it_is_written(tmp_path):
    laid(tmp_path, our_move=TAKES)
    lines = what_is_made(read_folder(tmp_path, Library()).activities.values()).splitlines()
    assert {"choose-a-keepsake.keepsake", "our-move.where (what lies at one place: .keep)"} < set(lines)
    assert lines[-1].startswith("of the visit: visit.afterwards, ")
