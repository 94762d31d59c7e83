"""Who issued a report: tier, kind and scope from the name, and the administrative code where one answer is left."""

import re
from collections.abc import Iterable, Sequence

import attrs

from gov_disclosure.analysis.places import SOURCE, Place, above, known_years, named
from gov_disclosure.language.bodies import Body, BodyKind, BodyScope, Level, read_body

__all__ = ["Issuer", "classify"]


@attrs.frozen(kw_only=True)
class Issuer:
    """A public body that issues reports.

    ``name`` is as printed, ``normalised`` without spaces and what does not belong to it, in simplified
    characters. ``level`` is its tier (``state``, ``province``, ``prefecture``, ``county``, ``township``; a
    department's is that of the government it belongs to), ``kind`` and ``scope`` as in
    :class:`~gov_disclosure.language.bodies.Body`; None where they cannot be told. ``parents`` are the places named
    before its own, the largest first, and ``place`` its own.

    ``code`` is the administrative code of its own place in the year, given only where the words and the year
    leave one answer; a township has none. ``area`` is the code of the smallest place that the table knows and
    that holds it. ``candidates`` are the codes between which nothing decides; ``source`` names the table.
    """

    name: str
    normalised: str
    level: Level | None = None
    kind: BodyKind | None = None
    scope: BodyScope | None = None
    parents: tuple[str, ...] = ()
    place: str | None = None
    code: str | None = None
    area: str | None = None
    candidates: tuple[str, ...] = ()
    source: str | None = None


def classify(
    name: str,
    *,
    year: int | None = None,
    parent: str | Sequence[str] | None = None,
    title: str | None = None,
) -> Issuer:
    """What a body's name tells, with the words of ``parent`` (江苏省淮安市, or a sequence) in front of it.

    ``year`` is the report year: places change names and codes. ``title`` helps to tell whose figures a report
    gives: 示例市2023年政府信息公开工作年度报告 is the whole city's. Nothing is guessed: what names, parents and year
    leave open stays None. Never raises.

        >>> from gov_disclosure.analysis.issuers import classify
        >>> found = classify("洪泽区人民政府", year=2023, parent="江苏省淮安市")
        >>> found.level, found.kind, found.code
        ('county', 'government', '320813')
        >>> classify("洪泽区人民政府", year=2013).code is None  # it was a county then
        True
        >>> classify("鼓楼区教育局", year=2023).candidates
        ('320106', '320302', '350102', '410204')
    """
    body = read_body(name)
    before = _parents(parent)
    words = [
        *(word for word, _ in before if word not in dict(body.places)),
        *(word for word, _ in body.places),
    ]
    tiers = {**dict(before), **dict(body.places)}
    own = words[-1] if words else None
    levels = body.levels or (tiers[own] if own and body.kind == "department" and not body.places else ())
    township = levels == ("township",)
    looked_up = [word for word in words if tiers[word] != ("township",)]
    found = _candidates(looked_up, tiers, year)
    only = found[0] if len({place.code for place in found}) == 1 else None
    if only is not None and year is not None and not only.existed(year):
        only = None
    at_home = only is not None and not township and bool(looked_up) and looked_up[-1] == own
    if at_home and only is not None and levels:
        levels = tuple(level for level in levels if level == only.level) or levels
    elif found and not township:
        ranks = {place.level for place in found}
        levels = tuple(level for level in levels if level in ranks) or levels
    has_code = at_home and body.kind not in ("zone", "dispatched", "subdistrict", None)
    codes = tuple(dict.fromkeys(place.code for place in found))
    return Issuer(
        name=name,
        normalised=body.normalised,
        level=levels[0] if len(levels) == 1 else None,
        kind=body.kind,
        scope=_scope(body, title),
        parents=tuple(words[:-1]),
        place=own,
        code=only.code if has_code and only is not None else None,
        area=only.code if only is not None else None,
        candidates=codes if len(codes) > 1 else (),
        source=SOURCE if only is not None else None,
    )


_Tiers = tuple[Level, ...]


def _parents(parent: str | Sequence[str] | None) -> list[tuple[str, _Tiers]]:
    """The places named in the parent's words."""
    if parent is None:
        return []
    found: dict[str, _Tiers] = {}
    for word in (parent,) if isinstance(parent, str) else parent:
        found.update(read_body(word).places)
    return list(found.items())


def _candidates(words: Sequence[str], tiers: dict[str, _Tiers], year: int | None) -> list[Place]:
    """The places that the last word may be, under all that stand before it."""
    if not words or (year is not None and not known_years()[0] <= year <= known_years()[1]):
        return []
    own, over = words[-1], words[:-1]
    found = []
    for place in named(own):
        there = year is None or place.existed(year) or place.may_have_existed(year)
        if place.level not in tiers[own] or not there:
            continue
        higher = above(place, year)
        if all(any(_same(word, other) for other in higher) for word in over):
            found.append(place)
    return _latest(found) if year is None else found


def _same(word: str, place: Place) -> bool:
    return place.name == word or (
        word.endswith("州")
        and place.name.endswith("自治州")
        and place.name.startswith(word.removesuffix("州"))
    )


def _latest(found: Iterable[Place]) -> list[Place]:
    """Without a year, one entry for each code."""
    return list({place.code: place for place in found}.values())


_YEAR_AND_AFTER = re.compile(
    r"(?:关于)?(?:20[0-9]{2}年?度?)?(?:年度)?(?:政府|政务)?(?:信息|政务)公开.*$|20[0-9]{2}年?度?"
)


def _scope(body: Body, title: str | None) -> BodyScope | None:
    """Whose figures the report gives: by the name, else by the title without its year and its last words."""
    if body.scope is not None and body.kind != "government":
        return body.scope
    if title:
        named_there = read_body(_YEAR_AND_AFTER.sub("", title.replace(" ", "")))
        if named_there.scope is not None and _of_the_same(body, named_there):
            return named_there.scope
    return body.scope


def _of_the_same(body: Body, other: Body) -> bool:
    """Whether two names are of one place, so that the title speaks of the body and not of another."""
    return bool(body.places) and bool(other.places) and body.places[-1][0] == other.places[-1][0]
