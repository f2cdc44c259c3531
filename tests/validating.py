"""As much of JSON Schema as our own schemas use.

Source: JSON Schema 2020-12, Validation. A keyword that is not known here is an error, so that none is
passed over in silence.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
_SILENT = {"$schema", "title", "description", "$defs"}


def find_misfits(value: object, schema: Mapping[str, Any], *, root: Mapping[str, Any]) -> Iterator[str]:
    """What of `value` the schema does not allow, each as `place: keyword`; `root` has the definitions."""
    for keyword, wanted in schema.items():
        if keyword == "$ref":
            yield from find_misfits(value, root["$defs"][wanted.removeprefix("#/$defs/")], root=root)
        elif keyword == "properties":
            for name, part in wanted.items():
                if isinstance(value, dict) and name in value:
                    yield from (f"{name}.{found}" for found in find_misfits(value[name], part, root=root))
        elif keyword == "items":
            for place, entry in enumerate(value if isinstance(value, list) else []):
                yield from (f"{place}.{found}" for found in find_misfits(entry, wanted, root=root))
        elif keyword not in _SILENT and not _fits(value, keyword, wanted, root):
            yield f"{keyword} {wanted!r}"


def _fits(value: Any, keyword: str, wanted: Any, root: Mapping[str, Any]) -> bool:
    match keyword:
        case "type":
            is_number_of_truth = isinstance(value, bool) and wanted == "integer"
            return isinstance(value, _TYPES[wanted]) and not is_number_of_truth
        case "const":
            return bool(value == wanted)
        case "enum":
            return value in wanted
        case "required":
            return not isinstance(value, dict) or set(wanted) <= set(value)
        case "anyOf":
            return any(not list(find_misfits(value, part, root=root)) for part in wanted)
        case "pattern":
            return not isinstance(value, str) or bool(re.search(wanted, value))
        case "minimum":
            return not isinstance(value, int) or value >= wanted
        case "minItems" | "minLength":
            return not isinstance(value, list | str) or len(value) >= wanted
    raise AssertionError(f"the validator does not know {keyword!r}")
