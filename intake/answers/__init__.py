"""What organisers hear back: who may be answered, what is said, and the way to their mail server."""
