"""What a failing test says of the report that made it fail: its figures in one line."""

from collections import Counter

from hypothesis import currently_in_test_context, note

from gov_disclosure.model.report import AnnualReport

__all__ = ["tell"]


class _Told:
    """Put into words only when Hypothesis shows it, which is for the smallest failing example."""

    def __init__(self, report: AnnualReport) -> None:
        self.report = report

    def __repr__(self) -> str:
        printed = {path: value for path, value in self.report.cells() if self.report.prints(path)}
        if not printed:
            return f"{self.report!r} prints no cell"
        usual = Counter(printed.values()).most_common(1)[0][0]
        shown = ", ".join(f"{path!r}: {value!r}" for path, value in printed.items() if value != usual)
        return f"{self.report!r} prints {{{shown}}}, and {usual!r} in all its other cells"


def tell(report: AnnualReport) -> AnnualReport:
    """The report, which a failing test will show cell by cell."""
    if currently_in_test_context():
        note(_Told(report))
    return report
