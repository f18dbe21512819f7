"""Every field of the record's structures is told of in docs/happenings.md, and no other."""

import re
from pathlib import Path

import pytest

from waqai.record import model

PAGE = (Path(__file__).parents[2] / "docs" / "happenings.md").read_text(encoding="utf8")


def table(heading):
    """First cells of the table in the section whose heading contains `heading`."""
    section = re.split(r"^##+ ", PAGE, flags=re.MULTILINE)
    (text,) = [s for s in section if heading in s.split("\n", 1)[0]]
    return re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("heading", "structure"),
    [
        ("Fields of a happening", model.Happening),
        ("A value and its support", model.Support),
        ("A figure", model.Figure),
        ("A contradiction", model.Contradiction),
        ("A step of its history", model.StatusStep),
        ("A mention", model.Mention),
        ("(`Decision`)", model.Decision),
    ],
)
def test_fields(heading, structure):
    assert table(heading) == list(structure.__struct_fields__)


def test_links():
    assert table("A link") == [*model.Link.__struct_fields__, *model.LinkKind.__args__]


def test_steps_and_judgements():
    for word in (*model.Step.__args__, *model.Judgement.__args__):
        assert f"`{word}`" in PAGE
