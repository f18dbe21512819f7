"""Texts in which every final ى is written ي."""

from __future__ import annotations

import pytest

from waqai.text.egyptian import with_maqsura


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("توجه الوزير الي القاهرة واكد علي دعم مصر حتي الان", "توجه الوزير الى القاهرة واكد على دعم مصر حتى الان"),
        ("سافر الرئيس علي عبد الله صالح الي صنعاء", "سافر الرئيس علي عبد الله صالح الى صنعاء"),
        ("وصل محمد علي الي عمان والي بيروت", "وصل محمد علي الى عمان والى بيروت"),
        # a text that tells ى from ي is left alone
        ("قال علي انه ذهب الى القاهرة وعاد الي", "قال علي انه ذهب الى القاهرة وعاد الي"),
        ("قال علي حسن ان الامر انتهى", "قال علي حسن ان الامر انتهى"),
    ],
)
def test_final_ya(text: str, right: str) -> None:
    assert with_maqsura(text) == right
    assert len(right) == len(text)
