"""`python -m bench.layouts OUT`: the groups of made-up orders, each as a folder with its truths."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.layouts.make import SEED, make


def main(arguments: Sequence[str] | None = None) -> int:
    """Make what the command line asks for and return the exit code."""
    options = _parser().parse_args(arguments)
    began = time.perf_counter()
    try:
        for line in make(options.out, options.seed, options.count):
            print(line)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"made in {time.perf_counter() - began:.0f} s with seed {options.seed}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.layouts", description=__doc__)
    parser.add_argument("out", type=Path, help="the folder that gets a folder for each group")
    parser.add_argument("--seed", type=int, default=SEED, help="other values in the same layouts")
    parser.add_argument("--count", type=int, default=1, help="how often every layout is filled")
    return parser


if __name__ == "__main__":
    sys.exit(main())
