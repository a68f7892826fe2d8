"""Faults of the system: full and read-only disks, directories that vanish, calls that do less than asked."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from support import HEADER, Screen, how_it_ended, is_sentence, limited, rows, write

HERE = os.path.dirname(os.path.abspath(__file__))


def in_file_system(options):
    """A prefix of commands that runs them in a small file system of their own, mounted on `disk`; nil
    where this machine does not allow that."""
    trial = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/tmp"],
                           stderr=subprocess.DEVNULL)
    if trial.returncode != 0:
        return None
    return ["unshare", "-rm", "sh", "-c", 'mount -t tmpfs -o size=1m,%s none disk && eval "$0"' % options]


def disks(place, report):
    """A disk that is full, and one that may only be read: a sentence and nothing left behind."""
    write(place / "big.csv", HEADER + rows(60_000))
    prefix = in_file_system("mode=700")
    if prefix is None:
        return report.count("full and read-only disks", "skipped", "no user namespaces here")
    os.makedirs(place / "disk", exist_ok=True)
    ddor = place.program
    full = [
        ("export", 1, '%s export -o disk/out.csv big.csv' % ddor),
        ("export as XLSX", 1, '%s export -o disk/out.xlsx big.csv' % ddor),
        ("export as Parquet", 1, 'head -c 1000K /dev/zero >disk/other; %s export -o disk/out.parquet big.csv' % ddor),
        ("export as SQLite", 1, '%s export -o disk/out.sqlite big.csv' % ddor),
        ("export as a package", 1, '%s export -o disk/out/ big.csv' % ddor),
        ("import", 1, '%s import big.csv --into disk' % ddor),
        ("snapshot", 0, 'XDG_CACHE_HOME=$PWD/disk; head -c 900K /dev/zero >disk/other; %s list weeks big.csv >/dev/null' % ddor),
        ("unpacking", 1, 'export TMPDIR=$PWD/disk; %s list weeks packed.csv.gz >/dev/null' % ddor),
        ("piping", 1, 'export TMPDIR=$PWD/disk; %s list weeks - <big.csv >/dev/null' % ddor),
    ]
    with open(place / "packed.csv.gz", "wb") as file:
        made = subprocess.run(["gzip", "-1c"], input=(HEADER + rows(400_000) * 3).encode(), stdout=file)
    tried = 0
    for name, wants, command in full:
        run = subprocess.run(prefix + ["(%s); code=$?; find disk -type f ! -name other; exit $code" % command],
                             cwd=place.path, env=place.environment, capture_output=True, timeout=120)
        left = [line for line in run.stdout.decode().split("\n") if line]
        said = run.returncode == 0 if wants == 0 else run.returncode in (1, 2) and is_sentence(run.stderr)
        report.expect(said, "A full disk, %s: %s." % (name, how_it_ended(run)))
        report.expect(not left, "A full disk, %s: this is left: %s." % (name, ", ".join(left)))
        tried += 1
    read_only = [
        ("export", 1, '%s export -o disk/out.csv big.csv' % ddor),
        ("import", 1, '%s import big.csv --into disk' % ddor),
        ("snapshot", 0, 'XDG_CACHE_HOME=$PWD/disk/c; %s list weeks big.csv >/dev/null' % ddor),
        ("data", 0, 'true; %s list weeks disk/data.csv >/dev/null' % ddor),
    ]
    for name, wants, command in read_only:
        run = subprocess.run(prefix + ["head -n 100 big.csv >disk/data.csv; mount -o remount,ro disk; %s" % command],
                             cwd=place.path, env=place.environment, capture_output=True, timeout=120)
        said = run.returncode == 0 if wants == 0 else run.returncode in (1, 2) and is_sentence(run.stderr)
        report.expect(said, "A read-only disk, %s: %s." % (name, how_it_ended(run)))
        tried += 1
    report.count("full and read-only disks", tried, "a sentence each, nothing left")


def full_output(place, report):
    """Output that cannot be written ends with 2."""
    write(place / "small.csv", HEADER + rows(500))
    commands = [["list", "weeks"], ["list", "detainers"], ["count", "--by", "state"], ["frame"], ["validate"],
                ["sql", "--by", "state"], ["place", "travis"], ["list", "weeks", "--format", "json"],
                ["compare", "2015", "2016"], []]
    for words in commands:
        with open("/dev/full", "wb") as full:
            run = place.run(*words, "small.csv", stdout=full)
        report.expect(run.returncode == 2 and is_sentence(run.stderr),
                      "ddor %s >/dev/full %s." % (" ".join(words), how_it_ended(run)))
    report.count("commands whose output fails", len(commands), "2 and a sentence each")


def vanished(place, report):
    """Directories that are gone: the one it stands in, the one it writes to, the one it reads."""
    write(place / "big.csv", HEADER + rows(60_000))
    tried = 0
    gone = place / "gone"
    for words, wants in ([["list", "weeks", place / "big.csv"], 0], [["export", "-o", "out.csv", place / "big.csv"], 2],
                         [["frame", place / "big.csv"], 0], [["list", "weeks", "x.csv"], 1],
                         [["import", place / "big.csv", "--into", "data"], 1]):
        os.makedirs(gone)
        run = subprocess.run(["sh", "-c", 'cd "$0" && rmdir "$0" && exec "$@"', gone, place.program, *words],
                             env=place.environment, capture_output=True, timeout=60)
        right = run.returncode == 0 if wants == 0 else run.returncode in (1, 2) and is_sentence(run.stderr)
        report.expect(right, "In a directory that is gone, ddor %s %s." % (words[0], how_it_ended(run)))
        tried += 1
    for _ in range(20):
        target = place / "target"
        os.makedirs(target)
        process = place.start("export", "-o", target + "/out.csv", "big.csv", "--no-cache")
        time.sleep(0.005 * (_ % 20))
        shutil.rmtree(target, ignore_errors=True)
        output, said = process.communicate(timeout=60)
        report.expect(process.returncode == 0 or process.returncode in (1, 2) and is_sentence(said),
                      "The directory of an export vanishes: ended with %d, saying %r." % (process.returncode, said[:200]))
        shutil.rmtree(target, ignore_errors=True)
        tried += 1
    report.count("vanished directories", tried)


def half_calls(place, report):
    """Reads and writes that do less than they were asked for, or are interrupted: the same bytes come out."""
    shim = place / "shim.so"
    made = subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-O1", "-o", shim, HERE + "/shim.c"],
                          capture_output=True)
    if made.returncode != 0:
        return report.count("short and interrupted calls", "skipped", "no C compiler here")
    write(place / "big.csv", HEADER + rows(60_000))
    subprocess.run(["gzip", "-k", "-f", "big.csv"], cwd=place.path)
    cases = [["list", "weeks", "big.csv"], ["list", "detainers", "big.csv"], ["count", "--by", "state,outcome", "big.csv.gz"],
             ["validate", "big.csv"], ["frame", "--keys", "jjD", "big.csv"], ["list", "jurisdictions", "-"],
             ["export", "-o", "out.csv", "--force", "big.csv"], ["export", "-o", "out.csv.gz", "--force", "big.csv"],
             ["export", "-o", "out.xlsx", "--force", "big.csv"], ["export", "-o", "out.parquet", "--force", "big.csv"],
             ["export", "-o", "out.sqlite", "--force", "big.csv"]]
    injected = 0
    for words in cases:
        outputs = []
        for shims in ({}, {"LD_PRELOAD": shim, "SHIM_COUNT": place / "shims"}):
            target = place / words[2] if words[0] == "export" else None
            stdin = open(place / "big.csv", "rb") if words[-1] == "-" else subprocess.DEVNULL
            run = place.run(*words, "--no-cache", stdin=stdin, timeout=120, **shims) \
                if words[0] != "frame" else place.run(*words, timeout=120, **shims)
            said = run.stderr
            made = b""
            if target:
                made = place.run("list", "detainers", target, "--no-cache").stdout
                os.path.exists(target) and os.unlink(target)
            outputs.append((run.returncode, run.stdout, made))
        report.expect(outputs[0] == outputs[1],
                      "Short and interrupted calls change ddor %s: ended with %s, saying %r."
                      % (" ".join(words), outputs[1][0], said[:200]))
        if os.path.exists(place / "shims"):
            with open(place / "shims") as counted:
                injected += sum(int(line) for line in counted)
            os.unlink(place / "shims")
    report.expect(injected > 0, "The shim has done nothing.")
    report.count("short and interrupted calls", injected, "in %d commands, the same bytes come out" % len(cases))


def limits(place, report):
    """Few descriptors and little memory: a sentence, never an abort."""
    import resource
    write(place / "big.csv", HEADER + rows(60_000))
    os.makedirs(place / "data", exist_ok=True)
    write(place / "data/big.csv", HEADER + rows(20_000))
    tried = 0
    for number in range(3, 13):
        for words in (["list", "weeks", "big.csv"], ["list", "weeks", "data"], ["frame", "big.csv"],
                      ["export", "-o", "out.xlsx", "--force", "big.csv"]):
            run = place.run(*words, before=limited(resource.RLIMIT_NOFILE, number))
            right = run.returncode == 0 or run.returncode in (1, 2) and is_sentence(run.stderr)
            # Without a descriptor to spare even the loader of the system cannot begin.
            right = right or number < 4 and run.returncode == 127
            report.expect(right, "ulimit -n %d: ddor %s %s." % (number, " ".join(words), how_it_ended(run)))
            tried += 1
    for megabytes in list(range(40, 200, 10)) + list(range(200, 800, 50)):
        for words in (["list", "weeks", "big.csv", "--no-cache"], ["frame", "big.csv"],
                      ["export", "-o", "out.xlsx", "--force", "big.csv", "--no-cache"]):
            run = place.run(*words, before=limited(resource.RLIMIT_AS, megabytes << 20))
            right = run.returncode == 0 or run.returncode in (1, 2) and is_sentence(run.stderr)
            # The loader of the system says itself that a library finds no room.
            right = right or run.returncode == 127 and b"error while loading shared libraries" in run.stderr
            report.expect(right, "ulimit -v %d MB: ddor %s %s." % (megabytes, " ".join(words), how_it_ended(run)))
            tried += 1
    for kind, values in ((resource.RLIMIT_NOFILE, range(4, 16)),
                         (resource.RLIMIT_AS, [m << 20 for m in range(60, 400, 40)])):
        for value in values:
            screen = Screen(place, "--fresh", "big.csv", before=limited(kind, value))
            name = "ulimit -n %d" % value if kind == resource.RLIMIT_NOFILE else "ulimit -v %d MB" % (value >> 20)
            try:
                if screen.ready(4) and not screen.has_ended():
                    screen.type("jl/travis\r\x1b\x1bfgt\x1b\x1b")
                    screen.settle(quiet=0.3)
                    screen.type("\x1b\x1bQ")
                code = screen.end(5)
                right = code == 0 or code in (1, 2) and b"ddor: " in screen.bytes
                right = right or code == 127 and b"loading shared libraries" in screen.bytes
                report.expect(right, "%s: the browser ends with %s, saying %r." % (name, code, screen.bytes[-200:]))
                report.expect(screen.is_given_back() or b"\x1b[?1049h" not in screen.bytes,
                              "%s: the terminal is not given back." % name)
                tried += 1
            finally:
                screen.close()
    report.count("limits of descriptors and memory", tried)


def many_files(place, report, count):
    """A directory of very many files."""
    os.makedirs(place / "many")
    text = (HEADER + rows(1)).encode()
    for number in range(count):
        with open(place / ("many/%06d.csv" % number), "wb") as file:
            file.write(text)
    start = time.monotonic()
    run = place.run("list", "weeks", "many", "--no-cache", timeout=300)
    took = time.monotonic() - start
    report.expect(run.returncode == 0, "A directory of %d files: %s." % (count, how_it_ended(run)))
    report.expect(took < max(5, count / 2_000), "A directory of %d files takes %.1f s." % (count, took))
    report.count("files in one directory", count, "%.1f s" % took)
    shutil.rmtree(place / "many")
