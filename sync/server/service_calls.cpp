// The calls without a device's signature: invites, the first set-up, and the rebirth of a practice.
#include "sync/server/service.h"
#include "sync/wire/wipe_receipt.h"

namespace evenkeel::server {

using wire::RefusalCode;
using wire::SimpleAnswer;

namespace {

SimpleAnswer refused(RefusalCode code) { return {static_cast<std::uint32_t>(code), {}}; }

}  // namespace

// An id that was never offered and one that is done answer alike.
Result<SimpleAnswer> Service::fetch(const wire::InviteFetch& call, Instant now) {
    TRY_ASSIGN(auto invite, storage_->invite(call.invite));
    if (!invite) return refused(RefusalCode::invite_used);
    const bool answered = !invite->answer.empty();
    if (!answered && invite->expires <= now) return refused(RefusalCode::invite_expired);
    return SimpleAnswer{0, wire::encode(wire::FetchedInvite{invite->expires, invite->role, answered,
                                                            std::move(invite->blob)})};
}

// Burns the invite: the first answer wins, and the same bytes again are that answer's retry.
Result<SimpleAnswer> Service::answer(const PreparedAnswer& prepared, Instant now) {
    const wire::InviteAnswerCall& call = prepared.call;
    TRY_ASSIGN(auto invite, storage_->invite(call.invite));
    if (!invite) return refused(RefusalCode::invite_used);
    if (!invite->answer.empty()) {
        if (invite->answer_hash == prepared.hash) return SimpleAnswer{};
        return refused(RefusalCode::invite_used);
    }
    if (invite->expires <= now) return refused(RefusalCode::invite_expired);
    if (invite->role != call.role) return refused(RefusalCode::malformed);
    if (call.answer.size() > limits::invite_blob_bytes_max) return refused(RefusalCode::too_large);
    if (!call.roster.empty()) {
        TRY_ASSIGN(const auto reason, welcome_client(prepared, *invite, now));
        if (reason) return refused(*reason);
    }
    invite->answer = call.answer;
    invite->answer_hash = prepared.hash;
    TRY(storage_->put_invite(*invite));
    registry_.note_answer(invite->user);
    return SimpleAnswer{};
}

// A client's answer brings the first roster of the care vault it made for itself.
Result<std::optional<RefusalCode>> Service::welcome_client(const PreparedAnswer& prepared,
                                                           InviteRecord& invite, Instant now) {
    const Bytes& bytes = prepared.call.roster;
    const auto label = trust::vault_roster_label(bytes);
    if (!label.ok() || label.value().number != 1 || invite.role != wire::InviteRole::client) {
        return std::optional(RefusalCode::malformed);
    }
    TRY_ASSIGN(const Vault* existing, registry_.vault(label.value().vault));
    if (existing != nullptr) return std::optional(RefusalCode::roster_conflict);
    auto roster = trust::check_vault_roster(nullptr, bytes, registry_.staff(), {});
    if (!roster.ok() || roster.value().type != trust::VaultType::care ||
        !registry_.fits_bindings(roster.value())) {
        return std::optional(RefusalCode::roster_invalid);
    }
    if (registry_.newest_staff() == nullptr ||
        roster.value().root != registry_.newest_staff()->root()) {
        return std::optional(RefusalCode::wrong_server);
    }
    invite.vault = roster.value().vault;
    TRY_ASSIGN([[maybe_unused]] const Vault* born,
               registry_.add_vault_roster(std::move(roster).value(), bytes, now));
    return std::optional<RefusalCode>();
}

Result<SimpleAnswer> Service::set_up(const wire::SetUp& call) {
    if (const auto* first = registry_.newest_staff(); first != nullptr) {
        // The answer may have been lost: the same roster again is a retry.
        const bool same = registry_.staff().front().hash == trust::roster_hash(call.staff_roster);
        return same ? SimpleAnswer{} : refused(RefusalCode::wrong_server);
    }
    TRY_ASSIGN(const auto code, storage_->setting(setting::setup_code));
    if (!code || !trust::equal_constant_time(*code, trust::payload_hash(call.code))) {
        return refused(RefusalCode::invite_used);
    }
    const auto frame = trust::open_roster_frame(call.staff_roster, trust::RosterKind::staff);
    if (!frame.ok()) return refused(RefusalCode::malformed);
    auto roster = trust::verify_first_staff_roster(call.staff_roster, frame.value().subject);
    if (!roster.ok()) return refused(RefusalCode::roster_invalid);
    TRY(registry_.add_staff_roster(std::move(roster).value(), call.staff_roster));
    TRY(storage_->set_setting(setting::setup_code, {}));
    return SimpleAnswer{};
}

Result<SimpleAnswer> Service::rebirth(const wire::Rebirth& call) {
    TRY_ASSIGN(const auto root, storage_->setting(setting::reborn_root));
    if (!root || root->size() != trust::RootFingerprint{}.size()) {
        return refused(RefusalCode::wrong_server);
    }
    trust::RootFingerprint expected{};
    std::copy(root->begin(), root->end(), expected.begin());
    // Another device may have brought the chain, or a part of it, before.
    auto chain = trust::verify_staff_chain(call.staff_rosters, expected);
    if (!chain.ok()) return refused(RefusalCode::wrong_server);
    for (std::size_t i = 0; i < call.staff_rosters.size(); ++i) {
        trust::StaffRoster& roster = chain.value()[i];
        if (i < registry_.staff().size()) {
            if (registry_.staff()[i].hash == roster.hash) continue;
            return refused(RefusalCode::roster_conflict);
        }
        if (!registry_.fits_bindings(roster)) return refused(RefusalCode::roster_invalid);
        TRY(registry_.add_staff_roster(std::move(roster), call.staff_rosters[i]));
    }
    return SimpleAnswer{};
}

// Put into the log of every record that asked the device to erase itself, for those who asked. The
// first word counts; saying it again changes nothing.
Result<SimpleAnswer> Service::wiped(const wire::WipedCall& call) {
    const auto parsed = wire::parse_wipe_receipt(call.receipt);
    if (!parsed.ok()) return refused(RefusalCode::malformed);
    const wire::WipeReceipt& receipt = parsed.value();
    const auto device = registry_.device(receipt.device);
    const auto* const staff = registry_.newest_staff();
    if (!device || staff == nullptr || receipt.root != staff->root() ||
        !wire::verify_wipe_receipt(call.receipt, device->signing_key)) {
        return refused(RefusalCode::not_a_member);
    }
    bool was_asked = false;
    for (const VaultPlace& place : registry_.places_of(receipt.device)) {
        TRY_ASSIGN(Vault * vault, registry_.vault(place.vault));
        const trust::Cut* const cut =
            vault == nullptr ? nullptr : vault->roster.cut(receipt.device);
        if (cut == nullptr || !cut->wipe || vault->erased()) continue;
        was_asked = true;
        TRY_ASSIGN(const auto known,
                   storage_->redactions(vault->id, receipt.device, wipe_receipt_place));
        if (!known.empty()) continue;
        TRY(registry_.append(
            *vault,
            {.author = receipt.device, .redacts = wipe_receipt_place, .bytes = call.receipt},
            wire::log_object_hash(call.receipt)));
    }
    return was_asked ? SimpleAnswer{} : refused(RefusalCode::not_a_member);
}

}  // namespace evenkeel::server
