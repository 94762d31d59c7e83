"""What installed packages bring by entry points: readers, writers, checks.

Hardly any installation has such a package. To find that out, :mod:`importlib.metadata` takes twenty times as long
as a look into the files in which packages name their entry points, most of it to be imported.
"""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["entry_points"]

_KINDS = (".dist-info", ".egg-info")


def entry_points(group: str) -> "tuple[EntryPoint, ...]":
    """The entry points of a group, as :func:`importlib.metadata.entry_points` gives them.

    That is asked only where some package on :data:`sys.path` may have one.
    """
    if not _may_be_some(group):
        return ()
    from importlib import metadata

    return tuple(metadata.entry_points(group=group))


def _may_be_some(group: str) -> bool:
    """Whether a package names the group, or packages may be where no folder shows them: in archives, in eggs,
    with importers of their own."""
    if any(_finds_packages(finder) for finder in sys.meta_path):
        return True
    return any(_may_name(folder, group.encode()) for folder in dict.fromkeys(sys.path))


def _finds_packages(finder: object) -> bool:
    from importlib.machinery import PathFinder

    return finder is not PathFinder and hasattr(finder, "find_distributions")


def _may_name(folder: str, group: bytes) -> bool:
    here = folder or os.curdir
    try:
        with os.scandir(here) as entries:
            packages = [entry.path for entry in entries if entry.name.lower().endswith(_KINDS)]
    except FileNotFoundError:
        return False
    except (OSError, TypeError, ValueError):
        return True
    if here.lower().endswith(".egg"):
        return True
    return any(_names(package, group) for package in packages)


def _names(package: str, group: bytes) -> bool:
    try:
        # a hundred small files: without buffers, without a Path for each
        with open(f"{package}/entry_points.txt", "rb", buffering=0) as file:  # noqa: PTH123
            return group in file.read()
    except (FileNotFoundError, NotADirectoryError):
        return False  # it has none, or is an old package's single file
    except OSError:
        return True
