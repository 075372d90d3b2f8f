"""What the fields of drafts are: staff's own value where there is one, else what was read."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.conflict import chunks
from store.desk import FieldValue
from store.incoming import Json
from store.model import Finding


def effective(
    s: Session, draft_ids: Sequence[int], fields: Collection[str] | None = None
) -> defaultdict[int, dict[str, Json]]:
    """The values of these drafts by draft and field: of these fields, or of all; without what is empty."""
    found: defaultdict[int, dict[str, Json]] = defaultdict(dict)
    for some in chunks(draft_ids):
        read = select(Finding.draft_id, Finding.field, Finding.value).where(
            Finding.draft_id.in_(some), Finding.rank == 0
        )
        said = select(FieldValue.draft_id, FieldValue.field, FieldValue.value).where(
            FieldValue.draft_id.in_(some)
        )
        if fields is not None:
            read, said = read.where(Finding.field.in_(fields)), said.where(FieldValue.field.in_(fields))
        for query in (read, said):  # the second goes before the first
            for draft_id, field, value in s.execute(query):
                found[draft_id][field] = value
    for values in found.values():
        for field in [field for field, value in values.items() if value is None or value == []]:
            del values[field]
    return found


def of(s: Session, draft_id: int) -> dict[str, Json]:
    """The values of one draft by field."""
    return effective(s, [draft_id])[draft_id]
