"""Every tolerance of the PDF reader, in one class that is checked when it is made.

Lengths are in points (1/72 inch); what is said "in characters" is a multiple of the character size at hand.
"""

import attrs

from gov_disclosure.model.by_fields import ByFields

__all__ = ["OBJECTS_A_RULE", "Tolerances"]

#: A page that paints this many times as many things as it may have rules is none of a report.
OBJECTS_A_RULE = 2


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Tolerances(ByFields):
    """What still counts as the same, as touching, as a space or as an indent. Raises ``ValueError`` for a
    value that is not a positive number."""

    #: A drawn shape no thicker than this is a rule; a thicker one is an area.
    rule_thickness: float = 4.0
    #: A rule, with all its pieces joined, that is shorter than this is a dot or a decoration.
    shortest_rule: float = 5.0
    #: Rules this close beside each other are one rule (drawn twice, or double).
    same_rule: float = 2.5
    #: Pieces of one rule may be this far apart, end to end.
    rule_gap: float = 3.0
    #: Short pieces (dashes, dots) may be apart by this many times their own length.
    dash_gap: float = 1.5
    #: A piece no longer than this is a dash.
    dash_length: float = 6.0
    #: Rules that miss each other by no more than this still meet.
    corner_gap: float = 3.0
    #: Lines of one table's grid that are this close are one line: nothing can be printed between them.
    same_grid_line: float = 4.0
    #: A single box higher than this is a frame round a text; a lower one may be a table's row alone on its page.
    frame_height: float = 60.0
    #: Tables on two pages whose sides differ by no more than this may be one table.
    same_side: float = 6.0

    #: Characters whose middles differ by no more than this, in characters, stand on one line.
    same_line: float = 0.5
    #: A gap this wide, in characters, between letters or figures is a space.
    latin_space: float = 0.18
    #: The same beside a Chinese character.
    wide_space: float = 1.1
    #: A gap this wide, in characters, between words sets them in different columns.
    column_gap: float = 1.6
    #: Two characters covering each other by more than this share of the narrower one are overlapping text.
    overlap: float = 0.6
    #: Characters this many times as large as the page's usual ones may be a watermark.
    watermark_size: float = 1.8
    #: A line that ends this far, in characters, before the right margin ends its paragraph.
    short_line: float = 1.7
    #: A line that begins this far, in characters, behind the left margin begins a paragraph.
    indent: float = 1.2
    #: Lines this many times further apart than usual are in different paragraphs.
    paragraph_gap: float = 1.3
    #: Running heads, feet and page numbers stand in this share of the page at its top and bottom.
    margin: float = 0.13
    #: A picture that covers this share of a page may be a scan of it.
    scan_area: float = 0.3
    #: More rules than this on a page are a drawing, not a form.
    most_rules: float = 200_000

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Tolerances):
            value = getattr(self, field.name)
            if isinstance(value, bool) or not value > 0:
                raise ValueError(f"{field.name} must be a positive number, not {value!r}")

    def for_page(self, width: float, height: float) -> "Tolerances":
        """The tolerances for a page of that size: lengths are meant for pages about as large as paper, and grow
        with a page that is far larger, as those of programs that take pixels for points."""
        scale = min(width, height) / _PAPER
        if scale <= _LARGE:
            return self
        return attrs.evolve(self, **{name: getattr(self, name) * scale for name in _LENGTHS})


_PAPER, _LARGE = 595.0, 1.6
_LENGTHS = (
    "rule_thickness",
    "shortest_rule",
    "same_rule",
    "rule_gap",
    "dash_length",
    "corner_gap",
    "same_grid_line",
    "same_side",
    "frame_height",
)
