#include "sync/client/opening.h"

#include "core/codec/batch.h"
#include "core/codec/fields.h"
#include "core/domain/rights.h"
#include "sync/wire/messages.h"

#include <algorithm>

namespace evenkeel::client {
namespace {

Role role_of(const trust::VaultMember& member) {
    return member.role == trust::VaultRole::client ? Role::client : Role::clinician;
}

// A list of members that is still on its way may name the author. What is passed over is never
// offered again, so the log waits here.
constexpr Literal unknown_author{"An item comes from a device no known list names; it waits."};

// Of kinds that are said once: the first word about the entity, which replaces nothing.
bool is_first_word(const delta::Delta& delta) {
    return delta.action == delta::Action::write &&
           std::ranges::all_of(delta.fields,
                               [](const auto& field) { return field.replaces.empty(); });
}

// One delta as a body of its own, as parked ones are kept.
Bytes body_of(const delta::Delta& delta, DeviceId author) {
    codec::BatchWriter writer(author, trust::envelope_plain_bytes_max);
    return writer.add(delta, codec::is_shareable_field) ? writer.finish() : Bytes();
}

}  // namespace

LogReader::LogReader(store::Store& store, const Identity& identity, Keyring& keyring,
                     const store::VaultRow& vault)
    : sync_(store), identity_(identity), keyring_(keyring), vault_(vault) {
    page_.cursor = vault.cursor;
    page_.chain = vault.chain;
}

bool LogReader::pass(const Hash32& hash) {
    page_.chain = trust::next_log_hash(page_.chain, ++page_.cursor, hash);
    return true;
}

bool LogReader::stop(Literal notice) {
    page_.notices.emplace_back(notice.text);
    return false;
}

bool LogReader::leave_out(const Hash32& hash, Literal notice) {
    page_.notices.emplace_back(notice.text);
    return pass(hash);
}

Result<std::optional<Hash32>> LogReader::held_hash(DeviceId author, std::uint64_t sequence) {
    if (const auto known = fresh_.find({author, sequence}); known != fresh_.end()) {
        return std::optional(known->second);
    }
    TRY_ASSIGN(const auto row, sync_.envelope(vault_.id, author, sequence));
    return row ? std::optional(row->hash) : std::optional<Hash32>();
}

// Where an envelope stands against what is held of its author: sequence by sequence, hash by hash.
Result<LogReader::Place> LogReader::place_of(const trust::EnvelopeHeader& header,
                                             const Hash32& hash) {
    TRY_ASSIGN(const auto same, held_hash(header.author, header.sequence));
    if (same) return *same == hash ? Place::known : Place::forked;
    if (forked_.contains(header.author)) return Place::forked;
    if (header.sequence == 1) return Place::next;
    TRY_ASSIGN(const auto before, held_hash(header.author, header.sequence - 1));
    if (!before) return Place::hole;
    return *before == header.previous ? Place::next : Place::forked;
}

bool LogReader::is_signed(const trust::EnvelopeView& envelope) {
    const trust::EnvelopeHeader& header = envelope.header();
    const trust::VaultMember* const author = keyring_.member(vault_.id, header.author);
    const trust::VaultRoster* const newest = keyring_.roster(vault_.id);
    return author != nullptr && trust::verify_author(envelope, author->device.signing_key) &&
           newest->accepts_sequence(header.author, header.sequence);
}

void LogReader::take(const trust::EnvelopeView& envelope, const Hash32& hash,
                     store::EnvelopeState state) {
    const trust::EnvelopeHeader& header = envelope.header();
    page_.received.push_back({.envelope = {.vault = vault_.id,
                                           .author = header.author,
                                           .sequence = header.sequence,
                                           .position = next_position(),
                                           .hash = hash,
                                           .state = state,
                                           .bytes = to_bytes(envelope.bytes())}});
    fresh_[{header.author, header.sequence}] = hash;
}

Result<bool> LogReader::envelope(ByteView bytes) {
    const auto parsed = trust::parse_envelope(bytes);
    if (!parsed.ok() || parsed.value().header().vault != vault_.id) {
        return stop("The server offered something that does not belong to this record.");
    }
    const trust::EnvelopeView& view = parsed.value();
    const trust::EnvelopeHeader& header = view.header();
    const Hash32 hash = trust::envelope_hash(view);
    if (keyring_.member(vault_.id, header.author) == nullptr) return stop(unknown_author);
    if (!is_signed(view)) {
        return leave_out(hash, "An item that no member of the record signed was left out.");
    }
    TRY_ASSIGN(const Place place, place_of(header, hash));
    if (header.author == identity_.keys.id && place != Place::known) {
        page_.knows_more_of_us = true;
        return false;
    }
    if (place == Place::hole) {
        return stop("The server withholds an item of this record; what follows it waits.");
    }
    if (place == Place::forked) {
        forked_.insert(header.author);
        TRY_ASSIGN(const auto held, held_hash(header.author, header.sequence));
        page_.notices.push_back("A device wrote two different items in one place; the later one " +
                                to_hex(hash) + " was left out" +
                                (held ? ", " + to_hex(*held) + " is held." : "."));
        return pass(hash);
    }
    const bool is_stub = view.is_stub();
    take(view, hash, is_stub ? store::EnvelopeState::redacted : store::EnvelopeState::stored);
    if (is_stub) page_.stubs.push_back({vault_.id, header.author, header.sequence, hash});
    if (!is_stub && place == Place::next) TRY(open_into(view, page_.received.back()));
    return pass(hash);
}

// Verified before decrypted, decrypted before parsed. What fails is parked whole.
Result<void> LogReader::open_into(const trust::EnvelopeView& view, store::Received& target) {
    const trust::EnvelopeHeader& header = view.header();
    const auto park = [&](ByteView bytes, std::string reason) -> Result<void> {
        target.parked.push_back({to_bytes(bytes), std::move(reason)});
        return {};
    };
    const trust::VaultRoster* const roster = keyring_.roster(vault_.id, header.epoch);
    if (roster == nullptr || roster->hash != header.roster_hash) {
        page_.notices.emplace_back("An item names a list of members this device was never shown.");
        return park(view.bytes(), "It was sealed under an unknown list of members.");
    }
    const trust::VaultMember* const author = roster->member(header.author);
    if (author == nullptr) return park(view.bytes(), "Its author was no member at that time.");
    const auto key = keyring_.epoch_key(vault_.id, header.epoch);
    if (!key.ok()) return park(view.bytes(), "This device has no key for it.");
    const auto body = trust::open_envelope(view, key.value());
    if (!body.ok()) return park(view.bytes(), "It could not be opened.");
    read_body(body.value(), *author, target);
    return {};
}

void LogReader::read_body(ByteView body, const trust::VaultMember& author,
                          store::Received& target) const {
    auto batch = codec::decode_batch(body, author.device.id);
    if (!batch.ok()) {
        target.parked.push_back({to_bytes(body), batch.error().sentence()});
        return;
    }
    for (codec::ParkedDelta& parked : batch.value().parked) {
        target.parked.push_back({std::move(parked.bytes), std::move(parked.reason)});
    }
    for (delta::Delta& delta : batch.value().deltas) judge(std::move(delta), author, target);
}

// What was opened before was set aside as bodies, the rest as it came. The envelope itself may be a
// stub by now; its header still says under which list of members it was written.
Result<store::Received> LogReader::again(const store::Received& before) {
    store::Received after{.envelope = before.envelope};
    TRY_ASSIGN(const trust::EnvelopeView held, trust::parse_envelope(before.envelope.bytes));
    const trust::VaultRoster* const roster = keyring_.roster(vault_.id, held.header().epoch);
    const trust::VaultMember* const author =
        roster == nullptr ? nullptr : roster->member(held.header().author);
    for (const store::Received::Parked& parked : before.parked) {
        const auto sealed = trust::parse_envelope(parked.bytes);
        if (sealed.ok()) {
            TRY(open_into(sealed.value(), after));
        } else if (author != nullptr) {
            read_body(parked.bytes, *author, after);
        } else {
            after.parked.push_back(parked);
        }
    }
    return after;
}

// The origin may be another device than the author only within one user.
bool LogReader::same_user(const trust::VaultMember& author, DeviceId origin) const {
    if (origin == author.device.id) return true;
    for (const VaultId& vault : {vault_.id, vault_.record}) {
        if (const auto* member = keyring_.member(vault, origin)) return member->user == author.user;
    }
    return false;
}

void LogReader::judge(delta::Delta delta, const trust::VaultMember& author,
                      store::Received& target) const {
    const auto part = static_cast<RecordPart>(vault_.type);
    const char* reason = nullptr;
    if (!may_write(role_of(author), part, delta.kind)) {
        reason = "Its author's role may not write this.";
    } else if (!same_user(author, delta.origin)) {
        reason = "It claims to come from another person's device.";
    } else if (is_written_once(delta.kind) && !is_first_word(delta)) {
        reason = "It changes what is written once and for all.";
    }
    if (reason == nullptr) {
        target.deltas.push_back(std::move(delta));
    } else {
        target.parked.push_back({body_of(delta, author.device.id), reason});
    }
}

Result<bool> LogReader::own_envelope(std::uint64_t sequence) {
    TRY_ASSIGN(const auto row, sync_.envelope(vault_.id, identity_.keys.id, sequence));
    if (!row) {
        page_.knows_more_of_us = true;
        return false;
    }
    // Without a receipt the server may hold other bytes in this place; the receipt comes with the
    // next turn, or a refusal that says so (R2).
    if (row->state == store::EnvelopeState::sealed) return false;
    return pass(row->hash);
}

Result<bool> LogReader::pushed_envelope(DeviceId author, std::uint64_t sequence) {
    TRY_ASSIGN(const auto hash, held_hash(author, sequence));
    return hash ? pass(*hash) : stop("The server confirmed something that was not sent.");
}

Result<bool> LogReader::pushed_object(const Hash32& hash) { return pass(hash); }

// The list that removed the device came before, so one that no list names is invented.
bool LogReader::wipe_receipt(const wire::WipeReceipt& receipt, ByteView bytes, const Hash32& hash) {
    const auto* const device = keyring_.member(vault_.id, receipt.device);
    if (device == nullptr || receipt.root != identity_.root ||
        !wire::verify_wipe_receipt(bytes, device->device.signing_key)) {
        return leave_out(hash,
                         "Somebody else's word that a device erased itself was not believed.");
    }
    page_.wiped.push_back(receipt);
    return pass(hash);
}

Result<bool> LogReader::log_object(ByteView bytes) {
    const Hash32 hash = wire::log_object_hash(bytes);
    if (const auto receipt = wire::parse_wipe_receipt(bytes); receipt.ok()) {
        return wipe_receipt(receipt.value(), bytes, hash);
    }
    const auto mark = trust::parse_void_mark(bytes);
    const auto redaction =
        mark.ok() ? Result<trust::Redaction>(mark.value().place) : trust::parse_redaction(bytes);
    if (!redaction.ok()) return leave_out(hash, "The server offered something unknown.");
    const trust::Redaction& named = redaction.value();
    const auto* const signer = keyring_.member(vault_.id, named.signer);
    const auto* const author = keyring_.member(vault_.id, named.author);
    if (named.vault == vault_.id && (signer == nullptr || author == nullptr)) {
        return stop(unknown_author);
    }
    if (named.vault != vault_.id || signer->user != author->user ||
        !trust::verify_log_object(bytes, signer->device.signing_key)) {
        return leave_out(hash, "Somebody else's removal of an item was not believed.");
    }
    if (!mark.ok()) {
        TRY_ASSIGN(const auto held, held_hash(named.author, named.sequence));
        if (held && *held == named.envelope_hash) page_.redactions.push_back(named);
        return pass(hash);
    }
    const auto stub = trust::parse_envelope(mark.value().stub);
    if (stub.ok() && keyring_.member(vault_.id, stub.value().header().author) == nullptr) {
        return stop(unknown_author);
    }
    if (!stub.ok() || !is_signed(stub.value())) {
        return leave_out(hash, "A withdrawn item that no member signed was left out.");
    }
    TRY_ASSIGN(const Place place, place_of(stub.value().header(), named.envelope_hash));
    if (place == Place::hole) {
        return stop("The server withholds an item of this record; what follows it waits.");
    }
    if (place == Place::known) page_.redactions.push_back(named);
    if (place == Place::next) take(stub.value(), named.envelope_hash, store::EnvelopeState::voided);
    return pass(hash);
}

}  // namespace evenkeel::client
