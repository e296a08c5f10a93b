#!/usr/bin/python3
"""Checks valid.txt from the byte formats alone, as the headers of sync/trust and sync/paper say them:
a second implementation that shares no code with the first. It opens, verifies and derives, then
flips a bit at both ends of each vector and expects to notice. Ends with 1 where one does not fit.
"""
import functools
import hashlib
import hmac
import itertools
import pathlib
import sys

from nacl import bindings, exceptions

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ZEROS = bytes(32)

def big(number, size):
    return number.to_bytes(size, "big")

def blake(tag, *parts, key=b""):
    return hashlib.blake2b(b"EVEN-" + tag + b"".join(parts), digest_size=32, key=key).digest()

def kdf(master, number, context, size=32):
    salt = number.to_bytes(8, "little")
    return hashlib.blake2b(digest_size=size, key=master, salt=salt, person=context).digest()

def same(one, other, what):
    if one != other:
        raise ValueError(what)

def verify(tag, key, message, signature):
    bindings.crypto_sign_open(signature + b"EVEN-" + tag + message, key)

def aead(key, sealed, associated):
    return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
        sealed[24:], associated, sealed[:24], key)

def code(text, size, checks, salt):
    """The bytes in base 32 before the check characters, which are the values at 1, x, x^2 …"""
    symbols = [ALPHABET.index(character) for character in text]
    for power, check in enumerate(symbols[-checks:]):
        total = 0
        for symbol in [byte & 31 for byte in salt] + symbols[:-checks]:
            for _ in range(power):
                total = total << 1 ^ (0x25 if total & 16 else 0)
            total ^= symbol
        same(total, check, "a check character")
    number = functools.reduce(lambda sum, symbol: sum << 5 | symbol, symbols[:-checks])
    filling = len(symbols[:-checks]) * 5 - size * 8
    same(number & (1 << filling) - 1, 0, "filling bits")
    return big(number >> filling, size)

def varint(body, at):
    value = shift = 0
    while body[at] & 128:
        value, shift, at = value | (body[at] & 127) << shift, shift + 7, at + 1
    return value | body[at] << shift, at + 1

def proto(body):
    """Protobuf's wire format as far as trust.proto uses it: {field: [int or bytes, ...]}."""
    fields, at = {}, 0
    while at < len(body):
        key, at = varint(body, at)
        value, at = varint(body, at)
        if key & 7 == 2:
            value, at = body[at:at + value], at + value
        fields.setdefault(key >> 3, []).append(value)
        same((key & 7 in (0, 2), at <= len(body)), (True, True), "a field of a message")
    return fields

def cut(data, *sizes):
    """The fields of a fixed layout, and the rest."""
    ends = list(itertools.accumulate(sizes, initial=0))
    return [data[a:b] for a, b in zip(ends, ends[1:])] + [data[ends[-1]:]]

def roster(data, kind, tag):
    start, number, subject, author, key, previous, rest = cut(data, 4, 4, 16, 16, 32, 32)
    same(start, bytes([ord("R"), 1, kind, 0]), "the start of a roster")
    same((number, previous), (big(1, 4), ZEROS), "the place of a first roster")
    verify(tag, key, data[:-64], data[-64:])
    return subject, author, key, proto(rest[:-64])

def device(message):
    fields = proto(message)
    return fields[1][0], fields[2][0], fields[3][0]  # id, signing key, box key

