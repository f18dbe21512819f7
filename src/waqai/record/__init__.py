"""The record: what the mentions of many articles say of one happening, who reports it, where they differ.

`near_copies` groups articles that are copies of each other, `mentions` makes mentions of coded events, `happenings`
merges them, `decisions` keeps what a person decided about two of them; `model` has the structures. It knows nothing
of how articles are coded or kept.

    groups = group_articles(articles)                          # or group(Signed(id, date, signature(text)) ...)
    happenings = merge(mentions_of(events, groups), decisions)
"""

from waqai.record.decisions import key_of
from waqai.record.happenings import merge
from waqai.record.mentions import mentions_of
from waqai.record.near_copies import Signed, group, group_articles, signature

__all__ = ["Signed", "group", "group_articles", "key_of", "mentions_of", "merge", "signature"]
