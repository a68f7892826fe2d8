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


class Report:
    """The table of ratios, with the commands and what was missing."""

    def __init__(self, rounds):
        self.rounds = rounds
        self.rows = []
        self.commands = {}
        self.missing = set()

    def lacks(self, name):
        self.missing.add(name)

    def race(self, what, size, contestants, unit="s", rounds=None, goal=""):
        """Runs all in turn; the first is `ddor`, and a ratio above 1 means that it needs less."""
        results = {contestant.name: [] for contestant in contestants}
        for _ in range(rounds or self.rounds):
            for contestant in contestants:
                value = contestant.run()
                if value is not None:
                    results[contestant.name].append(value)
        ours = results[contestants[0].name]
        for contestant in contestants:
            values = results[contestant.name]
            self.commands.setdefault((what, contestant.name), contestant.command)
            if not values:
                self.row(what, size, contestant.name, "failed", "", "")
                continue
            ratio = ""
            if contestant is not contestants[0] and ours:
                pairs = [b / a for a, b in zip(ours, values) if a > 0]
                ratio = f"{statistics.median(pairs):.2f}" if pairs else ""
            self.row(what, size, contestant.name, shown(statistics.median(values), unit), ratio,
                     goal if contestant is contestants[0] else "")
        return results

    def row(self, what, size, name, value, ratio="", goal=""):
        self.rows.append((what, size, name, value, ratio, goal))
        print(f"{what} · {size} · {name}: {value} {ratio}", file=sys.stderr, flush=True)

    def markdown(self, versions):
        lines = ["| work | rows | program | median | times `ddor` | goal |", "|---|---|---|---|---|---|"]
        lines += ["| " + " | ".join(row) + " |" for row in self.rows]
        lines += ["", "Versions: " + "; ".join(versions) + "."]
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
