"""The words between a mechanic and the rest: what lies on the table, what a finger does, what is kept.

Plain frozen values. This file knows no mechanic by name, no clock, no files, no pygame.
"""

from typing import Any

from msgspec import Struct

from game.core.hold import HOLDS
from game.core.ids import Id
from game.core.picture import Art

BANDS = {"little": 3, "middle": 5, "big": 8}  # pictures laid out at once, for about 4, 6 to 8, and 9 to 12 years


class PicturePart(Struct, frozen=True):
    """A part of a picture that papers name, such as a body's head: its edges in shares of the picture's width."""

    name: str
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """True where this place, in the same shares, lies on it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def moved(self, x: float, y: float, width: float) -> "PicturePart":
        """The same where its picture lies with its upper left corner there, and is so wide."""
        left, right = (x + width * edge for edge in (self.left, self.right))
        top, bottom = (y + width * edge for edge in (self.top, self.bottom))
        return PicturePart(self.name, left, top, right, bottom)


class Offered(Struct, frozen=True, omit_defaults=True):
    """A picture that this child can use here: `id` in moves, `art` to see, `label` for the papers.

    `opened` is how it looks where a place lets it open: a blanket that is spread; "" where it stays as it is.
    `belongs`: SKY for what hangs in the sky of a landscape, "" for what stands on its ground. `dark` is a light that
    nobody has lit yet; "" for what is no light. `photo`: a therapist's own, which is seen whole wherever it lies.
    `shape`: how wide hers is for its height, where it stands alone after a key, such as a sheet; 0: not known, as in
    journals from before.
    `body` is an ellipse that lies wholly on what is decorated, its middle and half its width and height in shares of
    the picture's width; (): not known, as in journals from before that was written down. `alone`: no other one lies
    beside it, and no later step takes it, as it stands for none. `parts` are those of what is decorated.
    """

    id: str
    art: Art
    label: str
    opened: str = ""
    belongs: str = ""
    dark: str = ""
    photo: bool = False
    shape: float = 0
    body: tuple[float, ...] = ()
    alone: bool = False
    parts: tuple[PicturePart, ...] = ()

    def on(self, hold: str) -> Art:
        """How it looks where things are held in this way."""
        return (HOLDS[hold].opens and self.opened) or self.art


class Spot(Struct, frozen=True, omit_defaults=True):
    """A spot of the scene as a mechanic sees it, in design units, `x`, `y` its centre.

    `sign` names the picture that tells, without words, what the spot is for, `vessel` the one in which things are
    laid, `front` the one that is laid over them, `lit` the light that is in it while something lies there; "" where
    there is none. `closed` are the pictures that `front` becomes while something lies there, one after the other: paper
    that folds round it, a lid; (): it stays as it is. `hold` says how the spot holds what is laid there (core/hold.py),
    `size` how wide it is then in design units; "" and 0: as everywhere. `inside` is the part of the spot where things
    lie, its left, top, width and height; (): all of it. `thread` is the colour of a thread from the companion to
    whatever lies there, "" for none. `most`: on an area, so much lies ready there at once; 0: as everywhere. `feels`:
    where the companion is, what it feels while it waits for something; "": nothing in particular.
    """

    name: str
    x: float
    y: float
    width: float
    height: float
    label: str = ""
    sign: Art = ""
    vessel: str = ""
    front: str = ""
    lit: str = ""
    closed: tuple[str, ...] = ()
    hold: str = ""
    size: float = 0
    inside: tuple[float, ...] = ()
    thread: str = ""
    most: int = 0
    feels: str = ""

    @property
    def whole(self) -> tuple[float, ...]:
        """Left, top, width and height of the spot."""
        return self.x - self.width / 2, self.y - self.height / 2, self.width, self.height

    @property
    def box(self) -> tuple[float, ...]:
        """The same of where things lie."""
        return self.inside or self.whole

    @property
    def changes(self) -> bool:
        """True where it is part of the land that looks otherwise once something lies there: it has no vessel."""
        return bool(self.lit) and not self.vessel

    @property
    def opens(self) -> bool:
        """True where it does so under a paw, or as soon as somebody has been there: nothing can be laid into it."""
        return self.changes and not self.inside


class Far(Struct, frozen=True, omit_defaults=True):
    """Where the ground of a landscape ends: how far down that is, in design units, and how large a thing is there that
    is 1 near by. `air` is the colour of the air before it, as #rrggbb, "" where it is clear.
    """

    y: float
    size: float
    air: str = ""


class SceneLayout(Struct, frozen=True, omit_defaults=True):
    """Where in a scene things lie ready, as its drawing says; without it, they lie where they do in every scene.

    `options` are the areas of pictures among which one chooses, `supplies` of those that are laid onto something else.
    `receiver` is where what was chosen lies, `turner` where one turns to other pictures, its `sign` the picture of
    that; `companion` is where the companion is. `alone` is where spots come in turns, its `most` at once (0: one, for
    the little ones), its `sign` the picture that leads to the next. `sand` is where sand lies ready, its `sign` the
    picture of it. `far` is where a landscape's ground ends, None where nothing is laid freely, `water` where things are
    held that have their foot there; `sky` is where what belongs in the sky hangs.
    """

    options: tuple[Spot, ...] = ()
    supplies: tuple[Spot, ...] = ()
    receiver: Spot | None = None
    turner: Spot | None = None
    companion: Spot | None = None
    alone: Spot | None = None
    sand: Spot | None = None
    far: Far | None = None
    water: tuple[Spot, ...] = ()
    sky: Spot | None = None


class Table(Struct, frozen=True, omit_defaults=True, rename={"spots": "grounds"}):
    """A step laid for this child: all that a mechanic may know.

    `offered` is in the order seeded for this traveller; `beside` are the pictures that lie beside the
    tray whatever the band shows (don't know, the blank card); `step` is the mechanic's own Step;
    `base` is what is rubbed or decorated, None elsewhere; `start` is the state to begin with, as plain
    data, None for the mechanic's default; `layout` is where things lie in this scene. `home` is what becomes of the
    result at home (core/take_home.py; "" in journals from before that was written down), `says` the file's own sentence
    for the papers. `quiet`: the visit has the quiet look (play/look.py). `as_written`: what is offered has the
    file's order. `in_turn`: each of what is offered has its turn; else, as in journals from before, the first alone has
    one, where the mechanic takes them so. `signposts` are places of the therapist's own scene at which nothing is done
    here: the picture that her file puts at each stands there all the same. `home_scene` is the scene on papers that go
    home, where it is another one: without the places of which nothing does, which `stays_here` names; nor do the
    pictures of `held_back`, by their ids, which lay at such places before. In journals `spots` are called "grounds",
    as they were at first.
    """

    mechanic: str
    result: str
    step: Any
    scene: str
    companion: str
    band: str = "middle"
    offered: tuple[Offered, ...] = ()
    beside: tuple[Offered, ...] = ()
    spots: tuple[Spot, ...] = ()
    base: Offered | None = None
    start: Any = None
    layout: SceneLayout = SceneLayout()
    home: str = ""
    says: str = ""
    quiet: bool = False
    as_written: bool = False
    in_turn: bool = False
    signposts: tuple[Spot, ...] = ()
    home_scene: str = ""
    stays_here: tuple[str, ...] = ()
    held_back: tuple[str, ...] = ()

    @property
    def made_before(self) -> Offered:
        """`base`, for a mechanic that is laid only with one. Raises ValueError where there is none."""
        if self.base is None:
            raise ValueError(f"nothing was made before that '{self.mechanic}' could add to")
        return self.base


class Touch(Struct, frozen=True):
    """What one finger does: `phase` is "press", "drag", "release" or "lost".

    `on` is what was hit under it (None: nothing), things in the air left out; `time` is in seconds of a steady clock.
    """

    phase: str
    x: float
    y: float
    finger: int = 0
    on: Id | None = None
    time: float = 0


class Hand(Struct, frozen=True):
    """A thing in the air, never saved; `what` None: a finger that is down without one. `finger` None: a tap has lifted
    it and it waits for the next tap.

    `x`, `y` is where it is now, `start` where the finger came down, `moved` how far it has wandered
    since, `fresh` is True while the press that lifted it has not ended. `points` is the way of a crayon.
    """

    finger: int | None
    what: Id | None
    x: float
    y: float
    start: tuple[float, float]
    moved: float = 0
    fresh: bool = True
    points: tuple[tuple[float, float], ...] = ()


class Move(Struct, frozen=True, omit_defaults=True):
    """One recorded choice, as journals hold it: `do` is the mechanic's word for it, `what` a picture's name or the text
    of the id that was moved (core/ids.py), `to` a spot's name or a level's.
    """

    do: str
    what: str = ""
    to: str = ""
    x: float | None = None
    y: float | None = None
    points: tuple[tuple[float, float], ...] = ()

    @property
    def at(self) -> tuple[float, float]:
        """The place. Raises ValueError where the move has none."""
        if self.x is None or self.y is None:
            raise ValueError(f"'{self.do}' has no place")
        return self.x, self.y


class Outcome(Struct, frozen=True, omit_defaults=True):
    """What the summary and the papers may say: these pictures were `how` ("chosen", "put back", ...).

    `spot` is the spot's name and `label` the therapist's words for it; both "" where there is none. `apart`: things of
    one kind lie there each for itself, so papers tell each; else a kind is told once, as of pebbles in a jar.
    """

    how: str
    pictures: tuple[Offered, ...]
    spot: str = ""
    label: str = ""
    apart: bool = False


CHOSEN, PUT_BACK = "chosen", "put back"
STOOD = "stood there"  # along a way, at a place where it had been laid before

Hands = tuple[Hand, ...]
