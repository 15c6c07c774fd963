#!/usr/bin/env python
"""Newsroom's command line: `.venv/bin/python manage.py help`."""

import os
import sys


def main() -> int:
    """Run a command; a missing package or a wrong setting is one sentence, not a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError as error:
        return refuse(
            f"The package {error.name} is missing here: run `make setup`, then "
            "`.venv/bin/python manage.py …`."
        )
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        return refuse(str(error))
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] in ("newsroom", "liveblog"):
            raise
        return refuse(f"The package {error.name} is missing here: run `make setup`.")
    return 0


def refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
