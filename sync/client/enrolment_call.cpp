#include "sync/client/enrolment_call.h"

#include "sync/client/request_counter.h"
#include "sync/trust/request_frame.h"

namespace evenkeel::client {
namespace {

constexpr int status_counter_behind = 409;

Error http_error(int status) {
    switch (status) {
        case 401:
            return {ErrorCode::not_found, "The server does not know this device."};
        case 413:
            return {ErrorCode::refused, "The server says that this is too large."};
        case 429:
            return {ErrorCode::no_network, "The server asks to wait; try again in a minute."};
        case 503:
            return {ErrorCode::no_network, "The server cannot store anything just now."};
        default:
            break;
    }
    return {ErrorCode::wrong_server, "Something answered that is not the practice's server."};
}

Result<HttpAnswer> post_signed(Profile& profile, const Identity& identity, Transport& transport,
                               const Bytes& payload) {
    TRY_ASSIGN(const std::uint64_t counter, next_request_counter(profile.store()));
    return post(transport, trust::make_frame(identity.root, identity.keys.id, counter, payload,
                                             identity.keys.signing.secret));
}

std::uint32_t newest_number(const Keyring& keyring, VaultId vault) {
    if (vault.is_none()) return keyring.staff_chain().empty() ? 0 : keyring.staff().number;
    const trust::VaultRoster* const roster = keyring.roster(vault);
    return roster == nullptr ? 0 : roster->number;
}

bool was_taken(const wire::TurnResponse& response, VaultId vault, std::uint32_t number) {
    return std::any_of(
        response.receipts.begin(), response.receipts.end(),
        [&](const auto& receipt) { return receipt.vault == vault && receipt.roster == number; });
}

}  // namespace

Result<wire::SimpleAnswer> unsigned_call(Transport& transport, Bytes body) {
    TRY_ASSIGN(const HttpAnswer answer, post(transport, std::move(body)));
    if (answer.status != 200) return http_error(answer.status);
    return wire::parse_simple_answer(answer.body);
}

Error refused_call(std::uint32_t status) {
    switch (static_cast<wire::RefusalCode>(status)) {
        case wire::RefusalCode::invite_used:
            return {ErrorCode::refused,
                    "This invite was used, was cancelled or is not known. Ask for a new one."};
        case wire::RefusalCode::invite_expired:
            return {ErrorCode::expired, "This invite has run out. Ask for a new one."};
        case wire::RefusalCode::wrong_server:
            return {ErrorCode::wrong_server, "This server belongs to another practice."};
        case wire::RefusalCode::quota:
            return {ErrorCode::no_network, "The server asks to wait; try again in a minute."};
        case wire::RefusalCode::not_a_member:
            return {ErrorCode::not_found,
                    "The server knows no such invite, or it was used already."};
        default:
            break;
    }
    return {ErrorCode::refused, wire::refusal_sentence(static_cast<wire::RefusalCode>(status))};
}

Result<wire::TurnResponse> signed_turn(Profile& profile, const Identity& identity,
                                       Transport& transport, const wire::TurnRequest& request) {
    const Bytes payload = wire::encode(request);
    TRY_ASSIGN(HttpAnswer answer, post_signed(profile, identity, transport, payload));
    if (answer.status == status_counter_behind) {
        // A request of the turn came in between, or this profile was restored from a copy.
        TRY(RequestCounter(profile.store()).jump(profile.ports().clock.now()));
        TRY_ASSIGN(answer, post_signed(profile, identity, transport, payload));
    }
    if (answer.status != 200) return http_error(answer.status);
    TRY_ASSIGN(wire::TurnResponse response, wire::parse_turn_response(answer.body));
    if (response.protocol != wire::protocol_version) {
        return Error(ErrorCode::unsupported, "The server speaks another version; update one side.");
    }
    return response;
}

Result<bool> device_is_known(Profile& profile, const Identity& identity, Transport& transport) {
    const auto response = signed_turn(profile, identity, transport, wire::TurnRequest{});
    if (response.ok()) return true;
    if (response.error().code() == ErrorCode::not_found) return false;
    return response.error();
}

Result<wire::TurnRequest> request_beside_turn(store::Store& store, const Keyring& keyring) {
    wire::TurnRequest request;
    request.page_bytes_max = 1;
    if (!keyring.staff_chain().empty()) request.staff_roster = keyring.staff().number;
    TRY_ASSIGN(const auto rows, store::SyncStore(store).vaults());
    for (const store::VaultRow& row : rows) {
        const trust::VaultRoster* const roster = keyring.roster(row.id);
        if (row.closed) continue;
        wire::VaultCursor cursor{.vault = row.id, .position = row.cursor};
        std::copy_n(row.chain.begin(), cursor.chain.size(), cursor.chain.begin());
        cursor.roster = roster == nullptr ? 0 : roster->number;
        request.vaults.push_back(cursor);
    }
    return request;
}

Result<bool> push_rosters(Profile& profile, const Identity& identity, Keyring& keyring,
                          Transport& transport, const Push& push) {
    TRY_ASSIGN(wire::TurnRequest request, request_beside_turn(profile.store(), keyring));
    request.staff_rosters = push.staff_rosters;
    request.vault_rosters = push.vault_rosters;
    TRY_ASSIGN(const wire::TurnResponse response,
               signed_turn(profile, identity, transport, request));
    // What others published comes first: where it did, the own one of that number was not taken.
    bool changed = false;
    for (const Bytes& bytes : response.staff_rosters) {
        TRY(keyring.accept_staff_roster(bytes));
        changed = true;
    }
    for (const wire::VaultPage& page : response.vaults) {
        for (const Bytes& bytes : page.rosters) {
            // One that does not verify is the turn's to report; it must not stop the others.
            changed |= keyring.accept_vault_roster(bytes).ok();
        }
    }
    for (const Bytes& bytes : push.staff_rosters) {
        TRY_ASSIGN(const trust::RosterFrame frame,
                   trust::open_roster_frame(bytes, trust::RosterKind::staff));
        if (!was_taken(response, {}, frame.place.number)) continue;
        TRY(keyring.accept_staff_roster(bytes));
        changed = true;
    }
    for (const Bytes& bytes : push.vault_rosters) {
        TRY_ASSIGN(const trust::VaultRosterLabel label, trust::vault_roster_label(bytes));
        if (!was_taken(response, label.vault, label.number)) continue;
        if (newest_number(keyring, label.vault) >= label.number) continue;
        TRY(keyring.accept_vault_roster(bytes));
        changed = true;
    }
    return changed;
}

}  // namespace evenkeel::client
