"""Decorate: lay stickers freely on what was chosen earlier; each can be moved or taken off again. A landscape becomes
the page.

Pure: pictures and moves, no clock, no files, no pygame.
"""

from collections.abc import Iterable
from math import hypot

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import AsWritten, EarlierName, MechanicStep, Otherwise, Pictures, Reference, Yes
from game.core.companion import COMPANION_ID, setting
from game.core.depth import SKY, hung_in_sky, laid_on_ground, out_of_the_way
from game.core.gesture import carry, keep_lifted, lift, show_carrying, take_over, tap, was_tap
from game.core.ids import Area, Id, Option, Scenery, SpotId, Sticker
from game.core.layout import TURN, beside_options, in_the_air, lying, options, tray, tray_seats
from game.core.mechanic import DemoPolicy, Tone, Traits
from game.core.picture import FLAT, READY, Art, Picture, Stamp, Things, TouchArea, find, fitted
from game.core.table import CHOSEN, Hand, Hands, Move, Offered, Outcome, PicturePart, Table, Touch
from game.system.language import N_

BASE_X, BASE_Y = 690, 318
BASE = Area("base")
EDGE = (0.28, 0.22)  # of the base's width: so far across and down from its middle is what is tucked under it
HELD = 1.16  # times as far, at most: it does not come off
WITHIN = 0.8  # of the way to the edge of a body, at most: so far is what is stuck onto it
GOES_TO = 1000  # so far to the right the companion makes room on a page: what turns the pictures stands there
TURNED, ROOM = 0.8, 0.14  # at the rim of what is round: how far a sticker is turned away, and comes inwards
MOST = 40  # stickers on one thing: beyond it nobody sees what lies below
TRAITS = Traits(
    N_("Decorating"),
    cue=N_("The child puts small pictures on what is there."),
    tones={"take off": Tone.PUT_BACK, "turn": Tone.TURN},
    makes_pictures=True,
    enters=True,
    told=N_("Made {pictures}"),
)


class Step(MechanicStep, frozen=True):
    """`decorate: stone` (a name from an earlier step), then stickers: `with` which, or `from` an earlier choice, or
    both; `otherwise`: which, where nothing was chosen there; `everywhere: yes` for a wide place; `under: yes` where
    they are tucked under its edge, all around, as legs are under fur."""

    ONE_OF = ("with_", "from_")
    ONLY_WITH = (("otherwise", "from_"),)

    decorate: EarlierName
    with_: Pictures = ()
    from_: Reference = ""
    otherwise: Otherwise = ()
    order: AsWritten = False
    everywhere: Yes = False
    under: Yes = False


class Layout(Struct, frozen=True):
    """How large the base and a sticker are, and how far from `around` a sticker may lie, in design units; `base` is the
    base's middle. What is `round` turns away towards its rim, and what lies on it does.
    """

    width: float
    height: float
    sticker: float
    reach: tuple[float, float]
    round: bool
    base: tuple[float, float] = (BASE_X, BASE_Y)
    around: tuple[float, float] = (BASE_X, BASE_Y)


STONE = Layout(470, 470, 96, (188, 155), round=True)
WIDE = Layout(664, 456, 150, (320, 215), round=False)  # a landscape, or a creature with room for legs beside it
PAGE = Layout(1280, 880, 206, (480, 184), round=False, base=(640, 400), around=(640, 294))  # a scene, edge to edge


class PlacedSticker(Struct, frozen=True):
    """A sticker on the base: its number, and where, measured from the base's middle in shares of its width."""

    number: int
    what: str
    x: float
    y: float


