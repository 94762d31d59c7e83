"""The tokens in which XLS stores a formula, as far as sums are made of them."""

import struct

import attrs

from gov_disclosure.readers.sheets.workbook import Position, cell_name

__all__ = ["Sheets", "formula_text"]

_UNKNOWN = "?"
_SUM = 4


@attrs.frozen(kw_only=True)
class Sheets:
    """The names of the sheets, and which of them the links of formulas mean."""

    names: tuple[str, ...] = ()
    links: tuple[int, ...] = ()

    def prefix(self, link: int) -> str:
        """What stands before a reference to another sheet."""
        name = self.names[self.links[link]].replace("'", "''")
        return f"'{name}'!"


def formula_text(tokens: bytes, position: Position, sheets: Sheets) -> str:
    """A formula as it is typed, without its equals sign; ``?`` where it is more than sums of cells."""
    try:
        return _text(tokens, position, sheets)
    except (struct.error, IndexError):
        return _UNKNOWN


def _text(tokens: bytes, position: Position, sheets: Sheets) -> str:
    stack: list[str] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        kind = token if token < 0x20 else 0x20 | (token & 0x1F)
        place += 1
        if kind in (0x03, 0x04):
            right, left = stack.pop(), stack.pop()
            stack.append(f"{left}{'+' if kind == 0x03 else '-'}{right}")
        elif kind in (0x12, 0x13):
            stack.append(("+" if kind == 0x12 else "-") + stack.pop())
        elif kind == 0x15:
            stack.append(f"({stack.pop()})")
        elif kind == 0x1E:
            stack.append(str(struct.unpack_from("<H", tokens, place)[0]))
            place += 2
        elif kind == 0x19:
            flags = tokens[place]
            if flags & 0x10:
                stack.append(f"SUM({stack.pop()})")
            elif flags & 0x04:
                return _UNKNOWN
            place += 3
        elif kind in (0x24, 0x2C):
            stack.append(_cell(tokens, place, position, relative=kind == 0x2C))
            place += 4
        elif kind in (0x25, 0x2D):
            stack.append(_area(tokens, place, position, relative=kind == 0x2D))
            place += 8
        elif kind in (0x3A, 0x3B):
            prefix = sheets.prefix(struct.unpack_from("<H", tokens, place)[0])
            read, width = (_cell, 4) if kind == 0x3A else (_area, 8)
            stack.append(prefix + read(tokens, place + 2, position, relative=False))
            place += 2 + width
        elif kind == 0x22:
            count, function = tokens[place], struct.unpack_from("<H", tokens, place + 1)[0]
            if function & 0x7FFF != _SUM or count > len(stack):
                return _UNKNOWN
            arguments = stack[len(stack) - count :]
            del stack[len(stack) - count :]
            stack.append(f"SUM({','.join(arguments)})")
            place += 3
        else:
            return _UNKNOWN
    return stack[0] if len(stack) == 1 else _UNKNOWN


def _cell(tokens: bytes, place: int, position: Position, *, relative: bool) -> str:
    row, column = struct.unpack_from("<HH", tokens, place)
    return _name(row, column, position, relative=relative)


def _area(tokens: bytes, place: int, position: Position, *, relative: bool) -> str:
    top, bottom, left, right = struct.unpack_from("<4H", tokens, place)
    first = _name(top, left, position, relative=relative)
    return f"{first}:{_name(bottom, right, position, relative=relative)}"


def _name(row: int, column: int, position: Position, *, relative: bool) -> str:
    moves_down, moves_across = column & 0x8000, column & 0x4000
    column &= 0xFF
    if relative:
        if moves_down:
            row = (position[0] + row) & 0xFFFF
        if moves_across:
            column = (position[1] + column) & 0xFF
    return cell_name(row, column)
