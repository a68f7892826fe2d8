"""Measurements in a real terminal: the first frame, keystrokes, memory."""

import os
import random
import statistics
import subprocess
import sys
import time

from batch import MILLION
from pairs import Contestant, Goal, shown
from terminal import Session
from tools import compiled, has_module, installed

# A row of jurisdictions in the browser, and words that only the rows of the generated files have.
OURS = "▶ ?[A-Z][A-Z] [A-Z][a-z]"
THEIRS = "COUNTY|JAIL|Responsibility"
WORD = "harri"


def first_frame(batch, pattern, words, stdin=None, seconds=300, quiet=0):
    """Seconds from the fork until the pattern is on the terminal, or until the last output before so
    many quiet milliseconds after it."""
    helper = os.path.join(batch.directory, "first_frame")
    if not os.path.exists(helper):
        compiled("first_frame.c", batch.directory, "util")
    command = [helper, "-s", str(seconds), "-q", str(quiet)] + (["-i", stdin] if stdin else [])
    result = subprocess.run(
        command + ["120x40", pattern, *words], capture_output=True, text=True, check=False,
        env=dict(batch.environment, TERM="xterm-256color"))
    return int(result.stdout) / 1e9 if result.returncode == 0 else None


def start(batch):
    """The start of the program on nothing and on little, against the least that ncurses can do."""
    hello = compiled("hello.c", batch.directory, "ncursesw", "tinfo")
    sample = os.path.join(batch.directory, "small.csv")
    with open(sample, "w", encoding="ascii") as file:
        file.write("issued,facility,city,state,lift_reason\n2017-01-28,TRAVIS COUNTY JAIL,AUSTIN,"
                   "TEXAS,Detainer Declined by LEA\n")
    least = Contestant("ncurses hello", lambda: first_frame(batch, "hello", [hello]),
                       "support/hello.c in a terminal, until its word")
    rounds = max(20, batch.report.rounds)
    batch.report.race("start", "none", [
        Contestant("ddor", lambda: first_frame(batch, "[0-9]", [batch.ddor, "--version"]),
                   "ddor --version in a terminal, until its line"),
        least,
        *batch.peer("true", "true", [], "true"),
    ], rounds=rounds, goals=[Goal("ncurses hello", 1 / 1.5)])
    batch.report.race("start of the browser", "one row", [
        Contestant("ddor", lambda: first_frame(batch, "Declined +Detainer", [batch.ddor, sample]),
                   "ddor FILE, until the first line of the frame"),
        least,
    ], rounds=rounds)
    batch.report.single("size of the program", "none", "ddor", os.path.getsize(batch.ddor) / 1e6,
                        "MB", [Goal(most=28)])
    batch.report.commands[("size of the program", "ddor")] = "the file, with what is linked into it"


def in_terminal(batch, name, words, slow=False, stdin=None):
    """A peer until its first row; a slow one only where slow ones are asked for."""
    if slow and not batch.slow:
        return []
    program = installed(words[0])
    if program is None:
        batch.report.lacks(words[0])
        return []
    said = " ".join(os.path.basename(word) if word == words[-1] else word for word in words)
    return [Contestant(
        name, lambda: first_frame(batch, THEIRS, [program, *words[1:]], stdin),
        "fzf < FILE" if stdin else said.replace(os.path.basename(words[-1]), "FILE"))]


