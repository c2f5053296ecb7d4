"""What can be said of the child's room where the program is started. Plain data; this file knows nothing else."""

from msgspec import Struct


class RoomOptions(Struct, frozen=True):
    """What is turned on here is on, whatever the desk's settings say. `switch` is the scanning interval in seconds, 0
    where they say it.
    """

    still: bool = False
    sound: bool = False
    switch: float = 0.0


AS_SET = RoomOptions()  # all as the desk's settings say
