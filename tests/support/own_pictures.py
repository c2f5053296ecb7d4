"""A therapist's own pictures in a small workbook of hers, and a child that plays with all of them."""

from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace
from PIL import Image

from game.core.ids import Option, TrailStop
from game.core.picture import find, meaningful
from game.core.table import Touch
from game.mechanics import mechanic
from game.play import screens
from game.play.stretches import way_to
from game.records import personal_pictures
from game.records.open_visit import Preparation, open_visit
from game.records.store import Store

ID = "a" * 16
COLOURS = {
    "our-cat": "#a11b2c",
    "our-dog": "#1ba12c",
    "our-star": "#2c1ba1",
    "our-hill": "#a1a12c",
    "our-pond": "#11a1a1",
    "photo": "#7d3c98",
    "theirs": "#5a7d11",
}
ELSEWHERE = ("photo", "theirs")  # what lies not among the activities: for the envelope, for this child alone
WORKBOOK = {
    "my-traveller": """
title: My traveller
purpose: Who walks?
cover: fox
scene: trail
steps:
  - choose: animal
    pictures: [our-cat, fox]
  - choose: thing
    pictures: [moon, our-star]
""",
    "choose-a-keepsake": """
title: A keepsake
purpose: Something to remember by.
cover: our-hill
scene: riverbank
steps:
  - choose: keepsake
    pictures: [our-dog, jade-stone]
  - decorate: keepsake
    with: [our-star, heart]
""",
    "a-drawing": """
title: A drawing
purpose: Something of yours in our pond.
cover: pond
scene: riverbank
steps:
  - draw: mine
    on: our-pond
""",
    "theirs-alone": """
title: Theirs alone
purpose: Something that only you know.
cover: leaf
scene: riverbank
steps:
  - choose: mine
    from: visit.personal-pictures
    otherwise: [leaf]
""",
    "an-envelope": """
title: An envelope
purpose: A picture for you.
cover: envelope
scene: riverbank
steps:
  - reveal: visit.envelope
""",
}


def drawn(svg: str, width: int, height: int, pack: bool = False) -> bytes:
    """What would be drawn, told by its content alone."""
    return sha256(f"{width} {height} {svg}".encode()).digest()


def make_workbook(folder: Path) -> Path:
    """The activities and, beside them, her pictures; those for the envelope and for the child alone lie elsewhere."""
    (folder / "pictures").mkdir(parents=True)
    for name, text in WORKBOOK.items():
        (folder / f"{name}.yaml").write_text(text.replace("scene: trail", "scene: riverbank"))
    for name, colour in COLOURS.items():
        where = folder.parent if name in ELSEWHERE else folder / "pictures"
        paint(where / f"{name}.png", colour)
    return folder


def paint(path: Path, colour: str) -> None:
    Image.new("RGB", (60, 40), colour).save(path)


class Child:
    """Somebody who plays a visit with taps; `now` is its own clock."""

    def __init__(self, home: Path, activities: Path, day: str = "2026-03-02", draw=drawn):
        self.store, self.now = Store(home), 100.0
        self.store.make_folder(ID)
        personal_pictures.add(self.store, ID, activities.parent / "theirs.png")
        said = Preparation(envelope=activities.parent / "photo.png")
        self.visit = open_visit(self.store, ID, day, "middle", "seed", said, activities, draw)
        self.session = self.visit.session

    def perform(self, touches: tuple[Touch, ...]) -> None:
        for touch in touches:
            self.now += 1
            self.session.touch(replace(touch, time=self.now))

    def tap(self, means) -> None:
        thing = find(self.session.picture, means)
        assert thing is not None, f"{means} is not among {[t.means for t in meaningful(self.session.picture)]}"
        self.perform((Touch("press", thing.x, thing.y, 1), Touch("release", thing.x, thing.y, 1)))

    def open(self, activity: str) -> None:
        """Along the trail's road to this stop, and into it."""
        stop = TrailStop(activity)
        while way := way_to(self.session.visit, self.session.stretch, stop):
            self.tap(way)
        self.tap(stop)

    def choose(self, name: str) -> None:
        """The gesture of this step with the picture of this name, and on."""
        here = self.session.visit.here
        self.perform(mechanic(here.table.mechanic).demo(here.table, Option(name)))
        self.tap(screens.ONWARD)

    def choose_companion_and_keepsake(self) -> None:
        """It wakes the companion, and both are pictures of hers."""
        self.perform(screens.demonstration(self.session.visit))
        for name in ("our-cat", "our-star"):
            self.choose(name)
        self.open("choose-a-keepsake")
        for name in ("our-dog", "our-star"):
            self.choose(name)

    def play_everything(self) -> "Child":
        """Every picture of hers is chosen, stuck or looked at."""
        self.choose_companion_and_keepsake()
        self.open("a-drawing")
        self.choose("crayon-ink")
        self.open("theirs-alone")
        self.choose(*self.session.visit.begun.personal)
        self.open("an-envelope")
        self.perform(mechanic("reveal").demo(self.session.visit.here.table))
        self.tap(screens.ONWARD)
        return self

    def end(self) -> None:
        self.visit.end()
        self.store.close()
