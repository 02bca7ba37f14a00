"""Rules for every test. Sockets are blocked for all (pytest-socket, see pyproject.toml)."""

from hypothesis import settings

# How long an example takes depends on what else the machine does.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
