"""What checking a report brings to light: findings, what could not be told, and the cells under suspicion."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, TypeAlias, overload

import attrs

from gov_disclosure.checks.formula import Identity
from gov_disclosure.checks.settings import Acceptance
from gov_disclosure.checks.wording import Wording, coverage_line, note_lines, suspicion
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.fields import Value
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.notices import Severity
from gov_disclosure.reading.place import Place

__all__ = ["Finding", "Findings", "Operand", "Origin", "Suspect", "Unanswered"]


def _frozen(values: "Mapping[str, Any]") -> FrozenMapping[str, Any]:
    return FrozenMapping(values)


Origin: TypeAlias = Literal["document", "reading"]


@attrs.frozen(kw_only=True)
class Operand:
    """A cell that a finding rests on, as read and as printed.

    ``report`` says whose cell it is: ``current``, ``previous``, ``previous-2`` … or ``part-1``, ``part-2`` ….
    """

    path: str
    value: Value = None
    raw: str | None = None
    place: Place | None = None
    doubt: bool = False
    report: str = "current"


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that does not hold.

    ``expected`` is what the other cells make it, ``actual`` what is stated; ``formula`` holds both sides as
    data where the check is an arithmetic one. ``origin`` is ``reading`` where an operand is in doubt, was
    mended or was read by OCR: then it is at most a warning and its sentence asks to look at the document.
    ``assumed`` is true where it rests on a blank that was taken for zero: then too it is at most a warning.
    ``certain_despite_blanks`` is true where blank cells are among the operands and no figure in them could
    help. ``lapsed`` is the acceptance by which it was set aside until that ended.
    """

    check: str
    fingerprint: str
    severity: Severity
    paths: tuple[str, ...] = ()
    operands: tuple[Operand, ...] = ()
    expected: int | Decimal | None = None
    actual: int | Decimal | None = None
    assumed: bool = False
    origin: Origin = "document"
    certain_despite_blanks: bool = False
    citation: str = ""
    formula: Identity | None = None
    accepted: str | None = None  # the reason given by the one who accepted it
    lapsed: Acceptance | None = None
    params: FrozenMapping[str, Any] = attrs.field(factory=dict, converter=_frozen)
    wording: Wording = attrs.field(factory=Wording, eq=False, repr=False)

    def message(self, lang: Lang = "en") -> str:
        """The sentence a clerk reads: printed rows and columns, the numbers, what to do."""
        sentence = self.wording.fact(lang).format_map(self.params)
        return "".join(
            note_lines(
                lang,
                sentence,
                advice=self.wording.advice(lang).format_map(self.params),
                reading=self.origin == "reading",
                assumed=self.assumed,
                despite_blanks=self.certain_despite_blanks,
                lapsed=None if self.lapsed is None else (self.lapsed.until or "", self.lapsed.reason),
            )
        )

    def hint(self, lang: Lang = "en") -> str:
        """The likely cause, or an empty string."""
        return self.wording.hint(lang).format_map(self.params)

    def __str__(self) -> str:
        return self.message("en")


@attrs.frozen(kw_only=True)
class Unanswered:
    """A check that could not be run on one row, column or table, and the cells it would need.

    ``paths`` are cells of the report itself; ``elsewhere`` those of other reports, as (report, path) with the
    report named as in :class:`Operand`.
    """

    check: str
    label_zh: str
    label_en: str
    paths: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()

    def label(self, lang: Lang = "en") -> str:
        """The row, column or table in question, as printed."""
        return self.label_zh if lang == "zh" else self.label_en


@attrs.frozen(kw_only=True)
class Suspect:
    """A cell that is probably wrong: with ``value`` in it (and ``also`` in others) the checks named would
    hold.

    ``pattern`` says what seems to have happened: ``cell`` (one wrong figure), ``total`` (a wrong total),
    ``total-left-out`` (a total at 0 beside figures), ``swapped`` (two figures changed places), ``misplaced``
    (a figure in its neighbour's cell), ``shifted`` (a row moved by a column), ``sign`` (a minus too many), ``unit``
    (元 for 万元).
    """

    path: str
    value: Value
    current: Value = None
    checks: tuple[str, ...] = ()
    pattern: str = "cell"
    also: tuple[tuple[str, Value], ...] = ()
    complete: bool = False  # whether it explains every broken check it touches
    alternative: bool = False  # would explain as much as one named before it
    labels: tuple[tuple[str, str], ...] = ()  # of the path and the others, in Chinese and English

    def message(self, lang: Lang = "en") -> str:
        """The sentence a clerk reads: which printed cell to look at first, and the figure that would fit."""
        return suspicion(
            lang,
            self.pattern,
            labels=[label[lang == "en"] for label in self.labels] or [self.path],
            current=self.current,
            value=self.value,
            alternative=self.alternative,
        )


