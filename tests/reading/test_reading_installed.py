"""Entry points of installed packages, looked up without loading what looks them up."""

import importlib.metadata
import sys
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import Distribution, EntryPoint
from pathlib import Path

import pytest

from gov_disclosure.reading.installed import entry_points

GROUP = "gov_disclosure.trials"
NAMES = f"[console_scripts]\nhouse = house:main\n\n[{GROUP}]\nX1 = house_rules:CHECK\nX2 = house_rules:MORE\n"
METADATA = "Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n"


def as_wheel(folder: Path) -> Path:
    """A package as pip unpacks a wheel, or notes a folder under development."""
    return described(folder / "house_rules-1.0.dist-info", "METADATA")


def as_old_install(folder: Path) -> Path:
    """A package as setuptools installed it, or as it stands beside its sources."""
    return described(folder / "House_Rules.Egg-Info", "PKG-INFO")


def as_egg(folder: Path) -> Path:
    """A package in a folder of its own on the path."""
    described(folder / "house_rules-1.0-py3.egg" / "EGG-INFO", "PKG-INFO")
    return folder / "house_rules-1.0-py3.egg"


def as_archive(folder: Path) -> Path:
    """A package in an archive on the path."""
    file = folder / "house.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("house_rules-1.0.dist-info/METADATA", METADATA)
        archive.writestr("house_rules-1.0.dist-info/entry_points.txt", NAMES)
    return file


def described(info: Path, name: str) -> Path:
    info.mkdir(parents=True)
    (info / name).write_text(METADATA, encoding="utf-8")
    (info / "entry_points.txt").write_text(NAMES, encoding="utf-8")
    return info.parent


@pytest.mark.parametrize("laid_out", [as_wheel, as_old_install, as_egg, as_archive])
def test_a_package_is_found_however_it_is_installed(
    laid_out: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A body's own checks would silently not run, for the way in which they were installed."""
    assert entry_points(GROUP) == ()
    monkeypatch.syspath_prepend(str(laid_out(tmp_path)))
    found = entry_points(GROUP)
    assert [(point.name, point.value) for point in found] == [
        ("X1", "house_rules:CHECK"),
        ("X2", "house_rules:MORE"),
    ]
    assert found == tuple(importlib.metadata.entry_points(group=GROUP))
    assert entry_points("gov_disclosure.trial_runs") == ()


def test_a_package_that_only_its_importer_knows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Checks frozen into one program with everything else are on no folder of the path."""

    class Packed(Distribution):
        def read_text(self, filename: str) -> str | None:
            return {"METADATA": METADATA, "entry_points.txt": NAMES}.get(filename)

        def locate_file(self, path: object) -> Path:
            return Path(str(path))

    class Importer:
        def find_spec(self, name: str, path: object = None, target: object = None) -> None:
            return None

        def find_distributions(self, context: object = None) -> Iterator[Distribution]:
            yield Packed()

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Importer()])
    assert [point.name for point in entry_points(GROUP)] == ["X1", "X2"]


def test_what_is_no_package_does_not_get_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is gone, a package without entry points or an old single file must not end the first check."""
    (tmp_path / "bare-1.0.dist-info").mkdir()
    (tmp_path / "bare-1.0.dist-info" / "METADATA").write_text("Name: bare\nVersion: 1.0\n", encoding="utf-8")
    (tmp_path / "single-1.0.egg-info").write_text("Name: single\nVersion: 1.0\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "gone"), str(tmp_path), *sys.path])
    assert entry_points(GROUP) == ()


def test_without_such_a_package_nothing_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first check of a process would wait for the packaging machinery, nearly always for nothing."""

    def asked(*, group: str) -> tuple[EntryPoint, ...]:
        raise AssertionError(group)

    monkeypatch.setattr(importlib.metadata, "entry_points", asked)
    assert entry_points(GROUP) == ()
