"""From a `Mail` to drafts: one extractor a field or family of fields, read from top to bottom."""
