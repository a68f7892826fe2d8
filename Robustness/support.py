"""What the parts of the harness share: data, runs of the program, a terminal, and the report."""

import fcntl
import os
import pty
import random
import re
import resource
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time

HEADER = "Prepare Date,Detainer Type,Detainer Detention Facility,State,City,Detainer Lift Reason\n"
PLACES = [("TRAVIS COUNTY JAIL", "TX", "AUSTIN"), ("ORANGE COUNTY MAIN JAIL", "CA", "SANTA ANA"),
          ("COOK COUNTY JAIL", "IL", "CHICAGO"), ("KING COUNTY JAIL", "WA", "SEATTLE"),
          ("RIKERS ISLAND", "NY", "NEW YORK"), ("POLK COUNTY JAIL", "IA", "DES MOINES")]
REASONS = ["Detainer Declined by LEA", "Booked into Detention", "Lifted - Prosecutorial Discretion", ""]


def rows(count, seed=1):
    """Invented rows, the same for the same seed."""
    rng = random.Random(seed)
    made = []
    for _ in range(count):
        jail, state, city = rng.choice(PLACES)
        made.append("20%02d-%02d-%02d,I247%s,%s,%s,%s,%s\n" % (
            rng.randrange(12, 18), rng.randrange(1, 13), rng.randrange(1, 29), rng.choice("ADNX"),
            jail, state, city, rng.choice(REASONS)))
    return "".join(made)


def write(path, text):
    """Writes a file whose time is long ago, so that what is read of it may be kept."""
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())
    os.utime(path, (1.6e9, 1.6e9))


class Report:
    """What was tried, how often, and every sentence on what went wrong."""

    def __init__(self):
        self.problems = []
        self.lines = []

    def expect(self, holds, sentence):
        if not holds:
            self.problems.append(sentence)
            print("WRONG: " + sentence, flush=True)
        return holds

    def count(self, what, number, said=""):
        line = "%-58s %8s  %s" % (what, "{:,}".format(number) if isinstance(number, int) else number, said)
        self.lines.append(line.rstrip())
        print(line.rstrip(), flush=True)


