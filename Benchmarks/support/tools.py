"""Where the programs are that the scripts run."""

import importlib.util
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BENCHMARKS = os.path.dirname(HERE)
PROJECT = os.path.dirname(BENCHMARKS)


def built(product):
    """A program of the project in its release build, as the sources are now."""
    package = PROJECT if product == "ddor" else BENCHMARKS
    command = ["swift", "build", "-c", "release", "--package-path", package, "--product", product]
    if product == "ddor":
        # As `make build` does: a program that starts without looking for libraries.
        command.append("--static-swift-stdlib")
    print("Building:", product, file=sys.stderr)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return os.path.join(package, ".build", "release", product)


def installed(program):
    """The path of a program by PATH or beside the running Python, or nothing."""
    if program == "duckdb" and (inside := duckdb_of_package()):
        return inside
    beside = os.path.join(os.path.dirname(sys.executable), program)
    return shutil.which(program) or (beside if os.access(beside, os.X_OK) else None)


def duckdb_of_package():
    """DuckDB's command line in its Python package; the one beside Python would start Python first."""
    found = importlib.util.find_spec("duckdb_cli")
    path = found and os.path.join(os.path.dirname(found.origin), "duckdb")
    return path if path and os.access(path, os.X_OK) else None


def has_module(name):
    """Whether the running Python has a module."""
    return importlib.util.find_spec(name) is not None


def rested(path):
    """Waits until a new file is so old that `ddor` keeps a snapshot of it, which takes two seconds."""
    while (left := os.stat(path).st_mtime + 2.2 - time.time()) > 0:
        time.sleep(left)


def compiled(source, directory, *libraries):
    """A C program of this folder, compiled into a directory."""
    path = os.path.join(directory, os.path.splitext(source)[0])
    command = ["cc", "-O2", "-o", path, os.path.join(HERE, source)]
    subprocess.run(command + [f"-l{library}" for library in libraries], check=True)
    return path


def version(program):
    """The first line that a program says of its version."""
    flag = "version" if program == "tmux" else "--version"
    path = installed(program)
    if path is None:
        return None
    result = subprocess.run(
        [path, flag], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    lines = (result.stdout or result.stderr).strip().splitlines()
    return lines[0] if lines else ""
