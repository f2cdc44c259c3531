"""A finished brief for programs.

The fields are those of `briefer.model.Brief` and of the values in it, by the same names and in the
same order, under a first field `format`. Dates are ISO 8601, as precise as they are known (`2015`,
`2015-10`, `2015-10-07`); what is not known is null; genres are the words `reporting`, `analysis` and
`opinion`. A quote's `kind` is `verbatim` or `trimmed`; its `parts` are what is printed of the source.
`span` and `parts` count the characters of the article's cleaned text from 0, `end` not included.
`changes` is null where the brief has none before; else its `sentences` say of each quote, by its number,
whether it is `new`, `developing` or `unchanged`, its `themes` the same or `gone`; in `revised`, `amount` and
`span` are of that quote's article, `then` counts the characters of the text of `earlier`.
The last field, `ledger`, is what `briefer schema ledger` describes.
`format` changes when a field changes its meaning or goes, not when one is added.
"""

import json
from pathlib import Path

from briefer.ledger import make_ledger
from briefer.model import Brief
from briefer.model.plain import to_plain
from briefer.text.hygiene import escape_hidden

FORMAT = "briefer.brief/1"


def read_ledger_schema() -> str:
    """The JSON Schema of a ledger, with a line end."""
    return Path(__file__).with_name("ledger.schema.json").read_text("utf-8")


def render_json(brief: Brief) -> str:
    """The whole brief, two spaces a level, with a line end."""
    content = {"format": FORMAT} | to_plain(brief) | {"ledger": to_plain(make_ledger(brief))}
    return escape_hidden(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"
