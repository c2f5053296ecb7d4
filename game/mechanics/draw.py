"""Draw: a finger on paper or on a picture, with a few crayons and an eraser. Touching the last stroke takes it away.

Pure: strokes as points, no clock, no files, no pygame.
"""

from math import hypot

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from game.core.activity import MechanicStep, NewName, OnePicture, Reference, StandIn, Yes, spoken
from game.core.companion import setting
from game.core.gesture import carry, drag, lift, tap, was_tap
from game.core.ids import Area, Id, Option, Scenery
from game.core.layout import TRAY_Y, tray_ground
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import DRAWN_OVER, PAINTED, READY, Line, Picture, Stamp, Strokes, Things, TouchArea, find
from game.core.table import CHOSEN, Hand, Hands, Move, Offered, Outcome, Table, Touch
from game.system.language import N_

CRAYONS = {  # their pictures, and the colours that they draw in
    "crayon-ink": "#3f3354",
    "crayon-rose": "#c9788a",
    "crayon-gold": "#d9a441",
    "crayon-leaf": "#3f7d6b",
    "crayon-water": "#4a9db0",
    "crayon-earth": "#8a5c42",
}
ERASER = "crayon-eraser"
TOOLS = (*CRAYONS, ERASER)
PAPER, PAPER_SPOT = "drawing-paper", Area("paper")
LINE, THIN, RUBBED = 13, 5, 20  # design units: how wide a stroke is, in the quiet look; how far the eraser takes
NEAR = 4  # points closer together than this are one
Points = tuple[tuple[float, float], ...]
CORNER, EDGE = (0.32, 0.4), 26  # of a white sheet: how wide and high what lies in a corner is; so far from its edges
NARROW = 0.5  # of a narrower or lower sheet: at most so wide and high
RIM = 20  # design units of paper all round, on which nothing is drawn
LONGEST = 400  # points of one stroke; a longer one goes on as the next
MOST = 6000  # points on one paper: more is not seen any more


class DrawingSheet(Struct, frozen=True):
    """The paper: its middle, its size, and how wide strokes are on it, in design units."""

    x: float
    y: float
    width: float
    height: float
    line: float


SHEET, LARGE_SHEET = DrawingSheet(740, 312, 700, 440, LINE), DrawingSheet(724, 306, 820, 518, THIN)
TRAITS = Traits(
    N_("Drawing"),
    cue=N_("The child draws."),
    # Translators: on a certificate, to a child; {what} is the title of a page, or of several
    deed=N_("You drew something for {what}."),
    tones={"undo": Tone.PUT_BACK, "erase": Tone.PUT_BACK},
    echo=False,  # dots are pressed one after the other
    makes_pictures=True,
    nothing=N_("nothing was drawn"),
    by_hand=True,
    goes_home=True,
    draws_cards=True,
)


class Step(MechanicStep, frozen=True):
    """`draw: picture`; `paper:` the picture on which one draws, in place of a white sheet; `on:` a picture that lies on
    the sheet and is drawn over, or `from:` an earlier choice (and `on:` what lies there where nothing was chosen), of a
    drawing with pale strokes; `corner: yes` where that lies small in the upper corner, as it is, and leaves room for a
    letter."""

    draw: NewName
    paper: OnePicture = ""
    on: StandIn = ""
    from_: Reference = ""
    corner: Yes = False

    @property
    def pales(self) -> bool:
        """So that what is drawn now is told from what was drawn then."""
        return not self.corner


