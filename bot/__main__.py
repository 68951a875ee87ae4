"""The command `fazhi`, the same as `python -m bot`.

Exit codes: 0 done, 1 the work failed (one line says what), 2 wrong usage.
"""

from __future__ import annotations

import sys

from bot.errors import FazhiError
from bot.store.trouble import trouble_of
from bot.terminal.commands import cli
from bot.terminal.output import complain


def main() -> None:
    """Runs one command; an error that the project raises on purpose becomes one line and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        # Answers are Chinese: a terminal set to another encoding must not break them.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli()
    except FazhiError as error:
        complain(f"fazhi: {error}")
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:  # a full disk behind `>`, say: rooms say themselves what is wrong with files of theirs
        complain(f"fazhi: {trouble_of(error) or error.strerror}")
        sys.exit(1)


if __name__ == "__main__":
    main()
