"""Good Goodbye: a wordless picture book for the end of therapy.

The program is in rooms. Each may import from the rooms above it in this list, and from itself, and from nothing else.
"""

ROOMS = (
    "system",  # what the computer gives: language, errors, paths, atomic writes, printing, icons
    "core",  # the frozen vocabulary: activity, picture, table, events; pure
    "mechanics",  # one file is one thing that a child can do; pure
    "art",  # pictures: which there are, and how they become pixels on disk; no pygame
    "authoring",  # YAML becomes an Activity or every Mistake
    "play",  # a visit while it is played, without a screen, a disk or a clock; pure
    "paper",  # records become PDF and text
    "records",  # what is kept on disk
    "glass",  # pygame: window, fingers, painting, sound
    "child",  # the child's room on the glass
    "desk",  # the grown-ups' screens
    "app",  # commands, and desk and room in one window
)
