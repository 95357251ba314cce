"""The dialog of the settings, made out of their fields, and what is told of their files."""
