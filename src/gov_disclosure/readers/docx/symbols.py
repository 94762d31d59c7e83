"""Characters that a document takes from a symbol font by number."""

__all__ = ["symbol"]

_PRIVATE = 0xF000  # where Word keeps the characters of fonts with a coding of their own
# The codes of the font Symbol that stand for something other than the ASCII character of the same number.
_SYMBOL = {0x2D: "−", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB7: "·", 0xD7: "⋅", 0x2A: "∗", 0xAD: "↑", 0xAF: "↓"}
_UNKNOWN = "□"


def symbol(code: str, font: str) -> str:
    """The character with a (hexadecimal) code in a font; a box for a picture that has no character."""
    try:
        number = int(code, 16)
    except ValueError:
        return _UNKNOWN
    low = number - _PRIVATE if _PRIVATE <= number <= _PRIVATE + 0xFF else number
    if font.strip().lower() == "symbol":
        if low in _SYMBOL:
            return _SYMBOL[low]
        return chr(low) if 0x20 <= low < 0x40 else _UNKNOWN
    if low != number or number < 0x20 or 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        return _UNKNOWN
    return chr(number)
