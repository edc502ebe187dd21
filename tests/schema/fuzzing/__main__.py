"""Compare any number of documents: `python -m tests.schema.fuzzing [DOCUMENTS [FIRST_SEED]]`."""

import sys
from time import perf_counter

from tests.schema.fuzzing.run import Tally

BATCH = 1_000


def main(documents="10000", first_seed="0"):
    tally, begun = Tally(), perf_counter()
    batches = range(-(-int(documents) // BATCH))
    for batch in batches:
        tally.take(BATCH, int(first_seed) + batch)
        if batch % 50 == 49:
            sys.stderr.write(f"{(batch + 1) * BATCH:,} documents, {perf_counter() - begun:.0f} s\n")
    sys.stdout.write(
        f"{tally.valid + tally.invalid + len(tally.disagreements):,} documents in"
        f" {perf_counter() - begun:.0f} s: {tally.valid:,} valid, {tally.invalid:,} invalid,"
        f" {len(tally.disagreements)} disagreements\n"
    )
    for change, times in tally.changes.most_common():
        sys.stdout.write(f"{times:>9,}  {change}\n")
    for found in tally.disagreements[:20]:
        sys.stdout.write(f"{found}\n")
    return bool(tally.disagreements)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
