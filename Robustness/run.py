#!/usr/bin/env python3
"""Tries to break a built ddor, and says how often it was tried and what went wrong."""

import argparse
import sys
import time

import browser
import faults
import kills
import table
from support import HEADER, Place, Report, rows, write


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="the program, as .build/release/ddor")
    parser.add_argument("--kills", type=int, default=200, help="kills of each kind")
    parser.add_argument("--flips", type=int, default=200, help="bit flips of a snapshot")
    parser.add_argument("--resizes", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=10_000, help="rounds of opening, filtering and closing")
    parser.add_argument("--files", type=int, default=50_000, help="files in one directory")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="parts, with commas: " + ", ".join(name for name, _ in PARTS))
    options = parser.parse_args()
    report = Report()
    wanted = options.only.split(",") if options.only else [name for name, _ in PARTS]
    for name in set(wanted) - {name for name, _ in PARTS}:
        parser.error("there is no part “%s”" % name)
    for name, part in PARTS:
        if name in wanted:
            start = time.monotonic()
            with Place(options.program) as place:
                part(place, report, options)
            print("(%s: %.0f s)" % (name, time.monotonic() - start), flush=True)
    print()
    for line in report.lines:
        print(line)
    for problem in report.problems:
        print("WRONG: " + problem)
    print("%d went wrong." % len(report.problems) if report.problems else "Nothing went wrong.")
    return 1 if report.problems else 0


def the_table(place, report, options):
    write(place / "data.csv", HEADER + rows(2_000))
    table.run(place, "data.csv", report)


PARTS = [
    ("table", the_table),
    ("disks", lambda place, report, _: faults.disks(place, report)),
    ("output", lambda place, report, _: faults.full_output(place, report)),
    ("vanished", lambda place, report, _: faults.vanished(place, report)),
    ("calls", lambda place, report, _: faults.half_calls(place, report)),
    ("limits", lambda place, report, _: faults.limits(place, report)),
    ("files", lambda place, report, options: faults.many_files(place, report, options.files)),
    ("kills", lambda place, report, options: kills.run(place, report, options.kills, options.flips, options.seed)),
    ("changes", lambda place, report, _: browser.changes(place, report)),
    ("resizes", lambda place, report, options: browser.resizes(place, report, options.resizes, options.seed)),
    ("rounds", lambda place, report, options: browser.rounds(place, report, options.rounds)),
]

if __name__ == "__main__":
    sys.exit(main())
