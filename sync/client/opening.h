// From a vault's log, as the server tells it, to deltas that may be applied. Trusts the server for
// nothing: every item is signed by its author, chained per author, and chained over the whole log.
#pragma once

#include "sync/client/keyring.h"
#include "sync/trust/envelope.h"
#include "sync/trust/log_object.h"
#include "sync/wire/wipe_receipt.h"

#include <map>
#include <set>
#include <string>

namespace evenkeel::client {

// What the items of one page come to. Items up to `cursor` were read; the chain hash there is ours.
struct ReadPage {
    std::vector<store::Received> received;
    std::vector<trust::Redaction> redactions;  // verified; to be carried out after `received`
    std::vector<store::SyncStore::EnvelopeName> stubs;  // came without content; a word is owed
    std::vector<wire::WipeReceipt> wiped;  // verified: removed devices that erased themselves
    std::uint64_t cursor = 0;
    Hash32 chain{};
    std::vector<std::string> notices;
    // The server holds envelopes of this device that this profile does not know: it is a copy, or
    // was restored from a backup (R3).
    bool knows_more_of_us = false;
    bool complete = true;  // false: something was withheld or cannot be passed yet
};

// Reads items in the order of their positions. Each function returns false if the item cannot be
// passed: then it and what follows wait for a later turn. An error is a local one.
class LogReader {
public:
    LogReader(store::Store& store, const Identity& identity, Keyring& keyring,
              const store::VaultRow& vault);

    // An envelope or stub. What cannot be believed is left out with a notice; what cannot be opened
    // or understood is parked whole; either way the log goes on behind it (R37). A hole in its
    // author's chain is withheld by the server, and nothing behind it is believed.
    Result<bool> envelope(ByteView bytes);
    // A redaction, a void mark, or a removed device's word that it erased itself.
    Result<bool> log_object(ByteView bytes);
    // This device's own envelope, named by its sequence.
    Result<bool> own_envelope(std::uint64_t sequence);
    // Something this device pushed and holds: an envelope of any author, or an object by its hash.
    Result<bool> pushed_envelope(DeviceId author, std::uint64_t sequence);
    Result<bool> pushed_object(const Hash32& hash);

    // What was set aside of an envelope, read with the keys and the understanding of now. What can
    // still not be read is set aside as before.
    Result<store::Received> again(const store::Received& before);

    [[nodiscard]] std::uint64_t next_position() const { return page_.cursor + 1; }
    ReadPage finish() && { return std::move(page_); }

private:
    enum class Place { next, known, forked, hole };

    Result<Place> place_of(const trust::EnvelopeHeader& header, const Hash32& hash);
    Result<std::optional<Hash32>> held_hash(DeviceId author, std::uint64_t sequence);
    bool is_signed(const trust::EnvelopeView& envelope);
    Result<void> open_into(const trust::EnvelopeView& envelope, store::Received& target);
    void read_body(ByteView body, const trust::VaultMember& author, store::Received& target) const;
    void judge(delta::Delta delta, const trust::VaultMember& author, store::Received& target) const;
    bool same_user(const trust::VaultMember& author, DeviceId origin) const;
    void take(const trust::EnvelopeView& envelope, const Hash32& hash, store::EnvelopeState state);
    bool pass(const Hash32& hash);
    bool wipe_receipt(const wire::WipeReceipt& receipt, ByteView bytes, const Hash32& hash);
    bool stop(Literal notice);
    bool leave_out(const Hash32& hash, Literal notice);

    store::SyncStore sync_;
    const Identity& identity_;
    Keyring& keyring_;
    const store::VaultRow& vault_;
    // Newest of each author in this page, which the store does not know yet.
    std::map<std::pair<DeviceId, std::uint64_t>, Hash32> fresh_;
    std::set<DeviceId> forked_;
    ReadPage page_;
};

}  // namespace evenkeel::client
