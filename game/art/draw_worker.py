"""Draws an SVG that we did not draw ourselves, in a process of its own: it may crash or be ended, and nobody minds.

Run as `python -I svg_child.py SIDE WAY MEMORY`: the SVG comes in, a PNG goes out, its `WAY` (width or height)
being SIDE pixels; MEMORY is the most bytes that may be used, where the system can hold it to that.
"""

import contextlib
import sys


def _limit(memory: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limit, macOS may refuse it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(side: str, way: str, memory: str) -> None:
    """Draws what comes in."""
    _limit(int(memory))
    import resvg_py

    svg = sys.stdin.buffer.read().decode("utf-8-sig")
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, **{way: int(side)})
    sys.stdout.buffer.write(bytes(png))


if __name__ == "__main__":
    main(*sys.argv[1:])
