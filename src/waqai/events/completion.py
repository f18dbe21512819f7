"""Parties that the sentence leaves to be understood: the land struck, people under occupation, the deeds of those who
report them, whom a condition is for. All are marked as implied in the record.
"""

from __future__ import annotations

from waqai.actors.mentions import ARMY_OVER, INTERNATIONAL, Mention
from waqai.events.matcher import Fired
from waqai.events.parties import event_land
from waqai.events.reading import Reading, implied, without
from waqai.events.triggers import in_reply

#: whose people are meant where an army holds a land that is not its own: those hit by Israeli soldiers are Palestinians
_HELD = {army: land for land, army in ARMY_OVER.items()}
#: who reports his own blows: تم استهداف القاعدة
_FIGHTING = frozenset(("MIL", "REB", "PRM", "SPY"))
#: nouns by which one does as he was asked
_ANSWERS = frozenset(("استجابة", "تلبية"))


def complete(event: Fired, reading: Reading) -> Fired:
    """The event with those parties that its words imply."""
    if event.type == "ASSAULT":
        event = _occupied(_own_blow(event), reading)
        return _land_struck(event, reading)
    if event.type == "THREATEN":
        return _unless(_in_the_name(event), reading)
    if event.type == "COERCE":
        return _occupied(event, reading)
    if event.type == "SANCTION":
        return _announced(event, reading)
    if event.type == "REQUEST":
        return _answered(_addressed(event, reading), reading)
    return event


def _own_blow(event: Fired) -> Fired:
    """What an army or armed group reports in the passive it did itself: قال الحرس الثوري: تم استهداف قاعدة أميركية."""
    if event.actors or event.status not in ("actual", "historical") or event.frame.casualty or not event.source:
        return event
    teller = event.source[0]
    if teller.sector not in _FIGHTING or not teller.country:
        return event
    passive = event.trigger.kind == "noun" or event.trigger.clause.voice == "v"
    struck = {m.country for m in event.recipients if m.country}
    if not passive or not struck or teller.country in struck or any(m.sector == "CVL" for m in event.recipients):
        return event
    return event._replace(actors=implied([teller]))


def _occupied(event: Fired, reading: Reading) -> Fired:
    """People of whom nobody says whose they are, against soldiers who hold their land, are of that land."""
    everybody = [*event.actors, *event.recipients]
    holder = next((m for m in everybody if m.country in _HELD and not m.inferred and m.sector in ("MIL", None)), None)
    if holder is None or holder.country is None:
        return event
    land = _HELD[holder.country]
    around = [code for _, code, _ in reading.resolver.sentence if code != holder.country]

    def told(mention: Mention) -> Mention:
        head = mention.phrase.head if mention.phrase is not None else None
        kin = head is not None and bool(head.enc) and mention.sector == "CVL"  # شقيقه
        unsaid = mention.inferred or kin
        if not (unsaid and mention.country == holder.country and mention.sector not in ("MIL", "COP", "GOV")):
            return mention
        mention = mention.copy()
        mention.country = around[0] if around and land not in around else land
        return mention

    return event._replace(actors=[told(m) for m in event.actors], recipients=[told(m) for m in event.recipients])


def _land_struck(event: Fired, reading: Reading) -> Fired:
    """Where nobody is told to be hit, the land that foreigners strike: شنت روسيا هجمات في أنحاء أوكرانيا."""
    if event.recipients or event.frame.symmetric or event.mode == "targeted":
        return event
    if event.trigger.kind == "noun" and event.trigger.unit.art:
        return event  # وقالت الوزارة إن الضربات طالت موقعين في سوريا: whom they hit was told before
    theirs = {m.country for m in event.actors if m.country and not m.inferred}
    if not theirs or theirs & (INTERNATIONAL - {"IGO"}):
        return event
    found = event_land(event.trigger, reading)
    if found is None or found[1] in theirs or found[1] in INTERNATIONAL:
        return event
    return event._replace(recipients=implied([reading.land(*found)]))


