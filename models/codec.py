"""Frozen values to plain JSON data and back, by their types alone.

What the database keeps of a reading or a comparison goes through here, so a value that is read
back is the value that was written. Decimals and dates travel as text, enumerations by value.
"""

import datetime as dt
import enum
import functools
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal

T = typing.TypeVar("T")


def to_plain(value: object) -> typing.Any:
    """Return `value` as data that `json.dumps` takes; fields at their default are left out."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Decimal | dt.date):
        return str(value) if isinstance(value, Decimal) else value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {
            each.name: to_plain(getattr(value, each.name))
            for each in fields(value)
            if getattr(value, each.name) != _default(each)
        }
    return value


def _default(field: Field[typing.Any]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def from_plain(kind: type[T], data: typing.Any) -> T:
    """Return the value of type `kind` that `data` was made from; raise on data that does not fit."""
    decode = typing.cast("Callable[[typing.Any], T]", _decoder(typing.cast("typing.Any", kind)))
    return decode(data)


@functools.cache
def _decoder(kind: typing.Any) -> Callable[[typing.Any], typing.Any]:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _either(kind)
    if origin is tuple:
        return _tuple(typing.get_args(kind))
    if origin is Mapping:
        key, inner = (_decoder(each) for each in typing.get_args(kind))
        return lambda data: {key(name): inner(each) for name, each in data.items()}
    if isinstance(kind, type):
        return _plain_or_value(kind)
    message = f"no codec for {kind!r}"
    raise TypeError(message)


def _either(kind: typing.Any) -> Callable[[typing.Any], typing.Any]:
    """Return what decodes a value that may be None, or one that JSON itself tells apart (`str | int`)."""
    inner = tuple(each for each in typing.get_args(kind) if each is not types.NoneType)
    if len(inner) == 1:
        decode = _decoder(inner[0])
        return lambda data: None if data is None else decode(data)
    if types.NoneType in typing.get_args(kind) or not {str, int, float, bool}.issuperset(inner):
        message = f"no codec for {kind!r}"
        raise TypeError(message)
    return lambda data: _checked_of(inner, data)


def _checked_of(kinds: tuple[type, ...], data: typing.Any) -> typing.Any:
    if not isinstance(data, kinds):
        message = f"{data!r} is none of {kinds}"
        raise TypeError(message)
    return data


def _tuple(parts: tuple[typing.Any, ...]) -> Callable[[typing.Any], typing.Any]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        decode = _decoder(parts[0])
        return lambda data: tuple(decode(each) for each in data)
    decoders = tuple(_decoder(each) for each in parts)
    return lambda data: tuple(one(each) for one, each in zip(decoders, data, strict=True))


def _plain_or_value(kind: type) -> Callable[[typing.Any], typing.Any]:
    if issubclass(kind, enum.Enum | Decimal):
        return kind
    if issubclass(kind, dt.datetime | dt.date):
        return kind.fromisoformat
    if is_dataclass(kind):
        return _record(kind)
    if hasattr(kind, "_fields"):
        return lambda data: kind(*data)
    return lambda data: _checked(kind, data)


def _record(kind: type) -> Callable[[typing.Any], typing.Any]:
    hints = typing.get_type_hints(kind)
    decoders = {each.name: hints[each.name] for each in fields(kind)}

    def decode(data: Mapping[str, typing.Any]) -> typing.Any:
        return kind(**{name: _decoder(decoders[name])(each) for name, each in data.items()})

    return decode


def _checked(kind: type, data: typing.Any) -> typing.Any:
    allowed = (int, float) if kind is float else kind
    if not isinstance(data, allowed):
        message = f"{data!r} is no {kind.__name__}"
        raise TypeError(message)
    return data