class State(Struct, frozen=True):
    """The stickers from the lowest to the topmost, how many were ever laid, how the tray is turned."""

    stuck: tuple[PlacedSticker, ...] = ()
    laid: int = 0
    turn: int = 0


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap lifts a sticker, the next tap lays it; or it is carried there in one go."""
    if touch.phase == "press":
        return _press(table, hand, touch)
    if hand is None or touch.phase == "lost":
        return None
    hand = carry(hand, touch)
    return hand if touch.phase == "drag" else _let_go(table, state, hand, touch)


def _press(table: Table, hand: Hand | None, touch: Touch) -> Hand | None:
    if touch.on == TURN:
        return lift(TURN, touch)
    new = touch.on in options(table)
    if hand and (isinstance(hand.what, Sticker) or not new):
        return take_over(hand, touch)  # with a laid sticker in the air, what lies there is only the ground
    return lift(touch.on, touch) if new or isinstance(touch.on, Sticker) else None


def _let_go(table: Table, state: State, hand: Hand, touch: Touch) -> Move | Hand | None:
    if hand.what == TURN:
        return Move("turn") if was_tap(hand) else None
    if hand.fresh and was_tap(hand):
        home = find(view(table, state, ()), hand.what)
        return keep_lifted(hand, home.x, home.y) if home else None
    on_base, shares = _on_base(_form(table), touch.x, touch.y), _shares(table, touch.x, touch.y)
    match hand.what:
        case Sticker():
            return Move("move", str(hand.what), "", *shares) if on_base else Move("take off", str(hand.what))
        case Option(name) if on_base and len(state.stuck) < MOST:
            return Move("stick", name, "", *shares)
    return None


def _form(table: Table) -> Layout:
    if table.scene == table.made_before.id:
        return PAGE
    return WIDE if table.step.everywhere or table.step.under else STONE


def _on_base(form: Layout, x: float, y: float) -> bool:
    across, down = (x - form.around[0]) / form.reach[0], (y - form.around[1]) / form.reach[1]
    return (hypot(across, down) if form.round else max(abs(across), abs(down))) <= 1


def _shares(table: Table, x: float, y: float) -> tuple[float, float]:
    """Seen from the base's middle, in shares of its width; what is tucked under it looks out at its edge."""
    form = _form(table)
    across, down = (x - form.base[0]) / form.width, (y - form.base[1]) / form.width
    if form == WIDE and (table.step.under or table.made_before.body):
        across, down = _on_body(table, across, down)
    return round(across, 3), round(down, 3)


def _on_body(table: Table, across: float, down: float) -> tuple[float, float]:
    """The nearest place on the base's body; of what is tucked under it, at its edge."""
    x, y, half_wide, half_high = _body(table)
    far = hypot((across - x) / half_wide, (down - y) / half_high)
    to = min(max(far, 1), HELD) if table.step.under else min(far, WITHIN)
    share = to / far if far else 0
    return (x + (across - x) * share, y + (down - y) * share) if far else (x, y + to * half_high)


def _body(table: Table) -> tuple[float, ...]:
    """Its middle from the base's, half its width and half its height, in shares of the base's width. Where the drawing
    says nothing, it is in the middle and wider than high."""
    if not table.made_before.body:
        return (0, 0, *EDGE)
    x, y, half_wide, half_high = table.made_before.body
    seen = WIDE.height / WIDE.width  # a picture is as wide as high, and the base is wider
    return (x - 0.5) * seen, (y - 0.5) * seen, half_wide * seen, half_high * seen


