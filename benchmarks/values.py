"""Values, side by side with other tools in one run: quantities, bounds, dates and names, then speed together.

    python benchmarks/values.py --data DIR

Runs benchmarks/quantities.py, bounds.py, dates.py and names.py one after the other on the same DIR (or
PROVENANCE_EVAL_DATA), so that all figures come from one machine in one state; then times our three finders on the
news text in DIR/polnear_train/text, alone and together.
"""

import argparse
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from provenance.values import dates, names, quantities

TABLES = ("quantities", "bounds", "dates", "names")
REFERENCE = date(2016, 6, 1)


def tables(data: Path) -> int:
    """Runs each table in a process of its own; the highest exit code."""
    worst = 0
    for name in TABLES:
        print(f"\n== {name}", flush=True)
        script = Path(__file__).with_name(f"{name}.py")
        worst = max(worst, subprocess.run([sys.executable, str(script), "--data", str(data)], check=False).returncode)
    return worst


def speed(text: str) -> None:
    megabytes = len(text.encode()) / 1e6
    finders = {
        "quantities": lambda: quantities.find(text),
        "dates": lambda: dates.find(text, reference=REFERENCE),
        "names": lambda: names.find(text),
    }
    print(f"\n== speed on {megabytes:.1f} MB of news text, one core, processor time")
    total = 0.0
    for name, find in finders.items():
        start = time.process_time()
        found = len(find())
        spent = time.process_time() - start
        total += spent
        print(f"{name:12} {found:7} found {megabytes / spent:6.2f} MB/s")
    print(f"{'together':12} {'':13} {megabytes / total:6.2f} MB/s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("PROVENANCE_EVAL_DATA"))
    options = parser.parse_args()
    if options.data is None or not Path(options.data).is_dir():
        print("No data: give --data DIR or set PROVENANCE_EVAL_DATA.", file=sys.stderr)
        return 2
    worst = tables(Path(options.data))
    articles = sorted((Path(options.data) / "polnear_train" / "text").glob("*.txt"))
    if not articles:
        print("polnear_train/text is missing: speed not measured.", file=sys.stderr)
        return max(worst, 2)
    speed("\n".join(path.read_text(encoding="utf-8") for path in articles[:400]))
    return worst


if __name__ == "__main__":
    sys.exit(main())