class Findings(Sequence[Finding]):
    """The findings on one report, in the form's order; immutable.

    ``answered`` is how many identities (sums, balances and carried figures that must hold) could be verified,
    ``unanswered`` those that could not and for want of which cells, so that "no errors" and "could not tell"
    never look alike. ``assumed`` is how many of the answered ones rest on a blank taken for zero.
    """

    __slots__ = (
        "_items",
        "_suspects",
        "accepted",
        "answered",
        "assumed",
        "has_tables",
        "profile",
        "unanswered",
    )
    _items: tuple[Finding, ...]
    answered: int
    assumed: int
    unanswered: tuple[Unanswered, ...]
    _suspects: "tuple[Suspect, ...] | Callable[[], tuple[Suspect, ...]]"
    accepted: tuple[Finding, ...]
    profile: FrozenMapping[str, str]
    has_tables: bool

    def __init__(
        self,
        items: Sequence[Finding] = (),
        *,
        answered: int = 0,
        assumed: int = 0,
        unanswered: Sequence[Unanswered] = (),
        suspects: "Sequence[Suspect] | Callable[[], tuple[Suspect, ...]]" = (),
        accepted: Sequence[Finding] = (),
        profile: FrozenMapping[str, str] | None = None,
        has_tables: bool = True,
    ) -> None:
        put = object.__setattr__
        put(self, "_items", tuple(items))
        put(self, "answered", answered)
        put(self, "assumed", assumed)
        put(self, "unanswered", tuple(unanswered))
        put(self, "_suspects", suspects if callable(suspects) else tuple(suspects))
        put(self, "accepted", tuple(accepted))
        put(self, "profile", profile if profile is not None else FrozenMapping())
        put(self, "has_tables", has_tables)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._items)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return tuple(finding for finding in self._items if finding.severity == Severity.error)

    @property
    def wanting(self) -> tuple[str, ...]:
        """The cells of the report for want of which identities could not be verified."""
        return tuple(dict.fromkeys(path for lacking in self.unanswered for path in lacking.paths))

    @property
    def suspects(self) -> tuple[Suspect, ...]:
        """The cells that are probably wrong, likeliest first; worked out when first asked for."""
        if callable(self._suspects):
            object.__setattr__(self, "_suspects", self._suspects())
        assert not callable(self._suspects)
        return self._suspects

    def of(self, check: str) -> tuple[Finding, ...]:
        """The findings of one check."""
        return tuple(finding for finding in self._items if finding.check == check)

    def at(self, path: str) -> tuple[Finding, ...]:
        """The findings that rest on the cell at ``path``."""
        return tuple(finding for finding in self._items if path in finding.paths)

    def summary(self, lang: Lang = "en") -> str:
        """The verdict in a line: what was found, and how many identities could be verified."""
        counts = dict.fromkeys(Severity, 0)
        for finding in self._items:
            counts[finding.severity] += 1
        return coverage_line(
            lang,
            errors=counts[Severity.error],
            warnings=counts[Severity.warning],
            infos=counts[Severity.info],
            answered=self.answered,
            assumed=self.assumed,
            unanswered=len(self.unanswered),
            wanting=len(self.wanting),
            has_tables=self.has_tables,
            accepted=len(self.accepted),
        )

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Findings cannot be changed")

    def _key(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__ if name != "_suspects")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Findings) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"<Findings: {self.summary('en')}>"

    def __reduce__(self) -> tuple[Any, ...]:
        named = {name.lstrip("_"): getattr(self, name) for name in self.__slots__ if name != "_items"}
        named["suspects"] = self.suspects
        return (_rebuild, (self._items, named))


def _rebuild(items: tuple[Finding, ...], named: dict[str, Any]) -> Findings:
    return Findings(items, **named)
