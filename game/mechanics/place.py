"""Place: lay pictures onto the spots of a scene, move them, or leave them on the tray.

Pure: pictures and moves, no clock, no files, no pygame.
"""

from math import hypot

from msgspec import Struct
from msgspec.structs import replace

from game.activity import NewName, Pictures, Reference, Spots
from game.gesture import carry, keep_lifted, lift, show_carrying, take_over, tap, was_tap
from game.layout import TRAY, TURN, beside_options, cells, grounds, in_the_air, lying, setting, trace, tray, tray_seats
from game.picture import READY, Picture, Stamp, find
from game.table import CHOSEN, PUT_BACK, Ground, Hand, Hands, Move, Row, Table, Touch

SIZE = 112


class Step(Struct, frozen=True):
    """`place: hopes`, then `pictures`, or `from` an earlier choice, or both; `otherwise`: which, where nothing was
    chosen there; and `onto` which spots."""

    ONE_OF = ("pictures", "from_")
    ONLY_WITH = {"otherwise": "from_"}

    place: NewName
    onto: Spots
    pictures: Pictures = ()
    from_: Reference = ""
    otherwise: Pictures = ()


class Laid(Struct, frozen=True):
    """A picture on a spot, in the cell of this number."""

    what: str
    spot: str
    cell: int


class State(Struct, frozen=True):
    """What lies where; what was laid and put back; how the tray is turned."""

    laid: tuple[Laid, ...] = ()
    put_back: tuple[str, ...] = ()
    turn: int = 0


def touch(table: Table, state: State, hand: Hand | None, touch: Touch) -> Move | Hand | None:
    """A tap lifts a picture and the next tap says where to; or it is carried there in one go."""
    if touch.phase == "press":
        return _press(table, state, hand, touch)
    if hand is None or touch.phase == "lost":
        return None
    hand = carry(hand, touch)
    return hand if touch.phase == "drag" else _let_go(table, state, hand, touch)


def _press(table: Table, state: State, hand: Hand | None, touch: Touch) -> Hand | None:
    if touch.on == TURN:
        return lift(TURN, touch)
    if hand and (touch.on not in _ids(table) or touch.on in _where(state)):
        return take_over(hand, touch)  # with something in the air, a laid picture is only the ground it lies on
    return lift(touch.on, touch) if touch.on in _ids(table) else None


def _let_go(table: Table, state: State, hand: Hand, touch: Touch) -> Move | Hand | None:
    if hand.what == TURN:
        return Move("turn") if was_tap(hand) else None
    if hand.fresh and was_tap(hand):
        home = find(view(table, state, ()), hand.what)
        return keep_lifted(hand, home.x, home.y) if home else None
    where = _where(state)
    spot = where.get(touch.on) or touch.on.removeprefix("spot-")
    if spot in {ground.name for ground in table.grounds}:
        return Move("lay", hand.what, spot, round(touch.x), round(touch.y))
    back = touch.on == TRAY and hand.what in where
    return Move("put back", hand.what) if back else None


def after(table: Table, state: State, move: Move) -> State:
    """The state that follows; a picture takes the free cell nearest to where it was let go."""
    if move.do == "turn":
        return replace(state, turn=state.turn + 1)
    others = tuple(laid for laid in state.laid if laid.what != move.what)
    if move.do == "put back":
        return State(others, tuple(dict.fromkeys((*state.put_back, move.what))), state.turn)
    ground = next(ground for ground in table.grounds if ground.name == move.to)
    laid = Laid(move.what, move.to, _free_cell(ground, others, move))
    return State((*others, laid), tuple(what for what in state.put_back if what != move.what), state.turn)


def _free_cell(ground: Ground, others: tuple[Laid, ...], move: Move) -> int:
    taken = [laid.cell for laid in others if laid.spot == ground.name]
    places = cells(ground, SIZE)
    return min(range(len(places)), key=lambda i: (taken.count(i), hypot(places[i][0] - move.x, places[i][1] - move.y)))


def view(table: Table, state: State, hands: Hands) -> Picture:
    """The spots with what lies on them; the tray below with what does not."""
    art = {o.id: o.art for o in table.offered + table.beside}
    away = {hand.what for hand in hands}
    seats = tray_seats(table, state.turn)
    where = _where(state)
    resting = [trace(s) if s.picture.id in where or s.picture.id in away else lying(s) for s in seats]
    laid = [stamp for found in state.laid if found.what not in away for stamp in _laid(table, found, art)]
    things = setting(table) + grounds(table) + tray(table) + tuple(resting) + tuple(laid)
    return Picture(things + in_the_air(hands, art, SIZE))


def _laid(table: Table, laid: Laid, art: dict) -> tuple[Stamp, ...]:
    """One Stamp; none where the picture or the spot is no longer part of the activity."""
    ground = next((ground for ground in table.grounds if ground.name == laid.spot), None)
    if ground is None or laid.what not in art:
        return ()
    places = cells(ground, SIZE)
    x, y = places[laid.cell % len(places)]
    return (Stamp(art[laid.what], x, y, SIZE, id=laid.what, means=laid.what, lift=READY),)


def demo(table: Table, what: str = "") -> tuple[Touch, ...]:
    """A tap on the picture `what`, then one on the first spot; without one, neutral samples are carried to all spots."""
    if not what:
        start = beside_options(tray_seats(table, 0))
        return tuple(touch for to in table.grounds for touch in show_carrying(start, (to.x, to.y)))
    to = table.grounds[0]
    here = find(view(table, State(), ()), what)
    return tap(here.x, here.y) + tap(to.x, to.y) if here else ()


def told(table: Table, state: State) -> tuple[Row, ...]:
    """Spot by spot what lies there, then what was put back."""
    pictures = {o.id: o for o in table.offered + table.beside}
    rows = [
        Row(CHOSEN, tuple(pictures[x.what] for x in state.laid if x.spot == g.name), g.name, g.label)
        for g in table.grounds
    ]
    rows.append(Row(PUT_BACK, tuple(pictures[what] for what in state.put_back if what in pictures)))
    return tuple(row for row in rows if row.pictures)


def _ids(table: Table) -> set[str]:
    return {o.id for o in table.offered + table.beside}


def _where(state: State) -> dict[str, str]:
    return {laid.what: laid.spot for laid in state.laid}

