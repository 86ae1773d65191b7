"""Files with a password, for tests: PDF by reportlab, zip by the traditional encryption of PKWARE.

The standard library reads the latter and does not write it: APPNOTE.TXT, section 6.1.
"""

import hashlib
import hmac
import io
import struct
import zipfile
import zlib

from drawn_order import drawing
from drawn_pdf import pdf
from reportlab.lib.pdfencrypt import StandardEncryption

from extractors.readers.zip_aes import KEYS, turned

_TABLE = [zlib.crc32(bytes([each]), 0xFFFFFFFF) ^ 0xFFFFFFFF for each in range(256)]


def locked_pdf(password: str) -> bytes:
    """Return the order 4500123 as a PDF with a password."""
    return pdf(drawing(), encrypt=StandardEncryption(password, "owner", canPrint=0))


def locked_zip(password: bytes, **files: bytes) -> bytes:
    """Return an archive whose members have a password; a name's two underscores stand for its point."""
    packed = io.BytesIO()
    places: list[tuple[bytes, bytes, int]] = []
    for written, content in files.items():
        name = written.replace("__", ".").encode()
        crc = zlib.crc32(content)
        data = _encrypted(password, bytes(11) + bytes([crc >> 24]) + content)
        fields = struct.pack("<HHHHHIIIHH", 20, 1, 0, 0, 0x21, crc, len(data), len(content), len(name), 0)
        places.append((name, fields, packed.tell()))
        packed.write(b"PK\x03\x04" + fields + name + data)
    start = packed.tell()
    for name, fields, at in places:
        packed.write(b"PK\x01\x02\x14\x00" + fields + struct.pack("<HHHII", 0, 0, 0, 0, at) + name)
    size = packed.tell() - start
    packed.write(b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(places), len(places), size, start, 0))
    assert zipfile.is_zipfile(io.BytesIO(packed.getvalue()))
    return packed.getvalue()


def aes_zip(password: bytes, content: bytes, *, strength: int = 3, deflated: bool = True) -> bytes:
    """Return an archive with the member order.txt, encrypted with AES as WinZip specifies it (AE-2)."""
    name, key = b"order.txt", KEYS[strength]
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = packer.compress(content) + packer.flush() if deflated else content
    salt = bytes(range(key // 2))
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, 1000, 2 * key + 2)
    sealed = turned(keys[:key], plain)
    seal = hmac.new(keys[key : 2 * key], sealed, "sha1").digest()[:10]
    data = salt + keys[2 * key :] + sealed + seal
    extra = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", strength, 8 if deflated else 0)
    fields = struct.pack("<HHHHHIIIHH", 51, 1, 99, 0, 0x21, 0, len(data), len(content), len(name), len(extra))
    local = b"PK\x03\x04" + fields + name + extra + data
    central = b"PK\x01\x02\x33\x00" + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name + extra
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


def _encrypted(password: bytes, plain: bytes) -> bytes:
    keys = [0x12345678, 0x23456789, 0x34567890]
    for byte in password:
        _turn(keys, byte)
    written = bytearray()
    for byte in plain:
        mixed = (keys[2] | 2) & 0xFFFF
        written.append(byte ^ ((mixed * (mixed ^ 1)) >> 8 & 0xFF))
        _turn(keys, byte)
    return bytes(written)


def _turn(keys: list[int], byte: int) -> None:
    keys[0] = _crc(keys[0], byte)
    keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
    keys[2] = _crc(keys[2], keys[1] >> 24)


def _crc(value: int, byte: int) -> int:
    return (value >> 8) ^ _TABLE[(value ^ byte) & 0xFF]
