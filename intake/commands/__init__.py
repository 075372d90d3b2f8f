"""The commands of `intake`, one module each; `intake.cli` puts them together."""