class Check:
    def __init__(self, vectors):
        self.v = vectors
        self.hash = {name: blake(b"ROH", vectors[name + "_roster"]) for name in ("staff", "vault")}

    def keys(self):
        lines = self.v["recovery_sheet"].decode().split("\n")
        same(lines[4:], [""], "the end of the recovery sheet")
        seed = b"".join(code(line.replace("-", ""), 8, 3, [number])
                        for number, line in enumerate(lines[:4], 1))
        self.root, _ = bindings.crypto_sign_seed_keypair(kdf(seed, 1, b"EVENROOT"))
        self.recovery = bindings.crypto_box_seed_keypair(kdf(seed, 2, b"EVENROOT"))
        self.fingerprint = blake(b"RFP", self.root)[:16]
        same(self.v["root_fingerprint"], self.fingerprint, "the root fingerprint")
        start, self.phone, signing, box, rest = cut(self.v["device_keys"], 2, 16, 32, 32)
        same((start, rest), (b"K\1", b""), "the form of the device keys")
        self.signing, _ = bindings.crypto_sign_seed_keypair(signing)
        self.box = bindings.crypto_scalarmult_base(box), box
        self.phone_public = self.phone, self.signing, self.box[0]

    def staff_roster(self):
        subject, author, key, body = roster(self.v["staff_roster"], 1, b"STF")
        same((subject, author, key), (self.fingerprint, bytes(16), self.root), "the staff's signer")
        same((body[1][0], body[4][0]), (self.root, self.recovery[0]), "the staff roster's keys")
        self.staff = {device(message) for user in map(proto, body[2]) for message in user[3]}

    def vault_roster(self):
        self.vault, author, key, body = roster(self.v["vault_roster"], 2, b"VLT")
        same((author, key), (self.phone, self.signing), "the vault roster's author")
        same((body[1][0], body[2][0], body[3][0], body[4][0]),
             (1, self.fingerprint, 1, self.hash["staff"]), "what the vault roster refers to")
        epoch = self.v["epoch_key"]
        same(body[8][0], kdf(epoch, 3, b"EVENCMIT"), "the key's commitment")
        self.users, wraps = {}, {}
        for member in map(proto, body[6]):
            self.users[device(member[3][0])] = member[1][0]
            wraps[device(member[3][0])[0]] = member[4][0]
        for name, keys in ((self.phone, self.box), (b"EVEN-RECOVERYKEY", self.recovery)):
            same(wraps[name][:1], b"\1", "the algorithm of a wrap")
            same(bindings.crypto_box_seal_open(wraps[name][1:], *keys),
                 b"\1" + self.vault + big(1, 4) + epoch, "a member's wrap")

    def envelope(self):
        data = self.v["envelope"]
        start, *places, rest = cut(data, 4, 16, 16, 4, 8, 32, 32)
        same(start, b"E\1\1\0", "the start of the envelope")
        same(places, [self.vault, self.phone, big(1, 4), big(1, 8), ZEROS, self.hash["vault"]],
             "the envelope's header")
        sealed, signature = rest[:-64], rest[-64:]
        content = blake(b"CTH", sealed[24:])
        verify(b"ENV", self.signing, data[:136] + content, signature)
        body = aead(kdf(self.v["epoch_key"], 1, b"EVENENVL"), sealed, data[:112])
        same(body, b"mood 7\x80" + bytes(249), "the envelope's padded body")
        self.envelope_hash = blake(b"EVH", data[:136], content, signature)
        same(self.v["envelope_hash"], self.envelope_hash, "the envelope's hash")
        same(self.v["stub"], data[:136] + content + signature, "the stub")

    def log(self):
        place = self.vault + self.phone + big(1, 8) + self.envelope_hash + self.phone
        for name, kind, tag, stub in (("redaction", 1, b"RED", b""),
                                      ("void_mark", 2, b"VOI", self.v["stub"])):
            data = self.v[name]
            same(data[:-64], bytes([ord("D"), 1, kind, 0]) + place + stub, "the " + name)
            verify(tag, self.signing, data[:-64], data[-64:])
        same(self.v["log_hash"], blake(b"LOG", ZEROS, big(1, 8), self.envelope_hash), "the log")
        same(self.v["access_hash"],
             blake(b"AUD", ZEROS, big(1, 8), big(1_750_000_000_000, 8), self.phone, big(2, 2),
                   self.vault, big(200, 2)), "the access log")

    def request(self):
        version, name, counter, signature, payload = cut(self.v["request"], 1, 16, 8, 64)
        same((version, name, counter, payload), (b"\1", self.phone, big(7, 8), b"payload"),
             "the request's fields")
        signed = self.fingerprint + name + counter + blake(b"PAY", payload)
        verify(b"REQ", self.signing, signed, signature)

    def invite(self):
        address, secret, pin = self.v["invite_link"].decode().rsplit("/", 2)
        same(address, "EVEN1:PRACTICE.EXAMPLE.ORG:443", "the link's address")
        before = address + "/+", address + "/" + secret + "/"  # what the check characters cover
        salts = [blake(b"CHK", text.encode())[:4] for text in before]
        payload = code(secret, 32, 4, salts[0])
        same(code(pin, 32, 4, salts[1]), bytes([1, 2, 3]) + bytes(29), "the link's pin")
        same(payload[16:], self.fingerprint, "the link's root fingerprint")
        master = blake(b"INV", payload)
        number = kdf(master, 1, b"EVENINVT", 16)
        blob, mac, join = (kdf(master, i, b"EVENINVT") for i in (2, 3, 4))
        same(self.v["invite_id"], number, "the invite's id")
        body = proto(aead(blob, self.v["invite_blob"], number))
        same((body[2], body[4], body[5]),
             ([self.root], [self.hash["staff"]], [self.v["staff_roster"]]), "the invite's body")
        request = proto(aead(join, self.v["join_request"], number))
        same((request[1][0], device(request[2][0]), request[3][0]),
             (self.users[self.phone_public], self.phone_public, b"Sam"), "the join request")
        user = self.users[self.phone_public]
        for name, statement in (
                ("accept_tag", blake(b"ACC", number, self.hash["vault"])),
                ("device_proof", blake(b"JOI", self.vault, user, *self.phone_public))):
            same(self.v[name], hmac.digest(mac, statement, "sha512")[:32], "the " + name)
        digest = blake(b"SAF", self.fingerprint, *self.phone_public, self.vault)
        groups = (int.from_bytes(digest[i:i + 5], "big") % 100_000 for i in range(0, 30, 5))
        same(self.v["safety_number"].decode(), " ".join(f"{g:05}" for g in groups), "the digits")

    def lock(self):
        start, passes, memory, salt, sealed = cut(self.v["lock"], 4, 4, 4, 16)
        same(start, b"L\1\1\0", "the start of the lock")
        passes, memory = (int.from_bytes(field, "big") for field in (passes, memory))
        same((passes, memory), (2, 65_536), "the lock's costs")
        stretched = bindings.crypto_pwhash_alg(32, b"829174", salt, passes, memory * 1024,
                                               bindings.crypto_pwhash_ALG_ARGON2ID13)
        # Seed 2026 gives the invite's secret, the database key and the key store's secret.
        _, database, keystore, _ = cut(seeded(2026, 80), 16, 32, 32)
        opened = aead(blake(b"KEK", stretched, key=keystore), sealed, self.v["lock"][:28])
        same(opened, database, "the key inside the lock")

    def agreement(self):
        file = proto(self.v["agreement_export"])
        vault, name, version, previous, text = (file[i][0] for i in (2, 3, 4, 5, 6))
        same((vault, version, previous), (self.vault, 1, ZEROS), "the agreement's place")
        same(text, b"No phone after 22:00.", "the agreement's words")
        digest = blake(b"AGR", vault, name, big(version, 4), previous, text)
        same(self.v["agreement_hash"], digest, "the agreement's hash")
        same((file[8], file[9]), ([self.v["vault_roster"]], [self.v["staff_roster"]]), "the chains")
        signers = list(map(proto, file[7]))
        same([signer[1][0] for signer in signers], [1, 2], "the signing roles")
        for signer, known in zip(signers, ({self.phone_public}, self.staff)):
            public = device(signer[2][0])
            same(public in known, True, "who signed the agreement")
            verify(b"AGS", public[1], digest + bytes(signer[1]), signer[3][0])

