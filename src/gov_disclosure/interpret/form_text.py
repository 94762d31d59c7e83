"""What a table of the form prints besides figures, over all editions, and how it is laid out."""

from functools import cache, lru_cache

from gov_disclosure.interpret.labels import row_labels
from gov_disclosure.language.folding import label_key
from gov_disclosure.model.forms import Form, FormTable, editions

__all__ = ["form_words", "of_the_form", "style_of"]


@cache
def _form_text(name: str, known: tuple[Form, ...]) -> tuple[frozenset[str], str]:
    """The keys of everything a table prints besides figures, and all of it in one string."""
    keys: list[str] = []
    for form in known:
        for table in form.tables:
            if table.name != name:
                continue
            corners = (getattr(table.cls, "corner", ""), getattr(table.cls, "columns_head", ""))
            keys += [label_key(text) for text in corners]
            for row in table.rows:
                texts = (row.item, *row.groups, row.label, *row.also)
                keys += [label_key(text) for text in texts]
                for field in row.fields:
                    keys += [label_key(text) for text in (field.head, field.column, *field.also)]
    unique = [key for key in dict.fromkeys(keys) if key]
    return frozenset(unique), "\n".join(unique)


def of_the_form(key: str, name: str) -> bool:
    """Whether a piece of text is (part of) something the table prints."""
    return _known_piece(key, name, editions())


@lru_cache(maxsize=8192)
def _known_piece(key: str, name: str, known: tuple[Form, ...]) -> bool:
    whole, together = _form_text(name, known)
    return key in whole or key in together or bool(row_labels(name).exact(key)) or _made_of(key, name, known)


def _made_of(key: str, name: str, known: tuple[Form, ...]) -> bool:
    rest = key
    words = _words_by_first(name, known)
    while rest:
        longest = max((word for word in words.get(rest[0], ()) if rest.startswith(word)), key=len, default="")
        if not longest:
            return any(word.startswith(rest) for word in words.get(rest[0], ()))
        rest = rest[len(longest) :]
    return True


@cache
def _words_by_first(name: str, known: tuple[Form, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in _form_text(name, known)[0]:
        found[word[0]] = (*found.get(word[0], ()), word)
    return found


def form_words(name: str) -> frozenset[str]:
    """The keys of the labels, heads and other words that a table prints."""
    return _form_text(name, editions())[0]


def style_of(table: FormTable) -> str:
    """How a table is laid out: in items of Article 20, in bands side by side, or as a matrix."""
    if any(row.item for row in table.rows):
        return "items"
    return "bands" if any(row.across for row in table.rows) else "matrix"
