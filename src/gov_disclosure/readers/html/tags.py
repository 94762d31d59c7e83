"""What each tag means for reading: a block, a break, part of a table, or nothing that is shown."""

from selectolax.lexbor import LexborNode

__all__ = [
    "BLOCK",
    "BREAK",
    "CAPTION",
    "CELL",
    "FIELD",
    "GROUP",
    "HEADING",
    "INLINE",
    "INVISIBLE",
    "LONG",
    "MARK",
    "NOTED",
    "PARAGRAPH",
    "PREFORMATTED",
    "RAISED",
    "ROW",
    "SKIPPED",
    "STRUCK",
    "TABLE",
    "TEXT",
    "TOLD",
    "Kinds",
]

# In this order: what is not entered, what stands inside a line, what ends one.
TEXT, SKIPPED = 0, 1
INLINE, BREAK, TOLD, NOTED, RAISED, STRUCK, FIELD = range(2, 9)
#: The last kind that stands inside a line.
MARK = FIELD
BLOCK, PARAGRAPH, CELL, ROW, GROUP, TABLE, HEADING, CAPTION, PREFORMATTED = range(9, 18)

_TAGS = {
    PARAGRAPH: "p",
    BLOCK: "div section article main header footer nav aside li ul ol dl dt dd blockquote center form "
    "fieldset legend figure figcaption address body menu dir details summary hr option optgroup",
    BREAK: "br",
    CELL: "td th",
    ROW: "tr",
    GROUP: "tbody thead tfoot",
    TABLE: "table",
    HEADING: "h1 h2 h3 h4 h5 h6",
    CAPTION: "caption",
    PREFORMATTED: "pre xmp listing plaintext",
    # What a page says about itself, not shown; and marks that publishing systems put around what is shown.
    TOLD: "title meta",
    NOTED: "ucaptitle publishtime ucapsource ucapauthor ucapdocnum pubtime",
    RAISED: "sup sub",
    STRUCK: "del s strike",
    FIELD: "input",
    # rt and rp carry the reading of a character, not a character.
    SKIPPED: "script style noscript template textarea select datalist button iframe object embed applet "
    "audio video canvas svg math map head link base basefont colgroup col rt rp rtc img "
    "noframes noembed frameset -comment",
    TEXT: "-text",
}

_KINDS = {tag: kind for kind, tags in _TAGS.items() for tag in tags.split()}

#: What takes no room at the ends of a line.
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u200f"

#: A cell with more text than any label or figure of a form has.
LONG = 300


class Kinds(dict[int, int]):
    """The kind of each tag of a page, by the parser's number for it; the numbers are only good within a page."""

    def learn(self, node: LexborNode) -> int:
        """The kind of an element whose tag is met for the first time; what is not known stands inside a line."""
        kind = self[node.tag_id] = _KINDS.get(node.tag or "", INLINE)
        return kind
