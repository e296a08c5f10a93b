// The second half of a signed request: what one turn changes and what it is answered. Runs on the
// writing thread inside the storage's transaction; nothing it answers is sent before the commit.
//
// An error means that storage failed and the whole group is rolled back. What a device did wrong is
// a refusal of that one item; the others go on.
#pragma once

#include "sync/server/admission.h"
#include "sync/server/registry.h"
#include "sync/trust/log_object.h"

#include <map>
#include <set>

namespace evenkeel::server {

// What the access log records (sync.proto: AccessLogEntry.action). Its result is 0 or a
// RefusalCode.
enum class AccessAction : std::uint16_t {
    transfer = 1,  // a device was given others' envelopes
    roster = 2,    // the list of members changed
    refusal = 3,   // something was refused
    log_read = 4,  // the access log itself was read
};

class Turn {
public:
    Turn(Storage& storage, Registry& registry, PreparedTurn& prepared,
         const wire::ServerEpoch& epoch, Instant now);

    Result<Reply> run();

private:
    // A removed device learns that it was, from the rosters that say so, and nothing else.
    Result<Reply> answer_former();
    Result<bool> counter_is_good();

    // turn_rosters.cpp
    Result<void> push_staff_rosters();
    Result<void> push_vault_rosters();
    Result<void> push_vault_roster(const Bytes& bytes);
    Result<bool> may_found(const trust::VaultRoster& roster);
    Result<void> push_staff_roster(const Bytes& bytes);
    Result<std::optional<wire::RefusalCode>> reason_against(Vault* vault,
                                                            const trust::VaultRoster& next);
    Result<bool> cuts_hold(Vault& vault, const trust::VaultRoster& next);
    [[nodiscard]] bool is_held_by_caller(const VaultId& vault, std::uint32_t number) const;

    // turn_envelopes.cpp
    Result<void> push_envelopes();
    Result<void> push_envelope(const Bytes& bytes, const trust::EnvelopeView& view);
    Result<bool> answer_repeated(const Vault& vault, const trust::EnvelopeHeader& header,
                                 const Hash32& hash);
    [[nodiscard]] std::optional<wire::RefusalCode> reason_against(const Vault& vault,
                                                                  const trust::EnvelopeView& view,
                                                                  const Hash32& hash) const;
    Result<Vault*> vault_to_write(const VaultId& vault, wire::Refusal refusal);

    // turn_objects.cpp
    void read_log_objects();
    Result<void> fill_with_void_marks(Vault& vault, const DeviceId& author);
    Result<void> push_log_objects();
    Result<void> push_void_mark(const Bytes& bytes, const trust::VoidMark& mark);
    Result<void> answer_filled(Vault& vault, const Bytes& bytes, const wire::Refusal& refusal,
                               const trust::Redaction& place);
    Result<void> push_redaction(const Bytes& bytes, const trust::Redaction& redaction);
    [[nodiscard]] bool is_signed_by_own_user(const Bytes& bytes, const trust::Redaction& place);

    // turn_invites.cpp
    Result<void> push_invites();
    Result<void> offer(const wire::InviteOffer& offer);
    Result<void> answer_invites();
    Result<void> finish(const InviteId& invite);
    [[nodiscard]] bool owns(const InviteRecord& invite) const;

    // turn_pages.cpp
    Result<void> answer_pages();
    Result<void> answer_page(const wire::VaultCursor& cursor);
    Result<void> add_rosters(const wire::VaultCursor& cursor, std::uint32_t last,
                             wire::VaultPage& page);
    Result<void> add_items(Vault& vault, const wire::VaultCursor& cursor, wire::VaultPage& page);
    Result<bool> follows(const Vault& vault, const wire::VaultCursor& cursor);
    Result<void> answer_staff_rosters(std::uint32_t last);
    Result<void> answer_access_log();
    [[nodiscard]] bool takes(std::size_t bytes);
    Result<void> answer_access_heads();
    [[nodiscard]] bool is_member(const Vault& vault) const;

    // What every step uses.
    Result<void> record(Vault& vault, AccessAction action, std::uint16_t result);
    Result<void> refuse(wire::Refusal refusal, wire::RefusalCode code, std::uint64_t detail = 0);
    void receipt(const Vault& vault, const DeviceId& author, std::uint64_t sequence,
                 std::uint64_t position);
    void receipt_object(const Vault& vault, const Bytes& object, std::uint64_t position);

    Storage& storage_;
    Registry& registry_;
    PreparedTurn& prepared_;
    wire::TurnRequest& request_;
    wire::TurnResponse response_;
    DeviceId caller_;
    KnownDevice known_;
    Instant now_;

    // Log objects of this request that were not used yet, by their bytes' place in it.
    struct WaitingVoid {
        std::size_t index = 0;
        trust::VoidMark mark;
    };
    std::map<std::tuple<VaultId, DeviceId, std::uint64_t>, WaitingVoid> void_marks_;
    std::set<Hash32> redacted_here_;  // envelopes that redactions of this request name
    std::set<std::pair<VaultId, std::uint64_t>> receipted_;  // positions that have a receipt
    std::set<VaultId> access_changed_;
    std::set<VaultId> refused_;  // recorded once a turn
    std::size_t bytes_left_ = 0;
    std::size_t items_left_ = 0;
};

}  // namespace evenkeel::server
