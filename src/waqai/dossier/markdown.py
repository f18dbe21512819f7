"""The Markdown form of a dossier (CommonMark with tables): to paste into a report or to keep under version control.

Text of articles is escaped so that it cannot become markup; Arabic stands in isolation marks where the page is English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .html import link
from .language import Language, language
from .matter import INTERNATIONAL
from .model import Dossier, Evidence, Party, Round, Where

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^!&])")
#: what begins a block when a line begins with it
_BLOCK = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def render(dossier: Dossier, lang: str, *, made_at: str | None = None) -> str:
    """The document in a language."""
    return _Writer(dossier, language(lang)).write(made_at)


def escape(text: str) -> str:
    """`text` on one line, harmless in Markdown and in the HTML that Markdown may hold."""
    text = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _BLOCK.sub(r"\1\\\2", text)


class _Writer:
    def __init__(self, dossier: Dossier, words: Language) -> None:
        self.d = dossier
        self.t = words
        self.articles = {a.id: a for a in dossier.articles}
        self.out: list[str] = []

    def write(self, made_at: str | None) -> str:
        d, t = self.d, self.t
        sides = [t.joined([self._name(p) for p in side]) for side in d.matter.sides]
        self.line(f"# {t('title', sides=t('between').join(sides))}")
        if d.matter.topic:
            self.line(escape(t("topic", topic=d.matter.topic)))
        s = d.summary
        self.line(
            f"{t('spans.events')}: {t.months(s.first, s.last)}. "
            f"{t('spans.reports')}: {t.period(s.first_report, s.last_report)}."
        )
        tiles = [("articles", s.articles), ("publishers", s.publishers), ("happenings", s.happenings)]
        tiles += [("corroborated", s.corroborated), ("rounds", s.rounds), ("disputes", s.disputes)]
        self.items(f"{t('tiles.' + name)}: **{t.number(n)}**" for name, n in tiles)
        self.items(f"{t('marks.' + mark)}: **{n}**" for mark, n in s.by_mark.items())
        if d.rounds:
            self.head("rounds")
            for r in d.rounds:
                self._round(r)
        if d.requests:
            self.head("requests")
            for q in d.requests:
                self.sub(f"{t.label('REQUEST', q.mode)}: {self._sides(q.by, q.to)}")
                self.line(f"{t.when(q.date)} · {t('request_marks.' + q.mark)} · {t.count('sources', q.sources)}")
                self.quote(q.evidence)
                for given in q.deliveries:
                    self.line(f"**{t('handed')}** {self._party(given.to)}")
                    self.quote(given.evidence)
                for a in q.answers:
                    self.line(f"**{t('answer')}**: {t.act(a)}{t('comma')}{self._parties(a.by)} · {t.answered(a)}")
                    self.quote(a.evidence)
        if d.agenda:
            self.head("agenda")
            for topic in d.agenda:
                what = t.joined([escape(i) for i in topic.items]) if topic.items else escape(topic.text)
                by = f" · {t('according', who=self._party(topic.source))}" if topic.source else ""
                self.line(f"**{what}** · {t('agenda_marks.' + topic.mark)}{by} · {t.day(topic.told)}")
                self.quote(topic.evidence)
        if d.timeline:
            self.head("timeline")
            for line in d.timeline:
                self.line(
                    f"**{t.of_line(line)}** · {t('marks.' + line.mark)} · {escape(t.headline(line))}"
                    f"{self._at(line.place)}{self._according(line.by)} · {t.count('sources', line.sources)}"
                )
                self.quote(line.evidence)
        if d.meetings:
            self.head("meetings")
            for r in d.meetings:
                self._round(r)
        if d.positions:
            self.head("positions")
            for side in d.positions:
                who = self._country(side.country)
                self.sub(f"{who} ({t('groups.' + side.group)})")
                for p in side.positions:
                    self.line(f"**{self._party(p.speaker)}** · {t.stance(p)} · {t.day(p.told)}")
                    self.quote(p.evidence)
        if d.incidents:
            self.head("incidents")
            for x in d.incidents:
                self.sub(f"{t.label(x.type, x.mode)}{self._at(x.place)}")
                self.line(f"{t.when(x.date)} · {t('marks.' + x.mark)} · {t.count('sources', x.sources)}")
                facts = [f"{t('perpetrator')}: {escape(t.claim(c))}" for c in x.claims]
                facts = facts or [f"{t('perpetrator')}: {t('unknown_perpetrator')}"]
                if x.victims:
                    facts.append(f"{t('victims')}: {self._parties(x.victims)}")
                facts += [f"{t.counted(c)} ({t.count('sources', c.sources)})" for c in x.counts]
                self.items(facts)
                self.quote(x.evidence)
        if d.accusations or d.denials:
            self.head("accusations")
            for accusation in d.accusations:
                who = self._sides(accusation.by, accusation.against)
                self.line(f"**{t.when(accusation.date)}** · {t.label('ACCUSE', accusation.mode)}: {who}")
                self.quote(accusation.evidence)
        if d.denials:
            self.sub(t("denials"))
            for p in d.denials:
                self.line(f"**{self._party(p.speaker)}** · {t.day(p.told)}")
                self.quote(p.evidence)
        if d.strengths:
            self.head("strengths")
            names = ("date", "number", "kind", "whose", "source", "where")
            rows = []
            for s_ in d.strengths:
                article = self.articles[s_.evidence[0].article]
                rows.append(
                    [
                        t.when(s_.date) if s_.date else t.day(s_.told),
                        t.strength(s_),
                        t("strength_kinds." + s_.kind),
                        self._owner(s_.owner) if s_.owner else t("owner_unsaid"),
                        self._party(s_.source) if s_.source else t("reporter"),
                        f"{escape(article.publisher or t('no_publisher'))}{t('comma')}{t.day(article.date)}",
                    ]
                )
            self.table([t("table." + n) for n in names], rows)
            self.quote([e for s_ in d.strengths for e in s_.evidence])
        if d.disputes:
            self.head("disputes")
            lines = {line.id: line for line in d.timeline}
            for dispute in d.disputes:
                title = t("fields." + dispute.field)
                if dispute.happening in lines:
                    title += f": {escape(t.headline(lines[dispute.happening]))}"
                self.sub(title)
                for value in dispute.values:
                    self.line(
                        f"**{escape(t.value(value))}**{self._according(value.by)} ({t.count('sources', value.sources)})"
                    )
                    self.quote(value.evidence)
        self.head("sources")
        self.items(f"{t('corroboration.' + k)}: **{n}**" for k, n in d.corroboration.items())
        self.table(
            [t("table." + n) for n in ("publisher", "articles", "happenings", "alone", "period")],
            [
                [
                    escape(p.name or t("no_publisher")),
                    str(p.articles),
                    str(p.happenings),
                    str(p.alone),
                    t.period(p.first, p.last),
                ]
                for p in d.publishers
            ],
        )
        for c in d.near_copies:
            self.line(f"{t('original')} {escape(c.original)}: {t('comma').join(map(escape, c.copies))}")
        self.head("articles")
        for article in d.articles:
            title = escape(article.title or article.id)
            url = link(article.url)
            shown = f"[{title}](<{url.replace('>', '%3E').replace('<', '%3C')}>)" if url else title
            publisher = escape(article.publisher or t("no_publisher"))
            self.line(f"- {shown} · {publisher} · {t.day(article.date)} · {escape(article.id)}")
        self.head("method")
        self.items(escape(line) for line in t.m["method"])
        made = t("generated", version=d.coder_version, articles=t.count("articles", s.read), lexicon=d.lexicon_version)
        self.line(f"*{escape(made)}*" + (f" {t('made_at', date=t.day(made_at))}" if made_at else ""))
        return "\n\n".join(self.out) + "\n"

    # -- pieces ------------------------------------------------------------------------------------------------

    def line(self, text: str) -> None:
        self.out.append(text)

    def items(self, lines: Iterable[str]) -> None:
        got = [f"- {line}" for line in lines]
        if got:
            self.out.append("\n".join(got))

    def head(self, name: str) -> None:
        self.line(f"## {self.t('sections.' + name)}")

    def sub(self, text: str) -> None:
        self.line(f"### {text}")

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
        lines += ["| " + " | ".join(row) + " |" for row in rows]
        self.out.append("\n".join(lines))

    def quote(self, pieces: Sequence[Evidence]) -> None:
        lines = []
        for e in pieces:
            article = self.articles[e.article]
            text, at = "", 0
            for start, end in e.marks:
                text += escape_part(e.text[at:start]) + "**" + escape_part(e.text[start:end]) + "**"
                at = end
            text += escape_part(e.text[at:])
            text = _BLOCK.sub(r"\1\\\2", text)
            publisher, comma = escape(article.publisher or self.t("no_publisher")), self.t("comma")
            lines.append(f"> {text}\n>\n> — {publisher}{comma}{self.t.day(article.date)}{comma}{escape(e.article)}")
        if lines:
            self.out.append("\n>\n".join(lines))

    def _round(self, r: Round) -> None:
        t = self.t
        title = t("round", n=r.number) if r.number is not None else t("kinds." + r.kind)
        self.sub(f"{title}: {self._parties(r.parties)}")
        mark = t("meeting_marks." + r.mark)
        self.line(f"{t.when(r.date)} · {mark}{self._at(r.place)} · {t.count('sources', r.sources)}")
        for step in r.steps:
            planned = f" {t('planned_for', date=t.when(step.date))}" if step.mark == "planned" and step.date else ""
            self.line(f"{t('step.' + step.mark)}{planned} · {t.day(step.told)}")
            self.quote(step.evidence)

    def _at(self, place: Where | None) -> str:
        if place is None:
            return ""
        return f" · {escape(place.text if self.t.code == 'ar' else place.name or place.text)}"

    def _name(self, p: Party) -> str:
        return escape(self.t.party(p))

    def _party(self, p: Party) -> str:
        text = escape(self.t.party(p))
        return f"\u2067{text}\u2069" if self.t.code != "ar" and self.t.is_arabic(text) else text

    def _parties(self, several: Sequence[Party]) -> str:
        return self.t.joined([self._party(p) for p in several])

    def _sides(self, one: Sequence[Party], other: Sequence[Party]) -> str:
        return f" {self.t('arrow')} ".join(self._parties(side) for side in (one, other) if side)

    def _according(self, by: Sequence[Party]) -> str:
        return f" · {self.t('according', who=self._parties(by))}" if by else ""

    def _owner(self, owner: Party) -> str:
        """Whose troops: a state by its name, an alliance by its own."""
        return self._party(owner) if owner.country in INTERNATIONAL else self._country(owner.country)

    def _country(self, code: str | None) -> str:
        if code is None:
            return self.t("nobody")
        return self.d.countries.get(code, (code, code))[0 if self.t.code == "ar" else 1]


def escape_part(text: str) -> str:
    """As `escape`, for a part of a line: its outer spaces stay."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text))
