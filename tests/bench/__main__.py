"""`make bench`: every benchmark, one line each."""

import sys

from tests.bench import asking, reading

if __name__ == "__main__":
    sys.stdout.write(f"{asking.report()}\n{reading.report()}\n")