def after(table: Table, state: State, move: Move) -> State:
    """The state that follows; what was touched last lies on top."""
    if move.do == "turn":
        return replace(state, turn=state.turn + 1)
    if move.do == "stick":
        stuck = PlacedSticker(state.laid, move.what, *move.at)
        return replace(state, stuck=(*state.stuck, stuck), laid=state.laid + 1)
    others = tuple(stuck for stuck in state.stuck if str(_id(stuck)) != move.what)
    moved = tuple(replace(s, x=move.x, y=move.y) for s in state.stuck if str(_id(s)) == move.what and move.do == "move")
    return replace(state, stuck=others + moved)


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The base in the middle, large, with its stickers; more stickers on the tray.

    Where the base is the page itself it means something only while there is something to lay: else the land answers.
    """
    art = _art(table, state)
    away, form = {hand.what for hand in hands}, _form(table)
    spot = TouchArea(BASE, *form.around, 2 * form.reach[0], 2 * form.reach[1])
    base = (_base(table, form), spot) if form != PAGE else (spot,) if hands else ()
    stickers = _laid(table, (s for s in state.stuck if _id(s) not in away), art)
    seats = tuple(thing for seat in tray_seats(table, state.turn) for thing in lying(seat))
    made: Things = (*stickers, *base) if table.step.under else (*base, *stickers)
    things = _with_companion(table, made, _laid(table, state.stuck, art)) + tray(table) + seats
    return Picture(things + in_the_air(hands, art, form.sticker, endless=options(table)))


def _with_companion(table: Table, made: Things, stickers: Things) -> Things:
    """Where the base is the page the companion is in it, too: in front, and where it covers nothing that is laid, nor
    where what is in the air lay; so it goes nowhere while a finger only wanders.
    """
    behind = setting(table)
    if _form(table) != PAGE:
        return behind + made
    laid = [thing for thing in stickers if isinstance(thing, Stamp) and thing.means]
    who = (out_of_the_way(t, laid, GOES_TO) for t in behind if isinstance(t, Stamp) and t.id == COMPANION_ID)
    return (behind[0], *made, *who)


def _base(table: Table, form: Layout) -> Stamp:
    return Stamp(table.made_before.art, *form.base, form.width, form.height, id=Scenery("base"))


def _laid(table: Table, stuck: Iterable[PlacedSticker], art: dict[Id, Art]) -> Things:
    """The stickers where they are seen: in a landscape on its ground, or in its sky; else where they were laid."""
    form, sky = _form(table), table.layout.sky
    there = tuple(one for one in stuck if _id(one) in art)
    if form != PAGE:
        return tuple(_stamp(form, one, art) for one in there)
    high = {o.id for o in (*table.offered, *table.beside) if o.belongs == SKY and sky}
    aloft = tuple(_stamp(form, one, art) for one in there if one.what in high)
    standing = (_stamp(form, one, art) for one in there if one.what not in high)
    return (hung_in_sky(aloft, sky) if sky else ()) + laid_on_ground(standing, table.layout)


def _stamp(form: Layout, stuck: PlacedSticker, art: dict[Id, Art]) -> Stamp:
    """The sticker where it was laid; on what is round it turns away with it, and hangs over no rim."""
    x, y = stuck.x * form.width, stuck.y * form.width
    turned = (x / form.reach[0], y / form.reach[1]) if form.round else (0, 0)
    nearer, id = 1 - ROOM * hypot(*turned) ** 2, _id(stuck)
    tilt = round(TURNED * turned[0], 1), round(TURNED * turned[1], 1)
    x, y = form.base[0] + x * nearer, form.base[1] + y * nearer
    return Stamp(art[id], x, y, form.sticker, id=id, means=id, lift=READY, tilt=tilt)


def demo(table: Table, what: Id | None = None) -> tuple[Touch, ...]:
    """A tap on the sticker `what`, then one on the base; without one, the neutral sample is carried there."""
    if not what:
        return show_carrying(beside_options(tray_seats(table, 0)), _form(table).around)
    here = find(view(table, State(), ()), what)
    return tap(here.x, here.y) + tap(*_form(table).around) if here else ()


def demo_policy(table: Table) -> DemoPolicy:
    """Some stickers, the same ones too."""
    return DemoPolicy(again=True)


def told(table: Table, state: State) -> tuple[Outcome, ...]:
    """The base as the child has made it."""
    if not state.stuck:
        return ()
    art, form = _art(table, state), _form(table)
    x, y = form.width / 2, form.height / 2
    base = Stamp(table.made_before.art, x, y, form.width, form.height)
    laid = (_on_paper(form, thing) for thing in _laid(table, state.stuck, art) if isinstance(thing, Stamp))
    stickers = tuple(_named(sticker, base, table.made_before.parts) for sticker in laid)
    things: Things = (*stickers, base) if table.step.under else (base, *stickers)
    made = Picture(things, form.width, form.height)
    return (Outcome(CHOSEN, (Offered(table.made_before.id, made, table.made_before.label),)),)


def _on_paper(form: Layout, stamp: Stamp) -> Stamp:
    """As it is on the page, seen from the corner of the base; nothing there means anything."""
    x, y = stamp.x - form.base[0] + form.width / 2, stamp.y - form.base[1] + form.height / 2
    lift = stamp.lift if form == PAGE else FLAT
    return Stamp(stamp.art, x, y, stamp.width, lift=lift, air=stamp.air, tilt=stamp.tilt)


def _named(sticker: Stamp, base: Stamp, parts: tuple[PicturePart, ...]) -> Stamp:
    """With the name of the part of the base on which it lies, where it lies on one."""
    left, top, wide, _ = fitted(base)
    x, y = (sticker.x - left) / wide, (sticker.y - top) / wide
    part = next((part.name for part in parts if part.holds(x, y)), "")
    return replace(sticker, id=SpotId(part)) if part else sticker


def _art(table: Table, state: State) -> dict[Id, Art]:
    trayed = {option: o.art for option, o in options(table).items()}
    return trayed | {_id(s): trayed[Option(s.what)] for s in state.stuck if Option(s.what) in trayed}


def _id(stuck: PlacedSticker) -> Sticker:
    return Sticker(number=stuck.number)
