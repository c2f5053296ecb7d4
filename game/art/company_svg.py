"""Draws the child's own companion into a picture, at the place that the picture's drawing has for it."""

import re

from game.art.puppet_reader import defs, in_pose
from game.core.poses import POSES

# In the units of a puppet; what is drawn in the group is seen where there is no companion.
PLACE = re.compile(r'(<g id="[\w-]+-companion" data-pose="([\w-]+)"[^>]*>).*?</g>')
ROOT = re.compile(r"<svg[^>]*>")


def company_svg(companion: str, drawing: str) -> str:
    """The drawing with this companion at its place. Raises FileNotFoundError where there is no such companion."""

    def there(place: re.Match[str]) -> str:
        return f"{place[1]}{in_pose(companion, POSES[place[2]], f'{companion}-seen')}</g>"

    return ROOT.sub(lambda root: root[0] + defs(companion), PLACE.sub(there, drawing, count=1), count=1)