class State(Struct, frozen=True):
    """The strokes, the first lowest, measured from the paper's upper left corner; the crayon in use; and the names of
    the pictures that the strokes lie on, so that what was drawn on one is never shown on another. On a bare sheet there
    are none, and nothing of it is written down, as in journals from before.
    """

    lines: tuple[Line, ...] = ()
    crayon: str = "crayon-ink"
    on: tuple[str, ...] | UnsetType = UNSET


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A crayon is taken by a tap; a finger on the paper draws."""
    if touch.phase == "press":
        return _press(table, touch)
    if hand is None or touch.phase == "lost":
        return None
    if hand.what != PAPER_SPOT:
        hand = carry(hand, touch)
        return hand if touch.phase == "drag" else _taken(hand)
    hand = _further(table, hand, touch)
    if touch.phase == "drag" and len(hand.points) < LONGEST:
        return hand
    return _drawn(state, hand.points)


def _press(table: Table, touch: Touch) -> Hand | None:
    if isinstance(touch.on, Option):
        return lift(touch.on, touch)
    if touch.on != PAPER_SPOT:
        return None
    return replace(lift(PAPER_SPOT, touch), points=(_on_paper(sheet_of(table), touch),))


def _further(table: Table, hand: Hand, touch: Touch) -> Hand:
    """The stroke with one more point, where the finger has gone far enough for one."""
    (x, y), (last_x, last_y) = _on_paper(sheet_of(table), touch), hand.points[-1]
    if hypot(x - last_x, y - last_y) < NEAR:
        return hand
    return replace(hand, x=touch.x, y=touch.y, points=(*hand.points, (x, y)))


def sheet_of(table: Table) -> DrawingSheet:
    """The paper of this table: as wide and high as there is room, where a therapist's own picture is the paper."""
    white, shape = _white(table), _shape(table)
    if not shape:
        return white
    wide, high = white.width + 2 * RIM, white.height + 2 * RIM
    wide, high = min(wide, high * shape), min(high, wide / shape)
    return replace(white, width=wide - 2 * RIM, height=high - 2 * RIM)


def _shape(table: Table) -> float:
    """How wide a therapist's own paper is for its height; 0 for all of ours."""
    return next((o.shape for o in table.offered if o.id == table.step.paper), 0)


def _white(table: Table) -> DrawingSheet:
    return LARGE_SHEET if table.quiet else SHEET


def _on_paper(sheet: DrawingSheet, touch: Touch) -> tuple[float, float]:
    """The place on the paper; beside it, the nearest on its edge."""
    x, y = touch.x - sheet.x + sheet.width / 2, touch.y - sheet.y + sheet.height / 2
    return round(min(max(x, LINE), sheet.width - LINE)), round(min(max(y, LINE), sheet.height - LINE))


def _taken(hand: Hand) -> Move | None:
    return Move("take", hand.what.name) if was_tap(hand) and isinstance(hand.what, Option) else None


def _drawn(state: State, points: Points) -> Move | None:
    if state.crayon == ERASER:
        return Move("erase", points=points)
    if len(points) == 1 and state.lines and _near(state.lines[-1], points):
        return Move("undo")
    full = sum(len(line.points) for line in state.lines) + len(points) > MOST
    return None if full else Move("draw", state.crayon, points=points)


def after(table: Table, state: State, move: Move) -> State:
    """The state that follows."""
    match move.do:
        case "take":
            return replace(state, crayon=move.what)
        case "undo":
            return _with_lines(table, state, state.lines[:-1])
        case "erase":
            return _with_lines(table, state, tuple(line for line in state.lines if not _near(line, move.points)))
    line = Line(CRAYONS[move.what], sheet_of(table).line, move.points)
    return _with_lines(table, state, (*state.lines, line))


def _with_lines(table: Table, state: State, lines: tuple[Line, ...]) -> State:
    """These strokes, and what they lie on; without any, whatever comes next can lie there."""
    over = tuple(o.id for o in _drawn_over(table, state))
    return replace(state, lines=lines, on=over if lines and over else UNSET)


