"""A CUPS of its own for a test: a real scheduler on a socket in a folder that goes away again.

The printers are a real cups-pdf, whose pages come out as files, and one made of paper and string that says of itself
what its address says: `says:/media-empty-error` is out of paper until some is put into its tray.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.needs import lacks, needs

PROGRAMS = ("cupsd", "lp", "lpstat", "lpadmin", "cupsdisable", "pdftoppm")
PLACES = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"
SERVER = Path("/usr/lib/cups")
PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
CUPS_PDF_IS_HERE = PPD.exists() and os.access(SERVER / "backend/cups-pdf", os.X_OK)
LOOKS = 5000  # how often it is looked, each time by a program that takes some milliseconds
PAPER_AND_STRING = """\
#!/bin/sh
# A printer that has some trouble and goes on when a line comes through its tray; it notes what it was told of the job.
[ $# -gt 0 ] || exit 0
printf '%s\\n' "$@" >> {folder}/out/told
[ "$DEVICE_URI" = says:/ ] && exec cat "${{6:--}}" > {folder}/out/last
echo "STATE: +${{DEVICE_URI#says:/}}" >&2
read line < {folder}/out/tray
cat "${{6:--}}" > {folder}/out/last
echo "STATE: -${{DEVICE_URI#says:/}}" >&2
"""
CUPS_PDF = '#!/bin/sh\ncd {folder} && exec {folder}/server/cups-pdf "$@"\n'
FILES = """\
ServerRoot {folder}/root
ServerBin {folder}/server
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
SystemGroup {group}
"""
SCHEDULER = """\
Listen {folder}/socket
Browsing No
WebInterface No
DefaultAuthType None
<Location />
</Location>
<Policy default>
<Limit All>
</Limit>
</Policy>
"""


def until(so: Callable[[], object], what: str) -> None:
    """Look again and again until it is so; each look asks a program, so that there is time between them."""
    assert any(so() for _ in range(LOOKS)), f"never {what}"


class Cups:
    """The scheduler that runs in `folder`; what calls CUPS finds it by CUPS_SERVER."""

    def __init__(self, folder: Path):
        self.folder, self.socket = folder, folder / "socket"
        self._lay_out()
        program = [folder / "cupsd", "-f", "-c", folder / "cupsd.conf", "-s", folder / "files.conf"]
        with (folder / "said").open("wb") as said:
            self._running = subprocess.Popen(program, stdin=subprocess.DEVNULL, stdout=said, stderr=said)

    def ready(self) -> None:
        """Wait until it answers."""
        until(lambda: "is running" in self.say("lpstat", "-r", check=False) or self._running.poll(), "a scheduler ran")
        if self._running.poll() is not None:
            lacks("a cupsd that runs: " + (self.folder / "said").read_text())

    def close(self) -> None:
        """End the scheduler, which ends its filters and printers; none of them stays behind."""
        self._running.terminate()
        try:
            self._running.wait(30)
        except subprocess.TimeoutExpired:
            self._running.kill()
            self._running.wait()
        os.close(self._tray)
        until(lambda: not self.processes(), "everything ended that was begun here")

    def processes(self) -> list[Path]:
        """What runs of this scheduler, or was begun by it. Only Linux tells; elsewhere nothing."""
        return [process for process in Path("/proc").glob("[0-9]*") if str(self.folder).encode() in _told(process)]

    def say(self, *command: str | Path, check: bool = True) -> str:
        """Give CUPS a command; what it answers, in English."""
        environ = os.environ | {"CUPS_SERVER": str(self.socket), "LC_ALL": "C", "PATH": PLACES}
        done = subprocess.run(command, capture_output=True, text=True, env=environ, stdin=subprocess.DEVNULL)
        assert not (check and done.returncode), done.stderr
        return done.stdout

    def printer(self, name: str, address: str = "says:/", ppd: Path | None = None) -> str:
        """A new printer, ready; its name."""
        self.say("lpadmin", "-p", name, "-E", "-v", address, *(("-P", ppd) if ppd else ()))
        return name

    def pdf_printer(self, name: str) -> str:
        """A new cups-pdf, whose pages come out in the folder `out`; its name."""
        if not CUPS_PDF_IS_HERE:
            lacks("cups-pdf, or the right to run it as root,")
        return self.printer(name, "cups-pdf:/", self.folder / "cups-pdf.ppd")

    def waiting(self, name: str) -> list[str]:
        """The jobs that have not come out of this printer yet."""
        return [line.split()[0] for line in self.say("lpstat", "-o", name).splitlines()]

    def tell(self, name: str) -> str:
        """What is told of this printer."""
        return self.say("lpstat", "-l", "-p", name)

    def printed(self, name: str) -> Path:
        """The page that has come out of a cups-pdf, when its jobs are done."""
        until(lambda: not self.waiting(name), f"the page came out of {name}")
        pages = list((self.folder / "out").glob("*.pdf"))
        assert len(pages) == 1, (self.folder / "error").read_text()
        return pages[0]

    def put_paper_in(self) -> None:
        """Some paper for the printer that waits for it, or for the next one that will."""
        os.write(self._tray, b"paper\n")

    def empty(self) -> None:
        """No printers, no jobs, no pages."""
        for name in self.say("lpstat", "-e").split():
            self.say("cancel", "-a", name)
            self.say("lpadmin", "-x", name)
        for file in (self.folder / "out").iterdir():
            if file.is_file():
                file.unlink()
        until(lambda: len(self.processes()) <= 1, "no printer was left")

    def _lay_out(self) -> None:
        """Copies of the programs, since AppArmor ties those in their own places to the system's own folders."""
        for name in ("root", "server/backend", "spool", "cache", "state", "tmp", "out", "spooled"):
            (self.folder / name).mkdir(parents=True)
        for name in ("tmp", "out", "spooled"):  # printers and filters are nobody, or `lp`
            (self.folder / name).chmod(0o1777)
        os.mkfifo(self.folder / "out/tray")
        (self.folder / "out/tray").chmod(0o666)
        self._tray = os.open(self.folder / "out/tray", os.O_RDWR)  # open at both ends, so that nobody waits to open it
        shutil.copy(shutil.which("cupsd", path=PLACES), self.folder / "cupsd")
        for name in ("filter", "daemon", "driver", "monitor", "notifier", "cgi-bin"):
            (self.folder / "server" / name).symlink_to(SERVER / name)
        self._write("files.conf", FILES.format(folder=self.folder, group="root" if os.getuid() == 0 else "nogroup"))
        self._write("cupsd.conf", SCHEDULER.format(folder=self.folder))
        self._write("server/backend/says", PAPER_AND_STRING.format(folder=self.folder), 0o755)
        if CUPS_PDF_IS_HERE:
            shutil.copy(SERVER / "backend/cups-pdf", self.folder / "server/cups-pdf")
            self._write("server/backend/cups-pdf", CUPS_PDF.format(folder=self.folder), 0o700)  # for root alone
            self._write("cups-pdf.ppd", _into_this_folder(PPD.read_text("latin-1")))

    def _write(self, name: str, text: str, mode: int = 0o644) -> None:
        (self.folder / name).write_text(text, "latin-1")
        (self.folder / name).chmod(mode)


def _into_this_folder(ppd: str) -> str:
    """cups-pdf takes its places from the printer's description too; no slash can stand there, so they are relative."""
    places = {"Out": "out", "AnonDirName": "out", "Spool": "spooled", "Log": "spooled"}
    options = (
        f'*OpenUI *{key}: PickOne\n*Default{key}: {to}\n*{key} {to}: ""\n*CloseUI: *{key}\n'
        for key, to in places.items()
    )
    said, found = re.subn(r"(\*OpenGroup: General\S*\n)", lambda match: match[0] + "".join(options), ppd, count=1)
    assert found, "cups-pdf has another description than the one we know"
    return said


def _told(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
    except OSError:
        return b""


@contextmanager
def cups() -> Iterator[Cups]:
    """A scheduler with no printer. Its filters are another person (`lp`), who must be able to come to the folder."""
    needs(*PROGRAMS, path=PLACES)
    if not SERVER.is_dir():
        lacks(str(SERVER))
    folder = Path(tempfile.mkdtemp(prefix="good-goodbye-cups-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        scheduler = Cups(folder)
        try:
            scheduler.ready()
            yield scheduler
        finally:
            scheduler.close()
    finally:
        shutil.rmtree(folder)
