"""`python -m sayso`: the same as `sayso`."""

from .cli.main import main

if __name__ == "__main__":
    main()
