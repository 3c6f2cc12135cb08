#!/usr/bin/env python3
"""Counts a certification report again from the rows of the records, and compares every figure of every block.

    recount.py LEARNERS.csv REPORT.json RECORDS.sqlite

The list is what `registrar report learners` writes, the report is one over the same cut-off and zone, for any audience,
the records are those of the data folder. Nothing of the program is used: tables are read whole, and counted by what the
report says of itself. A block or a column that is not counted here is a difference, and so is what tells an outsider of
fewer people than the report says is told. Exit status 1 names what differs.
"""

import csv
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import audiences  # noqa: E402
import certificates  # noqa: E402
import coverage  # noqa: E402
import enrolments  # noqa: E402
import experts  # noqa: E402
import records  # noqa: E402
import schema  # noqa: E402


def shown(cell):
    for kind in ("percent", "mean"):
        if isinstance(cell, dict) and kind in cell:
            return f"{cell[kind]} of {cell['base']}"
    return cell


def is_hidden(cell, block, audience):
    """Whether a cell may say nothing, and does. Where a number of seats was never recorded, there is none to be hidden."""
    return audiences.is_suppressed(cell) and not audience.sees_all(block["name"])


def compare(block, rows, total, audience):
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
        if figure not in own or not is_hidden(row[figure], block, audience) and shown(row[figure]) != own[figure]
    ]


def recount(listed, report, kept):
    first, last = report["head"]["from"], report["head"]["to"]
    audience = audiences.Audience(kept, report)
    lines = enrolments.lines(kept, report["head"]["timeZone"])
    every = [line for line in lines if audience.owns(line)]
    cohort = [line for line in every if first <= line["enrolled-on"] <= last]
    held = list(certificates.at_cut_off(kept, lines, audience))
    counted = (
        enrolments.blocks(every, cohort, kept, first, last)
        | records.blocks(kept, every, cohort, report, audience)
        | certificates.blocks(held, report)
        | coverage.blocks(kept, cohort)
        | experts.blocks(kept, report, audience)
    )
    counted |= audiences.named(cohort, held, audience, (first, last))
    names = [block["name"] for block in report["blocks"]]
    differences = enrolments.listed_otherwise(listed, lines)
    if audience.name == "directorate":
        differences += [f"{name}: no such block is reported" for name in counted if name not in names]
    for block in report["blocks"]:
        if block["name"] not in counted:
            differences.append(f"{block['name']}: nothing counts this block again")
            continue
        unlike = compare(block, *counted[block["name"]], audience)
        differences += unlike or audiences.told_of_few(block, counted[block["name"]][0], audience)
    return differences + audiences.totals_apart(report)


def against_schema(report):
    """What in a report is not as its schema says."""
    path = Path(__file__).parents[2] / "Schemas" / "json" / f"{report['format']}.schema.json"
    form = json.loads(path.read_text(encoding="utf-8"))
    return schema.violations(report, form, form)


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    with open(sys.argv[2], encoding="utf-8") as file:
        text = file.read()
    report = json.loads(text, parse_float=str)
    kept = records.Records(sys.argv[3], report["head"]["cutOff"])
    differences = against_schema(json.loads(text)) + recount(listed, report, kept)
    for difference in differences:
        print(difference)
    print(f"{len(listed)} lines counted, {len(differences)} differences", file=sys.stderr)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
