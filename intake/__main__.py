"""The program `intake`, also as `python -m intake`."""


def main() -> None:
    """Run the command that the command line names."""
    # Not at the top: the child processes that read mails import this module too, and need none of it.
    from intake.cli import app

    app(prog_name="intake")


if __name__ == "__main__":
    main()
