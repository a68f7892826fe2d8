"""Kills at any moment, two at once, and bits that flip: nothing half-written, nothing wrong."""

import glob
import os
import random
import shutil
import struct
import subprocess
import threading
import time

from support import HEADER, how_it_ended, is_sentence, rows, write

TEMPORARY = ".ddor-"


def temporaries(directory):
    return [name for _, _, names in os.walk(directory) for name in names if name.startswith(TEMPORARY)]


def killed(place, rng, span, *words):
    """Starts the program and kills it at a random moment of the span; whether it was still running."""
    process = place.start(*words)
    time.sleep(rng.random() * span)
    alive = process.poll() is None
    process.kill()
    process.communicate()
    return alive


def timed(place, *words):
    start = time.monotonic()
    run = place.run(*words)
    return time.monotonic() - start, run


def exports(place, report, count, rng):
    """An export that is killed leaves no file, or all of it; the next one removes what was left beside it."""
    target = place / "out"
    for form in ("csv", "xlsx", "parquet", "csv.gz"):
        os.makedirs(target)
        words = ["export", "-o", "out/rows." + form, "--force", "--no-cache", "big.csv"]
        span, run = timed(place, *words)
        report.expect(run.returncode == 0, "An export as %s %s." % (form, how_it_ended(run)))
        whole = place.run("list", "detainers", target + "/rows." + form, "--no-cache").stdout
        shutil.copy(target + "/rows." + form, place / "whole")
        hits = 0
        for turn in range(count // 4):
            replaces = turn % 2 == 1
            if replaces:
                shutil.copy(place / "whole", target + "/rows." + form)
            elif os.path.exists(target + "/rows." + form):
                os.unlink(target + "/rows." + form)
            hits += killed(place, rng, span, *words)
            if os.path.exists(target + "/rows." + form):
                again = place.run("list", "detainers", target + "/rows." + form, "--no-cache").stdout
                report.expect(again == whole, "A killed export leaves half a file: rows.%s." % form)
            else:
                report.expect(not replaces, "A killed export removes what it was to replace: rows.%s." % form)
            others = [n for n in os.listdir(target) if n != "rows." + form and not n.startswith(TEMPORARY)]
            report.expect(not others, "A killed export leaves %s." % others)
        place.run(*words)
        report.expect(os.listdir(target) == ["rows." + form],
                      "After an export that was not killed there are %s." % sorted(os.listdir(target)))
        report.count("kills of an export as %s" % form, count // 4, "%d of them while it ran" % hits)
        shutil.rmtree(target)


def imports(place, report, count, rng):
    """An import that is killed has happened or has not."""
    data = place / "data"
    span, run = timed(place, "import", "big.csv", "--into", "data", "--name", "other")
    report.expect(run.returncode == 0, "An import %s." % how_it_ended(run))
    shutil.rmtree(data)
    place.run("import", "small.csv", "--into", "data", "--name", "first")
    listing = ["list", "detainers", "data", "--no-cache"]
    before = place.run(*listing).stdout
    place.run("import", "big.csv", "--into", "data", "--name", "other")
    after = place.run(*listing).stdout
    report.expect(before != after and len(before) > 100, "The import that is to be killed does nothing.")
    hits = done = 0
    for _ in range(count):
        shutil.rmtree(data)
        place.run("import", "small.csv", "--into", "data", "--name", "first")
        hits += killed(place, rng, span, "import", "big.csv", "--into", "data", "--name", "other")
        found = place.run(*listing)
        report.expect(found.stdout in (before, after), "A killed import leaves other rows: %s." % how_it_ended(found))
        done += found.stdout == after
        again = place.run("import", "big.csv", "--into", "data", "--name", "other")
        report.expect(again.returncode == 0 and place.run(*listing).stdout == after,
                      "After a killed import the next one %s." % how_it_ended(again))
        left = temporaries(data)
        report.expect(not left, "After a killed import and another one this is left: %s." % left)
    report.count("kills of an import", count, "%d of them while it ran, %d had happened" % (hits, done))
    shutil.rmtree(data)


def snapshots(place, report, count, rng):
    """Writing a snapshot that is killed is as if there had been none."""
    cache = place / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    words = ["list", "weeks", "big.csv"]
    span, run = timed(place, *words)
    whole = run.stdout
    hits = 0
    for _ in range(count):
        shutil.rmtree(cache, ignore_errors=True)
        hits += killed(place, rng, span * 1.3, *words)
        again = place.run(*words)
        report.expect(again.returncode == 0 and again.stdout == whole,
                      "After a killed snapshot: %s, %s." % (how_it_ended(again), "right" if again.stdout == whole else "WRONG"))
    left = temporaries(cache)
    report.expect(glob.glob(cache + "/ddor/*.snapshot"), "No snapshot is written that could be killed.")
    report.expect(not left, "After killed snapshots and a whole one this is left: %s." % left)
    report.count("kills while a snapshot is written", count, "%d of them while it ran" % hits)


def both(place, *pairs):
    """Runs two commands at once."""
    processes = [place.start(*words) for words in pairs]
    return [(process.communicate(timeout=120), process.returncode) for process in processes]


def pairs(place, report, count):
    """Two at each at once."""
    shutil.rmtree(place / "cache", ignore_errors=True)
    whole = place.run("list", "detainers", "big.csv", "--no-cache").stdout
    for turn in range(count):
        shutil.rmtree(place / "cache", ignore_errors=True)
        for (output, said), code in both(place, *[["list", "detainers", "big.csv"]] * 2):
            report.expect(code == 0 and output == whole, "Two snapshots at once: ended with %s, %r." % (code, said[:200]))
        again = place.run("list", "detainers", "big.csv")
        report.expect(again.stdout == whole, "After two snapshots at once the answer is another.")
    report.count("two snapshots at once", count)
    for turn in range(count):
        target = place / "both.csv"
        force = ["--force"] if turn % 2 else []
        codes = []
        for (output, said), code in both(place, *[["export", "-o", "both.csv", "--no-cache", "big.csv", *force]] * 2):
            report.expect(code == 0 or code == 2 and is_sentence(said), "Two exports at once: %s, %r." % (code, said[:200]))
            codes.append(code)
        report.expect(sorted(codes) == ([0, 0] if force else [0, 2]), "Two exports at once end with %s." % codes)
        found = place.run("list", "detainers", target, "--no-cache").stdout
        report.expect(found.count(b"\n") == whole.count(b"\n"), "Two exports at once leave half a file.")
        os.unlink(target)
    report.expect(not temporaries(place.path), "Two at once leave %s." % temporaries(place.path))
    report.count("two exports at once", count)
    for turn in range(count):
        shutil.rmtree(place / "data", ignore_errors=True)
        ended = both(place, ["import", "big.csv", "--into", "data", "--name", "one"],
                     ["import", "small.csv", "--into", "data", "--name", "two"])
        for (output, said), code in ended:
            report.expect(code == 0 or code in (1, 2) and is_sentence(said),
                          "Two imports at once: ended with %s, saying %r." % (code, said[:200]))
        done = sum(code == 0 for _, code in ended)
        found = place.run("list", "weeks", "data", "--no-cache", "--format", "csv").stdout
        sources = sum(name in found for name in (b",one,", b",two,"))
        report.expect(sources == done, "Of two imports at once %d say that they are done, and %d are there." % (done, sources))
    shutil.rmtree(place / "data", ignore_errors=True)
    report.count("two imports at once", count)


def flips(place, report, count, rng):
    """A bit of a snapshot that flips: the answer is the same, and read from the file if need be."""
    cache = place / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    questions = [["list", "weeks", "big.csv"], ["count", "--by", "state,outcome", "big.csv"],
                 ["list", "jurisdictions", "big.csv"]]
    right = [place.run(*words).stdout for words in questions]
    snapshot = glob.glob(cache + "/ddor/*.snapshot")
    if not report.expect(len(snapshot) == 1, "There is no snapshot to flip bits of."):
        return
    with open(snapshot[0], "rb") as file:
        good = file.read()
    status = os.stat(snapshot[0])
    ends = {"the same": 0, "wrong": 0, "crashed": 0}
    for turn in range(count):
        bad = bytearray(good)
        if turn % 10 == 9:
            # One in ten is cut short.
            bad = bad[:rng.randrange(len(bad))]
        else:
            bad[rng.randrange(len(bad))] ^= 1 << rng.randrange(8)
        with open(snapshot[0], "wb") as file:
            file.write(bad)
        os.utime(snapshot[0], ns=(status.st_mtime_ns, status.st_mtime_ns))
        end = "the same"
        for words, answer in zip(questions, right):
            run = place.run(*words)
            if run.returncode != 0:
                end = "crashed"
            elif run.stdout != answer:
                end = "wrong"
            if end != "the same":
                report.expect(False, "Flip %d of a snapshot: ddor %s %s." % (turn, " ".join(words), how_it_ended(run)))
                break
        ends[end] += 1
    report.count("bit flips and cuts of a snapshot", count, ", ".join("%d %s" % (n, e) for e, n in ends.items()))


def run(place, report, kills, flip_count, seed):
    rng = random.Random(seed)
    # More than 4 MiB, so that a snapshot of it is kept.
    write(place / "big.csv", HEADER + rows(80_000))
    write(place / "small.csv", HEADER + rows(300, seed=2))
    exports(place, report, kills, rng)
    imports(place, report, kills, rng)
    snapshots(place, report, kills, rng)
    pairs(place, report, max(2, kills // 10))
    flips(place, report, flip_count, rng)
