"""Score what `intake parse --json` says of the labelled mails beside this file.

    intake parse tests/corpus/dev/*.eml --json --config tests/corpus/dev/edition.toml | python tests/corpus/score.py

A line of input: {"file": "001-x.eml", "kind": ..., "tag": ...,
  "texts":  {"subject": "...", "body": "...", "attachment:flyer.pdf": "..."},
  "drafts": [{FIELD: {"value": ..., "confidence": 0..1,
                      "evidence": [{"source": KEY OF texts OR "header:NAME", "start": 0, "end": 9, "text": "..."}]}}],
  "attachments": [{"name": ..., "role": ...}], "warnings": [{"code": ...}]}
A field that is absent, or whose value is null or [], says nothing. README.md beside this file explains the labels.
Only the standard library is used.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

SURE = 0.9  # from this confidence on, staff are told that they need not check
TEXT = {"title": 0.75, "venue": 0.7, "street": 0.8, "city": 0.99, "organisation": 0.75, "audience": 0.6, "contact_name": 0.8}
LINKS = {"registration", "url"}
PLAIN = {"postcode", "online", "organisation_type", "activity_type", "access", "contact_email", "contact_phone",
         "registration_deadline", "price", "capacity", "change"}
FIELDS = ["title", "dates", "venue", "street", "postcode", "city", "online", "organisation", "organisation_type",
          "activity_type", "audience", "access", "contact_name", "contact_email", "contact_phone", "registration",
          "registration_deadline", "price", "capacity", "url", "change"]
# what goes without saying: counted as silence on both sides, so that it earns nothing
UNSAID = {"online": False, "access": "open"}
# an agenda entry that is wrong in one of these misleads the public
CORE = ["title", "dates", "venue", "city", "online", "organisation", "contact_email", "registration"]


def words(text: str) -> list[str]:
    text = re.sub("['\u2018\u2019`\u00b4]", "", str(text))
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.findall(r"[a-z0-9]+", text)


def overlap(one: str, other: str) -> float:
    """Twice the shared words over all words: 1.0 for the same words, whatever their order."""
    a, b = Counter(words(one)), Counter(words(other))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


def link(value: str) -> str:
    return re.sub(r"^(mailto:|https?://)?(www\.)?|/+$", "", str(value).strip().casefold())


def day_set(dates) -> frozenset:
    return frozenset((str(d["starts"])[:16], str(d["ends"])[:16] if d.get("ends") else None) for d in dates or [])


def empty(value) -> bool:
    return value is None or value == [] or value == ""


def same(field: str, said, gold) -> bool:
    if field == "dates":
        return day_set(said) == day_set(gold)
    if field in TEXT:
        return overlap(said, gold) >= TEXT[field]
    if field in LINKS:
        return link(said) == link(gold)
    if field in ("price", "capacity"):
        try:
            return abs(float(said) - float(gold)) < 0.005
        except (TypeError, ValueError):
            return False
    return re.sub(r"\s", "", str(said)).casefold() == re.sub(r"\s", "", str(gold)).casefold()


def right(field: str, said, gold) -> bool:
    """Whether a value is one of the label's alternatives (a null among them: silence is right too)."""
    if field != "dates" and isinstance(gold, list):
        return any(right(field, said, g) for g in gold)
    if empty(said) or empty(gold):
        return empty(said) and empty(gold)
    return same(field, said, gold)


def value_of(draft: dict, field: str):
    entry = draft.get(field)
    return said_or_none(field, entry.get("value") if isinstance(entry, dict) else entry)


def said_or_none(field: str, value):
    if field != "dates" and isinstance(value, list):
        return [said_or_none(field, v) for v in value]
    return None if field in UNSAID and value == UNSAID[field] else value


def likeness(said: dict, gold: dict) -> float:
    graded = [f for f in FIELDS if f in gold]
    points = sum(right(f, value_of(said, f), gold[f]) and not empty(value_of(said, f)) for f in graded)
    return points + 2 * ("dates" in gold and right("dates", value_of(said, "dates"), gold["dates"]))


def pair(said: list, gold: list) -> list[tuple]:
    """The matching of drafts that agrees best; an unmatched draft is paired with None."""
    size = max(len(said), len(gold))
    if size > 7:  # greedy beyond what trying every order can do
        left, pairs = list(said), []
        for g in gold:
            best = max(left, key=lambda s: likeness(s, g), default=None)
            pairs.append((best, g))
            if best is not None:
                left.remove(best)
        return pairs + [(s, None) for s in left]
    pad_s, pad_g = said + [None] * (size - len(said)), gold + [None] * (size - len(gold))
    best = max(itertools.permutations(pad_s), key=lambda p: sum(likeness(s, g) for s, g in zip(p, pad_g) if s and g))
    return [(s, g) for s, g in zip(best, pad_g) if s is not None or g is not None]


