"""Which records a report is made of, by whom it is made out to, and what it may tell of them."""

PEOPLE = {"persons", "enrolments", "attendances", "certificates", "forms", "trainings", "trained", "commitments"}
# Rows of which it is known what they come to, by what names them: whoever has not begun trained nobody.
KNOWN = {("commitments", "people-trained"): {("made",), ("unmet",)}}
# Figures of which every row has one: a row tells that there is somebody.
AT_LEAST_ONE = {"enrolments", "certificates", "trainings", "commitments"}
CERTIFICATES = {"certificates", "certificates-by-scheme", "certificates-expiring"}


class Audience:
    """Whom a report is made out to."""

    def __init__(self, kept, report):
        head = report["head"]
        self.name, self.party = head["audience"], head.get("party", {}).get("code")
        self.below = head.get("suppressedBelow", 0)
        regions = {party["code"]: party["region"] for party in kept.table("party")}
        self.region = regions.get(self.party)

    def owns(self, line):
        """Whether an enrolment is one of its own."""
        return {
            "directorate": True,
            "member": line["organisation"] == self.party,
            "university": self.party in (line["host"], line["organisation"]),
            "donor": self.party in line["donors"],
            "rocb": self.region is not None and line["region"] == self.region,
        }[self.name]

    def owns_certificate(self, line, issuer):
        return issuer == self.party if self.name == "university" else self.owns(line)

    def owns_trainer(self, line):
        return self.name != "university" and self.owns(line)

    def owns_expert(self, nominated_by, donors):
        return {
            "directorate": True,
            "member": nominated_by == self.party,
            "donor": self.party in donors,
        }.get(self.name, False)

    def owns_evaluation(self, host, donors):
        return {"directorate": True, "donor": self.party in donors}.get(self.name, host == self.party)

    def sees_donor(self, donor):
        return self.name == "directorate" or donor == self.party

    def sees_target(self, donor, days, period):
        """A donor's own are told over the very days of the report."""
        if self.name == "directorate":
            return days[0] <= period[1] and period[0] <= days[1]
        return donor == self.party and days == period

    def sees_all(self, block):
        """Whether nothing of a block is hidden from it."""
        if self.name == "directorate":
            return True
        if self.name == "member":
            return block != "evaluations"
        return self.name == "university" and block in CERTIFICATES


def told_of_few(block, rows, audience):
    """What an outsider could read of fewer people than the least number: a figure as it stands, the one that a total leaves,
    the sum of those that it leaves, or each of them where it leaves one for each. The rows are those that were counted.
    """
    if audience.sees_all(block["name"]):
        return []
    keys = [column["name"] for column in block["columns"] if column["kind"] in ("code", "day")]
    found = []
    for column in block["columns"]:
        figure = column["name"]
        if column["kind"] != "count" or column["unit"] not in PEOPLE:
            continue
        shown, hidden = [], []
        for row in block["rows"]:
            name = tuple(row[key] for key in keys)
            if name not in KNOWN.get((block["name"], figure), ()):
                (hidden if is_suppressed(row[figure]) else shown).append(rows[name][figure] or 0)
        found += [f"{block['name']} {figure}: {count} is shown" for count in shown if 0 < count < audience.below]
        if not column["additive"] or "total" not in block or is_suppressed(block["total"][figure]):
            continue
        if len(hidden) == 1 and hidden[0] or 0 < sum(hidden) < audience.below:
            found.append(f"{block['name']} {figure}: {hidden} are what the total leaves")
        elif figure in AT_LEAST_ONE and hidden and sum(hidden) == len(hidden):
            found.append(f"{block['name']} {figure}: one in each of {len(hidden)} rows is what the total leaves")
    return found


def is_suppressed(cell):
    return isinstance(cell, dict) and "suppressed" in cell


def totals_apart(report):
    """Blocks that break down the same enrolments: a total that one of them hides and another tells."""
    whole, found = {}, []
    for block in report["blocks"]:
        if not block["name"].startswith("enrolments-by-") or "total" not in block:
            continue
        for figure in ("enrolments", "attendances", "persons", "completed"):
            if figure not in block["total"]:
                continue
            is_told = not is_suppressed(block["total"][figure])
            if whole.setdefault(figure, is_told) != is_told:
                found.append(f"{block['name']} total {figure}: told in one block and hidden in another")
    return found


def named(lines, certificates, audience, period):
    """The lists of names: a row for each enrolment of own people, and for each certificate that the period concerns."""
    first, last = period
    officers = {
        (
            line["person"], line["course"], line["session"], line["state"], line["result"] or None, line["enrolled-on"],
            line["started-on"] or None, line["ended-on"] or None,
        ): {}
        for line in lines
    }
    held = {
        (
            one["person-code"], one["number"], one["scheme"], one["kind"], one["issued-on"], one["last-day"], one["state"],
            one["since"],
        ): {}
        for one in certificates
        if first <= one["begun"] <= last or one["is-in-force"] or one["state"] != "issued" and first <= one["since"] <= last
    }
    own = {"member": {"own-officers": officers, "own-officers-certificates": held}, "university": {"own-awards": held}}
    return {name: (rows, None) for name, rows in own.get(audience.name, {}).items()}
