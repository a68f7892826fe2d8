#!/usr/bin/env python3
"""How long a key takes, from press to picture, in a real terminal: the worst of a hundred."""

import argparse
import os
import select
import sys
import time
from contextlib import closing

from support import HEADER, Place, Screen, rows, write

BAR = 50.0


def answer(screen, key, patience=5.0):
    """Milliseconds from a key to the first of what is drawn for it; the rest is taken too."""
    # What is on its way belongs to an earlier key.
    while select.select([screen.master], [], [], 0)[0]:
        os.read(screen.master, 1 << 16)
    start = time.monotonic()
    screen.type(key)
    if not select.select([screen.master], [], [], patience)[0]:
        return patience * 1000
    took = (time.monotonic() - start) * 1000
    # Numbers that go on changing have no end to wait for.
    screen.settle(quiet=0.01, seconds=0.05)
    return took


def worst(screen, keys, count, goes_on=lambda: True):
    """The slowest of so many keys, in turn, each of which changes the picture."""
    times = []
    for number in range(count):
        if screen.has_ended() or not goes_on():
            break
        times.append(answer(screen, keys[number % len(keys)]))
    return times


def opened(place, *words, settles=True):
    screen = Screen(place, "--fresh", "--no-cache", *words, size=(120, 40))
    if not screen.pump(60, until=b"\x1b[?1049h"):
        sys.exit("The browser does not come up.")
    if settles:
        screen.settle()
    return screen


def has_loaded(log):
    with open(log) as lines:
        return any(" read " in line and "so far" not in line for line in lines)


def loading(place, options):
    """While a large file is read and the numbers change."""
    log = place / "log"
    data = os.path.abspath(options.data) if options.data else "large.csv"
    with closing(opened(place, "--log", log, data, settles=False)) as screen:
        # Moving, sorting, the help and a filter; each shows at once.
        return worst(screen, ["j", "k", "?", "\x1b", "l", "h", "/", "t", "\x1b", "\x1b"], options.count,
                     goes_on=lambda: not has_loaded(log))


def long_cell(place, options):
    """On the detail of a record with a cell of a megabyte, and moving in it."""
    with closing(opened(place, "cell.csv")) as screen:
        screen.type("l")
        screen.settle()
        first = [answer(screen, "i")]
        # Each goes to another line than the one before.
        return first + worst(screen, ["j", "k", "\x1b[6~", "\x1b[5~", "G", "g", "\x1b", "i"], options.count)


def paste(place, options):
    """From the end of a paste of 20 KB into the filter, and for keys behind it."""
    with closing(opened(place, "medium.csv")) as screen:
        screen.type("/")
        screen.settle()
        text = b"\x1b[200~" + "abc dé".encode() * (20_000 // 7) + b"\x1b[201~"
        times = [answer(screen, text)]
        return times + worst(screen, ["x", "\x7f"], options.count)


def pattern(place, options):
    """While a pattern that backtracks elsewhere is typed and matched."""
    with closing(opened(place, "medium.csv")) as screen:
        screen.type("/facility:/(?:.|.)*")
        screen.settle()
        times = worst(screen, ["x", "\x7f"], options.count // 2)
        screen.type("/")
        return times + worst(screen, ["\x7f", "/"], options.count // 2)


CASES = [("loading a large file", loading), ("a cell of 1 MB", long_cell), ("a paste of 20 KB", paste),
         ("a hostile pattern", pattern)]


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
        write(place / "cell.csv", HEADER + "2015-05-08,I247A,%s,TX,AUSTIN,Detainer Declined by LEA\n" % ("A" * 1_000_000))
        print("| while | keys | median | worst |\n|---|---|---|---|")
        for name, case in CASES:
            times = sorted(case(place, options))
            if not times:
                print("| %s | 0 | – | – |" % name)
                slow += 1
                continue
            print("| %s | %d | %.1f ms | %.1f ms |" % (name, len(times), times[len(times) // 2], times[-1]), flush=True)
            slow += times[-1] > BAR
    print("All within %d ms." % BAR if not slow else "%d of them slower than %d ms, or not measured." % (slow, BAR))
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
