"""The text of a line of Markdown without its marks: emphasis, links, escapes, tags and entities."""

import html
import re

__all__ = ["plain_text"]

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TARGET = r"\((?:[^()\n]++|\([^()\n]*+\))*+\)"
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\](?:" + _TARGET + r"|\[[^\]\n]{0,100}\])")
_LINK = re.compile(r"\[([^\[\]\n]{0,500})\](?:" + _TARGET + r"|\[[^\]\n]{0,100}\])")
_ADDRESS = re.compile(r"<(?:https?|mailto):[^<>\s]{0,2000}>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,2000}>|<!--[^<>\n]{0,2000}-->")
_STRONG = re.compile(r"\*\*\*|\*\*|___|__|~~")
_STRESSED = re.compile(
    r"(?<![\w*])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?!\*)"
    r"|(?<![\w_])_(?=\S)([^_\n]{1,500}?)(?<=\S)_(?![\w_])"
)
_CODE = re.compile(r"`{1,3}([^`\n]{0,500})`{1,3}")
_PRIVATE = 0xF0000  # escaped characters wait here until the marks are gone
_WAITING = re.compile("[\U000f0021-\U000f007e]")


def plain_text(text: str) -> str:
    """What is printed of a line; a break inside it becomes a line feed."""
    if not any(mark in text for mark in "\\![<*_`~&"):
        return text
    text = _ESCAPED.sub(lambda match: chr(_PRIVATE + ord(match[1])), text)
    text = _BREAK.sub("\n", text)
    text = _ADDRESS.sub("", text)
    text = _TAG.sub("", text)
    text = _IMAGE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _CODE.sub(r"\1", text)
    text = _STRONG.sub("", text)
    text = _STRESSED.sub(lambda match: match[1] or match[2], text)
    text = html.unescape(text)
    return _WAITING.sub(lambda match: chr(ord(match[0]) - _PRIVATE), text)
