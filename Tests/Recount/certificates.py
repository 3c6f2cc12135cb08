"""Counts the blocks that are made of certificates."""

from collections import defaultdict

from enrolments import day_in, identifier
from records import by_id, days_of, term, text

NOT_ENDED = {"issued", "suspended"}


def at_cut_off(kept, lines, audience):
    """Each own certificate that was issued by the cut-off, with the state it had then and the day it came into it."""
    schemes, steps = by_id(kept.table("scheme")), kept.steps("certificate_transition", "certificate")
    enrolments, parties = {line["id"]: line for line in lines}, by_id(kept.table("party"))
    for row in kept.table("certificate"):
        own = steps[row["id"]]
        issuer = parties[schemes[row["scheme"]]["issuer"]]["code"]
        if not own or not audience.owns_certificate(enrolments[row["enrolment"]], issuer):
            continue
        state, since, last = own[-1]["state"], text(own[-1]["on_day"]), row["last_day"]
        is_over = last is not None and text(last) < day_in(kept.cut_off, row["time_zone"])
        if state == "expired" or (state in NOT_ENDED and is_over):
            state, since = "expired", text(last + 1)
        issued = text(row["issued_on"])
        begun = text(own[0]["on_day"]) if row["replaces"] else issued
        yield {
            "scheme": schemes[row["scheme"]]["code"],
            "kind": row["kind"],
            "number": row["number"],
            "person": row["person"],
            "person-code": identifier(row["person"]),
            "issued-on": issued,
            "begun": begun,
            "begins": max(begun, text(row["first_day"])),
            "last-day": None if last is None else text(last),
            "replaces": row["replaces"],
            "renews": row["renews"],
            "state": state,
            "since": since,
        }


def is_in_force(one, on):
    if on < one["begins"] or (one["last-day"] is not None and one["last-day"] < on):
        return False
    return one["state"] == "issued" or on < one["since"]


def counted(own):
    return {"certificates": len(own), "persons": len({one["person"] for one in own})}


def blocks(own, report):
    first, last = (text(day) for day in days_of(report))
    events, schemes, terms = defaultdict(list), defaultdict(list), defaultdict(list)
    for one in own:
        one["is-in-force"] = is_in_force(one, last)
        if one["is-in-force"]:
            events[("in-force",)].append(one)
            terms[(term(one["last-day"], last),)].append(one)
        if one["state"] != "issued" and first <= one["since"] <= last:
            events[(one["state"],)].append(one)
        if one["replaces"] or not first <= one["issued-on"] <= last:
            continue
        events[("renewed" if one["renews"] else "issued",)].append(one)
        if not one["renews"]:
            schemes[(one["scheme"], one["kind"])].append(one)

    def rows(groups):
        return {key: counted(group) for key, group in groups.items()}

    return {
        "certificates": (rows(events), None),
        "certificates-by-scheme": (rows(schemes), counted(events[("issued",)])),
        "certificates-expiring": (rows(terms), counted(events[("in-force",)])),
    }
