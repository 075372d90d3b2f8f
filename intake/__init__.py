"""Mail in, drafts out: the worker that reads the desk's mailbox."""
