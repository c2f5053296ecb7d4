"""A record holds the names of our pictures, not the pictures: what a recorded visit names is there and can be drawn."""

import json
from collections.abc import Iterator
from typing import Any

from tests.support.recorded import RECORDED
from tests.support.story import LIBRARY

PICTURES, SCENES = ("art", "cover", "sign", "front", "vessel", "lit", "closed", "opened"), ("scene",)


def named(plain: Any, keys: tuple[str, ...]) -> Iterator[str]:
    """Every word that stands under one of these keys, however deep."""
    for key, value in plain.items() if isinstance(plain, dict) else enumerate(plain):
        if key in keys:
            yield from (word for word in (value if isinstance(value, list) else [value]) if isinstance(word, str))
        if isinstance(value, dict | list):
            yield from named(value, keys)


def recorded(keys: tuple[str, ...]) -> set[str]:
    """What stands under these keys in the visits that were recorded with earlier versions."""
    lines = (line for path in RECORDED.rglob("*.jsonl") for line in path.read_text("utf-8").splitlines())
    return {word for line in lines for word in named(json.loads(line), keys) if word}


def test_no_picture_that_was_ever_recorded_has_gone():
    names = recorded(PICTURES)
    assert len(names) > 100
    gone = {name for name in names if not (LIBRARY.read(name) or LIBRARY.puppet(name) or LIBRARY.worn_svg(name))}
    assert not gone, f"records name them, and they would be seen as an empty frame: {sorted(gone)}"


def test_no_scene_that_was_ever_recorded_has_gone():
    names = recorded(SCENES)
    assert len(names) > 20 and not {name for name in names if not LIBRARY.scene_is_ours(name)}
