// How people and devices come into a practice: creating it, inviting, joining, confirming, leaving.
// Every step can be repeated after a crash. Network calls wait: not for the drawing thread.
#pragma once

#include "sync/client/keyring.h"
#include "sync/client/profile.h"
#include "sync/client/transport.h"
#include "sync/trust/recovery.h"

#include <functional>
#include <string>
#include <vector>

namespace evenkeel::client {

// How a server is reached: make_http_transport outside tests.
using Connect = std::function<std::unique_ptr<Transport>(const ServerAddress&)>;

struct PracticeRequest {
    ServerAddress server;
    std::string setup_code;
    std::string practice_name;
    std::string clinician_name;
};
struct CreatedPractice {
    Identity identity;
    // Text for paper; shown or written once, kept nowhere. Empty if this call finished what an
    // earlier one began: its sheet was kept then, and is the one that counts.
    std::string recovery_sheet;
};
// Root, recovery sheet, first admin device, practice vault. The caller must have made the sheet
// durable (`keep_sheet`) before anything goes to the server.
Result<CreatedPractice> create_practice(
    Profile& profile, const PracticeRequest& request,
    const std::function<Result<void>(const std::string& sheet)>& keep_sheet,
    const Connect& connect = make_http_transport);

struct IssuedInvite {
    std::string link;
    InviteId id;
    Instant expires;
    bool offered = false;  // the server has it: the link works from now on
};
// Makes an invite, keeps its secret in the practice vault (staff) or locally (own device), and
// offers it to the server at once; where that fails for want of a network, every turn repeats the
// offer
// (`open_offers` in invites.h). clinician: staff admins only. client: staff. device: anyone, for
// themselves (of staff: admins, since only they certify devices). `record` re-invites a client who
// lost every device into the vault they had.
Result<IssuedInvite> issue_invite(Profile& profile, trust::InviteRole role, const std::string& name,
                                  const std::optional<VaultId>& record = std::nullopt,
                                  const Connect& connect = make_http_transport);

// What a joiner is shown before anything of theirs leaves the device.
struct InvitePreview {
    trust::InviteRole role = trust::InviteRole::client;
    std::string practice_name;
    std::string inviter_name;
    std::string sharing_text;
};
// Fetches and verifies; nothing is uploaded. Errors say used, expired, wrong link, wrong server.
Result<InvitePreview> preview_invite(Profile& profile, const std::string& link,
                                     const Connect& connect = make_http_transport);

struct Joined {
    Identity identity;
    std::string safety_number;  // of this device
};
// Makes this device's keys (and for a client the vaults) and answers the invite. The profile has no
// identity until the server took the answer. A join that was cut off is finished first, and is the
// result then, whatever `link` says.
Result<Joined> join(Profile& profile, const std::string& link, const std::string& name,
                    const Connect& connect = make_http_transport);
// For who joins again because they do not know how far they came: finishes a join of this profile
// that was cut off, or repeats what came of it if it was by this very link. Nothing if no join is
// under way. Call it before `preview_invite`, which finds the invite used by then.
Result<std::optional<Joined>> continue_join(Profile& profile, const std::string& link,
                                            const Connect& connect = make_http_transport);
// Finishes a join or a practice that a crash or a lost answer interrupted; nothing if there is
// none.
Result<std::optional<Joined>> resume_enrolment(Profile& profile,
                                               const Connect& connect = make_http_transport);

// Called by the sync turn with every answer to an own invite, until the invite is in `done`: checks
// the proof and makes the next roster(s), staff and vault, to push. They are not in the keyring
// yet: another device may come first, so the turn accepts them when the server has taken them. A
// later call finds them there, marks the invite confirmed, and names it in `done`. An own further
// device is confirmed only after a person compared its digits.
struct Confirmation {
    std::vector<Bytes> staff_rosters;
    std::vector<Bytes> vault_rosters;
    std::vector<InviteId> done;
    bool waits_for_person = false;  // an own further device: see waiting_devices.h
};
Result<Confirmation> confirm_answer(Profile& profile, const Identity& identity, Keyring& keyring,
                                    const InviteId& invite, ByteView answer, VaultId vault);

// Self-healing: rosters this device should publish because the staff roster moved on (a revoked
// clinician device goes, a new certified one of a care-team member comes), or because this person
// wants a device removed, or leaves the practice (leaving.h). To push, as above. Also notes here
// what the rosters say about this device (confirmed, role, private vault) and writes this person's
// name into records that lack it.
Result<std::vector<Bytes>> heal_rosters(Profile& profile, const Identity& identity,
                                        Keyring& keyring);

// Removes a device from every vault this person may change; `wipe` asks it to erase itself. The
// wish is durable first, and every turn repeats it until it is done, so a missing network
// (no_network) only delays it. Fetches what the device wrote, so that it ends after that. Of staff:
// admins only.
Result<void> revoke_device(Profile& profile, DeviceId device, bool wipe,
                           const Connect& connect = make_http_transport);

struct MemberLine {
    std::string name;  // as that person gave it; empty if not known yet
    Role role = Role::client;
    UserId user;
    std::vector<DeviceId> devices;
    VaultId record;         // a client's care vault; of staff none
    bool verified = false;  // the safety number of each of their devices was compared
};
Result<std::vector<MemberLine>> list_members(Profile& profile);

// The number both sides compare in session for one device of a client, and the note that they did.
Result<std::string> safety_number_of(Profile& profile, VaultId record, DeviceId device);
Result<void> mark_verified(Profile& profile, VaultId record, DeviceId device);

}  // namespace evenkeel::client
