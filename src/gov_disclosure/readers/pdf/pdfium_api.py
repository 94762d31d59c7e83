"""The functions of PDFium that the reader calls, bound straight to the library that pypdfium2 brings.

pypdfium2's own bindings define every function of PDFium when they are imported, which takes longer than
reading a report does. Handles are plain integers here, and the functions that are called once a character
keep Python's global lock, so that a call costs next to nothing. PDFium is not thread-safe: hold :data:`LOCK`
round every call.
"""

import ctypes
import importlib.util
import json
import os
import sys
import threading
from collections.abc import Callable
from ctypes import CFUNCTYPE, PYFUNCTYPE, c_char_p, c_double, c_int, c_size_t, c_ulong, c_void_p
from functools import lru_cache
from typing import Any

from gov_disclosure import reading

__all__ = ["LOCK", "Pdfium", "pdfium"]

#: Held round every call into PDFium, by every thread of the process.
LOCK = threading.RLock()

_SLOW: dict[str, tuple[Any, ...]] = {
    "FPDF_LoadMemDocument64": (c_void_p, c_char_p, c_size_t, c_char_p),
    "FPDF_CloseDocument": (None, c_void_p),
    "FPDF_LoadPage": (c_void_p, c_void_p, c_int),
    "FPDF_ClosePage": (None, c_void_p),
    "FPDFText_LoadPage": (c_void_p, c_void_p),
    "FPDFText_ClosePage": (None, c_void_p),
    "FPDFPage_Flatten": (c_int, c_void_p, c_int),
}
# A place in a list that is asked for thousands of times goes in as a pointer: ctypes takes a third less time over it,
# and a whole number that is not negative is the same in either guise.
_PLACE = c_void_p
_QUICK: dict[str, tuple[Any, ...]] = {
    "FPDF_InitLibrary": (None,),
    "FPDF_GetLastError": (c_ulong,),
    "FPDF_GetPageCount": (c_int, c_void_p),
    "FPDF_DocumentHasValidCrossReferenceTable": (c_int, c_void_p),
    "FPDF_GetMetaText": (c_ulong, c_void_p, c_char_p, c_void_p, c_ulong),
    "FPDFDoc_GetAttachmentCount": (c_int, c_void_p),
    "FPDF_GetPageBoundingBox": (c_int, c_void_p, c_void_p),
    "FPDFPage_GetRotation": (c_int, c_void_p),
    "FPDFPage_GetAnnotCount": (c_int, c_void_p),
    "FPDFPage_GetAnnot": (c_void_p, c_void_p, c_int),
    "FPDFPage_CloseAnnot": (None, c_void_p),
    "FPDFAnnot_GetSubtype": (c_int, c_void_p),
    "FPDFPage_CountObjects": (c_int, c_void_p),
    "FPDFPage_GetObject": (c_void_p, c_void_p, _PLACE),
    "FPDFPageObj_GetType": (c_int, c_void_p),
    "FPDFPageObj_GetBounds": (c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFPageObj_GetMatrix": (c_int, c_void_p, c_void_p),
    "FPDFFormObj_CountObjects": (c_int, c_void_p),
    "FPDFFormObj_GetObject": (c_void_p, c_void_p, c_ulong),
    "FPDFPath_CountSegments": (c_int, c_void_p),
    "FPDFPath_GetDrawMode": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPath_GetPathSegment": (c_void_p, c_void_p, c_int),
    "FPDFPathSegment_GetPoint": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPathSegment_GetType": (c_int, c_void_p),
    "FPDFPathSegment_GetClose": (c_int, c_void_p),
    "FPDFText_CountChars": (c_int, c_void_p),
    "FPDFText_CountRects": (c_int, c_void_p, c_int, c_int),
    "FPDFText_GetText": (c_int, c_void_p, c_int, c_int, c_void_p),
    "FPDFText_GetUnicode": (c_ulong, c_void_p, c_int),
    "FPDFText_GetLooseCharBox": (c_int, c_void_p, _PLACE, c_void_p),
    "FPDFText_GetCharBox": (c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p),
    "FPDFText_GetMatrix": (c_int, c_void_p, c_int, c_void_p),
    "FPDFText_GetFontSize": (c_double, c_void_p, c_int),
    "FPDFText_HasUnicodeMapError": (c_int, c_void_p, _PLACE),
    "FPDFText_GetTextObject": (c_void_p, c_void_p, _PLACE),
    "FPDFTextObj_GetTextRenderMode": (c_int, c_void_p),
    "FPDFTextObj_GetFont": (c_void_p, c_void_p),
    "FPDFFont_GetIsEmbedded": (c_int, c_void_p),
}


class Pdfium:
    """The library's functions as attributes, by the names PDFium gives them."""

    def __init__(self, library: Any) -> None:
        for kind, table in ((CFUNCTYPE, _SLOW), (PYFUNCTYPE, _QUICK)):
            for name, (result, *arguments) in table.items():
                address = ctypes.cast(getattr(library, name), c_void_p).value or 0
                setattr(self, name, kind(result, *arguments)(address))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        raise AttributeError(name)


@lru_cache(maxsize=1)
def pdfium() -> Pdfium:
    """The library, loaded and started once.

    Raises :class:`MissingExtra` where pypdfium2 is not installed, or is of a version or for a machine with which
    nothing can be done: the library then cannot be loaded, lacks a function, or tells wrong places.
    """
    build = _build()
    if build is not None and build < _OLDEST:
        package = f"pypdfium2>={_OLDEST_PACKAGE} (PDFium {build})"
        raise reading.MissingExtra(extra="pdfium", package=package, purpose=_PURPOSE)
    try:
        with LOCK:
            functions = Pdfium(_library())
            functions.FPDF_InitLibrary()  # does nothing where pypdfium2 has started it already
            return functions
    except ImportError as error:
        raise reading.MissingExtra(extra="pdfium", package="pypdfium2", purpose=_PURPOSE) from error
    except (AttributeError, OSError) as error:
        package = f"another pypdfium2 ({error})"
        raise reading.MissingExtra(extra="pdfium", package=package, purpose=_PURPOSE) from error


_PURPOSE = "engine='pdfium'"

# Before this build a letter of Noto Sans CJK and its like was said to be three lines tall, so that lines ran into
# one another letter by letter, figures and all.
_OLDEST = 7776
_OLDEST_PACKAGE = "5.7"


def _build() -> int | None:
    """The build of PDFium that pypdfium2 brings; None where it does not say."""
    for folder in _folders():
        try:
            with open(os.path.join(folder, "version.json"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
                build = json.load(file)["build"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if isinstance(build, int):
            return build
    return None


def _folders() -> list[str]:
    """Where pypdfium2 keeps the library; empty where it is not installed."""
    found = importlib.util.find_spec("pypdfium2_raw")
    return list(found.submodule_search_locations or ()) if found is not None else []


def _library() -> Any:
    folders = _folders()
    if not folders:
        raise ImportError("pypdfium2_raw")
    windows, apple = sys.platform.startswith(("win32", "cygwin", "msys")), sys.platform == "darwin"
    name = "pdfium.dll" if windows else "libpdfium.dylib" if apple else "libpdfium.so"
    for folder in folders:
        path = os.path.join(folder, name)  # noqa: PTH118 - pathlib takes longer to import than all the rest
        if os.path.exists(path):  # noqa: PTH110
            return ctypes.CDLL(path)
    import pypdfium2_raw  # type: ignore[import-untyped]  # a build against the system's library: only its bindings know where that is

    return pypdfium2_raw
