"""``python -m wenming`` is the command ``wenming``."""

from wenming.config.cli import main

if __name__ == "__main__":
    main()
