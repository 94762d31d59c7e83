"""The legal ground of a cell in either language: the article its row names, or the one its block is headed with."""

from gov_disclosure.language.numerals import chinese_numeral
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.forms import Field

__all__ = ["ground_of"]

_BLOCK = regex(r"第([一二三四五六七八九十百]+)条(?:第[（(]([一二三四五六七八九十]+)[）)]项)?")
_ARTICLE = regex(r"(\d+)(?:\((\d+)\))?(?: ¶(\d+))?")
_ENGLISH = regex(r"arts? ")
_DIGITS = "零一二三四五六七八九"


def ground_of(field: Field, lang: Lang) -> str:
    """Articles of the Regulations (art. 16 ¶1; 第十六条第一款), another document, or "" where nothing names one."""
    if field.ground:
        return _in_chinese(field.ground) if lang == "zh" else field.ground
    found = _BLOCK.match(field.group)
    if found is None:
        return ""
    if lang == "zh":
        return found[0]
    item = f"({chinese_numeral(found[2])})" if found[2] else ""
    return f"art. {chinese_numeral(found[1])}{item}"


def _in_chinese(ground: str) -> str:
    """From art. 16 ¶2 or arts 15, 32 to 第十六条第二款, 第十五条、第三十二条; anything else as it stands."""
    said = ground.replace("art. ", "arts ", 1)
    if _ENGLISH.match(said) is None:
        return ground
    articles = []
    for part in said.removeprefix("arts ").split(", "):
        found = _ARTICLE.fullmatch(part)
        if found is None:
            return ground
        article, item, paragraph = found.groups()
        articles.append(
            f"第{_numeral(int(article))}条"
            + (f"第（{_numeral(int(item))}）项" if item else "")
            + (f"第{_numeral(int(paragraph))}款" if paragraph else "")
        )
    return "、".join(articles)


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number >= 100:
        return str(number)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (
        _DIGITS[ones] if ones or not tens else ""
    )
