"""Measurements without a terminal: loading, reopening, reports, sorting, the cache, workbooks, Parquet."""

import os
import shutil
import subprocess
import sys
import time

from pairs import Contestant, shown
from tools import has_module, installed

SELECT = ("select state, count(*), count(lift_reason), "
          "sum((lift_reason = 'Detainer Declined by LEA')::int) from {} group by state")
LITE = ("select state, count(*), count(nullif(lift_reason, '')), "
        "sum(lift_reason = 'Detainer Declined by LEA') from t group by state")


class Batch:
    """What every measurement shares: the program, the files, a place to work."""

    def __init__(self, report, ddor, directory):
        self.report = report
        self.ddor = ddor
        self.directory = directory
        self.cache = os.path.join(directory, "cache")
        self.environment = dict(os.environ, XDG_CACHE_HOME=self.cache)
        self.knows_no_cache = "--no-cache" in subprocess.run(
            [ddor, "count", "--help"], capture_output=True, text=True, check=False).stdout

    # Running

    def process(self, words, **options):
        """Seconds that a whole process takes."""
        start = time.perf_counter()
        result = subprocess.run(
            words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=self.environment,
            check=False, **options)
        seconds = time.perf_counter() - start
        if result.returncode != 0:
            print(result.stderr.decode()[-500:], file=sys.stderr)
            return None
        return seconds

    def python(self, code, *arguments):
        """Seconds that some Python takes, without the start of Python and its imports."""
        imports, _, body = code.partition("\n--\n")
        script = (f"import sys, time\n{imports}\na = sys.argv[1:]\nt = time.perf_counter()\n{body}\n"
                  "print(time.perf_counter() - t)")
        result = subprocess.run(
            [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False)
        if result.returncode != 0:
            print(result.stderr[-500:], file=sys.stderr)
            return None
        return float(result.stdout.split()[-1])

    def contestant(self, name, needs, run, command):
        """A contestant, or nothing where what it needs is missing."""
        kind, _, what = needs.partition(":")
        if not (has_module(what) if kind == "module" else installed(what)):
            self.report.lacks(what)
            return []
        return [Contestant(name, run, command)]

    def forget(self):
        shutil.rmtree(self.cache, ignore_errors=True)

    def counted(self, path, *more):
        return self.process([self.ddor, "count", "--by", "state", path, "--format", "csv", *more])

    def uncached(self, path):
        """A count straight from the file, and no snapshot of it read or written."""
        if self.knows_no_cache:
            return self.counted(path, "--no-cache")
        self.forget()
        return self.counted(path)

    def kept(self):
        """How many bytes of snapshots there are."""
        return sum(os.path.getsize(os.path.join(folder, name))
                   for folder, _, names in os.walk(self.cache) for name in names)

    def cached(self):
        """What to say of a measurement on a file that was read before."""
        return "cached" if self.kept() else "not cached, because this ddor wrote no snapshot"

    def once(self, path):
        """How a count straight from the file is asked for."""
        return f"ddor count --by state {path}" + (
            " --no-cache" if self.knows_no_cache else ", with an empty cache")

    def fresh(self, path):
        self.forget()
        return self.counted(path)

    # Measurements

    def load(self, size, path):
        database, lite = (os.path.join(self.directory, f"load-{size}.{kind}")
                          for kind in ("duckdb", "sqlite"))

        def remove(name):
            if os.path.exists(name):
                os.remove(name)

        def duckdb():
            remove(database)
            return self.python(
                "import duckdb\n--\nc = duckdb.connect(a[0])\nc.execute('create table t as "
                "select * from read_csv(?)', [a[1]])\nc.close()", database, path)

        def sqlite():
            remove(lite)
            return self.process(["sqlite3", lite, ".mode csv", f".import '{path}' t"])

        lines = sum(1 for _ in open(path, "rb"))

        def fzf():
            from screen import first_frame

            return first_frame(self, f"{lines}/{lines}", ["fzf"], stdin=path)

        self.report.race("CSV loaded and cached", size, [
            Contestant("ddor", lambda: self.fresh(path),
                       "ddor count --by state FILE, with an empty cache"),
            *self.contestant("DuckDB", "module:duckdb", duckdb,
                             "create table t as select * from read_csv(FILE), in a database file"),
            *self.contestant("polars", "module:polars", lambda: self.python(
                "import polars\n--\npolars.read_csv(a[0])", path), "polars.read_csv(FILE)"),
            *self.contestant("SQLite", "program:sqlite3", sqlite, "sqlite3 FILE.sqlite '.import FILE t'"),
            *self.contestant("fzf", "program:fzf", fzf, "fzf < FILE, until it counts all lines"),
        ], goal="≥ 4 × DuckDB, ≥ 2 × polars, > 1 × fzf")

    def reopen(self, size, path):
        database, lite = (os.path.join(self.directory, f"reopen-{size}.{kind}")
                          for kind in ("duckdb", "sqlite"))
        self.fresh(path)
        if has_module("duckdb"):
            self.python("import duckdb\n--\nc = duckdb.connect(a[0])\nc.execute('create table t as "
                        "select * from read_csv(?)', [a[1]])\nc.close()", database, path)
        if installed("sqlite3"):
            self.process(["sqlite3", lite, ".mode csv", f".import '{path}' t",
                          "create index i on t (state, lift_reason);"])
        self.report.race("reopened, first grouped query", size, [
            Contestant("ddor", lambda: self.counted(path),
                       f"ddor count --by state FILE, {self.cached()}, the whole process"),
            *self.contestant("DuckDB", "module:duckdb", lambda: self.python(
                "import duckdb\n--\nduckdb.connect(a[0]).execute(a[1]).fetchall()", database,
                SELECT.format("t")), "duckdb.connect(DATABASE).execute(SELECT … GROUP BY state), "
                "without the start of Python"),
            *self.contestant("SQLite, covering index", "program:sqlite3", lambda: self.process(
                ["sqlite3", lite, LITE]), "sqlite3 DATABASE 'SELECT … GROUP BY state'"),
        ], goal="≥ 10 × DuckDB, ≥ 1 × SQLite")
        for name in (database, lite):
            if os.path.exists(name):
                os.remove(name)

    def report_once(self, size, path):
        self.report.race("grouped report from CSV, one shot", size, [
            Contestant("ddor", lambda: self.uncached(path), self.once("FILE")),
            *self.contestant("DuckDB", "module:duckdb", lambda: self.python(
                "import duckdb\n--\nduckdb.execute(a[0]).fetchall()",
                SELECT.format(f"read_csv('{path}')")), "SELECT … FROM read_csv(FILE) GROUP BY state"),
            *self.contestant("polars", "module:polars", lambda: self.python(
                "import polars as p\n--\np.scan_csv(a[0]).group_by('state').agg(p.len(), "
                "p.col('lift_reason').count().alias('r'), (p.col('lift_reason') == 'Detainer Declined by LEA')"
                ".sum().alias('d')).collect()", path), "polars.scan_csv(FILE).group_by('state').agg(…)"),
            *self.contestant("pandas", "module:pandas", lambda: self.python(
                "import pandas\n--\nf = pandas.read_csv(a[0], usecols=['state', 'lift_reason'])\n"
                "f['d'] = f.lift_reason == 'Detainer Declined by LEA'\n"
                "f.groupby('state').agg({'lift_reason': ['size', 'count'], 'd': 'sum'})", path),
                "pandas.read_csv(FILE, usecols=…).groupby('state').agg(…)"),
            *self.contestant("Miller", "program:mlr", lambda: self.process(
                ["mlr", "--icsv", "--ocsv", "stats1", "-a", "count", "-f", "issued,lift_reason",
                 "-g", "state", path]), "mlr --icsv --ocsv stats1 -a count -f … -g state FILE"),
            *self.contestant("rg, scan alone", "program:rg", lambda: self.process(
                ["rg", "-c", "Detainer Declined by LEA", path]), "rg -c 'Detainer Declined by LEA' FILE"),
        ], goal="≥ 2 × DuckDB")

    def sort(self, size, path):
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
                middle = sorted(sums)[len(sums) // 2]
                self.report.row(f"sort by {column}", size, "ddor", shown(middle, "s"), "",
                                "≤ 50 ms at 1 M")
        self.report.commands[("sort", "ddor")] = (
            "ddor list detainers FILE --limit 1 --sort COLUMN, less the same without --sort")

    def disk(self, size, path):
        rows = sum(1 for _ in open(path, "rb")) - 1
        csv = os.path.getsize(path)

        def line(name, number, command):
            ratio = f"{number / csv:.3f} × CSV"
            self.report.row("cache on disk", size, name, shown(number / rows, "B/row"), ratio,
                            "≤ 0.3 × CSV" if name == "ddor" else "")
            self.report.commands[("cache on disk", name)] = command

        self.fresh(path)
        kept = self.kept()
        if kept:
            line("ddor", kept, "$XDG_CACHE_HOME/ddor after ddor count --by state FILE")
        else:
            self.report.row("cache on disk", size, "ddor", "no snapshot written")
        for name, module, code in (
            ("DuckDB", "duckdb", "import duckdb\n--\nc = duckdb.connect(a[1])\nc.execute('create "
             "table t as select * from read_csv(?)', [a[0]])\nc.close()"),
            ("parquet", "polars", "import polars\n--\npolars.read_csv(a[0]).write_parquet(a[1])"),
        ):
            target = os.path.join(self.directory, f"disk.{module}")
            if not has_module(module):
                self.report.lacks(module)
            elif self.python(code, path, target) is not None:
                line(name, os.path.getsize(target), {
                    "DuckDB": "the database file of create table t as …",
                    "parquet": "polars.read_csv(FILE).write_parquet(…)"}[name])
                os.remove(target)
        if installed("sqlite3"):
            target = os.path.join(self.directory, "disk.sqlite")
            self.process(["sqlite3", target, ".mode csv", f".import '{path}' t"])
            line("SQLite", os.path.getsize(target), "sqlite3 FILE.sqlite '.import FILE t'")
            os.remove(target)
        else:
            self.report.lacks("sqlite3")

    def parquet(self, size, path):
        """The 65-column schema as DuckDB writes it, against the same rows in CSV."""
        if not has_module("duckdb"):
            self.report.lacks("duckdb")
            return
        table = os.path.join(self.directory, f"{size}.parquet")
        made = self.python("import duckdb\n--\nduckdb.execute(f\"copy (from read_csv('{a[0]}', "
                           "sample_size=-1)) to '{a[1]}' (compression zstd)\")", path, table)
        if made is None:
            return
        select = SELECT.replace("state", "facility_state").replace(
            "lift_reason", "detainer_lift_reason").format(f"'{table}'")
        self.report.race("Parquet, 65 columns, grouped report", size, [
            Contestant("ddor", lambda: self.uncached(table), self.once("FILE.parquet")),
            Contestant("ddor, the same rows in CSV", lambda: self.uncached(path), self.once("FILE")),
            *self.contestant("DuckDB", "module:duckdb", lambda: self.python(
                "import duckdb\n--\nduckdb.execute(a[0]).fetchall()", select),
                "SELECT … FROM FILE.parquet GROUP BY facility_state"),
        ], goal="≥ 0.5 × DuckDB, ≥ 4 × CSV")
        os.remove(table)

    def workbook(self, size, path):
        """A workbook of the 65-column schema; it is made here, because nobody ships one."""
        if not has_module("xlsxwriter"):
            self.report.lacks("xlsxwriter")
            return
        book = os.path.join(self.directory, f"{size}.xlsx")
        seconds = self.python(
            "import csv, xlsxwriter\n--\nb = xlsxwriter.Workbook(a[1], {'constant_memory': True})\n"
            "s = b.add_worksheet('Detainers')\n"
            "for i, row in enumerate(csv.reader(open(a[0], newline=''))):\n"
            "    s.write_row(i, 0, row)\nb.close()", path, book)
        if seconds is None:
            return
        self.report.race("XLSX, 65 columns", size, [
            Contestant("ddor", lambda: self.uncached(book), self.once("FILE.xlsx")),
            *self.contestant("python-calamine", "module:python_calamine", lambda: self.python(
                "import python_calamine\n--\npython_calamine.CalamineWorkbook.from_path(a[0])"
                ".get_sheet_by_index(0).to_python()", book),
                "CalamineWorkbook.from_path(FILE).get_sheet_by_index(0).to_python()"),
        ], rounds=min(3, self.report.rounds), goal="> 1 × calamine")
        os.remove(book)
