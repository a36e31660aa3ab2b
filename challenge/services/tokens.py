"""Secrets: how they are drawn, and how they are kept."""

import hashlib
import secrets
from collections.abc import Callable

from challenge.rules.codes import ALPHABET, code_from


def new_secret() -> str:
    """A secret that can't be guessed: 192 random bits, safe in an address."""
    return secrets.token_urlsafe(24)


def kept(secret: str) -> str:
    """What is stored of whatever was sent as a secret. Plain SHA-256 is enough: a random one has nothing to guess."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def new_code(length: int, is_taken: Callable[[str], bool] = lambda _: False) -> str:
    """A random code that people can read aloud and type, and that nobody has yet."""
    while True:
        code = code_from(secrets.randbelow(len(ALPHABET) ** length), length)
        if code is not None and not is_taken(code):
            return code
