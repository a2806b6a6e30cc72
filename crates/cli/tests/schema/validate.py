"""Validates every file of a folder against the schema that its name begins with.

usage: validate.py SCHEMAS FOLDER

`dossier-12.json` is held against SCHEMAS/dossier-1.json. For each file a line: its name, `ok` or `no`, and why not.
Files that end in `.closed.json` are held against the schema with no keys allowed but those it names.
"""

import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: Python's jsonschema is not there")
    sys.exit(0)


def closed(schema):
    """The schema with no keys allowed that it does not name."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    # An object described, not a condition on some of its keys.
    if schema.get("type") == "object" and "description" in schema and "properties" in schema:
        inner["additionalProperties"] = False
    return inner


schemas, folder = map(pathlib.Path, sys.argv[1:])
validators = {}
for path in schemas.glob("*.json"):
    schema = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    name = path.stem.rsplit("-", 1)[0]
    validators[name] = Draft202012Validator(schema), Draft202012Validator(closed(schema))
for path in sorted(folder.iterdir()):
    validator = validators[path.name.split("-")[0]][path.name.endswith(".closed.json")]
    error = next(validator.iter_errors(json.loads(path.read_text("utf-8"))), None)
    why = f"{error.json_path}: {error.message}"[:300].replace("\n", " ") if error else ""
    print(f"{path.name}\t{'no' if error else 'ok'}\t{why}")
