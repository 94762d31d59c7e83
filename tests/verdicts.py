"""What a reading made of a document whose truth is known: right, lost, doubted, and the one thing that must not be."""

import attrs

import gov_disclosure
from gov_disclosure import ReadError
from gov_disclosure.model import AnnualReport
from gov_disclosure.reading import Reading
from gov_disclosure.reading.notices import Severity

__all__ = ["Tally", "Verdict", "judge"]


@attrs.define
class Verdict:
    """Counts of cells, and the paths of those that are wrong or lost without a word."""

    right: int = 0
    doubted: int = 0  # of the right ones
    lost: int = 0  # nothing read where something is printed, and said
    admitted: int = 0  # wrong, but in doubt
    wrong: list[str] = attrs.Factory(list)
    silent: list[str] = attrs.Factory(list)

    def add(self, other: "Verdict") -> None:
        """Add up the verdicts of several documents."""
        for name in ("right", "doubted", "lost", "admitted", "wrong", "silent"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def judge(report: AnnualReport, reading: Reading) -> Verdict:
    """Compare each cell of the report that was written with what was read."""
    found = Verdict()
    said = {
        path for notice in reading.notices if notice.severity is not Severity.info for path in notice.paths
    }
    form = reading.report.form
    lost_whole = form is None
    for path, value in report.cells():
        read = None if form is None or form.get(path) is None else reading.report[path]
        evidence = reading.evidence.get(path)
        doubt = evidence is not None and evidence.doubt
        if read == value:
            found.right += 1
            found.doubted += doubt and value is not None
        elif read is None:
            found.lost += 1
            if not doubt and path not in said and not lost_whole:
                found.silent.append(f"{path} should be {value}")
        elif doubt:
            found.admitted += 1
        else:
            found.wrong.append(f"{path} should be {value}, is {read}")
    return found


@attrs.define
class Tally:
    """The verdicts on all documents of one kind, and how many were refused."""

    name: str
    documents: int = 0
    refused: int = 0
    verdict: Verdict = attrs.Factory(Verdict)

    def read(self, report: AnnualReport, content: bytes) -> None:
        """Read one document, and judge."""
        self.documents += 1
        try:
            self.verdict.add(judge(report, gov_disclosure.read(content)))
        except ReadError:
            self.refused += 1

    @property
    def cells(self) -> int:
        """How many cells were judged."""
        found = self.verdict
        return found.right + found.lost + found.admitted + len(found.wrong)

    def shares(self) -> list[str]:
        """What part of the cells is right, right but in doubt, lost, and wrong in doubt."""
        found = self.verdict
        counts = (found.right - found.doubted, found.doubted, found.lost, found.admitted)
        return [f"{100 * count / max(self.cells, 1):.2f} %" for count in counts]
