#include "sync/trust/invite.h"

#include "core/base/characters.h"
#include "core/base/limits.h"
#include "proto/trust.pb.h"
#include "sync/trust/message.h"

namespace evenkeel::trust {
namespace {

constexpr int staff_chain_max = 256;
constexpr std::size_t policy_characters_max = 4'000;

Error not_readable() { return {ErrorCode::damaged, "The invite could not be read."}; }

// The roster members of one device in one vault, in a fixed order: what a device proof covers.
Hash32 device_statement(const VaultId& vault, const UserId& user, const DevicePublic& device) {
    return hash(tag::invite_device,
                {vault.view(), user.view(), device.id.view(), device.signing_key, device.box_key});
}

proto::InviteBlob write_blob(const InviteBody& body) {
    proto::InviteBlob message;
    message.set_role(static_cast<std::uint32_t>(body.role));
    message.set_root_key(to_string(body.root_key));
    message.set_staff_number(body.staff_number);
    message.set_staff_hash(to_string(body.staff_hash));
    write_chain(body.staff_chain, *message.mutable_staff_chain());
    message.set_inviting_user(body.inviting_user.string());
    message.set_inviting_device(body.inviting_device.string());
    message.set_user(optional_id(body.user));
    message.set_vault(optional_id(body.vault));
    message.set_expiry_ms(body.expiry.ms);
    message.set_client_approves_staff(body.client_approves_staff);
    message.set_practice_name(body.practice_name);
    message.set_inviter_name(body.inviter_name);
    message.set_policy_text(body.policy_text);
    return message;
}

bool read_blob(ByteView bytes, InviteBody& body) {
    proto::InviteBlob message;
    if (!parse_message(bytes, message) ||
        !read_choice(message.role(), InviteRole::device, body.role) ||
        !read_array(message.root_key(), body.root_key) ||
        !read_array(message.staff_hash(), body.staff_hash) ||
        !read_id(message.inviting_user(), body.inviting_user) ||
        !read_id(message.inviting_device(), body.inviting_device) ||
        !read_optional_id(message.user(), body.user) ||
        !read_optional_id(message.vault(), body.vault) || message.staff_number() == 0 ||
        message.staff_chain().size() > staff_chain_max) {
        return false;
    }
    body.staff_number = message.staff_number();
    body.staff_chain = read_chain(message.staff_chain());
    body.expiry = {message.expiry_ms()};
    body.client_approves_staff = message.client_approves_staff();
    body.practice_name = display_text(message.practice_name(), limits::name_characters_max);
    body.inviter_name = display_text(message.inviter_name(), limits::name_characters_max);
    body.policy_text = display_text(message.policy_text(), policy_characters_max);
    return true;
}

}  // namespace

InviteKeys derive_invite_keys(const InviteSecret& secret, const RootFingerprint& root) {
    Hash32 master = hash(tag::invite, {secret.view(), root});
    InviteKeys keys;
    derive_into(keys.id.bytes, master, 1, "EVENINVT");
    keys.blob = derive(master, 2, "EVENINVT");
    keys.mac = derive(master, 3, "EVENINVT");
    keys.join = derive(master, 4, "EVENINVT");
    wipe(master);
    return keys;
}

Result<Bytes> seal_invite(const InviteKeys& keys, const InviteBody& body, Random& random) {
    const Bytes plaintext = serialise_message(write_blob(body));
    Bytes blob = aead_seal(keys.blob, plaintext, keys.id.view(), random);
    if (blob.size() > invite_blob_bytes_max) {
        return Error(ErrorCode::invalid_input, "The invite is too large.");
    }
    return blob;
}

Result<InviteBody> open_invite(const InviteKeys& keys, ByteView blob) {
    if (blob.size() > invite_blob_bytes_max) return not_readable();
    TRY_ASSIGN(const Bytes plaintext, aead_open(keys.blob, blob, keys.id.view()));
    InviteBody body;
    if (!read_blob(plaintext, body)) return not_readable();
    return body;
}

Result<std::vector<StaffRoster>> verify_invite(const InviteBody& body, const RootFingerprint& root,
                                               std::span<const Bytes> staff_chain, Instant now) {
    if (root_fingerprint(body.root_key) != root) {
        return Error(ErrorCode::refused, "The invite is not from the practice named in the link.");
    }
    if (now >= body.expiry) return Error(ErrorCode::expired, "The invite has expired.");
    TRY_ASSIGN(auto rosters, verify_staff_chain(staff_chain, root));
    if (body.staff_number == 0 || rosters.size() < body.staff_number ||
        rosters[body.staff_number - 1].hash != body.staff_hash) {
        return Error(ErrorCode::refused,
                     "The staff list is older than the invite, or another one.");
    }
    const StaffUser* inviter = rosters.back().user_of(body.inviting_device);
    const bool certified = inviter != nullptr && inviter->id == body.inviting_user;
    if (!certified && body.role != InviteRole::device) {
        return Error(ErrorCode::refused, "The invite was not made by this practice's staff.");
    }
    return rosters;
}

Hash32 accept_tag(const InviteKeys& keys, const Hash32& uploaded) {
    return authenticate(keys.mac, hash(tag::invite_accept, {keys.id.view(), uploaded}));
}

bool verify_accept_tag(const InviteKeys& keys, const Hash32& uploaded, ByteView tag) {
    return verify_authentication(keys.mac, hash(tag::invite_accept, {keys.id.view(), uploaded}),
                                 tag);
}

InviteProof device_proof(const InviteKeys& keys, const VaultId& vault, const UserId& user,
                         const DevicePublic& device) {
    return {keys.id, authenticate(keys.mac, device_statement(vault, user, device))};
}

bool verify_device_proof(const InviteKeys& keys, const VaultId& vault, const VaultMember& member) {
    return member.proof && member.proof->invite == keys.id &&
           verify_authentication(keys.mac, device_statement(vault, member.user, member.device),
                                 member.proof->tag);
}

Result<Bytes> seal_join_request(const InviteKeys& keys, const JoinRequest& request,
                                Random& random) {
    proto::JoinRequestBody body;
    body.set_user(request.user.string());
    write_device(request.device, *body.mutable_device());
    body.set_name(display_text(request.name, limits::name_characters_max));
    return aead_seal(keys.join, serialise_message(body), keys.id.view(), random);
}

Result<JoinRequest> open_join_request(const InviteKeys& keys, ByteView sealed) {
    if (sealed.size() > 1024) return not_readable();
    TRY_ASSIGN(const Bytes plaintext, aead_open(keys.join, sealed, keys.id.view()));
    proto::JoinRequestBody body;
    JoinRequest request;
    if (!parse_message(plaintext, body) || !read_id(body.user(), request.user) ||
        !read_device(body.device(), request.device)) {
        return not_readable();
    }
    request.name = display_text(body.name(), limits::name_characters_max);
    return request;
}

std::string safety_number(const RootFingerprint& root, const DevicePublic& device,
                          const VaultId& vault) {
    const Hash32 digest = hash(tag::safety_number, {root, device.id.view(), device.signing_key,
                                                    device.box_key, vault.view()});
    std::string text;
    for (std::size_t group = 0; group < 6; ++group) {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < 5; ++i) value = value << 8 | digest[group * 5 + i];
        const std::string digits = std::to_string(100'000 + value % 100'000);
        text += (group == 0 ? "" : " ") + digits.substr(1);
    }
    return text;
}

}  // namespace evenkeel::trust
