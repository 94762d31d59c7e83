"""Profiles: a TOML file (or a mapping of the same shape) that says how a body wants its reports checked.

.. code-block:: toml

    name = "province-2026"
    off = ["L5", "G7"]                   # checks that do not run
    level = "county"                     # province, prefecture, county, township, department
    government = true                    # a people's government rather than a department
    phrases = ["信息处理费"]             # what the text must contain (G10)
    accepted = "accepted.toml"           # side file, found beside the profile

    [severity]
    Y1 = "warning"

    [thresholds.G4]
    departments = "01-20"

    [texts.R1]
    do_zh = "请于本周五前核对。"

The side file holds ``[[accepted]]`` tables with ``fingerprint``, ``reason`` and, where the acceptance ends,
``until`` (the last day on which it holds).
"""

import datetime
from collections.abc import Iterator, Mapping
from hashlib import sha256
from os import PathLike, fspath
from pathlib import Path
from string import Formatter
from typing import Any

import attrs

from gov_disclosure.checks.catalogue import CHECKS, catalogue
from gov_disclosure.checks.check import CheckLike
from gov_disclosure.checks.errors import InvalidProfile
from gov_disclosure.checks.settings import Acceptance, Settings
from gov_disclosure.checks.wording import Wording
from gov_disclosure.model.errors import Problem
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.notices import Severity

__all__ = ["LEVELS", "load_profile"]

LEVELS = ("province", "prefecture", "county", "township", "department")

_MOST_BYTES = 1024 * 1024
_KEYS = ("name", "off", "level", "government", "phrases", "accepted", "severity", "thresholds", "texts")
_TEXTS = tuple(field.name for field in attrs.fields(Wording))
_COMMON_NAMES = frozenset(
    f"{name}{ending}"
    for name in ("where", "stated", "left", "right", "more", "left_note", "right_note")
    for ending in ("_zh", "_en")
) | {"expected", "actual", "gap", "left", "right"}


def load_profile(profile: "str | PathLike[str] | Mapping[str, Any]") -> Settings:
    """The settings that a profile asks for.

    A ``str`` or ``PathLike`` is the path of a TOML file. Raises :class:`InvalidProfile` with every problem
    found.
    """
    if isinstance(profile, Mapping):
        digest = sha256(repr(_canonical(profile)).encode()).hexdigest()
        return _settings(profile, None, None, digest)
    path = Path(fspath(profile))
    content, document = _toml(path)
    return _settings(document, str(path), path.parent, sha256(content).hexdigest())


def _canonical(value: object) -> object:
    if isinstance(value, Mapping):
        return sorted((str(key), _canonical(inner)) for key, inner in value.items())
    if isinstance(value, list | tuple):
        return [_canonical(inner) for inner in value]
    return str(value)


def _toml(path: Path) -> tuple[bytes, dict[str, Any]]:
    import tomllib

    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise InvalidProfile(source=str(path), reason=error.strerror or str(error)) from error
    if len(content) > _MOST_BYTES:
        raise InvalidProfile(source=str(path), reason=f"> {_MOST_BYTES} bytes")
    try:
        return content, tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidProfile(source=str(path), reason=str(error)) from error


def _settings(profile: Mapping[str, Any], source: str | None, folder: Path | None, digest: str) -> Settings:
    known = _known_checks(profile)
    problems: list[Problem] = [
        Problem(path=str(key), code="unknown-key") for key in profile if key not in _KEYS
    ]
    off, severities = _severities(profile, known, problems)
    accepted, accepted_digest = _accepted(profile.get("accepted", ()), folder, problems)
    settings = Settings(
        name=_one_of_type(profile, "name", str, problems) or (Path(source).stem if source else None),
        sha256=sha256((digest + accepted_digest).encode()).hexdigest() if accepted_digest else digest,
        off=off,
        severities=FrozenMapping(severities),
        thresholds=FrozenMapping(_thresholds(profile, known, problems)),
        texts=FrozenMapping(_texts(profile, known, problems)),
        level=_level(profile, problems),
        government=_one_of_type(profile, "government", bool, problems),
        phrases=tuple(_strings(profile, "phrases", problems)),
        accepted=accepted,
    )
    if problems:
        raise InvalidProfile(source=source, problems=tuple(problems))
    return settings


