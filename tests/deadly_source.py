"""A document that ends the process which reads it."""

import multiprocessing
import os

__all__ = ["Deadly"]


class Deadly(os.PathLike[str]):
    """A path whose reading ends any process but the one that made it."""

    def __fspath__(self) -> str:
        if multiprocessing.parent_process() is not None:
            os._exit(13)
        return "deadly.pdf"