def frames(batch, label, path, schema):
    """The first frame with data, cached and not, and all loaded."""
    lines = batch.rows(path) + 1
    goals = [Goal(most=0.008)]

    def uncached():
        batch.forget()
        return first_frame(batch, OURS, [batch.ddor, path])

    def cached():
        return first_frame(batch, OURS, [batch.ddor, path])

    def all_loaded(words, pattern):
        with Session(words, None, dict(batch.environment, TERM="xterm-256color")) as session:
            return session.loaded(pattern.encode())

    batch.report.race("first frame with data, not cached", label, [
        Contestant("ddor", uncached, "ddor FILE, with an empty cache"),
        *in_terminal(batch, "less", ["less", "-S", path]),
        *in_terminal(batch, "fzf", ["fzf"], stdin=path),
        *batch.duckdb(f"select * from read_csv('{path}') limit 40", None,
                      "select * from read_csv('FILE') limit 40"),
        *in_terminal(batch, "csvlens", ["csvlens", path]),
        *in_terminal(batch, "tabiew", ["tw", path], slow=True),
        *in_terminal(batch, "lnav", ["lnav", path], slow=True),
        *in_terminal(batch, "VisiData", ["vd", path], slow=True),
    ], goals=goals)
    batch.fresh(path)
    batch.report.race("first frame with data, cached", label, [
        Contestant("ddor", cached, f"ddor FILE, {batch.cached()}"),
        *in_terminal(batch, "less", ["less", "-S", path]),
    ], goals=goals)
    batch.report.race("first screen settled, cached", label, [
        Contestant("ddor", lambda: first_frame(batch, OURS, [batch.ddor, path], quiet=500),
                   f"ddor FILE, {batch.cached()}, until the last byte before half a second of rest"),
    ], goals=goals)

    def loading():
        batch.forget()
        return all_loaded([batch.ddor, path], OURS)

    batch.report.race("all loaded, on the screen", label, [
        Contestant("ddor", loading, "ddor FILE, with an empty cache, until its screen rests"),
        *([Contestant("fzf", lambda: first_frame(
            batch, f"{lines}/{lines}", [installed("fzf")], path), "fzf < FILE, until it counts all")]
          if installed("fzf") else []),
        *([Contestant("VisiData", lambda: all_loaded([installed("vd"), path], THEIRS),
                      "vd FILE, until its screen rests")]
          if batch.slow and installed("vd") else []),
    ], rounds=min(3, batch.report.rounds))


def opened(batch, name, path, rows, before=None):
    """A session with all of a file loaded, and the keys before those that are measured."""
    environment = dict(batch.environment, TERM="xterm-256color")
    words, stdin, done, usual = {
        "ddor": ([batch.ddor, path], None, OURS, b"/"),
        "fzf": ([installed("fzf")], path, f"{rows + 1}/{rows + 1}", b""),
        "less": ([installed("less"), "-S", "-i", path], None, THEIRS, b"&"),
        "lnav": ([installed("lnav"), path], None, THEIRS, b":"),
        "VisiData": ([installed("vd"), path], None, THEIRS, b"g|"),
    }[name]
    session = Session(words, stdin, environment)
    # The clock of lnav never rests for a second.
    if session.loaded(done.encode(), 0.7 if name == "lnav" else 1.5) is None:
        session.close()
        return None
    first = usual if before is None else before
    if first:
        session.press(first, 0.4, 10)
    return session


def within(rows):
    """The goal of a key."""
    return [Goal(most=0.008 if rows <= MILLION else 0.016)]


