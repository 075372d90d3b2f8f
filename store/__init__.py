"""Everything that is kept: the ledger of mails, the queue of drafts, blobs, and the log."""
