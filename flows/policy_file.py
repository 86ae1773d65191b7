"""The policy in its file: the one that ships with the project, or a company's own."""

from pathlib import Path

from compare import policy
from models.errors import ConfigurationError
from models.policy import Policy

SHIPPED = Path(__file__).parent.parent / "policy.toml"


def load(path: Path | None = None) -> Policy:
    """Return the policy in a file, or the one that ships with the project.

    Raises:
        ConfigurationError: It cannot be read, or a key of it has a wrong value.
    """
    chosen = path or SHIPPED
    try:
        text = chosen.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        message = f"policy: {chosen} cannot be read, expected the path of a TOML file"
        raise ConfigurationError(message) from None
    return policy.load(text, str(chosen))
