"""`python -m tests.fuzz`. The work stands in `running`, since the processes that share it must import it by name."""

import sys

from tests.fuzz.running import main

if __name__ == "__main__":
    sys.exit(main())
