"""A picnic to which not all come, for tests of what stays here, and what the papers that go home say of it."""

from game.core.ids import SpotId
from game.paper.options import PaperOptions
from game.paper.paper_kind import HomePaper
from game.paper.registry import PAPER_KINDS, TAKEN_HOME
from game.play.record import Traveller
from tests.support.sheets import Spelling
from tests.support.story import Story

GUESTS = (
    "  - place: guests\n    take home: {home}\n    stays here: keep\n    pictures: [fox, owl, cat]\n{more}"
    "    onto: [different: On the cloth, keep: Behind the hedge]\n"
)
HOMEWARD = {**TAKEN_HOME, **{name: kind for name, kind in PAPER_KINDS.items() if isinstance(kind, HomePaper)}}


def at_home(who: Traveller) -> str:
    """What all papers that go home say and show."""
    made = (sheet for kind in HOMEWARD.values() for sheet in kind.sheets(who, Spelling(), PaperOptions()))
    return " ".join(f"{sheet.data} {[picture.decode() for picture in sheet.pictures.values()]}" for sheet in made)


def carry(story: Story, name: str, spot: str) -> None:
    """A picture is laid onto the spot of this name."""
    story.carry(name, next(one for one in story.spots() if one.means == SpotId(spot)))


def who(story: Story) -> Traveller:
    """The traveller as its record is now."""
    return Traveller("one", story.store.traveller(story.id).record)
