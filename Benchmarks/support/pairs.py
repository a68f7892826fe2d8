"""Programs held against each other in turn, A B A B, so that drift hits all of them alike."""

import statistics
import sys
from dataclasses import dataclass


@dataclass
class Contestant:
    """A program in a measurement: what to run, and how that is written down."""

    name: str
    run: object
    command: str
    # What of it is the start of an interpreter with its imports, where that is a part to be told.
    start: object = None


@dataclass
class Goal:
    """What `ddor` is to reach: a peer takes at least so many times as much, or at most so much itself."""

    peer: str = ""
    times: float = 1
    most: float = 0

    def text(self, unit):
        if not self.peer:
            return f"≤ {shown(self.most, unit)}"
        if self.times == 1:
            return f"faster than {self.peer}"
        if self.times == int(self.times):
            return f"≥ {self.times} × faster than {self.peer}"
        return f"≤ {1 / self.times:.3g} × {self.peer}"


class Report:
    """The table of ratios, with the commands and what was missing."""

    def __init__(self, rounds):
        self.rounds = rounds
        self.rows = []
        self.commands = {}
        self.missing = set()

    def lacks(self, name):
        self.missing.add(name)

    def race(self, what, file, contestants, unit="s", rounds=None, goals=()):
        """Runs all in turn; the first is `ddor`, and a ratio above 1 means that it needs less."""
        results = {contestant.name: [] for contestant in contestants}
        starts = {contestant.name: [] for contestant in contestants}
        running = list(contestants)
        for _ in range(rounds or self.rounds):
            for contestant in list(running):
                for found, run in (results, contestant.run), (starts, contestant.start):
                    value = run() if run else None
                    if value is not None:
                        found[contestant.name].append(value)
                    elif run:
                        # It would fail again, perhaps after minutes of waiting.
                        running = [other for other in running if other is not contestant]
        ours = results[contestants[0].name]

        def ratio(values):
            pairs = [b / a for a, b in zip(ours, values) if a > 0]
            return statistics.median(pairs) if pairs else None

        ratios = {name: ratio(values) for name, values in results.items()}
        for contestant in contestants:
            name, values, start = contestant.name, results[contestant.name], starts[contestant.name]
            self.commands.setdefault((what, name), contestant.command)
            if not values:
                self.row(what, file, name, "failed")
                continue
            value = shown(statistics.median(values), unit)
            times = f"{ratios[name]:.2f}" if ours else ""
            if start and ours:
                middle = statistics.median(start)
                rest = max(0, statistics.median(values) - middle) / statistics.median(ours)
                value += f", {shown(middle, unit)} of it the start"
                times += f", {rest:.2f} without"
            if contestant is not contestants[0]:
                self.row(what, file, name, value, times)
                continue
            middle = statistics.median(values)
            self.row(what, file, name, value, "", *self.judged(goals, unit, middle, ratios))
        return results

    def judged(self, goals, unit, value, ratios=None):
        """The goals as text, and which of them are met; a peer that is missing says nothing."""
        met = []
        for goal in goals:
            if not goal.peer:
                met.append(value <= goal.most)
            elif (ratios or {}).get(goal.peer) is not None:
                met.append(ratios[goal.peer] >= goal.times)
            else:
                met.append(None)
        words = {True: "yes", False: "no", None: "?"}
        return "; ".join(goal.text(unit) for goal in goals), ", ".join(words[one] for one in met)

    def single(self, what, file, name, value, unit="s", goals=(), more=""):
        """A line of one program alone."""
        self.row(what, file, name, shown(value, unit) + more, "", *self.judged(goals, unit, value))

    def row(self, what, file, name, value, ratio="", goal="", met=""):
        self.rows.append((what, file, name, value, ratio, goal, met))
        print(f"{what} · {file} · {name}: {value} {ratio} {met}", file=sys.stderr, flush=True)

    def markdown(self, about):
        lines = ["| work | file | program | median | times `ddor` | goal | met |",
                 "|---|---|---|---|---|---|---|"]
        lines += ["| " + " | ".join(row) + " |" for row in self.rows]
        lines += [""] + [f"{name}: {text}." for name, text in about.items()]
        if self.missing:
            lines += ["", "Not installed, so not measured: " + ", ".join(sorted(self.missing)) + "."]
        lines += ["", "| work | program | command |", "|---|---|---|"]
        lines += [f"| {what} | {name} | `{command.replace('|', chr(92) + '|')}` |"
                  for (what, name), command in self.commands.items()]
        return "\n".join(lines)


def shown(value, unit):
    """A value with its unit, to three digits."""
    if unit == "s":
        return f"{value * 1000:.3g} ms" if abs(value) < 1 else f"{value:.3g} s"
    return f"{value:,.4g} {unit}"
