"""`python -m diplobrief` is the command `diplobrief`."""

from diplobrief.cli import main

if __name__ == "__main__":
    main()