def score(folder: Path, lines) -> tuple[dict, list[str]]:
    parsed = {}
    for text in lines:
        if text.strip():
            row = json.loads(text)
            parsed[Path(row["file"]).name] = row
    tally = defaultdict(Counter)
    kinds, tags, counts, roles, warned = Counter(), Counter(), Counter(), Counter(), Counter()
    sure, evidence, touch, errors = Counter(), Counter(), Counter(), []

    for label in sorted(folder.glob("*.json")):
        gold, name = json.loads(label.read_text()), label.with_suffix(".eml").name
        gold["drafts"] = [{f: said_or_none(f, v) for f, v in d.items()} for d in gold["drafts"]] if "drafts" in gold else None
        row = parsed.get(name)
        if row is None:
            errors.append(f"{name}: not parsed")
            row = {}
        if "kind" in gold:
            ok = row.get("kind") in (gold["kind"] if isinstance(gold["kind"], list) else [gold["kind"]])
            kinds[ok] += 1
            ok or errors.append(f"{name}: kind {row.get('kind')!r}, not {gold['kind']!r}")
        if "tag" in gold:
            ok = row.get("tag") in (gold["tag"] if isinstance(gold["tag"], list) else [gold["tag"]])
            tags[ok] += 1
            ok or errors.append(f"{name}: tag {row.get('tag')!r}, not {gold['tag']!r}")
        said_drafts, gold_drafts = row.get("drafts") or [], gold.get("drafts")
        if gold_drafts is not None:
            counts[len(said_drafts) == len(gold_drafts)] += 1
            if len(said_drafts) != len(gold_drafts):
                errors.append(f"{name}: {len(said_drafts)} drafts, not {len(gold_drafts)}")
            for number, (said, want) in enumerate(pair(said_drafts, gold_drafts), 1):
                clean = said is not None and want is not None
                for field in FIELDS:
                    value = value_of(said, field) if said else None
                    if want is not None and field not in want:
                        continue
                    target = want[field] if want is not None else None
                    ok = right(field, value, target)
                    confidence = (said or {}).get(field)
                    confidence = confidence.get("confidence") if isinstance(confidence, dict) else None
                    if not empty(value):
                        tally[field]["tp" if ok else "fp"] += 1
                        if confidence is not None:
                            sure[(confidence >= SURE, ok)] += 1
                    if not ok and not empty(target) and not (isinstance(target, list) and field != "dates" and None in target):
                        tally[field]["fn"] += 1
                    if not ok:
                        errors.append(f"{name} draft {number}: {field} {value!r}, not {target!r}"
                                      + (f" (confidence {confidence})" if confidence is not None else ""))
                        clean = clean and field not in CORE
                    entry = (said or {}).get(field)
                    if not empty(value) and isinstance(entry, dict):
                        shown = [e for e in entry.get("evidence") or [] if e.get("text")]
                        good = shown and all(
                            e["source"].startswith("header:")
                            or (row.get("texts") or {}).get(e["source"], "")[e["start"]:e["end"]] == e["text"]
                            for e in shown)
                        evidence[bool(good)] += 1
                if want is not None and gold.get("kind") == "activity":
                    touch[clean] += 1
        if "attachments" in gold:
            said_roles = Counter((a["name"], a["role"]) for a in row.get("attachments") or [])
            gold_roles = Counter((a["name"], a["role"]) for a in gold["attachments"])
            roles["tp"] += sum((said_roles & gold_roles).values())
            roles["fp"] += sum((said_roles - gold_roles).values())
            roles["fn"] += sum((gold_roles - said_roles).values())
            if said_roles != gold_roles:
                errors.append(f"{name}: attachments {sorted(said_roles - gold_roles)}, not {sorted(gold_roles - said_roles)}")
        if "warnings" in gold:
            said_codes, gold_codes = {w["code"] for w in row.get("warnings") or []}, set(gold["warnings"])
            warned["tp"] += len(said_codes & gold_codes)
            warned["fp"] += len(said_codes - gold_codes)
            warned["fn"] += len(gold_codes - said_codes)
            if said_codes != gold_codes:
                errors.append(f"{name}: warnings {sorted(said_codes - gold_codes)}, not {sorted(gold_codes - said_codes)}")

    def share(counter) -> float:
        return round(counter[True] / max(1, counter[True] + counter[False]), 4)

    def prf(c) -> dict:
        p, r = c["tp"] / max(1, c["tp"] + c["fp"]), c["tp"] / max(1, c["tp"] + c["fn"])
        return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(2 * p * r / max(1e-9, p + r), 4),
                "right": c["tp"], "wrong": c["fp"], "missed": c["fn"]}

    total = Counter()
    for c in tally.values():
        total.update(c)
    firm, loose = sure[(True, True)] + sure[(True, False)], sure[(False, True)] + sure[(False, False)]
    figures = {
        "mails": kinds[True] + kinds[False], "parsed": len(parsed),
        "kind_accuracy": share(kinds), "tag_accuracy": share(tags), "draft_count_accuracy": share(counts),
        "fields": prf(total), "by_field": {f: prf(tally[f]) for f in FIELDS if tally[f]},
        "no_touch_rate": share(touch), "activities": touch[True] + touch[False],
        "sure_precision": round(sure[(True, True)] / max(1, firm), 4), "sure_share": round(firm / max(1, firm + loose), 4),
        "evidence_ok": share(evidence), "attachment_roles": prf(roles), "warnings": prf(warned),
    }
    return figures, errors


def table(figures: dict) -> str:
    """The figures as the lines that a person reads."""
    lines = []
    for key, value in figures.items():
        if key == "by_field":
            lines += [
                f"  {field:22} f1 {row['f1']:.3f}  precision {row['precision']:.3f}  recall {row['recall']:.3f}"
                f"  (right {row['right']}, wrong {row['wrong']}, missed {row['missed']})"
                for field, row in value.items()
            ]
        elif isinstance(value, dict):
            lines.append(f"{key:24} f1 {value['f1']:.3f}  precision {value['precision']:.3f}  recall {value['recall']:.3f}")
        else:
            lines.append(f"{key:24} {value}")
    return "\n".join(lines)


if __name__ == "__main__":
    figures, errors = score(Path(__file__).parent / "dev", sys.stdin)
    print(*errors, sep="\n")
    print(table(figures))
