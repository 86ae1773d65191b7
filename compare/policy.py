"""Policy from the text of a TOML file: every key checked, every mistake named in one line."""

import datetime as dt
import enum
import tomllib
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal

from compare.catalogue import CATALOGUE
from models.comparison import Severity
from models.errors import ConfigurationError
from models.policy import Policy

EXPECTED = {
    Decimal: "a number of 0 or more",
    int: "a whole number of 0 or more",
    str: "a text in quotation marks",
    dt.date: "a date such as 2026-10-01",
    bool: "true or false",
    Severity: f"one of {', '.join(Severity)}",
}


def load(text: str, name: str = "policy.toml") -> Policy:
    """Return the policy that a TOML text states; what it leaves out keeps its default.

    Raises:
        ConfigurationError: A key is unknown or has a value that cannot be used; the text names it.
    """
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{name}: not valid TOML: {error}") from error
    policy = typing.cast("Policy", _value(Policy, data, name, ""))
    unknown = sorted(set(policy.severities) - CATALOGUE.keys())
    if unknown:
        raise ConfigurationError(f"{name}: severities.{unknown[0]}: there is no check with this code")
    return policy


def _value(kind: typing.Any, data: typing.Any, name: str, key: str) -> object:
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _tuple(typing.get_args(kind)[0], data, name, key)
    if origin is Mapping:
        return _mapping(typing.get_args(kind)[1], data, name, key)
    if is_dataclass(kind):
        return _record(typing.cast("type", kind), data, name, key)
    return _plain(kind, data, name, key)


def _record(kind: type, data: typing.Any, name: str, key: str) -> object:
    if not isinstance(data, dict):
        raise ConfigurationError(f"{name}: {key}: expected a table of keys, not {data!r}")
    hints = typing.get_type_hints(kind)
    known = [each.name for each in fields(kind)]
    for each in data:
        if each not in known:
            raise ConfigurationError(
                f"{name}: {_under(key, each)}: unknown key; known are {', '.join(known)}"
            )
    values = {each: _value(hints[each], value, name, _under(key, each)) for each, value in data.items()}
    try:
        return kind(**values)
    except TypeError:
        missing = ", ".join(each for each in known if each not in values)
        raise ConfigurationError(f"{name}: {key}: {missing} is missing") from None


def _tuple(kind: typing.Any, data: typing.Any, name: str, key: str) -> tuple[object, ...]:
    if not isinstance(data, list):
        raise ConfigurationError(f"{name}: {key}: expected a list in square brackets, not {data!r}")
    return tuple(_value(kind, each, name, f"{key}[{at}]") for at, each in enumerate(data))


def _mapping(kind: typing.Any, data: typing.Any, name: str, key: str) -> Mapping[str, object]:
    if not isinstance(data, dict):
        raise ConfigurationError(f"{name}: {key}: expected a table of keys, not {data!r}")
    values = {each: _value(kind, value, name, _under(key, each)) for each, value in data.items()}
    return types.MappingProxyType(values)


def _plain(kind: type, data: typing.Any, name: str, key: str) -> object:
    if issubclass(kind, enum.Enum) and data in list(kind):
        return kind(data)
    # A bool is an int to Python and a datetime is a date; neither is meant.
    if kind is Decimal and isinstance(data, int | Decimal) and type(data) is not bool and data >= 0:
        return Decimal(data)
    if type(data) is kind and not (isinstance(data, int) and data < 0):
        return data
    raise ConfigurationError(f"{name}: {key}: expected {EXPECTED[kind]}, not {data!r}")


def _under(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
