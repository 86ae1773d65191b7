"""What is secret in the database is sealed: by the setting `key`, or by a key made in the data folder."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from models.configuration import Secret
from models.errors import ConfigurationError

FILE_NAME = "secret.key"


@dataclass(frozen=True, slots=True, repr=False)
class Vault:
    """Seals texts (Fernet: AES-128-CBC with HMAC-SHA256)."""

    _fernet: Fernet

    def seal(self, text: str) -> str:
        """Return `text` so that only the holder of the key can read it."""
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def unseal(self, sealed: str) -> str | None:
        """Return what was sealed; None if it was sealed with another key, or changed."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except (InvalidToken, UnicodeError):
            return None


def open_vault(data: Path, key: Secret) -> Vault:
    """Return the vault of the setting `key`, or of the data folder, where a key is made if there is none.

    Raises:
        ConfigurationError: The key cannot be used, or the file not be read or written.
    """
    if key.reveal():
        return _vault(key.reveal(), "key")
    path = data / FILE_NAME
    try:
        if not path.exists():
            _make(path)
        return _vault(path.read_text("ascii"), str(path))
    except (OSError, UnicodeError) as refused:
        raise ConfigurationError(
            f"{path} cannot be used ({refused}): let only countercheck have it"
        ) from None


def _vault(text: str, where: str) -> Vault:
    try:
        return Vault(Fernet(text.strip()))
    except ValueError:
        message = f"{where}: what is set cannot be used, expected a Fernet key: 32 bytes in URL-safe base64"
        raise ConfigurationError(message) from None


def _make(path: Path) -> None:
    """Write a new key as a whole; one that another process made meanwhile stays."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(Fernet.generate_key() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(temporary)
    except FileExistsError:
        return
    finally:
        temporary.unlink(missing_ok=True)
