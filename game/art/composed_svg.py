"""The drawing of a picture that is put together from companions: one that wears a feeling or is seen from behind, two
that part, somebody in a landscape.
"""

from game.art.company_svg import company_svg
from game.art.parting_svg import parting_svg
from game.art.picture_files import our_names
from game.art.puppet_reader import air_svg, posed_svg, puppet_names
from game.core.company import company
from game.core.feelings import AIR, worn
from game.core.partings import parted
from game.core.poses import from_the_back


def composed_svg(art: str) -> str:
    """The drawing; "" for any other picture, and where there is no such companion."""
    if seen := company(art):
        return company_svg(seen[0], our_names()[seen[1]].read_text("utf-8")) if _is_there(seen[0]) else ""
    if two := parted(art):
        return parting_svg(*two) if _is_there(two[0]) else ""
    who = worn(art) or from_the_back(art) or ("", "")
    if who[0] == AIR:
        return air_svg(who[1])
    return posed_svg(*who) if _is_there(who[0]) else ""


def _is_there(companion: str) -> bool:
    return companion in puppet_names()
