"""Reads the tables of a data folder, and counts what donors pay for and what training led to.

Tables are read whole and row by row; nothing is joined, added up or grouped by the database.
"""

import sqlite3
from calendar import monthrange
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone

SEXES = ["female", "male", "other", "undisclosed", "unknown"]


class Records:
    """The records of a data folder as they stood at a cut-off."""

    def __init__(self, path, cut_off):
        self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.connection.row_factory = sqlite3.Row
        moment = datetime.strptime(cut_off, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)
        self.cut_off = round(moment.timestamp() * 1_000_000)
        self.today = day(moment.date())

    def table(self, name):
        """The rows that were recorded by the cut-off and not taken back by then."""
        rows = [dict(row) for row in self.connection.execute(f"SELECT * FROM {name}")]
        return [row for row in rows if self.holds(row)]

    def steps(self, name, of, number="number"):
        """What happened to each record by the cut-off, in its order."""
        found = defaultdict(list)
        for row in sorted(self.table(name), key=lambda row: row[number]):
            if row["at"] <= self.cut_off:
                found[row[of]].append(row)
        return found

    def holds(self, row):
        if row.get("recorded_at") is not None and row["recorded_at"] > self.cut_off:
            return False
        ended = row.get("ended_at") or row.get("annulled_at")
        return ended is None or ended > self.cut_off


def day(value):
    """A calendar day as the tables keep it."""
    return (value - date(1970, 1, 1)).days


def days_of(report):
    return day(date.fromisoformat(report["head"]["from"])), day(date.fromisoformat(report["head"]["to"]))


def text(days):
    return (date(1970, 1, 1) + timedelta(days=days)).isoformat()


def months_after(days, months):
    """The same day of a later month, or its last one where it lacks the day."""
    begin = date(1970, 1, 1) + timedelta(days=days)
    year, month = divmod(begin.year * 12 + begin.month - 1 + months, 12)
    return day(date(year, month + 1, min(begin.day, monthrange(year, month + 1)[1])))


def term(until, since):
    """Within how many months of one day another lies, both as text; None lies nowhere."""
    if until is None:
        return "never"
    for months in (3, 6, 12, 24):
        if until <= text(months_after(day(date.fromisoformat(since)), months)):
            return f"within-{months}-months"
    return "later"


def share(part, base):
    """Rounded half up to a tenth of a percent, as text; None of nothing."""
    if base == 0:
        return None
    tenths = (2000 * part + base) // (2 * base)
    return f"{tenths // 10}.{tenths % 10} of {base}"


def by_id(rows):
    return {row["id"]: row for row in rows}


def donors_of_sessions(records):
    """Who pays for seats in each session, by their codes."""
    parties, donors = by_id(records.table("party")), defaultdict(set)
    for paid in records.table("session_funding"):
        donors[paid["session"]].add(parties[paid["donor"]]["code"])
    return donors


def funding(records, lines, report, audience):
    """What each donor pays for: sessions that begin in the period or in which somebody was enrolled, seats, attendances."""
    first, last = days_of(report)
    sessions, parties = by_id(records.table("session")), by_id(records.table("party"))
    programmes = by_id(records.table("funding_programme"))
    enrolled, attended, paid_for = defaultdict(int), defaultdict(int), set()
    for line in lines:
        enrolled[line["session"]] += 1
        attended[line["session"]] += line["attended"] == "yes"
    groups = defaultdict(lambda: {"sessions": 0, "seats": None, "attendances": 0, "seats-used": None})
    for paid in records.table("session_funding"):
        code, starts = sessions[paid["session"]]["code"], sessions[paid["session"]]["first_day"]
        if not (enrolled[code] or first <= starts <= last) or not audience.sees_donor(parties[paid["donor"]]["code"]):
            continue
        paid_for.add(code)
        programme = programmes[paid["programme"]]["code"] if paid["programme"] else "no-programme"
        group = groups[(parties[paid["donor"]]["code"], programme)]
        group["sessions"] += 1
        group["attendances"] += attended[code]
        if paid["seats"] is not None:
            group["seats"] = (group["seats"] or 0) + paid["seats"]
            group["seats-used"] = (group["seats-used"] or 0) + min(paid["seats"], attended[code])
    total = seats_of_all(groups.values())
    total |= {"sessions": len(paid_for), "attendances": sum(attended[code] for code in paid_for)}
    for group in [*groups.values(), total]:
        seats = group["seats"]
        group["seats-used-percent"] = None if seats is None else share(group["seats-used"], seats)
    return dict(groups), total


