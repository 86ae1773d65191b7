"""What an operator can mend, and what a file can be refused for.

Two families only. `OperatorError` is raised when a person who runs the program can put things
right: it carries the remedy and the exit code. `Unreadable` is raised by readers when a file
cannot be read; the spine turns it into the named error of that one document and the batch goes on.
Everything else is a bug and shows its traceback.
"""

import enum


class ExitCode(enum.IntEnum):
    """Exit codes of the command line; damaged inputs and differences are not failures."""

    OK = 0
    PROBLEMS = 1
    """`doctor` found some, or a backup is not complete."""
    USAGE = 2
    CONFIGURATION = 4
    CONNECTION = 5
    DATABASE = 6
    INTERRUPTED = 130
    TERMINATED = 143
    """Asked to stop by SIGTERM, and came to an orderly end."""


class OperatorError(Exception):
    """Something that the person who runs the program can mend; the text says how."""

    exit_code = ExitCode.USAGE


class UsageError(OperatorError):
    """Wrong arguments, or a path that does not exist."""


class ColumnsNotUnderstoodError(OperatorError):
    """The header row of an export names too few known columns.

    `seen` are the names of its columns; of each group of fields in `missing` it has none. `choices` are the
    columns, as `name=field`, of which a person has to say which one counts.
    """

    def __init__(
        self,
        message: str,
        seen: tuple[str, ...] = (),
        missing: tuple[tuple[str, ...], ...] = (),
        choices: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.seen = seen
        self.missing = missing
        self.choices = choices


class ConfigurationError(OperatorError):
    """A setting is missing or has a value that cannot be used."""

    exit_code = ExitCode.CONFIGURATION


class MailboxError(OperatorError):
    """The mailbox cannot be reached, or refuses the login."""

    exit_code = ExitCode.CONNECTION


class DatabaseError(OperatorError):
    """The database cannot be opened, or is of another version."""

    exit_code = ExitCode.DATABASE


class ErrorCode(enum.StrEnum):
    """Why an input could not be read: the only words for it, inside and outside."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"
    UNSAFE = "unsafe"
    NEEDS_OCR = "needs_ocr"
    TIMEOUT = "timeout"
    CRASHED = "crashed"


class Unreadable(Exception):  # noqa: N818 - a named outcome of a document, not a failure of the program
    """A file that cannot be read; `code` says why, the text what happened and what to do."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