def seeded(state, size):
    """SplitMix64's highest bytes: the randomness of tests/sync/trust/support.cpp."""
    mask, drawn = 2 ** 64 - 1, bytearray()
    for _ in range(size):
        state = mixed = state + 0x9E3779B97F4A7C15 & mask
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & mask
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & mask
        drawn.append(mixed >> 56)
    return bytes(drawn)

def complaint(vectors):
    check = Check(vectors)
    for step in (Check.keys, Check.staff_roster, Check.vault_roster, Check.envelope, Check.log,
                 Check.request, Check.invite, Check.agreement, Check.lock):
        try:
            step(check)
        except (ValueError, KeyError, IndexError, exceptions.CryptoError) as error:
            return f"{step.__name__}: {error}"
    return None

def main():
    text = pathlib.Path(__file__).with_name("valid.txt").read_text("ascii")
    vectors = {name: bytes.fromhex(value) for name, value in map(str.split, text.splitlines())}
    if wrong := complaint(vectors):
        sys.exit("valid.txt does not fit its formats, " + wrong)
    for name, value in vectors.items():
        for changed in (bytes([value[0] ^ 1]) + value[1:], value[:-1] + bytes([value[-1] ^ 1])):
            if not complaint({**vectors, name: changed}):
                sys.exit(f"a changed {name} was not noticed")
    print(f"{len(vectors)} vectors verified, and each change noticed")

main()