def seats_of_all(groups):
    known = [group for group in groups if group["seats"] is not None]
    return {figure: sum(group[figure] for group in known) if known else None for figure in ("seats", "seats-used")}


def targets(touched):
    """What was reached of each target, by programme, indicator and days."""
    return {key: reached(indicator, own, value) for key, indicator, own, value, _ in touched}


def targets_by_month(touched):
    """The same by the end of each month that has begun, from the target's first one on."""
    return {
        (*key, month): reached(indicator, [line for line in own if line["enrolled-on"][:7] <= month], value)
        for key, indicator, own, value, months in touched
        for month in months
    }


def targets_told(records, lines, report, audience):
    """Each target that the audience is told of: its name, its indicator, the enrolments that count, its value, its months."""
    first, last = days_of(report)
    sessions, parties = by_id(records.table("session")), by_id(records.table("party"))
    programmes = by_id(records.table("funding_programme"))
    paid = defaultdict(set)
    for line in records.table("session_funding"):
        paid[line["programme"]].add(sessions[line["session"]]["code"])
    for target in records.table("funding_target"):
        programme, indicator = programmes[target["programme"]], target["indicator"]
        donor = parties[programme["donor"]]["code"]
        if not audience.sees_target(donor, (target["first_day"], target["last_day"]), (first, last)):
            continue
        begin, end = text(target["first_day"]), text(min(target["last_day"], last))
        own = [
            line for line in lines if line["session"] in paid[target["programme"]] and begin <= line["enrolled-on"] <= end
        ]
        key = (donor, programme["code"], indicator, begin, text(target["last_day"]))
        yield key, indicator, own, target["value"], months_of(begin, end)


def months_of(begin, end):
    years = range(int(begin[:4]), int(end[:4]) + 1)
    return [month for year in years for number in range(1, 13) if begin[:7] <= (month := f"{year:04}-{number:02}") <= end[:7]]


def reached(indicator, own, value):
    actual = {
        "sessions": len({line["session"] for line in own}),
        "attendances": sum(line["attended"] == "yes" for line in own),
        "persons": len({line["person"] for line in own}),
        "women": len({line["person"] for line in own if line["sex"] == "female"}),
        "completed": sum(line["attended"] == "yes" and line["state"] == "completed" for line in own),
    }[indicator]
    return {"target": value, "actual": actual, "actual-percent": share(actual, value)}


def evaluations(records, report, audience):
    """How many were asked and answered, by level, respondents and scale, and the mean of the marks."""
    first, last = days_of(report)
    answers = defaultdict(list)
    for answer in records.table("evaluation_answer"):
        answers[answer["evaluation"]].append(answer["id"])
    marks = defaultdict(list)
    for mark in records.table("evaluation_mark"):
        marks[mark["answer"]].append(mark["mark"])
    groups = defaultdict(lambda: {"evaluations": 0, "asked": 0, "answers": 0, "marks": []})
    sessions, parties, donors = by_id(records.table("session")), by_id(records.table("party")), donors_of_sessions(records)
    for evaluation in records.table("evaluation"):
        session = sessions[evaluation["session"]]
        host = parties[session["host"]]["code"] if session["host"] else None
        if audience.owns_evaluation(host, donors[session["id"]]) and first <= evaluation["due"] <= last:
            group = groups[(evaluation["level"], evaluation["respondents"], f"1-{evaluation['highest_mark']}")]
            group["evaluations"] += 1
            group["asked"] += evaluation["asked"]
            for answer in answers[evaluation["id"]]:
                group["answers"] += 1
                group["marks"] += marks[answer]
    total = {figure: sum(group[figure] for group in groups.values()) for figure in ("evaluations", "asked", "answers")}
    for group in [*groups.values(), total]:
        given = group.pop("marks", [])
        group["answers-percent"] = share(group["answers"], group["asked"])
        group["mean"] = mean(sum(given), len(given))
    return dict(groups), total