class Place:
    """A directory of its own for a part of the harness, with nothing of the user's in reach."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.path = tempfile.mkdtemp(prefix="ddor-robustness-")
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "HOME": self.path, "XDG_CACHE_HOME": self.path + "/cache",
            "XDG_STATE_HOME": self.path + "/state", "XDG_CONFIG_HOME": self.path + "/config",
            "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no"}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def __truediv__(self, name):
        return self.path + "/" + name

    def run(self, *words, timeout=60, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, before=None, **changes):
        """Runs the program to its end; a run that takes longer than it may is one that hangs."""
        environment = {**self.environment, **changes}
        try:
            return subprocess.run(
                [self.program, *words], env=environment, cwd=self.path, stdin=stdin, stdout=stdout,
                stderr=subprocess.PIPE, timeout=timeout, preexec_fn=before)
        except subprocess.TimeoutExpired as late:
            return subprocess.CompletedProcess(late.cmd, None, late.stdout or b"", b"(it hangs)")

    def start(self, *words, **changes):
        """Starts the program and does not wait for it."""
        return subprocess.Popen(
            [self.program, *words], env={**self.environment, **changes}, cwd=self.path,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def is_sentence(said):
    """Whether standard error has a short sentence of the program and nothing of a crash."""
    text = said.decode(errors="replace")
    return text.startswith("ddor: ") and "Fatal" not in text and "0x" not in text


def how_it_ended(run):
    """The end of a run in words."""
    code = run.returncode
    if code is None:
        return "hung"
    if code < 0:
        return "died of " + signal.Signals(-code).name
    return "ended with %d, saying %r" % (code, run.stderr.decode(errors="replace")[:200])


def readable(file):
    """How many bytes can be read at once."""
    return struct.unpack("i", fcntl.ioctl(file, termios.FIONREAD, b"\0\0\0\0"))[0]


class Screen:
    """The program in a terminal, of which only the bytes are kept."""

    def __init__(self, place, *words, size=(80, 24), ignoring=(), before=None, **changes):
        environment = {**place.environment, **changes}
        environment = {k: v for k, v in environment.items() if v is not None}
        self.bytes = b""
        self.status = None
        self.usage = None
        ready, go = os.pipe()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.read(ready, 1)
            # A harness that runs in the background may ignore them itself.
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                signal.signal(number, signal.SIG_DFL)
            for number in ignoring:
                signal.signal(number, signal.SIG_IGN)
            if before:
                before()
            os.chdir(place.path)
            os.execve(place.program, [place.program, *words], environment)
        self.resize(*size)
        self.modes = termios.tcgetattr(self.master)
        self.other_end = None
        os.write(go, b"x")
        os.close(ready)
        os.close(go)

    def resize(self, columns, lines):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def pump(self, seconds, until=None):
        """Takes what is drawn for so long, or until a text is among it; whether it came."""
        start = len(self.bytes)
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            if left <= 0:
                return until is None
            try:
                if select.select([self.master], [], [], min(left, 0.2))[0]:
                    self.bytes += os.read(self.master, 1 << 16)
            except OSError:
                # The other end is closed.
                return until is None
            if until and until in self.bytes[start:]:
                return True
            if self.has_ended():
                return until is None

    def ready(self, seconds=20):
        """Whether the browser has come up: it takes the other screen and then draws."""
        return self.pump(seconds, until=b"\x1b[?1049h") and (self.settle() or True)

    def settle(self, quiet=0.15, seconds=10):
        """Takes what is drawn until nothing comes for a moment."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if not select.select([self.master], [], [], quiet)[0]:
                    return
                self.bytes += os.read(self.master, 1 << 16)
            except OSError:
                return

    def type(self, keys):
        if isinstance(keys, str):
            keys = keys.encode()
        while keys:
            try:
                if select.select([], [self.master], [], 5)[1]:
                    keys = keys[os.write(self.master, keys[:1024]):]
            except OSError:
                return

    def keys_waiting(self):
        """How many bytes were typed that the program has not taken.

        The other end of the terminal tells; it stays open from then on, so that the end of the program
        no longer ends the terminal.
        """
        if self.other_end is None:
            # What TIOCGPTN says; Python names neither before 3.13.
            number = struct.unpack("I", fcntl.ioctl(self.master, 0x80045430, b"\0\0\0\0"))[0]
            self.other_end = os.open("/dev/pts/%d" % number, os.O_RDWR | os.O_NOCTTY)
        return readable(self.other_end)

    def kill(self, number):
        try:
            os.kill(self.pid, number)
        except ProcessLookupError:
            pass

    def has_ended(self):
        if self.status is None:
            pid, status, usage = os.wait4(self.pid, os.WNOHANG)
            if pid:
                self.status, self.usage = status, usage
        return self.status is not None

    def end(self, seconds=10):
        """Waits for the end; the exit code, a negative signal, or None if it does not come."""
        end = time.monotonic() + seconds
        while not self.has_ended() and time.monotonic() < end:
            if self.master is not None:
                self.pump(0.02)
            else:
                time.sleep(0.02)
        if self.master is not None:
            self.settle(quiet=0.05)
        if self.status is None:
            return None
        return os.waitstatus_to_exitcode(self.status)

    def is_given_back(self):
        """Whether the modes, the main screen and the cursor are as before."""
        shown = self.bytes.rfind(b"\x1b[?25h") >= self.bytes.rfind(b"\x1b[?25l")
        main = self.bytes.rfind(b"\x1b[?1049l") > self.bytes.rfind(b"\x1b[?1049h")
        try:
            cooked = termios.tcgetattr(self.master) == self.modes
        except (OSError, termios.error):
            cooked = False
        return cooked and main and shown

    def close(self):
        if self.status is None:
            self.kill(signal.SIGKILL)
            self.end(5)
        for file in (self.master, self.other_end):
            if file is not None:
                os.close(file)
        self.master = self.other_end = None

    def memory(self):
        """The resident memory in KiB, and how many descriptors are open."""
        with open("/proc/%d/status" % self.pid) as status:
            resident = int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))
        return resident, len(os.listdir("/proc/%d/fd" % self.pid))


def limited(kind, value):
    """What limits the program before it starts."""
    return lambda: resource.setrlimit(kind, (value, value))
