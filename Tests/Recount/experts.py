"""Counts the blocks that are made of accreditations. Days are days of UTC."""

from collections import defaultdict

from records import by_id, days_of, donors_of_sessions, months_after, share, term, text

PASSING, FAILING = {"screen", "prepare", "pass", "confirm"}, {"decline", "fail", "reject"}
HOLDING = {"pre-accredited", "mission-assigned", "accredited", "recognized"}
OVER = {"lapsed", "not-selected", "not-confirmed", "converted", "withdrawn"}


def at_cut_off(kept, report, audience):
    """Each own case that had begun by the cut-off, as it stood then."""
    first, last = days_of(report)
    pools, steps = by_id(kept.table("expert_pool")), kept.steps("accreditation_transition", "accreditation", "position")
    terms = {(row["pool"], row["number"]): row["term_months"] for row in kept.table("expert_pool_version")}
    paths = defaultdict(list)
    for stage in sorted(kept.table("expert_pool_stage"), key=lambda row: row["position"]):
        paths[(stage["pool"], stage["version"])].append(stage)
    released = {
        row["person"] for row in kept.table("expert_release") if row["first_day"] <= last and first <= row["last_day"]
    }
    parties, paid = by_id(kept.table("party")), donors_of_sessions(kept)
    for row in kept.table("accreditation"):
        own, rules = steps[row["id"]], (row["pool"], row["version"])
        donors = set().union(*(paid[step["session"]] for step in own))
        if not own or not audience.owns_expert(parties[row["nominated_by"]]["code"], donors):
            continue
        due, until = deadlines(own, row, paths[rules], terms[rules])
        state = own[-1]["state"]
        holds = state in HOLDING and (until is None or kept.today <= until)
        yield {
            "person": row["person"],
            "pool": pools[row["pool"]],
            "path": paths[rules],
            "state": state,
            "is-available": holds and row["person"] in released,
            "review": min((day for day in (due, until if state in HOLDING else None) if day is not None), default=None),
            "is-nominated": row["converted_from"] is None and first <= own[0]["day"] <= last,
            "passed": {step["stage"] for step in own if step["event"] in PASSING},
            "failed": {step["stage"] for step in own if step["event"] in FAILING},
        }


def deadlines(steps, row, path, months):
    """By which day the stage that is due is to be passed, and until which day what is held is held; None where no day is
    set.

    A deadline runs from the day that the stage before was passed on, a term from the day that what is held was granted or
    last refreshed on, to the day before the same day of its last month.
    """
    due, until, held = None, None, None
    place = 0
    for step in steps:
        begins, passes = step["event"] is None, step["event"] in PASSING
        if begins and row["converted_from"]:
            held = step["state"]
            place = 1 + max(number for number, stage in enumerate(path) if stage["grants"] == held)
        if passes:
            held, place = path[place]["grants"] or held, place + 1
        if begins or passes:
            wait = path[place]["within_months"] if place < len(path) else None
            due = months_after(step["day"], wait) if wait else None
        if begins or passes or step["event"] == "refresh":
            ends = months and held in ("accredited", "recognized")
            until = months_after(step["day"], months) - 1 if ends else None
        if step["state"] in OVER:
            due = None
    return due, until


def counted(own):
    return {"accreditations": len(own), "persons": len({case["person"] for case in own})}


def with_available(own):
    return counted(own) | {"available": len({case["person"] for case in own if case["is-available"]})}


def blocks(kept, report, audience):
    last = days_of(report)[1]
    cases = list(at_cut_off(kept, report, audience))
    groups, reviews, pools = defaultdict(list), defaultdict(list), defaultdict(list)
    for case in cases:
        groups[(case["pool"]["category"], case["state"])].append(case)
        if case["review"] is not None and last < case["review"]:
            reviews[(term(text(case["review"]), text(last)),)].append(case)
        if case["is-nominated"]:
            pools[case["pool"]["id"]].append(case)
    reviewed = [case for own in reviews.values() for case in own]
    return {
        "experts": ({key: with_available(own) for key, own in groups.items()}, with_available(cases)),
        "experts-funnel": (dict(row for own in pools.values() for row in funnel(own)), None),
        "experts-reviews": ({key: counted(own) for key, own in reviews.items()}, counted(reviewed)),
    }


def funnel(cases):
    """A row for the nominations into a pool, and one for each stage of the paths that they go by."""
    pool, base = cases[0]["pool"], len({case["person"] for case in cases})
    yield (
        (pool["code"], pool["category"], "nominated"),
        {"passed": base, "failed": None, "nominated-percent": share(base, base)},
    )
    for stage in {stage["code"] for case in cases for stage in case["path"]}:
        passed = len({case["person"] for case in cases if stage in case["passed"]})
        failed = len({case["person"] for case in cases if stage in case["failed"]})
        yield (
            (pool["code"], pool["category"], stage),
            {"passed": passed, "failed": failed, "nominated-percent": share(passed, base)},
        )
