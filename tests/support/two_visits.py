"""A child of two visits, whose first stone has stickers, and whose second visit passes the stone by."""

from game.core.events import Arrived, Begun, Ended, Moved, Opened, Stop, Went
from game.core.table import Move, Offered, Spot, Table
from game.mechanics import choose, decorate, place, rub
from game.play.replay import replay
from game.play.visit_pages import activity_pages

STOPS = tuple(
    Stop(title.lower().replace(" ", "-"), title, "jade-stone")
    for title in ("My traveller", "When we are done", "Pick a worry stone", "What changed", "Choose a keepsake")
)

BANKS = (
    Spot("different", 410, 338, 450, 380, "I want this different", "change-sign"),
    Spot("keep", 870, 338, 450, 380, "I want to keep this", "keep-sign"),
)


def offered(*names: str) -> tuple[Offered, ...]:
    labels = {"tummy": "My\n own  words"}
    return tuple(Offered(name, name, labels.get(name, name.replace("-", " "))) for name in names)


def table(mechanic, result: str, step, names: tuple[str, ...] = (), scene: str = "riverbank", **more) -> Table:
    return Table(mechanic.__name__.split(".")[-1], result, step, scene, "fox", offered=offered(*names), **more)


def step(activity: str, number: int, laid: Table, *moves: Move) -> list:
    return [Arrived(activity, number, laid), *(Moved(move) for move in moves)]


def opened(title: str) -> Opened:
    return Opened(title.lower().replace(" ", "-"), title, "", "")


def picked(activity: str, number: int, result: str, names: tuple[str, ...], *picks: str) -> list:
    return step(
        activity, number, table(choose, result, choose.Step(result), names), *(Move("choose", p) for p in picks)
    )


def first_visit() -> list:
    stone = "pick-a-worry-stone"
    events = [
        Begun("one", 1, "2026-03-02", "middle", STOPS, "seed"),
        Went("wake"),
        opened("My traveller"),
        *picked("my-traveller", 0, "animal", ("owl", "fox", "bear"), "owl", "fox"),
        *picked("my-traveller", 1, "thing", ("star", "moon"), "moon"),
        Went("onward"),
        opened("When we are done"),
        *step("when-we-are-done", 0, banks(), *hopes(), Move("put back", "sleep")),
        Went("onward"),
        opened("Pick a worry stone"),
        *picked(stone, 0, "stone", ("rose-stone", "jade-stone"), "jade-stone"),
    ]
    plain = table(
        decorate, "stone", decorate.Step("stone", ()), ("sun", "heart", "flower"), base=offered("jade-stone")[0]
    )
    stickers = (("sun", -0.1), ("heart", 0.1), ("flower", 0.2), ("sun", 0.0))
    events += step(stone, 1, plain, *(Move("stick", what, "", x, x / 2) for what, x in stickers))
    made = activity_pages(replay(events))[2].steps[1].rows[0].pictures[0]
    events += step(stone, 2, table(rub, "stone", rub.Step("stone"), base=made), Move("rub"), Move("rub"))
    events += [Went("gate")]
    return [*events, Ended(activity_pages(replay(events), screens=True))]


def banks() -> Table:
    names = ("sleep", "friend", "tummy", "school")
    return table(place, "hopes", place.Step("hopes", ()), names, "two-banks", spots=BANKS, beside=offered("blank-card"))


def hopes() -> list[Move]:
    where = (("sleep", "different", 300), ("friend", "keep", 800), ("tummy", "different", 400), ("school", "keep", 900))
    return [Move("lay", what, spot, x, 330) for what, spot, x in where]


def second_visit() -> list:
    return [
        Begun("one", 2, "2026-06-15", "middle", STOPS, "seed"),
        opened("Pick a worry stone"),
        *picked("pick-a-worry-stone", 0, "stone", ("jade-stone",)),
        Went("onward"),
        opened("Choose a keepsake"),
        *picked("choose-a-keepsake", 0, "keepsake", ("skeleton-key", "feather"), "feather"),
        Went("onward"),
    ]
