"""A child that has done a therapist's own activities, and the titles of its papers."""

from pathlib import Path

from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play import screens
from game.play.record import Traveller
from tests.support.sheets import Spelling
from tests.support.story import Story, read_activities

SONG = "  - draw: song\n{}"
LAID = "  - place: friends\n    pictures: [fox, owl]\n{}    onto:\n      - keep: Who stays\n"
CHOSEN = "  - choose: treasure\n    pictures: [kite, boat, star]\n{}"
ASKS = (
    "  - place: pages\n    scene: quiet-valley\n    from: visit.pages\n"
    "    onto:\n      - show: This may be shown\n      - keep: I keep this\n"
)


def played(folder: Path, ask: str = "", **files: str) -> Traveller:
    """Who has done these activities, and then, where it is asked, has laid its first page on the place `ask`."""
    with Story(loaded=read_activities(folder, **files, **({"zz-asks": ASKS} if ask else {}))) as story:
        for name in files:
            story.go(name)
            for _ in story.loaded.activities[name].steps:
                story.choose(1)
                story.tap(screens.ONWARD)
        if ask:
            story.go("zz-asks")
            story.tap(story.options()[0].means)
            story.tap(next(spot for spot in story.spots() if spot.means.name == ask))
        return Traveller("one", story.store.traveller(story.id).record)


def titles(traveller: Traveller, name: str = "own-pages") -> list[str]:
    """What stands above each page: what the file calls this, else its title."""
    return [
        sheet.data.get("said") or sheet.data["title"]
        for sheet in PAPER_KINDS[name].sheets(traveller, Spelling(), PaperOptions())
    ]
