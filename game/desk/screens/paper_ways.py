"""What can be done with a paper: save, open and print it, each beside the desk; and the buttons for that."""

from game.desk.form import Button
from game.desk.messages import Command
from game.desk.paper_job import PaperJob
from game.desk.screens.screen import BaseScreen
from game.paper.options import PaperOptions
from game.system.language import Translate


class PaperWays:
    """The buttons for the papers on this screen, and what they do. Nothing is printed twice unasked."""

    def __init__(self, screen: BaseScreen):
        self._screen = screen
        self._printed: tuple | None = None  # the paper that was printed last, as it was wanted

    def buttons(self, can: bool, several: bool) -> tuple[Button, ...]:
        """All ways, where one `can` go them; of `several` papers in one file all are printed."""
        _ = self._screen._
        ways = (
            (Command.SAVE, _("Save"), "plain"),
            (Command.SHOW, _("Open"), "plain"),
            (Command.PRINT, _("Print all") if several else _("Print"), "main"),
        )
        return tuple(Button(means if can else None, words, look) for means, words, look in ways)

    def again(self, name: str, options: PaperOptions) -> tuple[Button, ...]:
        """A second press on *Print* prints nothing: then this does."""
        printed = self._printed == (name, options)
        return (Button(Command.PRINT_AGAIN, self._screen._("Print once more"), "plain"),) if printed else ()

    def go(self, way: Command, job: PaperJob) -> None:
        """One of the ways, with the paper as it is wanted now."""
        _, printer = self._screen._, self._screen.model.settings.printer
        ways = {
            Command.SAVE: lambda: job.take_along(_),
            Command.SHOW: lambda: job.show(_),
            Command.PRINT: lambda: self._print(job, printer, False, _),
            Command.PRINT_AGAIN: lambda: self._print(job, printer, True, _),
        }
        self._screen.desk.errand(ways[way])

    def _print(self, job: PaperJob, printer: str, again: bool, _: Translate) -> str:
        said = job.print(printer, again, _)
        self._printed = job.name, job.options
        return said
