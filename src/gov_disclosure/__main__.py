"""``python -m gov_disclosure``: the command."""

import sys

from gov_disclosure.cli import main

if __name__ == "__main__":
    sys.exit(main())
