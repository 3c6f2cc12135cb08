#!/usr/bin/env python3
"""Counts a certification report again from the rows of the records, and compares every figure of every block.

    recount.py LEARNERS.csv REPORT.json RECORDS.sqlite

The list is what `registrar report learners` writes, the report is one for the directorate over the same cut-off and zone,
the records are those of the data folder. Nothing of the program is used: tables are read whole, and counted by what the
report says of itself. A block or a column that is not counted here is a difference. Exit status 1 names what differs.
"""

import csv
import json
import sys

sys.dont_write_bytecode = True

import certificates  # noqa: E402
import coverage  # noqa: E402
import enrolments  # noqa: E402
import experts  # noqa: E402
import records  # noqa: E402


def shown(cell):
    for kind in ("percent", "mean"):
        if isinstance(cell, dict) and kind in cell:
            return f"{cell[kind]} of {cell['base']}"
    return cell


def compare(block, rows, total):
    """Compares the rows of a block, found by the columns that name them, and its total, with what was counted; without rows there is no total.
    """
    kinds = {column["name"]: column["kind"] for column in block["columns"]}
    keys = [name for name, kind in kinds.items() if kind in ("code", "day")]
    figures = [name for name, kind in kinds.items() if kind not in ("code", "day", "text")]
    reported = {tuple(row[key] for key in keys): row for row in block["rows"]}
    differences = [] if len(reported) == len(block["rows"]) else [f"{block['name']}: two rows of one name"]
    differences += [f"{block['name']} {key}: not counted" for key in set(reported) - set(rows)]
    differences += [f"{block['name']} {key}: not reported" for key in set(rows) - set(reported)]
    pairs = [(key, reported[key], rows[key]) for key in set(reported) & set(rows)]
    if (bool(rows) and total is not None) != ("total" in block):
        differences.append(f"{block['name']} total: counted {total}")
    elif "total" in block:
        pairs.append(("total", block["total"], total))
    return differences + [
        f"{block['name']} {key} {figure}: reported {shown(row[figure])}, counted {own.get(figure, 'nothing')}"
        for key, row, own in pairs
        for figure in figures
        if figure not in own or shown(row[figure]) != own[figure]
    ]


def recount(listed, report, kept):
    first, last = report["head"]["from"], report["head"]["to"]
    every = enrolments.lines(kept, report["head"]["timeZone"])
    cohort = [line for line in every if first <= line["enrolled-on"] <= last]
    counted = (
        enrolments.blocks(every, cohort, kept, first, last)
        | records.blocks(kept, every, cohort, report)
        | certificates.blocks(kept, report)
        | coverage.blocks(kept, cohort)
        | experts.blocks(kept, report)
    )
    differences = enrolments.listed_otherwise(listed, every)
    names = [block["name"] for block in report["blocks"]]
    differences += [f"{name}: no such block is reported" for name in counted if name not in names]
    for block in report["blocks"]:
        if block["name"] in counted:
            differences += compare(block, *counted[block["name"]])
        else:
            differences.append(f"{block['name']}: nothing counts this block again")
    return differences


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    with open(sys.argv[2], encoding="utf-8") as file:
        report = json.load(file, parse_float=str)
    kept = records.Records(sys.argv[3], report["head"]["cutOff"])
    differences = recount(listed, report, kept)
    for difference in differences:
        print(difference)
    print(f"{len(listed)} lines counted, {len(differences)} differences", file=sys.stderr)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
