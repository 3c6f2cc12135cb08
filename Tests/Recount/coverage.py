"""Counts how far the standards are covered by what is taught."""

from collections import defaultdict

from records import by_id, share


def blocks(kept, cohort):
    editions, versions = by_id(kept.table("standard_edition")), by_id(kept.table("course_version"))
    steps = kept.steps("course_version_transition", "version")
    mapped = defaultdict(set)
    for mapping in kept.table("standard_mapping"):
        if steps[mapping["version"]]:
            mapped[(mapping["edition"], mapping["item_code"].lower())].add(mapping["version"])
    completed = [line["version"] for line in cohort if line["attended"] == "yes" and line["state"] == "completed"]
    items, kinds = {}, defaultdict(list)
    for item in kept.table("standard_item"):
        if item["edition"] not in editions:
            continue
        own = mapped[(item["edition"], item["code"].lower())]
        taught = {versions[one]["course"] for one in own if steps[one][-1]["state"] == "published"}
        place = (editions[item["edition"]]["code"], item["level"], item["kind"])
        items[(*place, item["code"])] = {
            "course-versions": len(taught),
            "completed": sum(version in own for version in completed),
        }
        kinds[place].append(bool(taught))
    every = [is_taught for own in kinds.values() for is_taught in own]
    return {
        "coverage": (items, None),
        "coverage-by-kind": ({place: counted(own) for place, own in kinds.items()}, counted(every)),
    }


def counted(taught):
    return {
        "items": len(taught),
        "covered": sum(taught),
        "covered-percent": share(sum(taught), len(taught)),
        "gaps": len(taught) - sum(taught),
    }
