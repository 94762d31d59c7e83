"""How cells of the workbook look: one format for each kind of cell, made when it is first needed."""

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format

__all__ = ["Looks"]

_TABLE = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
_GRID = {**_TABLE, "border": 1, "align": "center", "text_wrap": True}
_TEXT = {"font_name": "仿宋_GB2312", "font_size": 14, "text_wrap": True, "valign": "top"}

_KINDS: dict[str, dict[str, Any]] = {
    "plain": {"font_name": "宋体", "font_size": 11},
    "title": {"font_name": "方正小标宋简体", "font_size": 18, "align": "center", "text_wrap": True},
    "heading": {"font_name": "黑体", "font_size": 14, "text_wrap": True, "valign": "vcenter"},
    "paragraph": _TEXT,
    "particular": {**_TEXT, "align": "center"},
    "signature": {**_TEXT, "align": "right"},
    "head": {**_GRID, "bg_color": "#EDEDED"},
    "label": {**_GRID, "align": "left", "bg_color": "#F7F7F7"},
    "upright": {**_GRID, "rotation": 270, "bg_color": "#EDEDED"},
    "value": _GRID,
    "input": {**_GRID, "bg_color": "#FFFBE6"},
    "aside": {**_GRID, "font_color": "#7F7F7F", "bg_color": "#F2F2F2"},
    "result": _GRID,
    "note": {**_TABLE, "text_wrap": True, "border": 1, "align": "left"},
}


@attrs.define
class Looks:
    """The formats of one workbook."""

    workbook: "xlsxwriter.Workbook"
    made: "dict[tuple[str, str], Format]" = attrs.field(factory=dict)

    def of(self, kind: str, number: str = "") -> "Format":
        """The format of a kind of cell, with a number format."""
        key = (kind, number)
        if key not in self.made:
            look = {**_KINDS[kind], "num_format": number} if number else _KINDS[kind]
            self.made[key] = self.workbook.add_format(look)
        return self.made[key]
