"""The public agenda: pages, feeds and an embedded list, read-only and without a session."""
