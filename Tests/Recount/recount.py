#!/usr/bin/env python3
"""Counts a certification report again, from the list of learners, and compares every figure.

    recount.py LEARNERS.csv REPORT.json RECORDS.sqlite

The list is what `registrar report learners` writes, the report is one for the directorate over the same days and cut-off,
the records are those of the data folder. Nothing of the program is used: the figures are counted from the lines and from
the rows. Exit status 1 names what differs.
"""

import csv
import json
import sys
from collections import defaultdict

sys.dont_write_bytecode = True

import records  # noqa: E402

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


def counted(lines):
    attended = [line for line in lines if line["attended"] == "yes"]
    completed = [line for line in attended if line["state"] == "completed"]
    return {
        "enrolments": len(lines),
        "attendances": len(attended),
        "persons": len({line["person"] for line in lines}),
        "completed": len(completed),
        "completed-percent": share(len(completed), len(attended)),
    }


def share(part, base):
    """Rounded half up to a tenth of a percent, as text; None of nothing."""
    if base == 0:
        return None
    tenths = (2000 * part + base) // (2 * base)
    return f"{tenths // 10}.{tenths % 10} of {base}"


def grouped(lines, key):
    groups = defaultdict(list)
    for line in lines:
        groups[key(line)].append(line)
    return groups


def shown(cell):
    for kind in ("percent", "mean"):
        if isinstance(cell, dict) and kind in cell:
            return f"{cell[kind]} of {cell['base']}"
    return cell


def compare(block, expected, columns, keys):
    """Compares the rows of a block, found by the columns that name them, with what was counted."""
    rows = {tuple(row[key] for key in keys): row for row in block["rows"]}
    differences = [f"{block['name']}: rows {sorted(map(str, set(rows) ^ set(expected)))}"] if set(rows) != set(expected) else []
    for key in set(rows) & set(expected):
        for column in columns:
            if shown(rows[key][column]) != expected[key][column]:
                differences.append(
                    f"{block['name']} {key} {column}: reported {shown(rows[key][column])}, counted {expected[key][column]}"
                )
    return differences


def recount(lines, report, kept):
    first, last = report["head"]["from"], report["head"]["to"]
    blocks = {block["name"]: block for block in report["blocks"]}
    cohort = [line for line in lines if first <= line["enrolled-on"] <= last]
    differences = []
    for name, key in BREAKDOWNS.items():
        block = blocks[name]
        names = [column["name"] for column in block["columns"]]
        figures = [column for column in counted([]) if column in names]
        keys = [column["name"] for column in block["columns"] if column["kind"] == "code"]
        groups = grouped(cohort, key)
        differences += compare(block, {group: counted(own) for group, own in groups.items()}, figures, keys)
        if cohort:
            total = counted(cohort)
            differences += [
                f"{name} total {column}: reported {shown(block['total'][column])}, counted {total[column]}"
                for column in figures
                if shown(block["total"][column]) != total[column]
            ]
    differences += by_group(cohort, blocks["enrolments-by-group"], kept)
    differences += agreed(cohort, lines, report, blocks, kept)
    differences += led_to(report, blocks, kept)
    differences += results(cohort, blocks["results"]) + funnel(cohort, blocks["funnel"])
    return differences + activity(lines, blocks["activity-in-period"], first, last)


def by_group(cohort, block, kept):
    """A party may belong to several groups; who belongs to none is counted where any group is."""
    belongs, found = records.memberships(kept), defaultdict(list)
    for line in cohort:
        own = belongs(line["session"], line["organisation"])
        if own != set(line["groups"].split()):
            return [f"groups of {line['organisation']} in {line['session']}: listed {line['groups']}, counted {own}"]
        for group in own or {"no-group"}:
            found[(group,)].append(line)
    if set(found) == {("no-group",)}:
        found = {}
    expected = {group: counted(own) for group, own in found.items()}
    return compare(block, expected, ["enrolments", "attendances", "persons", "completed", "completed-percent"], ["group"])


def agreed(cohort, lines, report, blocks, kept):
    """Seats and targets of donors."""
    figures = ["sessions", "seats", "attendances", "seats-used", "seats-used-percent"]
    differences = compare(blocks["funding"], records.funding(kept, cohort, share), figures, ["donor", "programme"])
    columns = ["donor", "programme", "indicator", "target-from", "target-to", "target", "actual", "actual-percent"]
    reported = sorted(tuple(shown(row[column]) for column in columns) for row in blocks["funding-targets"]["rows"])
    expected = records.targets(kept, lines, report, share)
    if reported != expected:
        differences.append(f"funding-targets: reported {reported}, counted {expected}")
    return differences


def led_to(report, blocks, kept):
    """Evaluations, onward training, commitments."""
    differences = compare(
        blocks["evaluations"],
        records.evaluations(kept, report, share),
        ["evaluations", "asked", "answers", "answers-percent", "mean"],
        ["level", "respondents", "scale"],
    )
    by_course, by_sex = records.onward(kept, report, share)
    differences += compare(blocks["onward-training"], by_course, ["trainers", "trainings", "people-trained"], ["course"])
    differences += compare(blocks["onward-training-by-sex"], by_sex, ["people-trained", "trained-percent"], ["sex"])
    figures = ["commitments", "trainers", "people-promised", "people-trained", "promised-percent"]
    return differences + compare(
        blocks["commitments"], records.commitments(kept, report, share), figures, ["commitment"]
    )


def results(cohort, block):
    judged = [line for line in cohort if line["result"]]
    expected = {
        (result,): {
            "attendances": len(own),
            "persons": len({line["person"] for line in own}),
            "percent": share(len(own), len(judged)),
        }
        for (result,), own in grouped(judged, lambda line: (line["result"],)).items()
    }
    return compare(block, expected, ["attendances", "persons", "percent"], ["result"])


def funnel(cohort, block):
    stages = {
        "enrolled": lambda line: True,
        "attended": lambda line: line["attended"] == "yes",
        "completed": lambda line: line["state"] == "completed",
        "passed": lambda line: line["result"] == "passed",
        "certified": lambda line: line["certified"] == "yes",
    }
    counts = {stage: sum(1 for line in cohort if came(line)) for stage, came in stages.items()}
    expected = {
        (stage,): {"enrolments": count, "percent": share(count, len(cohort))} for stage, count in counts.items() if cohort
    }
    return compare(block, expected, ["enrolments", "percent"], ["stage"])


def activity(lines, block, first, last):
    happened = defaultdict(list)
    for line in lines:
        if first <= line["enrolled-on"] <= last:
            happened[("enrolled",)].append(line)
        if line["started-on"] and first <= line["started-on"] <= last:
            happened[("started",)].append(line)
        if line["ended-on"] and first <= line["ended-on"] <= last:
            happened[(line["state"],)].append(line)
    expected = {event: counted(own) for event, own in happened.items()}
    return compare(block, expected, ["enrolments", "attendances", "persons"], ["event"])


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    with open(sys.argv[2], encoding="utf-8") as file:
        report = json.load(file, parse_float=str)
    kept = records.Records(sys.argv[3], report["head"]["cutOff"])
    differences = recount(lines, report, kept)
    for difference in differences:
        print(difference)
    print(f"{len(lines)} lines counted, {len(differences)} differences", file=sys.stderr)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
