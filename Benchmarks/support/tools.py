"""Where the programs are that the scripts run."""

import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BENCHMARKS = os.path.dirname(HERE)
PROJECT = os.path.dirname(BENCHMARKS)


def built(product):
    """A program of the project in its release build, made if it is not there."""
    package = PROJECT if product == "ddor" else BENCHMARKS
    path = os.path.join(package, ".build", "release", product)
    if not os.path.exists(path):
        command = ["swift", "build", "-c", "release", "--package-path", package, "--product",
                   product]
        if product == "ddor":
            command.append("--static-swift-stdlib")
        print("Building:", " ".join(command), file=sys.stderr)
        subprocess.run(command, check=True, stdout=sys.stderr)
    return path


def installed(program):
    """The path of a program by PATH, or nothing."""
    return shutil.which(program)
