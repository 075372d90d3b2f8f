"""What the intake costs in time and memory, measured beside others that do the same work."""
