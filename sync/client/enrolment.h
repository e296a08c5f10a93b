// How people and devices come into a practice: creating it, inviting, joining, confirming, leaving.
// Every step can be repeated after a crash. Network calls wait: not for the drawing thread.
#pragma once

#include <string>
#include <vector>

#include "sync/client/keyring.h"
#include "sync/client/profile.h"
#include "sync/client/transport.h"
#include "sync/trust/recovery.h"

namespace evenkeel::client {

struct PracticeRequest {
    ServerAddress server;
    std::string setup_code;
    std::string practice_name;
    std::string clinician_name;
};
struct CreatedPractice {
    Identity identity;
    std::string recovery_sheet;  // text for paper; shown or written once, kept nowhere
};
// Root, recovery sheet, first admin device, practice vault. The caller must have made the sheet
// durable (`keep_sheet`) before anything goes to the server.
Result<CreatedPractice> create_practice(
    Profile& profile, const PracticeRequest& request,
    const std::function<Result<void>(const std::string& sheet)>& keep_sheet);

struct IssuedInvite {
    std::string link;
    InviteId id;
    Instant expires;
};
// Makes an invite, keeps its secret in the practice vault (staff) or locally (own device), and
// offers it to the server at the next turn; `send_now` does that turn's part at once.
// clinician: staff admins only. client: staff. device: anyone, for themselves.
Result<IssuedInvite> issue_invite(Profile& profile, trust::InviteRole role, const std::string& name);

// What a joiner is shown before anything of theirs leaves the device.
struct InvitePreview {
    trust::InviteRole role = trust::InviteRole::client;
    std::string practice_name;
    std::string inviter_name;
    std::string sharing_text;
};
// Fetches and verifies; nothing is uploaded. Errors say used, expired, wrong link, wrong server.
Result<InvitePreview> preview_invite(Profile& profile, const std::string& link);

struct Joined {
    Identity identity;
    std::string safety_number;
};
// Makes this device's keys (and for a client the vaults) and answers the invite.
Result<Joined> join(Profile& profile, const std::string& link, const std::string& name);

// Called by the sync turn with every answer to an own invite: checks the proof, writes the next
// roster(s), staff and vault, and marks the invite confirmed. Returns signed rosters to push.
struct Confirmation {
    std::vector<Bytes> staff_rosters;
    std::vector<Bytes> vault_rosters;
    std::vector<InviteId> done;
};
Result<Confirmation> confirm_answer(Profile& profile, const Identity& identity, Keyring& keyring,
                                    const InviteId& invite, ByteView answer, VaultId vault);

// Self-healing: rosters this device should publish because the staff roster moved on (a revoked
// clinician device goes, a new certified one of a care-team member comes).
Result<std::vector<Bytes>> heal_rosters(Profile& profile, const Identity& identity,
                                        Keyring& keyring);

// Removes a device from every vault this person may change; `wipe` asks it to erase itself.
Result<void> revoke_device(Profile& profile, DeviceId device, bool wipe);

struct MemberLine {
    std::string name;   // as that person gave it; empty if not known yet
    Role role = Role::client;
    UserId user;
    std::vector<DeviceId> devices;
    bool verified = false;  // the safety number was compared
};
Result<std::vector<MemberLine>> list_members(Profile& profile);

}  // namespace evenkeel::client
