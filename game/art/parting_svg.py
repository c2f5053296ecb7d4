"""Draws two that part: the child's companion and, larger, who keeps the door."""

from game.art.puppet_reader import defs, in_pose
from game.core.events import NOBODY_YET
from game.core.partings import WAYS
from game.core.puppet import Pose
from game.system.paths import ASSETS

GOES, STAYS = 0.54, 0.65  # of a puppet: how large each is
GROUND, MIDDLE = 366, 213  # where the feet of both are; between the two
STONE = (  # the flat stone on which both stand, the same in all ways
    '<ellipse cx="200" cy="372" rx="188" ry="22" fill="#857a8c"/><ellipse cx="200" cy="366" rx="188" ry="21" '
    'fill="#b9a9a6"/><ellipse cx="200" cy="364" rx="176" ry="17" fill="#cdbdb2"/>'
)
GROUND_PICTURES = ASSETS / "pictures" / "ground"


def parting_svg(companion: str, way: str) -> str:
    """The two in this way of parting, one of WAYS. Raises FileNotFoundError where there is no such companion."""
    two = WAYS[way]
    behind = (GROUND_PICTURES / f"{two.behind}.svg").read_text("utf-8") if two.behind else ""
    stays = _at(NOBODY_YET, two.stays, MIDDLE + two.apart, STAYS)
    goes = _at(companion, two.goes, MIDDLE - two.apart, GOES)
    drawn = defs(companion) + (defs(NOBODY_YET) if companion != NOBODY_YET else "")
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">{drawn}{STONE}{behind}{stays}{goes}</svg>'


def _at(name: str, pose: Pose, x: float, scale: float) -> str:
    """One of them, with its feet on the ground and a shadow there."""
    shadow = f'<ellipse cx="{x:g}" cy="{GROUND}" rx="{96 * scale:g}" ry="11" fill="#2b2140" opacity=".16"/>'
    to = f"translate({x:g} {GROUND * (1 - scale):g}) scale({scale:g})"
    return f'{shadow}<g transform="{to}">{in_pose(name, pose, f"{name}-{x:g}")}</g>'
