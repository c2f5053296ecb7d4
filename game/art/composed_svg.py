"""The drawing of a picture that is put together from companions: one that wears a feeling or is seen from behind, two
that part, somebody in a landscape.
"""

from game.art.company_svg import company_svg
from game.art.parting_svg import parting_svg
from game.art.picture_files import our_names
from game.art.puppet_reader import air_svg, away_svg, posed_svg, puppet_names
from game.core.company import company
from game.core.feelings import AIR, worn
from game.core.partings import parted
from game.core.poses import from_the_back
from game.core.puppet import AWAY, QUIET


def composed_svg(art: str) -> str:
    """The drawing; "" for any other picture, and where there is no such companion."""
    if seen := company(art):
        companion, picture = seen
        looks = companion + AWAY if picture.endswith(QUIET) else companion
        return company_svg(looks, our_names()[picture].read_text("utf-8")) if _is_there(companion) else ""
    if two := parted(art):
        return parting_svg(*two) if _is_there(two[0]) else ""
    if away := from_the_back(art):
        return away_svg(*away) if _is_there(away[0]) else ""
    who = worn(art) or ("", "")
    if who[0] == AIR:
        return air_svg(who[1])
    return posed_svg(*who) if _is_there(who[0]) else ""


def _is_there(companion: str) -> bool:
    return companion in puppet_names()