def _in_the_name(event: Fired) -> Fired:
    """Who threatens in the name of his state or group threatens himself: ترامب: الولايات المتحدة سترد."""
    if len(event.actors) != 1 or not event.source or event.status != "actual":
        return event
    (actor,), teller = event.actors, event.source[0]
    bare = actor.kind in ("country", "seat", "demonym") and not actor.sector
    own = teller.country == actor.country and teller.sector not in (None, "JRN", "CVL")
    if not bare or not own or not (teller.person or teller.kind == "role"):
        return event
    return event._replace(actors=[teller], source=[], speech=None)


def _addressed(event: Fired, reading: Reading) -> Fired:
    """Who is asked in writing: أرسلت بغداد مذكرة إلى واشنطن | تطلب تحديد موعد, سلمت السفير مذكرة | تدعو إلى."""
    clause = event.trigger.clause
    if event.recipients or event.trigger.kind != "verb" or clause.kind not in ("serial", "rel", "hal"):
        return event
    document = clause.antecedent
    sending = reading.clause_of.get(id(document)) if document is not None else clause.coord or clause.parent
    if sending is None or sending.unit is None:
        return event
    letters = [p for p in (*sending.post, *(p for p in sending.pps if p.prep == "ب")) if "document" in p.head.classes]
    if not letters:
        return event
    to = next((p for p in sending.pps if p.preposition in ("الى", "ل")), None)
    if to is None and sending.object is not letters[0]:
        to = sending.object
    asked = without([m for m in reading.mentions(to) if m.political], event.actors)
    if to is not None and "envoy" in to.head.classes:  # سلمت السفير مذكرة: through him his state is asked
        asked = [reading.land(to, m.country) for m in asked if m.country]
    return event._replace(recipients=implied(asked)) if asked else event


def _announced(event: Fired, reading: Reading) -> Fired:
    """Whose sanctions they are that a relative clause tells more of: أعلنت واشنطن عقوبات | تستهدف طهران."""
    clause = event.trigger.clause
    if event.actors or clause.kind != "rel" or clause.antecedent is None or clause.parent is None:
        return event
    if clause.parent.object is not clause.antecedent and clause.antecedent.prep != "عن":
        return event
    found = without([m for m in reading.subject(clause.parent) if m.political and m.country], event.recipients)
    return event._replace(actors=implied(found)) if found else event


def _answered(event: Fired, reading: Reading) -> Fired:
    """Who does what he is asked for: وافقت واشنطن على الحوار استجابة | لطلب من بغداد."""
    told = [m for m in event.recipients if m.start > event.trigger.unit.start]
    phrase = event.trigger.phrase
    on_request = phrase is not None and phrase.prep == "بناء على"
    if told or not event.actors or not (on_request or in_reply(event.trigger, _ANSWERS)):
        return event
    above = event.trigger.clause if event.trigger.clause.kind != "rel" else event.trigger.clause.parent
    if above is None or above.subject is None:
        return event
    asked = without([m for m in reading.subject(above) if m.political], event.actors)
    return event._replace(recipients=implied(asked)) if asked else event


def _unless(event: Fired, reading: Reading) -> Fired:
    """Whom a threat is for that hangs on a condition: هددت واشنطن بعقوبات | إذا غزت روسيا أوكرانيا."""
    if any(m.country for m in event.recipients):
        return event
    around = {c.number for c in event.trigger.clause.ancestors()} | {event.trigger.clause.number}
    for clause in reading.parse.clauses:
        if clause.kind != "sub:cond" or clause.parent is None or clause.parent.number not in around:
            continue
        found = [m for m in reading.subject(clause) if m.country and not m.thing]
        found = without(found, event.actors)
        if found and not {m.country for m in found} & {m.country for m in event.actors}:
            return event._replace(recipients=implied(found))
    return event
