"""What each tag means for reading: a block, a break, part of a table, or nothing that is shown."""

__all__ = [
    "BLOCK",
    "BREAK",
    "CAPTION",
    "CELL",
    "FIELD",
    "GROUP",
    "HEADING",
    "INLINE",
    "KINDS",
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

#: The kind of each tag; any other is :data:`INLINE`.
KINDS: dict[str, int] = {tag: kind for kind, tags in _TAGS.items() for tag in tags.split()}
