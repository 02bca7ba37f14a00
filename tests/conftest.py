"""Fixtures and rules for every test. Sockets are blocked for all (pytest-socket, see pyproject.toml)."""
