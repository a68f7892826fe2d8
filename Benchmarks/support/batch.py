"""Measurements without a terminal: loading, reopening, reports, sorting, the cache, workbooks, Parquet."""

import os
import shutil
import subprocess
import sys

from pairs import Contestant, Goal
from tools import compiled, has_module, installed, rested


MILLION = 1_000_000


class Batch:
    """What every measurement shares: the program, the files, a place to work."""

    def __init__(self, report, ddor, directory):
        self.report = report
        self.ddor = ddor
        self.directory = directory
        self.cache = os.path.join(directory, "cache")
        self.environment = dict(os.environ, XDG_CACHE_HOME=self.cache)
        # Where ddor takes a number of threads, which no help tells, it is measured with one too.
        with open(ddor, "rb") as program:
            self.knows_threads = b"DDOR_THREADS" in program.read()
        self.runner = compiled("run.c", directory)
        self.counts = {}
        # Whether peers that take long are measured too.
        self.slow = True

    # Running

    def process(self, words, environment=None):
        """Seconds that a whole process takes, from the fork to its end."""
        result = subprocess.run(
            [self.runner, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environment or self.environment, check=False)
        if result.returncode != 0:
            print(result.stderr.decode()[-500:], file=sys.stderr)
            return None
        return int(result.stdout) / 1e9

    def peer(self, name, program, words, command):
        """A program that is timed from start to end, or nothing where it is missing."""
        path = installed(program)
        if path is None:
            self.report.lacks(program)
            return []
        return [Contestant(name, lambda: self.process([path, *words]), command)]

    def python(self, name, module, code, words, command):
        """Some Python, timed from start to end; its start with the import is timed apart."""
        if not has_module(module):
            self.report.lacks(module)
            return []
        return [Contestant(
            name,
            lambda: self.process(
                [sys.executable, "-c", f"import sys, {module}\na = sys.argv[1:]\n{code}", *words]),
            f"python -c 'import {module}; {command}'",
            lambda: self.process([sys.executable, "-c", f"import {module}"]))]

    def duckdb(self, sql, database=None, shown_sql=None, before=None):
        """DuckDB's command line, or the Python module where there is none."""
        said = shown_sql or sql
        if installed("duckdb"):
            found = self.peer(
                "DuckDB", "duckdb", [*([database] if database else []), "-csv", "-c", sql],
                f"duckdb {'DATABASE ' if database else ''}-csv -c \"{said}\"")
        else:
            self.report.lacks("DuckDB's command line")
            found = self.python(
                "DuckDB", "duckdb", "duckdb.connect(a[1]).execute(a[0]).fetchall()",
                [sql, database or ":memory:"],
                f"duckdb.connect({'DATABASE' if database else ''}).execute(\"{said}\").fetchall()")
        for contestant in found if before else []:
            run = contestant.run
            contestant.run = lambda: (before(), run())[1]
        return found

    def done(self, contestants):
        """Runs what is there once, for what it leaves behind."""
        return any([contestant.run() is not None for contestant in contestants])

    # The program and its files

    def rows(self, path):
        """How many rows a file has."""
        if path not in self.counts:
            with open(path, "rb") as file:
                self.counts[path] = sum(1 for _ in file) - 1
        return self.counts[path]

    def forget(self):
        shutil.rmtree(self.cache, ignore_errors=True)

    def counted(self, path, *more, threads=None):
        environment = dict(self.environment, DDOR_THREADS=str(threads)) if threads else None
        return self.process(
            [self.ddor, "count", "--by", "state", path, "--format", "csv", *more], environment)

    def fresh(self, path, threads=None):
        self.forget()
        return self.counted(path, threads=threads)

    def kept(self):
        """How many bytes of snapshots there are."""
        return sum(os.path.getsize(os.path.join(folder, name))
                   for folder, _, names in os.walk(self.cache) for name in names)

    def cached(self):
        """What to say of a measurement on a file that was read before."""
        return "cached" if self.kept() else "not cached, because this ddor wrote no snapshot"

    def one_thread(self, run, command):
        """The same with one thread, as a contestant."""
        if not self.knows_threads:
            return []
        return [Contestant("ddor, one thread", run, f"DDOR_THREADS=1 {command}")]

    def place(self, name):
        """A path in the place to work, where nothing stands."""
        path = os.path.join(self.directory, name)
        self.remove(path)
        return path

    @staticmethod
    def remove(path):
        if os.path.exists(path):
            os.remove(path)

    # Measurements

    def load(self, label, path, schema):
        database, lite = self.place("load.duckdb"), self.place("load.sqlite")
        lines = self.rows(path) + 1

        def fzf():
            from screen import first_frame

            return first_frame(self, f"{lines}/{lines}", [installed("fzf")], stdin=path)

        sqlite = self.peer(
            "SQLite", "sqlite3", [lite, ".mode csv", f".import '{path}' t"],
            "sqlite3 DATABASE '.mode csv' '.import FILE t'")
        for contestant in sqlite:
            run = contestant.run
            contestant.run = lambda: (self.remove(lite), run())[1]
        if installed("fzf") is None:
            self.report.lacks("fzf")
        command = "ddor count --by state FILE, with an empty cache"
        self.report.race("CSV loaded and cached", label, [
            Contestant("ddor", lambda: self.fresh(path), command),
            *self.one_thread(lambda: self.fresh(path, 1), command),
            *self.duckdb(
                f"create table t as select * from read_csv('{path}')", database,
                "create table t as select * from read_csv('FILE')", lambda: self.remove(database)),
            *self.python("polars", "polars", "polars.read_csv(a[0])", [path],
                         "polars.read_csv(FILE)"),
            *sqlite,
            *([Contestant("fzf", fzf, "fzf < FILE, until it counts all lines")]
              if installed("fzf") else []),
        ], goals=[Goal("DuckDB", 4), Goal("polars"), Goal("fzf")])
        self.remove(database)
        self.remove(lite)

    def reopen(self, label, path, schema):
        database, lite = self.place("reopen.duckdb"), self.place("reopen.sqlite")
        self.fresh(path)
        self.done(self.duckdb(f"create table t as select * from read_csv('{path}')", database))
        self.done(self.peer("SQLite", "sqlite3", [
            lite, ".mode csv", f".import '{path}' t",
            f'create index i on t ("{schema.state}", "{schema.reason}");'], ""))
        self.report.race("reopened, one grouped command", label, [
            Contestant("ddor", lambda: self.counted(path), f"ddor count --by state FILE, {self.cached()}"),
            *self.duckdb(schema.by_state("t"), database, "SELECT … FROM t GROUP BY state"),
            *self.peer("SQLite, covering index", "sqlite3", [lite, schema.by_state("t")],
                       "sqlite3 DATABASE 'SELECT … FROM t GROUP BY state'"),
        ], goals=[Goal("DuckDB", 1 / 0.15)])
        self.report.race("list weeks, cached", label, [
            Contestant(
                "ddor", lambda: self.process([self.ddor, "list", "weeks", path, "--format", "csv"]),
                f"ddor list weeks FILE, {self.cached()}"),
            *self.duckdb(schema.by_week("t"), database,
                         "SELECT … GROUP BY week, without the jurisdictions of each"),
        ], goals=[Goal("DuckDB", 1 / 0.15)])
        self.remove(database)
        self.remove(lite)

    def report_once(self, label, path, schema):
        command = "ddor count --by state FILE --no-cache"
        columns = [schema.state, schema.reason]
        self.report.race("grouped report from CSV, one shot", label, [
            Contestant("ddor", lambda: self.counted(path, "--no-cache"), command),
            *self.one_thread(lambda: self.counted(path, "--no-cache", threads=1), command),
            *self.duckdb(schema.by_state(f"read_csv('{path}')"), None,
                         "SELECT … FROM read_csv('FILE') GROUP BY state"),
            *self.python(
                "polars", "polars",
                "c = polars.col(a[2])\npolars.scan_csv(a[0]).group_by(a[1]).agg(polars.len(), "
                "c.count().alias('r'), (c == 'Detainer Declined by LEA').sum().alias('d')).collect()",
                [path, *columns], "polars.scan_csv(FILE).group_by('state').agg(…).collect()"),
            *self.python(
                "pandas", "pandas",
                "f = pandas.read_csv(a[0], usecols=a[1:])\n"
                "f['d'] = f[a[2]] == 'Detainer Declined by LEA'\n"
                "f.groupby(a[1]).agg({a[2]: ['size', 'count'], 'd': 'sum'})",
                [path, *columns], "pandas.read_csv(FILE, usecols=…).groupby('state').agg(…)"),
            *self.peer("Miller", "mlr", [
                "--icsv", "--ocsv", "stats1", "-a", "count", "-f",
                f"{schema.issued},{schema.reason}", "-g", schema.state, path],
                "mlr --icsv --ocsv stats1 -a count -f … -g state FILE"),
            *self.peer("rg, scan alone", "rg", ["-c", "Detainer Declined by LEA", path],
                       "rg -c 'Detainer Declined by LEA' FILE"),
        ], goals=[Goal("DuckDB")])

    def sort(self, label, path, schema):
        """What sorting adds to listing one row of all, since a process does more than to sort."""
        self.fresh(path)

        def listed(*more):
            return self.process([self.ddor, "list", "detainers", path, "--limit", "1", *more])

        for column in ("issued", "facility", "county", "crime", "citizenship", "birth_year"):
            sums = []
            for _ in range(self.report.rounds):
                plain, ordered = listed(), listed("--sort", column)
                if plain is not None and ordered is not None:
                    sums.append(ordered - plain)
            if sums:
                goals = [Goal(most=0.016)] if self.rows(path) == MILLION else []
                self.report.single(
                    f"sort by {column}", label, "ddor", sorted(sums)[len(sums) // 2], goals=goals)
        self.report.commands[("sort", "ddor")] = (
            "ddor list detainers FILE --limit 1 --sort COLUMN, less the same without --sort")

    def disk(self, label, path, schema):
        rows = self.rows(path)
        csv = os.path.getsize(path)

        def line(name, number, command, goals=()):
            self.report.single("cache on disk", label, name, number / rows, "B/row", goals,
                               f", {number / csv:.3f} × CSV")
            self.report.commands[("cache on disk", name)] = command

        self.fresh(path)
        if self.kept():
            line("ddor", self.kept(), "$XDG_CACHE_HOME/ddor after ddor count --by state FILE",
                 [Goal(most=31)] if rows >= MILLION else [])
        else:
            self.report.row("cache on disk", label, "ddor", "no snapshot written")
        target = self.place("disk")
        table = f"select * from read_csv('{path}')"
        for name, made, command in (
            ("DuckDB", self.duckdb(f"create table t as {table}", target),
             "the database of create table t as select * from read_csv('FILE')"),
            ("parquet", self.duckdb(f"copy ({table}) to '{target}' (format parquet)"),
             "duckdb -c \"copy (select * from read_csv('FILE')) to 'TABLE' (format parquet)\""),
            ("SQLite", self.peer("SQLite", "sqlite3", [
                target, ".mode csv", f".import '{path}' t"], ""),
             "sqlite3 DATABASE '.mode csv' '.import FILE t'"),
        ):
            if self.done(made):
                line(name, os.path.getsize(target), command)
            self.remove(target)

    def parquet(self, label, path, schema):
        """The 65-column schema as DuckDB writes it, against the same rows in CSV."""
        table = self.place("table.parquet")
        if not self.done(self.duckdb(
                f"copy (select * from read_csv('{path}', sample_size=-1)) to '{table}' "
                "(format parquet, compression zstd)")):
            return
        rested(table)
        command = "ddor count --by state FILE.parquet --no-cache"
        self.report.race("Parquet, 65 columns, grouped report", label, [
            Contestant("ddor", lambda: self.counted(table, "--no-cache"), command),
            *self.one_thread(lambda: self.counted(table, "--no-cache", threads=1), command),
            *self.duckdb(schema.by_state(f"'{table}'"), None,
                         "SELECT … FROM 'FILE.parquet' GROUP BY state"),
        ], goals=[Goal("DuckDB", 0.5)])
        command = "ddor count --by state FILE.parquet, with an empty cache"
        self.report.race("Parquet, 65 columns, loaded and cached", label, [
            Contestant("ddor", lambda: self.fresh(table), command),
            *self.one_thread(lambda: self.fresh(table, 1), command),
            Contestant("the same rows in CSV", lambda: self.fresh(path), "ddor count --by state FILE"),
        ], goals=[Goal("the same rows in CSV", 4)])
        self.remove(table)

    def workbook(self, label, path, schema, sheets=4):
        """A workbook of the 65-column schema; it is made here, because nobody ships one."""
        import workbook

        book = self.place("book.xlsx")
        workbook.write(path, book, sheets)
        command = "ddor count --by state FILE.xlsx --no-cache"
        self.report.race(f"XLSX, 65 columns, {sheets} sheets", label, [
            Contestant("ddor", lambda: self.counted(book, "--no-cache"), command),
            *self.one_thread(lambda: self.counted(book, "--no-cache", threads=1), command),
            *self.python(
                "python-calamine", "python_calamine",
                "b = python_calamine.CalamineWorkbook.from_path(a[0])\n"
                "for name in b.sheet_names: b.get_sheet_by_name(name).to_python()", [book],
                "for each sheet: CalamineWorkbook.from_path(FILE).get_sheet_by_name(…).to_python()"),
        ], rounds=min(3, self.report.rounds), goals=[Goal("python-calamine", 1 / 0.4)])
        self.remove(book)
