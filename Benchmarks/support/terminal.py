"""A program in a real terminal: keys in, the bytes of its screen out."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\x1b[()].|\x1b.|[\x00-\x1f]")

# A program that uses more of a processor than this has not come to rest.
BUSY = 0.2


class Session:
    """A running program whose terminal is held by this process."""

    def __init__(self, words, stdin=None, environment=None, columns=120, rows=40):
        self.text = b""
        self.started = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            try:
                size = struct.pack("HHHH", rows, columns, 0, 0)
                fcntl.ioctl(1, termios.TIOCSWINSZ, size)
                if stdin is not None:
                    os.dup2(os.open(stdin, os.O_RDONLY), 0)
                os.execvpe(words[0], words, environment or os.environ)
            finally:
                os._exit(127)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def read(self, seconds):
        """Reads what comes within so many seconds; nothing when nothing does."""
        ready, _, _ = select.select([self.terminal], [], [], max(0, seconds))
        if not ready:
            return b""
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError as error:
            raise EOFError("the program has ended") from error
        if not data:
            raise EOFError("the program has ended")
        if b"\x1b[6n" in data:
            os.write(self.terminal, b"\x1b[1;1R")
        self.text = (self.text + ESCAPES.sub(b"", data))[-100_000:]
        return data

    def has(self, pattern):
        """Whether a pattern stands in what was printed since the last key."""
        return re.search(pattern, self.text) is not None

    def wait_for(self, pattern, seconds):
        """Whether a pattern comes in time."""
        end = time.monotonic() + seconds
        while not self.has(pattern):
            left = end - time.monotonic()
            if left <= 0:
                return False
            self.read(left)
        return True

    def settle(self, quiet=0.15, limit=60.0, start=None, first=2.0):
        """Seconds from `start` until the last byte before a quiet spell; None if none came.

        The first byte is waited for longer than the pauses between those that follow. A spell in
        which the program works is not quiet: less clears its prompt and then searches for seconds.
        """
        start = start or time.monotonic()
        last = None
        end = start + limit
        while time.monotonic() < end:
            wait = quiet if last is not None else max(quiet, first)
            before, since = self.processor_time(), time.monotonic()
            if self.read(wait):
                last = time.monotonic()
            elif self.processor_time() - before < BUSY * (time.monotonic() - since):
                break
        return None if last is None else last - start

    def loaded(self, pattern, quiet=1.0, seconds=300):
        """Seconds from the start until the last byte before a quiet spell that follows a pattern.

        A program on ncurses writes only what has changed, so that no text of the end can be waited
        for; but all of them move a counter or a bar while they load.
        """
        if not self.wait_for(pattern, seconds):
            return None
        found = time.monotonic() - self.started
        last = self.settle(quiet, seconds, self.started, quiet)
        return last or found

    def press(self, keys, quiet=0.15, limit=60.0):
        """Sends keys and measures until the screen has settled."""
        self.text = b""
        start = time.monotonic()
        os.write(self.terminal, keys)
        return self.settle(quiet, limit, start)

    def memory(self):
        """Bytes by the names of /proc/PID/smaps_rollup."""
        with open(f"/proc/{self.pid}/smaps_rollup", encoding="ascii") as file:
            lines = [line.split() for line in file if line.endswith("kB\n")]
        return {line[0].rstrip(":"): int(line[1]) * 1024 for line in lines}

    def processor_time(self):
        """Seconds of a processor that the program has used, all its threads together."""
        with open(f"/proc/{self.pid}/stat", encoding="utf-8", errors="replace") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        try:
            os.close(self.terminal)
        except OSError:
            pass