def _known_checks(profile: Mapping[str, Any]) -> dict[str, CheckLike]:
    named = {
        *(name for name in _listed(profile.get("off")) if isinstance(name, str)),
        *(name for key in ("severity", "thresholds", "texts") for name in _table(profile.get(key))),
    }
    if named <= CHECKS.keys():
        return CHECKS
    return {check.id: check for check in catalogue(plugins=True)}


def _listed(value: object) -> "list[Any] | tuple[Any, ...]":
    return value if isinstance(value, list | tuple) else ()


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _one_of_type(profile: Mapping[str, Any], key: str, kind: type, problems: list[Problem]) -> Any:
    value = profile.get(key)
    if value is None or type(value) is kind:
        return value
    problems.append(Problem(path=key, code="wrong-value", value=repr(value), expected=kind.__name__))
    return None


def _level(profile: Mapping[str, Any], problems: list[Problem]) -> str | None:
    level: str | None = _one_of_type(profile, "level", str, problems)
    if level is not None and level not in LEVELS:
        problems.append(
            Problem(path="level", code="wrong-value", value=repr(level), expected=", ".join(LEVELS))
        )
    return level


def _strings(profile: Mapping[str, Any], key: str, problems: list[Problem]) -> Iterator[str]:
    value = profile.get(key, ())
    if not isinstance(value, list | tuple):
        problems.append(Problem(path=key, code="wrong-value", value=repr(value), expected="[str, …]"))
        return
    for number, entry in enumerate(value):
        if isinstance(entry, str) and entry:
            yield entry
        else:
            problems.append(
                Problem(path=f"{key}[{number}]", code="wrong-value", value=repr(entry), expected="str")
            )


def _tables(
    profile: Mapping[str, Any], key: str, known: Mapping[str, CheckLike], problems: list[Problem]
) -> Iterator[tuple[str, Any]]:
    value = profile.get(key, {})
    if not isinstance(value, Mapping):
        problems.append(Problem(path=key, code="wrong-value", value=repr(value), expected="{…}"))
        return
    for check_id, entry in value.items():
        if check_id in known:
            yield check_id, entry
        else:
            problems.append(Problem(path=f"{key}.{check_id}", code="unknown-key"))


def _severities(
    profile: Mapping[str, Any], known: Mapping[str, CheckLike], problems: list[Problem]
) -> tuple[frozenset[str], dict[str, Severity]]:
    off = set()
    for check_id in _strings(profile, "off", problems):
        if check_id in known:
            off.add(check_id)
        else:
            problems.append(Problem(path=f"off.{check_id}", code="unknown-key"))
    severities: dict[str, Severity] = {}
    for check_id, level in _tables(profile, "severity", known, problems):
        if level == "off":
            off.add(check_id)
        elif isinstance(level, str) and level in Severity.__members__:
            severities[check_id] = Severity(level)
        else:
            expected = ", ".join((*Severity.__members__, "off"))
            problems.append(
                Problem(path=f"severity.{check_id}", code="wrong-value", value=repr(level), expected=expected)
            )
    return frozenset(off), severities


def _thresholds(
    profile: Mapping[str, Any], known: Mapping[str, CheckLike], problems: list[Problem]
) -> dict[str, FrozenMapping[str, Any]]:
    found: dict[str, FrozenMapping[str, Any]] = {}
    for check_id, table in _tables(profile, "thresholds", known, problems):
        bounds: Mapping[str, Any] = getattr(known[check_id], "thresholds", {})
        taken = {}
        for name, value in _table(table).items():
            path = f"thresholds.{check_id}.{name}"
            if name not in bounds:
                problems.append(Problem(path=path, code="unknown-key"))
            elif not _fits(value, bounds[name]):
                problems.append(
                    Problem(path=path, code="wrong-value", value=repr(value), expected=repr(bounds[name]))
                )
            else:
                taken[name] = value
        found[check_id] = FrozenMapping(taken)
    return found


