"""What an office file says of itself: title, creator, dates, from ``docProps/core.xml`` or ``meta.xml``."""

from gov_disclosure.documents import Meta
from gov_disclosure.readers.safe_xml import parse_xml
from gov_disclosure.reading.errors import ReadError
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.place import Place

__all__ = ["core_properties"]

_NAMES = {
    "title": "title",
    "subject": "subject",
    "creator": "creator",
    "initial-creator": "creator",
    "lastModifiedBy": "last modified by",
    "created": "created",
    "creation-date": "created",
    "modified": "modified",
}
_LONGEST = 500


def core_properties(content: bytes, limits: Limits, place: Place) -> list[Meta]:
    """The properties that are filled in; a broken part says nothing."""
    try:
        root = parse_xml(content, limits, part=place.member or "properties")
    except ReadError:
        return []
    found: dict[str, Meta] = {}
    for element in root.iter():
        name = _NAMES.get(element.tag.rpartition("}")[2])
        text = (element.text or "").strip()
        if name is not None and text:
            found.setdefault(name, Meta(name=name, value=text[:_LONGEST], place=place))
    return list(found.values())
