#!/usr/bin/env python3
"""keep.py TARGET…: keeps of what was found the few inputs that reach most, as Corpus/TARGET/found-….

What an input reaches is asked of libFuzzer, which writes it to a file while it merges. An input counts by
what neither the seeds nor those kept before it reach, for each of its bytes.
"""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
KEPT = "found-"
LONGEST = 2 * 1024
ROOM = 10 * 1024
MOST = 20
# What an input costs beside its bytes, or many of a byte would be kept before one of a hundred.
EACH = 300


def features(target, directories):
    """What each input of the directories reaches, by its path."""
    with tempfile.TemporaryDirectory() as scratch:
        control = pathlib.Path(scratch, "control")
        empty = pathlib.Path(scratch, "merged")
        empty.mkdir()
        subprocess.run(
            [HERE / ".build/debug/fuzz", f"--target={target}", "-set_cover_merge=1",
             f"-merge_control_file={control}", "-detect_leaks=0", "-rss_limit_mb=3000",
             f"-max_len={LONGEST}", empty, *directories],
            # The handler of Swift would be taken for a fault of its own by the sanitizer.
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no", "ASAN_OPTIONS": "detect_leaks=0"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        lines = control.read_text().splitlines()
    paths = lines[2:2 + int(lines[0])]
    reached = {path: set() for path in paths}
    for line in lines[2 + len(paths):]:
        kind, *numbers = line.split()
        if kind == "FT":
            reached[paths[int(numbers[0])]].update(map(int, numbers[1:]))
    return {pathlib.Path(path): numbers for path, numbers in reached.items()}


def keep(target):
    corpus = HERE / "Corpus" / target
    with tempfile.TemporaryDirectory() as scratch:
        found = pathlib.Path(scratch)
        for path in [*corpus.glob(KEPT + "*"), *(HERE / ".build/found" / target).glob("*")]:
            if path.stat().st_size <= LONGEST:
                shutil.copy(path, found)
        for path in corpus.glob(KEPT + "*"):
            path.unlink()
        reached = features(target, [corpus, found])
        covered = set().union(*(reached.pop(path, set()) for path in corpus.iterdir()))
        seeds, room, kept = len(covered), ROOM, 0
        # The same inputs are kept in whatever order they were found.
        size = {path: path.stat().st_size for path in sorted(reached)}
        while kept < MOST:
            gains = {path: len(reached[path] - covered) for path in size if size[path] <= room}
            best = max(gains, key=lambda path: gains[path] / (size[path] + EACH), default=None)
            if best is None or gains[best] == 0:
                break
            name = KEPT + hashlib.sha256(best.read_bytes()).hexdigest()[:8]
            shutil.copy(best, corpus / name)
            covered |= reached.pop(best)
            room -= size.pop(best)
            kept += 1
    print(f"{target}: {kept} kept, {ROOM - room} bytes, {len(covered)} reached, by seeds alone {seeds}")


for name in sys.argv[1:]:
    keep(name)
