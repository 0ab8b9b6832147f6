"""How long `provenance review seeds/` takes from a cold start: the whole process, and what it imports.

    python benchmarks/startup.py [--runs 10]

Prints wall seconds of whole processes (first, median, best), their processor seconds, and the imports that cost most by
the interpreter's own count (-X importtime, self time). Asserts nothing: tests/test_public.py says which libraries must
stay out.
"""

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
COMMAND = ["-m", "provenance", "review", str(SEEDS)]
SHOWN = 12


def wall(environment: dict[str, str]) -> float:
    """Seconds of one process, from its start to its end."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, *COMMAND], check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - begun


def imports() -> tuple[dict[str, float], int]:
    """Milliseconds that each top-level package takes for its own modules, and the number of modules."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *COMMAND], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    cost: dict[str, float] = defaultdict(float)
    count = 0
    for line in done.stderr.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[0].strip().isdigit():
            cost[parts[2].strip().split(".")[0]] += int(parts[0]) / 1000
            count += 1
    return cost, count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, provenance review seeds/")
    with tempfile.TemporaryDirectory() as empty:
        uncompiled = wall(os.environ | {"PYTHONPYCACHEPREFIX": empty})
    print(f"{'without compiled files':<24} {uncompiled:6.2f} s   (the very first start after an install from source)")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    times = [wall(dict(os.environ)) for _ in range(max(runs, 1))]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{'first of ' + str(len(times)):<24} {times[0]:6.2f} s")
    print(f"{'median':<24} {statistics.median(times):6.2f} s")
    print(f"{'best':<24} {min(times):6.2f} s")
    print(f"{'processor, mean':<24} {processor / len(times):6.2f} s   (on a busy machine, what to look at)")
    cost, count = imports()
    print(f"\n{count} modules imported; packages that took most, in ms of their own:")
    for name, milliseconds in sorted(cost.items(), key=lambda item: -item[1])[:SHOWN]:
        print(f"  {name:<20} {milliseconds:7.1f}")


if __name__ == "__main__":
    main()