def keys(batch, size, path, schema):
    """From a key to the settled screen: each letter where the program searches as one types."""
    rows = batch.rows(path)
    batch.fresh(path)
    programs = ["ddor"] + (["fzf", "less", "lnav", "VisiData"] if batch.slow else [])
    needed = {"VisiData": "vd"}
    found = {}
    for name in programs:
        if name != "ddor" and installed(needed.get(name, name)) is None:
            batch.report.lacks(needed.get(name, name))
            continue
        found[name] = []
    # VisiData and lnav take seconds a key; three rounds of them are enough.
    for turn in range(batch.report.rounds):
        for name in found:
            if turn >= 3 and name not in ("ddor", "fzf"):
                continue
            try:
                session = opened(batch, name, path, rows)
                if session is None:
                    continue
                with session:
                    if name in ("ddor", "fzf"):
                        found[name].append([
                            session.press(letter.encode(), 0.4) for letter in WORD])
                    else:
                        typed = f"filter-in {WORD}" if name == "lnav" else WORD
                        session.press(typed.encode(), 0.4)
                        found[name].append([session.press(b"\r", 0.6, 120)])
            except EOFError:
                batch.report.row("keystroke to settled screen", size, name, "ended")
    ours = found.get("ddor") or [[None]]
    for name, turns in found.items():
        for index in range(len(turns[0]) if turns else 0):
            values = [turn[index] for turn in turns if turn[index] is not None]
            if not values:
                continue
            middle = statistics.median(values)
            own = [turn[min(index, len(turn) - 1)] for turn in ours if turn[0] is not None]
            ratio = ""
            if name != "ddor" and own:
                # One key of ours stands against the search as a whole of those that take Enter.
                against = statistics.median(own) if name == "fzf" else max(
                    statistics.median([turn[place] for turn in ours if turn[place] is not None])
                    for place in range(len(WORD)))
                ratio = f"{middle / against:.2f}"
            label = f"key {index + 1}" if name in ("ddor", "fzf") else "Enter"
            judged = batch.report.judged(within(rows), "s", middle) if name == "ddor" else ()
            batch.report.row(f"keystroke to settled screen, {label}", size, name,
                             shown(middle, "s"), ratio, *judged)
    for name, command in {
        "ddor": f"ddor FILE, {batch.cached()}; / and {WORD}, letter by letter",
        "fzf": f"fzf < FILE; {WORD}, letter by letter", "less": f"less -S -i FILE; &{WORD} Enter",
        "lnav": f"lnav FILE; :filter-in {WORD} Enter", "VisiData": f"vd FILE; g|{WORD} Enter",
    }.items():
        if name in found:
            batch.report.commands[("keystroke to settled screen", name)] = command


# Keys besides those of a filter: what a key does, what is pressed before it, and the key.
ACTIONS = [
    ("all outcomes", "", "D"), ("the report before", "D", "["), ("the report after", "", "]"),
    ("the states to pick", "", "s"), ("a state picked", "", "\r"), ("undo", "", "u"),
    ("count by a key", "", "f"), ("trend", "qg", "t"), ("pivot", "qg", "v"), ("charts", "q", "a"),
    ("map", "qg", "m"), ("compare", "q", "="),
]


def actions(batch, size, path, schema):
    """From a key to the settled screen for toggles, picks, views and reports."""
    rows = batch.rows(path)
    batch.fresh(path)
    times = {name: [] for name, _, _ in ACTIONS}
    for _ in range(batch.report.rounds):
        try:
            with opened(batch, "ddor", path, rows, before=b"") as session:
                for name, before, key in ACTIONS:
                    for other in before:
                        session.press(other.encode(), 0.3)
                    seconds = session.press(key.encode(), 0.3)
                    if seconds is not None:
                        times[name].append(seconds)
        except EOFError:
            batch.report.row("key to settled screen", size, "ddor", "ended")
    for name, seconds in times.items():
        if seconds:
            batch.report.single(f"key to settled screen, {name}", size, "ddor",
                                statistics.median(seconds), goals=within(rows))
        else:
            batch.report.row(f"key to settled screen, {name}", size, "ddor", "failed")
    written = " ".join((before + key).replace("\r", "Enter") for _, before, key in ACTIONS)
    batch.report.commands[("key to settled screen", "ddor")] = f"ddor FILE, {batch.cached()}; {written}"


