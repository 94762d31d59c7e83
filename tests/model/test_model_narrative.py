"""The text of the six sections."""

import pytest

from gov_disclosure.model import SECTIONS, InvalidReport, Narrative


def test_the_six_sections_as_printed() -> None:
    """A written report would have headings that no form prints."""
    assert [section.heading for section in SECTIONS] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    assert [section.name for section in SECTIONS] == [
        *("overview", "proactive", "applications", "challenges", "problems", "other_matters")
    ]


def test_no_heading_and_no_text_are_different() -> None:
    """A heading with nothing under it could not be told from a heading that is not there."""
    assert Narrative(overview=()) != Narrative()
    assert Narrative().overview is None


def test_a_list_of_paragraphs_is_kept_as_a_tuple() -> None:
    """A report built from a list would be mutable, and could not be hashed."""
    narrative = Narrative(overview=["甲。", "乙。"])  # type: ignore[arg-type]
    assert narrative.overview == ("甲。", "乙。")
    assert hash(narrative) == hash(Narrative(overview=("甲。", "乙。")))


def test_every_heading_is_known_by_its_own_signs() -> None:
    """A section with its official title would not be recognised."""
    for section in SECTIONS:
        assert any(all(word in section.title for word in words) for words in section.signs)


@pytest.mark.parametrize("value", ["text", b"x", 5, ("x", 5), (("x",),), {"x"}])
def test_anything_but_paragraphs_is_refused(value: object) -> None:
    """A string would be taken for a sequence of one-letter paragraphs."""
    with pytest.raises(InvalidReport) as caught:
        Narrative(problems=value)  # type: ignore[arg-type]
    (problem,) = caught.value.problems
    assert problem.path == "problems"