def _near(line: Line, points: Points) -> bool:
    return any(hypot(x - a, y - b) <= RUBBED for x, y in points for a, b in line.points)


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The paper, what is on it, and the crayons below; the one in use lies higher."""
    on = sheet_of(table)
    paper: Things = (
        replace(_paper(table, on.x, on.y), id=Scenery(PAPER)),
        *_pictures_on(table, state, on.x - on.width / 2, on.y - on.height / 2),
        TouchArea(PAPER_SPOT, on.x, on.y, on.width, on.height),
    )
    drawn = (Stamp(_drawing(on, state), on.x, on.y, on.width, on.height, id=Scenery("drawing"), lift=PAINTED),)
    crayons = tuple(_crayon(i, name, name == state.crayon) for i, name in enumerate(TOOLS))
    lines = tuple(_in_the_making(on, state, hand) for hand in hands if hand.what == PAPER_SPOT)
    tray = tray_ground()
    behind = setting(table, before=paper + tray)
    return Picture(behind + paper + (drawn if state.lines else ()) + tray + crayons + lines)


def _paper(table: Table, x: float, y: float) -> Stamp:
    """The sheet with its middle there: what the file says, whole in the place of a white one; else that."""
    white, art = _white(table), next((o.art for o in table.offered if o.id == table.step.paper), PAPER)
    return Stamp(art, x, y, white.width + 2 * RIM, white.height + 2 * RIM)


def _drawn_over(table: Table, state: State) -> tuple[Offered, ...]:
    """What lies on the sheet: what was drawn on already; else what was chosen earlier; else what the file says."""
    there = tuple(o for o in table.offered + table.beside if o.id != table.step.paper)
    begun = tuple(o for o in there if o.id in (state.on or ()))
    return begun or tuple(o for o in there if o.id != table.step.on) or there


def _pictures_on(table: Table, state: State, left: float, top: float) -> tuple[Stamp, ...]:
    """What lies on the sheet, side by side; the sheet's upper left corner is at `left`, `top`."""
    on, over = sheet_of(table), _drawn_over(table, state)
    wide, high = on.width, on.height
    if table.step.corner:
        white = _white(table)
        wide = min(CORNER[0] * white.width, NARROW * wide)
        high = min(CORNER[1] * white.height, NARROW * high)
        left, top = left + on.width - wide - EDGE, top + EDGE
    width = wide / max(len(over), 1)
    return tuple(
        Stamp(o.art, left + width * (i + 0.5), top + high / 2, width, high, id=Scenery(DRAWN_OVER, i))
        for i, o in enumerate(over)
    )


def _crayon(number: int, name: str, in_use: bool) -> Stamp:
    x, y = 486 + 96 * number, TRAY_Y - (22 if in_use else 0)
    return Stamp(name, x, y, 104, id=Option(name), means=Option(name), lift=READY)


def _drawing(sheet: DrawingSheet, state: State) -> Picture:
    return Picture((Strokes(Scenery("strokes"), state.lines),), sheet.width, sheet.height)


def _in_the_making(sheet: DrawingSheet, state: State, hand: Hand) -> Strokes:
    """The stroke of a finger that is still down."""
    left, top = sheet.x - sheet.width / 2, sheet.y - sheet.height / 2
    points = tuple((left + x, top + y) for x, y in hand.points)
    colour = CRAYONS.get(state.crayon, "#f4e7d3")
    return Strokes(Scenery("stroke", hand.finger), (Line(colour, sheet.line, points),))


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A crayon is taken, then a wavy line drawn; the neutral gesture draws in the air above the paper's edge."""
    on = sheet_of(table)
    far = min(200, on.width / 2 - LINE)
    wave = tuple((on.x - far + far / 10 * i, on.y + (24 if i % 4 < 2 else -24)) for i in range(21))
    if what:
        crayon = find(view(table, State(), ()), what)
        return tap(crayon.x, crayon.y) + drag(wave) if crayon else ()
    return drag(wave)


def demo_policy(table: Table) -> DemoPolicy:
    """Some lines, each with a crayon."""
    return DemoPolicy(paper=PAPER_SPOT, tools=tuple(Option(name) for name in CRAYONS))


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """The drawing on its paper."""
    if not state.lines:
        return ()
    on, rim = sheet_of(table), RIM if _shape(table) else 0  # a paper of one's own is whole, with what is at its edges
    wide, high = on.width + 2 * rim, on.height + 2 * rim
    over = _pictures_on(table, state, rim, rim)
    lines = tuple(replace(line, points=tuple((x + rim, y + rim) for x, y in line.points)) for line in state.lines)
    strokes = Strokes(Scenery("strokes"), lines)
    made = Picture((_paper(table, wide / 2, high / 2), *over, strokes), wide, high)
    words = spoken(table.result.rstrip("-0123456789"))
    label = words[:1].upper() + words[1:]
    return (Outcome(CHOSEN, (Offered(table.result, made, label),)),)
