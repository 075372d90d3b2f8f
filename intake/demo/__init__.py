"""The demonstration: a mail server of its own on this machine, a desk's mailbox, and a real worker at it."""