def mean(total, base):
    """Rounded half up to two decimals, as text; None of nothing."""
    if base == 0:
        return None
    hundredths = (200 * total + base) // (2 * base)
    return f"{hundredths // 100}.{hundredths % 100:02} of {base}"


def onward(records, report, trainers):
    """Whom those who were trained trained: by the trainer's course, and by sex."""
    first, last = days_of(report)
    enrolments, versions = by_id(records.table("enrolment")), by_id(records.table("course_version"))
    courses = by_id(records.table("course"))
    own = [
        training
        for training in records.table("onward_training")
        if training["enrolment"] in trainers and first <= training["day"] <= last
    ]
    groups = defaultdict(list)
    for training in own:
        enrolment = enrolments[training["enrolment"]]
        groups[(courses[versions[enrolment["version"]]["course"]]["code"],)].append(training)

    def counted(trainings):
        return {
            "trainers": len({enrolments[training["enrolment"]]["person"] for training in trainings}),
            "trainings": len(trainings),
            "people-trained": sum(training[sex] for training in trainings for sex in SEXES),
        }

    total = counted(own)["people-trained"]
    counts = {sex: sum(training[sex] for training in own) for sex in SEXES}
    by_sex = {
        (sex,): {"people-trained": count, "trained-percent": share(count, total)} for sex, count in counts.items() if count
    }
    return {
        "onward-training": ({course: counted(trainings) for course, trainings in groups.items()}, counted(own)),
        "onward-training-by-sex": (by_sex, {"people-trained": total, "trained-percent": None}),
    }


def commitments(records, report, trainers):
    """What was promised, by how far it was kept at the cut-off."""
    first, last = days_of(report)
    enrolments = by_id(records.table("enrolment"))
    trainings = records.table("onward_training")
    groups = defaultdict(lambda: {"commitments": 0, "trainers": set(), "people-promised": 0, "people-trained": 0})
    for made in records.table("commitment"):
        if made["enrolment"] not in trainers or not first <= made["due"] <= last:
            continue
        until = min(made["due"], records.today)
        trained = sum(
            training[sex]
            for training in trainings
            if training["enrolment"] == made["enrolment"] and training["day"] <= until
            for sex in SEXES
        )
        is_over = made["due"] < records.today
        if trained >= made["people"]:
            state = "met"
        elif trained:
            state = "partly-met" if is_over else "in-progress"
        else:
            state = "unmet" if is_over else "made"
        group = groups[(state,)]
        group["commitments"] += 1
        group["trainers"].add(enrolments[made["enrolment"]]["person"])
        group["people-promised"] += made["people"]
        group["people-trained"] += trained
    total = {
        figure: sum(group[figure] for group in groups.values())
        for figure in ("commitments", "people-promised", "people-trained")
    }
    total["trainers"] = set().union(*(group["trainers"] for group in groups.values()))
    for group in [*groups.values(), total]:
        group["trainers"] = len(group["trainers"])
        group["promised-percent"] = share(group["people-trained"], group["people-promised"])
    return dict(groups), total


def memberships(records):
    """For each session and party, by their codes, the groups that the party belonged to when the session started."""
    parties, latest = by_id(records.table("party")), {}
    for said in sorted(records.table("party_group"), key=lambda row: row["position"]):
        latest[(said["party"], said["code"].lower(), said["known_from"])] = said
    sessions = records.table("session")

    def groups(session, party):
        begins = next(text(row["first_day"]) for row in sessions if row["code"] == session)
        return {
            said["code"]
            for said in latest.values()
            if parties[said["party"]]["code"] == party
            and (said["known_from"] is None or said["known_from"] <= begins)
            and (said["known_to"] is None or begins[: len(said["known_to"])] <= said["known_to"])
        }

    return groups


def blocks(records, lines, cohort, report, audience):
    """The rows and the total of each block, by its name."""
    trainers = {line["id"] for line in lines if audience.owns_trainer(line)}
    touched = list(targets_told(records, lines, report, audience))
    return {
        "funding": funding(records, cohort, report, audience),
        "funding-targets": (targets(touched), None),
        "funding-targets-by-month": (targets_by_month(touched), None),
        "evaluations": evaluations(records, report, audience),
        "commitments": commitments(records, report, trainers),
    } | onward(records, report, trainers)
