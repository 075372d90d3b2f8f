"""The others: programs that do the same work, each run as its own process on the same mailbox."""
