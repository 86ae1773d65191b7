"""Members of zip archives that are encrypted with AES, as WinZip, WinRAR and 7-Zip write them.

The scheme is WinZip's (AE-1 and AE-2, "AES Encryption Information: Encryption Specification"): the key
by PBKDF2 with HMAC-SHA1, AES in counter mode with a counter that begins with its lowest byte, and an
HMAC-SHA1 of ten bytes over what is encrypted.
"""

import hashlib
import hmac
import struct
import zipfile
import zlib

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

AES = 99
"""The method of compression that stands for AES; the real one is in the extra field."""
FIELD = 0x9901
KEYS = {1: 16, 2: 24, 3: 32}
"""Bytes of the key, by the strength that the extra field names; the salt has half as many."""
ROUNDS = 1000
CHECK, SEAL = 2, 10
"""Bytes of the check of the password, and of the HMAC behind the data."""
BLOCK = 16


def content(data: bytes, info: zipfile.ZipInfo, password: bytes) -> bytes | None:
    """Return the content of a member of the archive `data`; None if the password does not open it."""
    strength, method = _scheme(info.extra)
    length = KEYS.get(strength)
    if length is None or method not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return None
    raw = _raw(data, info)
    salt, check = raw[: length // 2], raw[length // 2 : length // 2 + CHECK]
    sealed, seal = raw[length // 2 + CHECK : -SEAL], raw[-SEAL:]
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, ROUNDS, 2 * length + CHECK)
    if keys[2 * length :] != check:
        return None
    own = hmac.new(keys[length : 2 * length], sealed, "sha1").digest()[:SEAL]
    if not hmac.compare_digest(own, seal):
        return None
    plain = turned(keys[:length], sealed)
    return (
        plain if method == zipfile.ZIP_STORED else zlib.decompressobj(-15).decompress(plain, info.file_size)
    )


def turned(key: bytes, data: bytes) -> bytes:
    """Encrypt or decrypt in counter mode, the counter beginning with its lowest byte, from 1."""
    counters = b"".join(at.to_bytes(BLOCK, "little") for at in range(1, -(-len(data) // BLOCK) + 1))
    # Each counter is encrypted once and never used again, so the mode of a single block is right here.
    stream = Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(counters)[: len(data)]  # noqa: S305
    mixed = int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")
    return mixed.to_bytes(len(data), "big")


def _scheme(extra: bytes) -> tuple[int, int]:
    """Return the strength and the real method of compression; zeros where the field is missing."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind == FIELD and size >= 7 and at + 11 <= len(extra):
            _, _, strength, method = struct.unpack_from("<H2sBH", extra, at + 4)
            return int(strength), int(method)
        at += 4 + size
    return 0, -1


def _raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """Return a member as it stands in the archive, behind its local header."""
    name, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
    start = info.header_offset + 30 + name + extra
    return data[start : start + info.compress_size]
