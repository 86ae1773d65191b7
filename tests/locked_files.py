"""Files with a password, for tests: PDF by reportlab; zip, by PKWARE's traditional encryption, and Office.

The standard library reads such archives and does not write them: APPNOTE.TXT, section 6.1.
"""

import base64
import hashlib
import hmac
import io
import struct
import zipfile
import zlib

import compound_files
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
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


AGILE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"
 xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">
<keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES"
 cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="{data_salt}"/>
<dataIntegrity encryptedHmacKey="{hmac_key}" encryptedHmacValue="{hmac_value}"/>
<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">
<p:encryptedKey spinCount="{spins}" saltSize="16" blockSize="16" keyBits="256" hashSize="64"
 cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="{salt}"
 encryptedVerifierHashInput="{verifier}" encryptedVerifierHashValue="{verifier_hash}"
 encryptedKeyValue="{key}"/></keyEncryptor></keyEncryptors></encryption>"""


def locked_office(password: str, package: bytes, spins: int = 1000, said: int | None = None) -> bytes:
    """Return a .docx or .xlsx with a password, as Office 2010 and newer write it ([MS-OFFCRYPTO] 2.3.4.10).

    `said` is the number of rounds that the file states, where it is another.
    """
    salt, data_salt, key, verifier, seal = (bytes([each] * size) for each, size in SALTS)
    hashed = hashlib.sha512(salt + password.encode("utf-16-le")).digest()
    for number in range(spins):
        hashed = hashlib.sha512(struct.pack("<I", number) + hashed).digest()

    def wrapped(block: str, content: bytes) -> bytes:
        return _cbc(hashlib.sha512(hashed + bytes.fromhex(block)).digest()[:32], salt, content)

    def sealed(block: str, content: bytes) -> bytes:
        return _cbc(key, hashlib.sha512(data_salt + bytes.fromhex(block)).digest()[:16], content)

    stream = struct.pack("<Q", len(package))
    for number, at in enumerate(range(0, len(package), 4096)):
        vector = hashlib.sha512(data_salt + struct.pack("<I", number)).digest()[:16]
        piece = package[at : at + 4096]
        stream += _cbc(key, vector, piece + bytes(-len(piece) % 16))
    values = {
        "salt": salt,
        "data_salt": data_salt,
        "verifier": wrapped("fea7d2763b4b9e79", verifier),
        "verifier_hash": wrapped("d7aa0f6d3061344e", hashlib.sha512(verifier).digest()),
        "key": wrapped("146e0be7abacd0d6", key),
        "hmac_key": sealed("5fb2ad010cb9e1f6", seal),
        "hmac_value": sealed("a0677f02b22c8433", hmac.new(seal, stream, "sha512").digest()),
    }
    plain = {name: base64.b64encode(each).decode() for name, each in values.items()}
    information = struct.pack("<HHI", 4, 4, 0x40) + AGILE.format(spins=said or spins, **plain).encode()
    return compound_files.compound({"EncryptionInfo": information, "EncryptedPackage": stream})


SALTS = ((1, 16), (2, 16), (3, 32), (4, 16), (5, 64))
"""Bytes and lengths that stand for chance: the same file every time."""


def _cbc(key: bytes, vector: bytes, content: bytes) -> bytes:
    encryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
    return encryptor.update(content) + encryptor.finalize()
