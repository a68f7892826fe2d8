"""The browser: files that change under it, sizes and keys at random, and rounds of opening and filtering."""

import os
import random
import signal
import time

from support import HEADER, Screen, rows, write


def told(path):
    """What the status line has said, from the log."""
    try:
        with open(path, encoding="utf-8") as log:
            return [line.split("status: ", 1)[1].strip() for line in log if "status: " in line]
    except FileNotFoundError:
        return []


def changes(place, report):
    """Files that grow, shrink, are replaced or are gone while the browser shows them."""
    # Large enough to be mapped, so that what is cut off is missing under the program.
    base = HEADER + rows(200_000) * 2

    def grow(path):
        with open(path, "a") as file:
            file.write(rows(1000, seed=3))

    def shorten(path):
        os.truncate(path, os.path.getsize(path) // 2)

    def empty(path):
        os.truncate(path, 0)

    def replace(path):
        write(path + ".new", HEADER + rows(500, seed=4))
        os.rename(path + ".new", path)

    def overwrite(path):
        with open(path, "r+b") as file:
            file.seek(1000)
            file.write(b"\xff\x00\"," * 5000)

    def remove(path):
        os.unlink(path)

    def become_directory(path):
        os.unlink(path)
        os.mkdir(path)

    def forbid(path):
        os.chmod(path, 0)

    kinds = [grow, shorten, empty, replace, overwrite, remove, become_directory, forbid]
    for kind in kinds:
        for by_key in (False, True):
            data, log = place / "watched.csv", place / "log"
            if os.path.isdir(data):
                os.rmdir(data)
            write(data, base)
            if os.path.exists(log):
                os.unlink(log)
            screen = Screen(place, "--log", log, "--no-cache", data)
            name = kind.__name__.replace("_", " ") + (", R" if by_key else "")
            try:
                report.expect(screen.ready(), "The browser does not come up (%s)." % name)
                screen.settle(quiet=0.4)
                before = len(told(log))
                kind(data)
                screen.type("jlj" + ("R" if by_key else ""))
                said = []
                end = time.monotonic() + 8
                while time.monotonic() < end and not said and not screen.has_ended():
                    screen.pump(0.2)
                    said = told(log)[before:]
                # All that can be asked of the rows is, while they may be gone.
                screen.type("D\r\x1b/travis\r\x1b\x1bfgt\x1b\x1b")
                screen.settle(quiet=0.4)
                said = told(log)[before:]
                report.expect(screen.status is None, "The file %s: the browser ended." % name)
                if kind is not forbid:
                    report.expect(bool(said), "The file %s: nothing is told." % name)
                screen.type("\x1b\x1bQ")
                code = screen.end()
                report.expect(code == 0 and screen.is_given_back(), "The file %s: ended with %s." % (name, code))
            finally:
                screen.close()
                if os.path.exists(data):
                    os.chmod(data, 0o700)
    if os.path.exists(place / "watched.csv"):
        os.unlink(place / "watched.csv")
    report.count("changes of a file under the browser", len(kinds) * 2)


# Neither those that end the program or stop it nor those that start others.
KEYS = [key for key in map(chr, range(32, 127)) if key not in "qQ|"] + [
    "\r", "\t", "\x1b", "\x7f", "\x0e", "\x10", "\x15", "\x17", "\x01", "\x05", "\x0c",
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1b[Z", "\x1bOP",
    "\x1b[3~", "\x1b[200~pasted \xe9\n\x1b[201~", "é", "漢", "\xff", "\x1b[<0;5;5M", "\x1b[<64;5;5M"]


def resizes(place, report, count, seed):
    """Random sizes up to 500x200 with random keys between them: it lives, and gives the terminal back."""
    rng = random.Random(seed)
    write(place / "sized.csv", HEADER + rows(20_000))
    done = starts = 0
    resident = []
    while done < count:
        screen = Screen(place, "--fresh", "--mouse", "sized.csv")
        starts += 1
        typed = []
        try:
            if not report.expect(screen.ready(), "The browser does not come up for random sizes."):
                return
            while done < count and not screen.has_ended():
                size = (rng.randrange(1, 501), rng.randrange(1, 201))
                screen.resize(*size)
                keys = "".join(rng.choice(KEYS) for _ in range(rng.randrange(4)))
                typed = (typed + ["%dx%d %r" % (*size, keys)])[-5:]
                screen.type(keys.encode())
                screen.pump(0.002)
                done += 1
                # A few may wait for each other, but not thousands.
                if done % 10 == 0:
                    screen.settle(quiet=0.03, seconds=5)
                # What is drawn is not needed.
                if len(screen.bytes) > 1 << 22:
                    screen.bytes = screen.bytes[-1000:]
                if done % 500 == 0 and not screen.has_ended():
                    resident.append(screen.memory()[0])
            if screen.has_ended():
                report.expect(os.waitstatus_to_exitcode(screen.status) == 0,
                              "After resize %d of seed %d the browser ended with %d; the last were %s."
                              % (done, seed, os.waitstatus_to_exitcode(screen.status), ", ".join(typed)))
            else:
                screen.settle(quiet=0.5, seconds=30)
                screen.resize(80, 24)
                for _ in range(40):
                    screen.type("\x1b")
                    screen.pump(0.05)
                screen.type("Q")
                code = screen.end()
                report.expect(code == 0, "After %d resizes the browser ends with %s." % (done, code))
                report.expect(screen.is_given_back(), "After %d resizes the terminal is not given back." % done)
        finally:
            screen.close()
    report.count("random resizes up to 500x200 with random keys", done,
                 "%d starts, at most %d MB" % (starts, max(resident or [0]) // 1024))


def rounds(place, report, count):
    """Opening anew, filtering and closing, again and again: flat in memory and descriptors."""
    write(place / "round.csv", HEADER + rows(2_000))
    screen = Screen(place, "--fresh", "--no-cache", "round.csv")
    try:
        screen.ready()
        seen = []
        for turn in range(count):
            screen.type("R/travis\r\x1b\x1bD\x1b")
            screen.pump(0.5, until=b"\x1b[") if turn % 50 else screen.settle(quiet=0.05)
            if turn % max(1, count // 10) == count // 10 - 1 or turn == count - 1:
                # On a loaded machine it may be behind.
                for _ in range(600):
                    screen.settle(quiet=0.3)
                    if screen.keys_waiting() == 0:
                        break
                screen.settle(quiet=1)
                if not report.expect(not screen.has_ended(), "The browser ended in round %d." % turn):
                    return
                seen.append(screen.memory())
            screen.bytes = screen.bytes[-100_000:]
        first, last = seen[len(seen) // 3], seen[-1]
        report.expect(last[0] < first[0] * 1.1 + 4096,
                      "%d rounds: from %d KB to %d KB of memory." % (count, first[0], last[0]))
        report.expect(last[1] <= first[1] + 1, "%d rounds: from %d to %d descriptors." % (count, first[1], last[1]))
        screen.type("Q")
        report.expect(screen.end(60) == 0, "After %d rounds the browser does not end with 0." % count)
        report.count("rounds of opening, filtering and closing", count,
                     "%d KB and %d descriptors, %d KB and %d at the end" % (*first, *last))
    finally:
        screen.close()
