"""Papers compiled once: typst takes a tenth of a second and more for each, and many tests ask for the same ones.

A paper is what its Sheet says: with the same words and pictures, in the same way, it is the same file. That it is, is
what `test_the_same_record_makes_the_same_file` looks at; it compiles anew.
"""

import os
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import msgspec

from game.paper import typst_press
from game.paper.typst_press import Sheet

compile_anew = typst_press._compile
FORGETS = 10  # papers after which typst lets go of what it keeps: a worker stays as small as a desk


def compiled_once(folder: Path):
    """The press's `_compile`, which keeps in this folder what it has made; several processes may share it."""
    numbers = count(1)

    def compile(sheet: Sheet, **how: Any) -> list[bytes]:
        said = msgspec.msgpack.encode((sheet, sorted(how.items()), str(typst_press.TEMPLATES)))
        path = folder / sha256(said).hexdigest()
        if path.exists():
            return msgspec.msgpack.decode(path.read_bytes(), type=list[bytes])
        made = compile_anew(sheet, **how)
        half = folder / f"{path.name}-{os.getpid()}"
        half.write_bytes(msgspec.msgpack.encode(made))
        half.replace(path)
        if next(numbers) % FORGETS == 0:
            typst_press.forget()
        return made

    return compile