def _fits(value: object, default: object) -> bool:
    """Whether a bound is of the default's kind: a day of the year, or a number above zero."""
    if isinstance(default, str) and "-" in default:
        try:
            datetime.date.fromisoformat(f"2001-{value}")
        except ValueError:
            return False
        return isinstance(value, str)
    if type(value) is int:
        return value > 0
    return type(value) is float and not isinstance(default, int) and 0 < value < float("inf")


def _texts(
    profile: Mapping[str, Any], known: Mapping[str, CheckLike], problems: list[Problem]
) -> dict[str, FrozenMapping[str, str]]:
    found: dict[str, FrozenMapping[str, str]] = {}
    for check_id, table in _tables(profile, "texts", known, problems):
        wording = known[check_id].wording
        allowed = _COMMON_NAMES if getattr(known[check_id], "identities", None) is not None else frozenset()
        allowed |= {name for key in _TEXTS for name in _names(getattr(wording, key))}
        taken = {}
        for name, text in _table(table).items():
            path = f"texts.{check_id}.{name}"
            if name not in _TEXTS:
                problems.append(Problem(path=path, code="unknown-key"))
            elif not isinstance(text, str) or not _fills(text, allowed):
                expected = ", ".join(f"{{{one}}}" for one in sorted(allowed))
                problems.append(
                    Problem(path=path, code="wrong-value", value=repr(text), expected=f"str ({expected})")
                )
            else:
                taken[name] = text
        found[check_id] = FrozenMapping(taken)
    return found


def _names(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name is not None]


def _fills(template: str, allowed: frozenset[str]) -> bool:
    """Whether a template names only what findings of the check have, each plainly as ``{name}``."""
    try:
        return all(
            name is None or (name in allowed and not form and conversion is None)
            for _, name, form, conversion in Formatter().parse(template)
        )
    except ValueError:
        return False


def _accepted(
    value: object, folder: Path | None, problems: list[Problem]
) -> tuple[tuple[Acceptance, ...], str]:
    digest = ""
    if isinstance(value, str):
        content, document = _toml((folder or Path()) / value)
        digest = sha256(content).hexdigest()
        problems += [
            Problem(path=f"{value}: {key}", code="unknown-key") for key in document if key != "accepted"
        ]
        value = document.get("accepted", [])
    if not isinstance(value, list | tuple):
        problems.append(
            Problem(path="accepted", code="wrong-value", value=repr(value), expected="[[accepted]]")
        )
        return (), digest
    return tuple(_acceptances(value, problems)), digest


def _acceptances(entries: "list[Any] | tuple[Any, ...]", problems: list[Problem]) -> Iterator[Acceptance]:
    for number, entry in enumerate(entries):
        path = f"accepted[{number}]"
        table = _table(entry)
        problems += [
            Problem(path=f"{path}.{key}", code="unknown-key")
            for key in table
            if key not in ("fingerprint", "reason", "until")
        ]
        missing = [
            key for key in ("fingerprint", "reason") if not isinstance(table.get(key), str) or not table[key]
        ]
        problems += [Problem(path=f"{path}.{key}", code="missing-key") for key in missing]
        until = table.get("until")
        try:
            last = None if until is None else datetime.date.fromisoformat(str(until)).isoformat()
        except ValueError:
            problems.append(
                Problem(path=f"{path}.until", code="wrong-value", value=repr(until), expected="2026-12-31")
            )
            continue
        if not missing:
            yield Acceptance(fingerprint=table["fingerprint"], reason=table["reason"], until=last)
