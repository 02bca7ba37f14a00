"""Headers on every answer of the server, and the language of its pages: Swedish, or English if asked."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send


def inline_hashes() -> tuple[str, ...]:
    """The scripts written into Streamlit's own page, as the policy names them; all others are refused."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    scripts = re.findall(rb"<script>(.*?)</script>", page, flags=re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(script).digest()).decode() for script in scripts)
    return tuple(f"'sha256-{digest}'" for digest in digests)


# Streamlit sets styles from its own script, so styles may be inline. No script is made from text, and
# nothing may come from, or go to, any other host.
CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        f"script-src 'self' 'wasm-unsafe-eval' {' '.join(inline_hashes())}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws://127.0.0.1:* ws://localhost:*",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Final = {
    b"content-security-policy": CONTENT_SECURITY_POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}
ENGLISH: Final = b'<html lang="en"'
SWEDISH: Final = b'<html lang="sv"'


class Headers:
    """ASGI middleware that adds `HEADERS` and rewrites the language of HTML pages.

    Streamlit writes `lang="en"` into its one page, whatever the app speaks (WCAG 3.1.1).
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; only answers over HTTP are changed."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # The page must come uncompressed, or its language could not be rewritten.
        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        is_asset = scope["path"].startswith("/static/")
        inner = scope if is_asset else {**scope, "headers": headers}
        await self.app(inner, receive, _Answer(send, is_english=_asks_for_english(scope)).send)


class _Answer:
    """One answer on its way out; the two sent messages of a page have the same length after the change."""

    def __init__(self, send: Send, *, is_english: bool) -> None:
        self._send = send
        self._is_english = is_english
        self._is_html = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._is_html = _has_html(message)
            kept = [(name, value) for name, value in message["headers"] if name.lower() not in HEADERS]
            message = {**message, "headers": [*kept, *HEADERS.items()]}
        elif message["type"] == "http.response.body" and self._is_html and not self._is_english:
            message = {**message, "body": message.get("body", b"").replace(ENGLISH, SWEDISH, 1)}
        await self._send(message)


def _asks_for_english(scope: Scope) -> bool:
    return b"lang=en" in scope.get("query_string", b"").split(b"&")


def _has_html(message: MutableMapping[str, object]) -> bool:
    headers = message["headers"]
    if not isinstance(headers, list):
        return False
    return any(name.lower() == b"content-type" and b"text/html" in value for name, value in headers)
