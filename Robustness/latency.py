#!/usr/bin/env python3
"""How long a key takes, from press to picture, in a real terminal: the worst of a hundred."""

import argparse
import os
import select
import sys
import time
from contextlib import closing

from support import HEADER, Place, Screen, readable, rows, write

BAR = 50.0


class Keyboard:
    """Keys to a browser, and how long the picture of each takes.

    While numbers change, something is drawn all the time: the picture of a key is what comes after the
    browser has taken it.
    """

    def __init__(self, screen):
        self.screen = screen

    def close(self):
        self.screen.close()

    def waited(self):
        """Seconds that the thread which answers keys was ready to run and had no processor."""
        with open("/proc/%d/task/%d/schedstat" % (self.screen.pid, self.screen.pid)) as times:
            return int(times.read().split()[1]) / 1e9

    def answer(self, key, patience=5.0):
        """Milliseconds from the last byte of a key to the first of what is drawn for it, and how many of
        them the browser waited for a processor."""
        self.screen.type(key)
        waited = self.waited()
        start = time.monotonic()
        while time.monotonic() - start < patience:
            drawn = readable(self.screen.master)
            if self.screen.keys_waiting() == 0:
                break
            # What was drawn while the key was not taken is not its picture.
            if drawn > 0:
                os.read(self.screen.master, drawn)
            time.sleep(0.0002)
        select.select([self.screen.master], [], [], max(0.0, start + patience - time.monotonic()))
        took = (time.monotonic() - start) * 1000
        waited = (self.waited() - waited) * 1000
        # Numbers that go on changing have no end to wait for.
        self.screen.settle(quiet=0.01, seconds=0.05)
        return took, waited


def times_of(keyboard, keys, count, goes_on=lambda: True):
    """How long each of so many keys takes, in turn, each of which changes the picture."""
    times = []
    for number in range(count):
        if keyboard.screen.has_ended() or not goes_on():
            break
        times.append(keyboard.answer(keys[number % len(keys)]))
    return times


def opened(place, *words, settles=True):
    screen = Screen(place, "--fresh", "--no-cache", *words, size=(120, 40))
    if not screen.pump(60, until=b"\x1b[?1049h"):
        sys.exit("The browser does not come up.")
    # As terminals do that are asked for their background.
    screen.type("\x1b]11;rgb:0000/0000/0000\x1b\\")
    if settles:
        screen.settle()
    return Keyboard(screen)


def has_loaded(log):
    with open(log) as lines:
        return any(" read " in line and "so far" not in line for line in lines)


def loading(place, options):
    """While a large file is read and the numbers change; it is opened until there are enough keys."""
    data = os.path.abspath(options.data) if options.data else "large.csv"
    # Moving, sorting, the help and a filter; each shows at once.
    keys = ["j", "k", "?", "\x1b", "l", "h", "/", "t", "\x1b", "\x1b"]
    times, rounds = [], 0
    while len(times) < options.count and rounds < options.count:
        log = place / ("log%d" % rounds)
        rounds += 1
        with closing(opened(place, "--log", log, data, settles=False)) as keyboard:
            times += times_of(keyboard, keys, options.count - len(times), goes_on=lambda: not has_loaded(log))
    return times


def cell(place, options, letter):
    """On the detail of a record with a cell of a megabyte, and moving in it."""
    write(place / "cell.csv", HEADER + "2015-05-08,I247A,%s,TX,AUSTIN,Detainer Declined by LEA\n" % (
        letter * (1_000_000 // len(letter.encode()))))
    with closing(opened(place, "cell.csv")) as keyboard:
        keyboard.screen.type("l")
        keyboard.screen.settle()
        first = [keyboard.answer("i")]
        # Each goes to another line than the one before.
        return first + times_of(
            keyboard, ["j", "k", "\x1b[6~", "\x1b[5~", "G", "g", "\x1b", "i"], options.count)


def paste(place, options):
    """From the end of a paste of 20 KB into the filter, and for keys behind it."""
    with closing(opened(place, "medium.csv")) as keyboard:
        keyboard.screen.type("/")
        keyboard.screen.settle()
        text = b"\x1b[200~" + "abc dé".encode() * (20_000 // 7) + b"\x1b[201~"
        times = [keyboard.answer(text)]
        return times + times_of(keyboard, ["x", "\x7f"], options.count)


def pattern(place, options):
    """While a pattern that backtracks elsewhere is typed and matched."""
    with closing(opened(place, "medium.csv")) as keyboard:
        keyboard.screen.type("/facility:/(?:.|.)*")
        keyboard.screen.settle()
        times = times_of(keyboard, ["x", "\x7f"], options.count // 2)
        keyboard.screen.type("/")
        return times + times_of(keyboard, ["\x7f", "/"], options.count // 2)


CASES = [("loading a large file", loading),
         ("a cell of 1 MB", lambda place, options: cell(place, options, "A")),
         ("a cell of 1 MB that is not ASCII", lambda place, options: cell(place, options, "né ")),
         ("a cell of 1 MB of control characters", lambda place, options: cell(place, options, "\x1b")),
         ("a paste of 20 KB", paste), ("a hostile pattern", pattern)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=100, help="keys of each kind")
    parser.add_argument("--rows", type=int, default=10_000_000, help="rows of the file that is loaded")
    parser.add_argument("--data", help="another file to load in its place, as the generator of Benchmarks makes it")
    options = parser.parse_args()
    slow = 0
    with Place(options.program) as place:
        write(place / "medium.csv", HEADER + rows(200_000))
        if not options.data:
            part = rows(100_000)
            with open(place / "large.csv", "w") as file:
                file.write(HEADER)
                for _ in range(max(1, options.rows // 100_000)):
                    file.write(part)
        print("| while | keys | median | worst | over %d ms | worst without waiting for a processor | load |\n"
              "|---|---|---|---|---|---|---|" % BAR)
        for name, case in CASES:
            times = case(place, options)
            if not times:
                print("| %s | 0 | – | – | – | – | – |" % name)
                slow += 1
                continue
            took, apart = sorted(t for t, _ in times), sorted(t - w for t, w in times)
            late = sum(t > BAR for t in took)
            print("| %s | %d | %.1f ms | %.1f ms | %d | %.1f ms | %.1f |" % (
                name, len(times), took[len(took) // 2], took[-1], late, apart[-1], os.getloadavg()[0]), flush=True)
            slow += late > 0
    print("All within %d ms." % BAR if not slow else "%d of them slower than %d ms, or not measured." % (slow, BAR))
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
