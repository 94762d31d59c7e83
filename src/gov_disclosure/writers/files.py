"""Putting a finished file in its place: whole or not at all, and never over another one unasked."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from gov_disclosure.writers.errors import CannotWrite, HeldOpen, TargetExists

__all__ = ["placing", "put_in_place", "refuse_existing"]


def refuse_existing(target: str | os.PathLike[str], *, overwrite: bool) -> None:
    """Raise :class:`TargetExists` where there is a file of that name that must not be replaced.

    Raises :class:`HeldOpen` where it may be replaced, but an office program has it open.
    """
    path = Path(target)
    if not path.exists():
        return
    if not overwrite:
        raise TargetExists(target=str(target))
    if (sign := _sign_of_use(path)) is not None:
        raise HeldOpen(target=str(target), reason=sign)


def _sign_of_use(path: Path) -> str | None:
    """The file beside it by which an office program says that it has a file open; None where there is none.

    LibreOffice names it after the whole file; Word, Excel and WPS too, or without its first one or two letters.
    """
    names = (f".~lock.{path.name}#", *(f"~${path.name[left_out:]}" for left_out in range(3)))
    return next((name for name in names if path.with_name(name).is_file()), None)


def put_in_place(target: str | os.PathLike[str], content: bytes, *, overwrite: bool) -> None:
    """Write beside the target, then put it in its place in one step.

    Raises :class:`TargetExists`, :class:`HeldOpen`, or :class:`CannotWrite` where the operating system refuses.
    """
    with placing(target, overwrite=overwrite) as file:
        file.write(content)


@contextmanager
def placing(target: str | os.PathLike[str], *, overwrite: bool) -> Iterator[IO[bytes]]:
    """A file beside the target, put in its place in one step when the block ends well; errors as above."""
    path = Path(target)
    if overwrite:
        refuse_existing(path, overwrite=True)
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.", suffix=".part")
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        os.chmod(beside, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp makes files private
        if overwrite:
            Path(beside).replace(path)
        else:
            _link(beside, path)
    except FileExistsError as error:
        raise TargetExists(target=str(path)) from error
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        Path(beside).unlink(missing_ok=True)


def _refused(path: Path, error: OSError | ValueError) -> CannotWrite:
    reason = (getattr(error, "strerror", None) or str(error)).strip()
    # Windows lets nobody replace a file that a program has open.
    if isinstance(error, PermissionError) and os.name == "nt" and path.is_file():
        return HeldOpen(target=str(path), reason=reason)
    return CannotWrite(target=str(path), reason=reason)


def _link(beside: str, path: Path) -> None:
    """Give the file its name unless that is taken; not every file system knows links."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(path) from None
        Path(beside).replace(path)
    else:
        Path(beside).unlink()


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
