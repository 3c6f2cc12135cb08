"""Holds a JSON value against a JSON Schema (2020-12), as far as the schemas of reports go: a keyword that is not known here is
an error.
"""

import re

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
SAID = {"$schema", "$id", "$defs", "description", "format", "default"}


def violations(value, schema, root, place=""):
    """What of a value is not as the schema says, each with where it stands."""
    if "type" in schema and of_type(value, schema["type"], schema, root, place):
        return [f"{place}: no {schema['type']}"]
    found = []
    for keyword, said in schema.items():
        if keyword not in SAID:
            found += HOLDS[keyword](value, said, schema, root, place)
    return found


def of_type(value, said, schema, root, place):
    if said in ("integer", "number"):
        numbers = int if said == "integer" else (int, float)
        is_so = isinstance(value, numbers) and not isinstance(value, bool)
    else:
        is_so = isinstance(value, TYPES[said])
    return [] if is_so else [f"{place}: no {said}"]


def members(value, said, schema, root, place):
    known = [name for name in said if name in value]
    return [one for name in known for one in violations(value[name], said[name], root, f"{place}/{name}")]


def others(value, said, schema, root, place):
    names = [name for name in value if name not in schema.get("properties", {})]
    if said is False:
        return [f"{place}/{name}: not foreseen" for name in names]
    return [one for name in names for one in violations(value[name], said, root, f"{place}/{name}")]


def elements(value, said, schema, root, place):
    return [one for number, own in enumerate(value) for one in violations(own, said, root, f"{place}/{number}")]


def referred(value, said, schema, root, place):
    return violations(value, root["$defs"][said.removeprefix("#/$defs/")], root, place)


def any_of(value, said, schema, root, place):
    if any(not violations(value, form, root, place) for form in said):
        return []
    return [f"{place}: of none of the forms"]


def simple(holds):
    """Of values of the type that the schema asks for."""

    def check(value, said, schema, root, place):
        return [] if holds(value, said) else [f"{place}: {said!r} does not hold of {value!r}"]

    return check


HOLDS = {
    "type": of_type,
    "properties": members,
    "additionalProperties": others,
    "propertyNames": lambda value, said, schema, root, place: [
        one for name in value for one in violations(name, said, root, f"{place}/{name}")
    ],
    "items": elements,
    "$ref": referred,
    "anyOf": any_of,
    "required": lambda value, said, schema, root, place: [f"{place}/{name}: missing" for name in said if name not in value],
    "enum": simple(lambda value, said: value in said),
    "pattern": simple(lambda value, said: re.search(said, value)),
    "minimum": simple(lambda value, said: value >= said),
    "minLength": simple(lambda value, said: len(value) >= said),
    "maxLength": simple(lambda value, said: len(value) <= said),
}
