"""Builds the list of learners again from the tables, and counts the blocks that are made of enrolments."""

from collections import defaultdict
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

import records
from records import by_id, share

BREAKDOWNS = {
    "enrolments-by-region": lambda line: (line["region"] or "not-recorded",),
    "enrolments-by-member": lambda line: (line["region"] or None, line["organisation"] or "not-recorded"),
    "enrolments-by-sex": lambda line: (line["sex"],),
    "enrolments-by-mode": lambda line: (line["mode"],),
    "enrolments-by-language": lambda line: (line["language"],),
    "enrolments-by-role-level": lambda line: (line["role-level"] or "not-recorded",),
    "enrolments-by-course": lambda line: (line["course"],),
    "enrolments-by-month": lambda line: (line["enrolled-on"][:7],),
    "enrolments-by-state": lambda line: (line["state"],),
}
ENDS = {"completed", "failed", "withdrawn", "no-show", "expired"}


def day_in(microseconds, zone):
    """The calendar day of an instant in a zone, as text."""
    whole = datetime.fromtimestamp(microseconds // 1_000_000, timezone.utc)
    return whole.astimezone(ZoneInfo(zone)).date().isoformat()


def lines(kept, zone):
    """A line for each enrolment that was recorded by the cut-off, with what is in the list and what only the rows tell."""
    people, sessions, parties = (by_id(kept.table(name)) for name in ("person", "session", "party"))
    versions, courses = by_id(kept.table("course_version")), by_id(kept.table("course"))
    places, belongs = defaultdict(list), records.memberships(kept)
    for place in kept.table("affiliation"):
        places[place["person"]].append(place)
    donors = records.donors_of_sessions(kept)
    certified = {row["enrolment"] for row in kept.table("certificate") if row["issued_at"] <= kept.cut_off}
    nominated_by = {row["id"]: row["nominated_by"] for row in kept.table("nomination")}
    ended = [(row["affiliation"], row["last_day"]) for row in kept.table("affiliation_end")]
    steps, found = kept.steps("enrolment_transition", "enrolment"), []
    for enrolment in kept.table("enrolment"):
        own = steps[enrolment["id"]]
        if not own:
            continue
        session, last = sessions[enrolment["session"]], own[-1]
        place = place_at_start(enrolment, session["first_day"], places[enrolment["person"]], ended, nominated_by)
        party = parties[place["party"]] if place else {"code": "", "region": None}
        found.append(
            {
                "id": enrolment["id"],
                "host": parties[session["host"]]["code"] if session["host"] else None,
                "donors": donors[session["id"]],
                "person": identifier(enrolment["person"]),
                "sex": people[enrolment["person"]]["sex"],
                "organisation": party["code"],
                "region": party["region"] or "",
                "role-level": (place["role_level"] or "") if place else "",
                "course": courses[versions[enrolment["version"]]["course"]]["code"],
                "version": enrolment["version"],
                "session": session["code"],
                "mode": session["mode"],
                "language": session["language"],
                "state": last["state_after"],
                "attended": "yes" if last["has_attended"] else "no",
                "result": result(last),
                "certified": "yes" if enrolment["id"] in certified else "no",
                "enrolled-on": day_in(enrolment["recorded_at"], zone),
                "started-on": start(own, zone),
                "ended-on": end(own, zone),
                "groups": " ".join(sorted(belongs(session["code"], party["code"]))),
            }
        )
    return found


def place_at_start(enrolment, start, places, ended, nominated_by):
    """The place in a party that somebody held when the session started; of several, one in the party that nominated."""
    over = {affiliation for affiliation, last in ended if last < start}
    held = [place for place in places if place["valid_from"] <= start and place["id"] not in over]
    held.sort(key=lambda place: (place["valid_from"], place["id"]))
    held.sort(key=lambda place: place["id"] == enrolment["affiliation"])
    held.sort(key=lambda place: place["party"] == nominated_by.get(enrolment["nomination"]))
    return held[-1] if held else None


def identifier(octets):
    text = octets.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def result(step):
    if step["state_after"] == "completed":
        return "passed" if step["is_passed"] else "completed-without-pass"
    return "failed" if step["state_after"] == "failed" else ""


def start(steps, zone):
    """The day that first showed attendance, since it was shown without a break."""
    first = None
    for step in steps:
        first = (first or step) if step["has_attended"] else None
    return day_in(first["at"], zone) if first else ""


def end(steps, zone):
    """The day on which the state was reached that it ended in."""
    if steps[-1]["state_after"] not in ENDS:
        return ""
    place = len(steps) - 1
    while place and steps[place - 1]["state_after"] == steps[-1]["state_after"]:
        place -= 1
    return day_in(steps[place]["at"], zone)


def listed_otherwise(listed, built):
    """What differs between the list and the rows."""
    columns = [column for column in built[0] if column in listed[0]] if built and listed else []

    def shown(rows):
        return sorted(tuple(row[column] for column in columns) for row in rows)

    differences = [f"learners: {len(listed)} listed, {len(built)} in the rows"] if len(listed) != len(built) else []
    pairs = zip(shown(listed), shown(built)) if not differences else []
    return differences + [f"learners: listed {one}, in the rows {other}" for one, other in pairs if one != other]


def counted(own):
    attended = [line for line in own if line["attended"] == "yes"]
    completed = [line for line in attended if line["state"] == "completed"]
    return {
        "enrolments": len(own),
        "attendances": len(attended),
        "persons": len({line["person"] for line in own}),
        "completed": len(completed),
        "completed-percent": share(len(completed), len(attended)),
    }


def grouped(own, key):
    groups = defaultdict(list)
    for line in own:
        groups[key(line)].append(line)
    return groups


def blocks(every, cohort, kept, first, last):
    """The rows and the total of each block, by its name."""
    found = {
        name: ({group: counted(own) for group, own in grouped(cohort, key).items()}, counted(cohort))
        for name, key in BREAKDOWNS.items()
    }
    found["enrolments-by-group"] = (by_group(cohort), counted(cohort))
    found["enrolments-by-donor"] = by_donor(cohort)
    found["results"] = (results(cohort), None)
    found["funnel"] = (funnel(cohort), None)
    found["activity-in-period"] = (activity(every, first, last), None)
    return found


def by_group(cohort):
    """A party may belong to several groups; who belongs to none is counted where any group is."""
    found = defaultdict(list)
    for line in cohort:
        for group in line["groups"].split() or ["no-group"]:
            found[(group,)].append(line)
    return {} if set(found) == {("no-group",)} else {group: counted(own) for group, own in found.items()}


def by_donor(cohort):
    found = defaultdict(list)
    for line in cohort:
        for donor in line["donors"] or {"no-donor"}:
            found[(donor,)].append(line)

    def with_sessions(own):
        return counted(own) | {"sessions": len({line["session"] for line in own})}

    return {donor: with_sessions(own) for donor, own in found.items()}, with_sessions(cohort)


def results(cohort):
    judged = [line for line in cohort if line["result"]]
    return {
        (outcome,): {
            "attendances": len(own),
            "persons": len({line["person"] for line in own}),
            "percent": share(len(own), len(judged)),
        }
        for (outcome,), own in grouped(judged, lambda line: (line["result"],)).items()
    }


def funnel(cohort):
    stages = {
        "enrolled": lambda line: True,
        "attended": lambda line: line["attended"] == "yes",
        "completed": lambda line: line["state"] == "completed",
        "passed": lambda line: line["result"] == "passed",
        "certified": lambda line: line["certified"] == "yes",
    }
    counts = {stage: sum(1 for line in cohort if came(line)) for stage, came in stages.items()}
    return {
        (stage,): {"enrolments": count, "percent": share(count, len(cohort))} for stage, count in counts.items() if cohort
    }


def activity(every, first, last):
    happened = defaultdict(list)
    for line in every:
        if first <= line["enrolled-on"] <= last:
            happened[("enrolled",)].append(line)
        if line["started-on"] and first <= line["started-on"] <= last:
            happened[("started",)].append(line)
        if line["ended-on"] and first <= line["ended-on"] <= last:
            happened[(line["state"],)].append(line)
    return {event: counted(own) for event, own in happened.items()}
