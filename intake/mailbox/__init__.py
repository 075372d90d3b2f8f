"""The mailbox: what a source of mail can do, IMAP, and files in its place."""
