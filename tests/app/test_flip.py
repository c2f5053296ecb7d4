"""What comes to the glass of what was painted: on a real screen, its pixels as another program sees them."""

import sys

from PIL import ImageGrab

from game.system.paths import PROGRAM
from tests.support.xvfb import until

RED, BLUE = (255, 0, 0), (0, 0, 255)
FLIPPED = f"""import sys
sys.path.insert(0, {str(PROGRAM)!r})
import pygame
from game.glass.window import Window
window = Window(kiosk=True)
window.surface.fill("red")
window.flip()
window.surface.fill("blue")
window.flip([pygame.Rect(100, 100, 50, 50), pygame.Rect(300, 100, 50, 50)])
window._window.title = "flipped"
while True:
    pygame.event.wait(10)
"""


def test_only_the_parts_that_were_painted_are_brought_to_the_glass(screen):
    process = screen.start(sys.executable, "-c", FLIPPED)
    window = screen.window_of(process)
    until(process, lambda: screen.hand("getwindowname", window) == "flipped", "its parts were flipped")
    seen = ImageGrab.grab(xdisplay=screen.environ["DISPLAY"])
    assert [seen.getpixel((x, 120))[:3] for x in (90, 120, 200, 320, 360)] == [RED, BLUE, RED, BLUE, RED]
