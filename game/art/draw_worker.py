"""Draws an SVG that we did not draw ourselves, in a process of its own: when it breaks, the program goes on.

Run as `python -I draw_worker.py SIDE WAY MEMORY SECONDS`: the SVG comes in, a PNG goes out, its `WAY` (width or
height) being SIDE pixels. Where the system can do it, the process ends when it uses more bytes than MEMORY, or more
SECONDS of a processor.
"""

import contextlib
import signal
import sys


def _limit(memory: int, seconds: float) -> None:
    with contextlib.suppress(AttributeError):  # Windows has no such clock
        signal.setitimer(signal.ITIMER_PROF, seconds)
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limit, macOS may refuse it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(side: str, way: str, memory: str, seconds: str) -> None:
    """Draws what comes in."""
    _limit(int(memory), float(seconds))
    import resvg_py

    svg = sys.stdin.buffer.read().decode("utf-8-sig")
    width, height = (int(side), None) if way == "width" else (None, int(side))
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, width=width, height=height)
    sys.stdout.buffer.write(bytes(png))


if __name__ == "__main__":
    main(*sys.argv[1:])