def memory(batch, size, path, schema):
    """Private memory while a file loads, and when it is browsed."""
    rows = batch.rows(path)
    environment = dict(batch.environment, TERM="xterm-256color")

    def peak(session, done, seconds=600):
        """The most that was used until the program rested for a second after the pattern came."""
        most = {"Private_Dirty": 0, "Private_Clean": 0, "Rss": 0}
        last = time.monotonic()
        end = last + seconds
        used = 0
        while time.monotonic() < end:
            try:
                if session.read(0.01):
                    last = time.monotonic()
                now = session.memory()
                if session.processor_time() > used + 0.02:
                    used, last = session.processor_time(), time.monotonic()
            except (EOFError, FileNotFoundError, ProcessLookupError):
                break
            for name in most:
                most[name] = max(most[name], now.get(name, 0))
            if time.monotonic() > last + 1 and session.has(done.encode()):
                break
        return most

    def line(what, name, most, goal=None):
        # What a program takes before its first row would hide what it takes for each of few.
        batch.report.single(
            what, size, name, most["Private_Dirty"] / rows, "B/row",
            [Goal(most=goal)] if goal and rows >= MILLION else [], " private, "
            + shown((most["Private_Dirty"] + most["Private_Clean"]) / rows, "B/row")
            + " with pages of files mapped by it alone")

    for name, more in [("ddor", {})] + (
            [("ddor, one thread", {"DDOR_THREADS": "1"})] if batch.knows_threads else []):
        batch.forget()
        with Session([batch.ddor, path], None, dict(environment, **more)) as session:
            line("memory, loading", name, peak(session, OURS), 80)
    batch.fresh(path)
    with Session([batch.ddor, path], None, environment) as session:
        session.loaded(OURS.encode())
        session.press(b"/", 0.3)
        for letter in WORD:
            session.press(letter.encode(), 0.2)
        line("memory, browsing a cached file", "ddor", session.memory(), 10)
    for name, words, stdin, done in () if not batch.slow else (
        ("fzf", ["fzf"], path, f"{rows + 1}/{rows + 1}"),
        ("VisiData", ["vd", path], None, THEIRS),
    ):
        if installed(words[0]) is None:
            batch.report.lacks(words[0])
            continue
        with Session([installed(words[0]), *words[1:]], stdin, environment) as session:
            line("memory, loading", name, peak(session, done))
    for name, module, body in () if not batch.slow else (
        ("polars", "polars", "import polars; f = polars.read_csv(a[0])"),
        ("DuckDB", "duckdb", "import duckdb; c = duckdb.connect(); "
         "c.execute('create table t as select * from read_csv(?)', [a[0]])"),
    ):
        if not has_module(module):
            batch.report.lacks(module)
            continue
        script = ("import sys; a = sys.argv[1:]; sys.stdout.write('st' + 'arted '); sys.stdout.flush()\n"
                  + body + "\nsys.stdout.write('lo' + 'aded '); sys.stdout.flush()\n"
                  "import time; time.sleep(60)")
        with Session([sys.executable, "-c", script, path], None, environment) as session:
            line("memory, loading", name, peak(session, "loaded"))
    batch.report.commands[("memory", "all")] = (
        "the most of Private_Dirty (and Private_Clean) in /proc/PID/smaps_rollup, every 10 ms")


def edits(batch, size, path, schema, count=1000, seed=1):
    """Resident memory before and after many random edits of the filter."""
    rows = batch.rows(path)
    batch.fresh(path)
    session = opened(batch, "ddor", path, rows)
    if session is None:
        return
    draw = random.Random(seed)
    letters = "abcdefghilmnoprstuvwy 0123456789-:"
    slowest = 0.0
    typed = 0
    with session:

        def edit():
            nonlocal typed
            # A backspace in an empty prompt would leave it, and letters would become commands.
            deletes = typed > 0 and (draw.random() < 0.4 or typed > 24)
            key = b"\x7f" if deletes else draw.choice(letters).encode()
            typed += -1 if deletes else 1
            started = time.monotonic()
            os.write(session.terminal, key)
            last = None
            while session.read(0.03 if last else 1.0):
                last = time.monotonic()
            return (last or started) - started

        # The first edits fill what is kept for reuse.
        for _ in range(50):
            edit()
        before = session.memory()
        for _ in range(count):
            slowest = max(slowest, edit())
        after = session.memory()
    for name, label in (("Rss", "resident"), ("Private_Dirty", "private")):
        batch.report.row(
            f"{count:,} random filter edits, {label}", size, "ddor",
            f"{before[name] / 1e6:.1f} MB before, {after[name] / 1e6:.1f} MB after",
            f"{after[name] / before[name]:.3f}", "flat" if name == "Rss" else "")
    batch.report.row(f"{count:,} random filter edits, slowest", size, "ddor", shown(slowest, "s"))
    batch.report.commands[("random filter edits", "ddor")] = (
        f"ddor FILE, {batch.cached()}; / and random letters and backspaces")
