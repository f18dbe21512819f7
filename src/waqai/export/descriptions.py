"""What the columns of waqai's own records mean, in short, for data packages and docs/export.md."""

from __future__ import annotations

from waqai.export.schema import Column

_FIELDS = {
    "event_id": "Id of the mention, the same in every run",
    "id": "Id of the happening",
    "doc_id": "Id of the article",
    "url": "URL of the article",
    "publisher": "Publisher of the article",
    "title": "Title of the article",
    "pub_date": "Day of publication, ISO 8601",
    "event_type": "PLOVER type",
    "event_mode": "PLOVER mode of the type",
    "contexts": "PLOVER contexts",
    "quad_code": "V-COOP, M-COOP, V-CONF or M-CONF",
    "intensity": "PLOVER score, -10 to +10",
    "status": "actual, future, hypothetical, negated or historical",
    "confidence": "0 to 1",
    "frame": "Entry of the lexicon that made the record",
    "coder_version": "Version of waqai",
    "lexicon_version": "The words it was coded with",
    "verb": "Verb of saying",
    "direct": "Whether it is quoted",
    "sentence": "Number of the sentence in the article",
    "round": "Number of the round of talks",
    "events": "Ids of its mentions, the most telling first",
    "articles": "Ids of the articles that tell it",
    "sources": "Number of independent sources",
    "first_report": "Day of publication of the first article",
    "last_report": "Day of publication of the last",
    "contradicted": "Fields on which reports differ",
}
_PARTS = {
    "anchor": "Words of the event",
    "sentence": "Sentence of the event",
    "actors": "Who did it",
    "recipients": "To whom",
    "speaker": "Who says it",
    "content": "What is said",
    "date": "When",
    "place": "Where",
    "source": "According to whom",
    "quantities": "Numbers told with it",
    "figures": "Numbers told of it",
    "history": "What it was said to be over time",
    "links": "Links to other happenings",
}
_LEAVES = {
    "text": "as written",
    "start": "offset of the first character",
    "end": "offset after the last character",
    "name": "name in Latin script",
    "name_ar": "canonical Arabic name",
    "id": "Wikidata id, or an id of the lexicon",
    "country": "ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC",
    "sector": "PLOVER sector; empty for a country as a whole",
    "other_sectors": "further sectors",
    "role": "office or function",
    "implied": "whether the words stand elsewhere in the article",
    "precision": "kind of place, or near, site, dateline",
    "inferred": "what supplied or corrected it",
    "admin1": "first-order division",
    "lat": "latitude, WGS 84 degrees",
    "lon": "longitude, WGS 84 degrees",
    "geonames_id": "id in GeoNames",
    "relation": "near, outside, north ...; empty for in",
    "verb": "verb of saying",
    "how": "direct, indirect or agency",
    "kind": "killed, injured, troops ...",
    "min": "least",
    "max": "most",
    "unit": "what is counted",
    "step": "announced, confirmed, denied, possible or recalled",
    "day": "day of publication",
    "target": "id of the other happening",
}
_DATE = {"start": "first day, ISO 8601", "end": "last day", "precision": "day, week, month, season, year or decade"}
_OWN = {("links", "kind"): "outcome, answer, delivery, next_round, part_of or same_matter"}


def description(column: Column) -> str:
    """What a column of a record type holds; its own description where it has one."""
    if column.description:
        return column.description
    part, *rest = column.path
    if not rest:
        text = _FIELDS[part]
    else:
        leaf = _OWN.get((part, rest[0])) or (_DATE if part == "date" else {}).get(rest[0]) or _LEAVES[rest[0]]
        text = f"{_PARTS[part]}: {leaf}"
    return text + ("; one list for each party" if column.lists == 2 else "")
