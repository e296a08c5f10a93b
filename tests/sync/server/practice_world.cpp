#include "tests/sync/server/practice_world.h"

#include <filesystem>
#include <stdexcept>
#include <unistd.h>

namespace evenkeel::server {

namespace {

template <typename T>
T must(Result<T> result) {
    if (!result.ok()) throw std::runtime_error(result.error().sentence());
    return std::move(result).value();
}

}  // namespace

void SeededRandom::fill(std::span<Byte> target) {
    for (Byte& byte : target) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<Byte>(state_ >> 56);
    }
}

ScratchFolder::ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "evenkeel-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

// ---- Notary -------------------------------------------------------------------------------------

Notary::Notary(std::uint64_t seed) : random(seed) {
    recovery = trust::derive_recovery_keys(trust::RecoverySeed::random(random));
    admin = device();
    staff.root_key = recovery.root.public_key;
    staff.recovery_box_key = recovery.recovery.public_key;
    staff.users = {{admin.user, trust::StaffRole::admin, {admin.keys.public_part()}}};
    staff_chain.push_back(must(trust::sign_staff_roster(staff, recovery.root)));
}

TestDevice Notary::device(UserId user) {
    TestDevice device;
    device.user = user.is_none() ? random.id<UserId>() : user;
    device.keys = trust::DeviceKeys::generate(random);
    return device;
}

TestVault Notary::found(TestDevice& client, trust::VaultType type) {
    trust::VaultRoster draft;
    draft.vault = random.id<VaultId>();
    draft.author = client.keys.id;
    draft.type = type;
    draft.root = staff.root();
    draft.members = {{.user = client.user,
                      .role = trust::VaultRole::client,
                      .device = client.keys.public_part()}};
    if (type == trust::VaultType::care) {
        draft.staff_number = staff.number;
        draft.staff_hash = staff.hash;
        draft.members.push_back(trust::recovery_member(staff));
    }
    const TestVault empty{.id = draft.vault};
    auto built = must(trust::build_vault_roster(draft, nullptr, client.keys.signing, random));
    client.cursors.push_back({.vault = draft.vault});
    return {
        .id = draft.vault, .rosters = {built.bytes}, .roster = built.roster, .keys = {built.key}};
}

TestVault Notary::care_vault(TestDevice& client) { return found(client, trust::VaultType::care); }

TestVault Notary::private_vault(TestDevice& client) {
    return found(client, trust::VaultType::private_);
}

TestVault Notary::notes_vault(TestDevice& clinician, VaultId id) {
    trust::VaultRoster draft;
    draft.vault = id;
    draft.type = trust::VaultType::notes;
    draft.author = clinician.keys.id;
    draft.root = staff.root();
    draft.staff_number = staff.number;
    draft.staff_hash = staff.hash;
    draft.members = {clinician_member(clinician), trust::recovery_member(staff)};
    auto built = must(trust::build_vault_roster(draft, nullptr, clinician.keys.signing, random));
    return {.id = id, .rosters = {built.bytes}, .roster = built.roster, .keys = {built.key}};
}

Bytes Notary::next_roster(TestVault& vault, const TestDevice& author,
                          const std::function<void(trust::VaultRoster&)>& change) {
    const bool is_private = vault.roster.type == trust::VaultType::private_;
    auto draft = trust::next_vault_roster(vault.roster, is_private ? nullptr : &staff);
    draft.author = author.keys.id;
    change(draft);
    auto built =
        must(trust::build_vault_roster(draft, &vault.keys.back(), author.keys.signing, random));
    vault.rosters.push_back(built.bytes);
    vault.roster = built.roster;
    vault.keys.push_back(built.key);
    return built.bytes;
}

Bytes Notary::propose_roster(const TestVault& vault, const TestDevice& author,
                             const std::function<void(trust::VaultRoster&)>& change) {
    TestVault copy = vault;
    return next_roster(copy, author, change);
}

Bytes Notary::next_staff(const std::function<void(trust::StaffRoster&)>& change) {
    trust::StaffRoster draft = trust::next_staff_roster(staff);
    draft.author = admin.keys.id;
    change(draft);
    staff_chain.push_back(must(trust::sign_staff_roster(draft, admin.keys.signing)));
    staff = draft;
    return staff_chain.back();
}

trust::VaultMember Notary::clinician_member(const TestDevice& device) const {
    return {.user = device.user,
            .role = trust::VaultRole::clinician,
            .device = device.keys.public_part()};
}

Bytes Notary::envelope(TestDevice& device, const TestVault& vault, std::size_t bytes) {
    TestDevice::Written& head = device.heads[vault.id];
    const trust::EnvelopeHeader header{.vault = vault.id,
                                       .author = device.keys.id,
                                       .epoch = vault.roster.number,
                                       .sequence = head.sequence + 1,
                                       .previous = head.hash,
                                       .roster_hash = vault.roster.hash};
    const Bytes sealed = must(trust::seal_envelope(
        header, vault.keys.back(), device.keys.signing.secret, Bytes(bytes, 42), random));
    head = {header.sequence, trust::envelope_hash(must(trust::parse_envelope(sealed)))};
    return sealed;
}

Bytes Notary::redaction(const TestDevice& signer, ByteView envelope) {
    const auto view = must(trust::parse_envelope(envelope));
    return trust::sign_redaction({view.header().vault, view.header().author, view.header().sequence,
                                  trust::envelope_hash(view), signer.keys.id},
                                 signer.keys.signing.secret);
}

Bytes Notary::void_mark(const TestDevice& signer, ByteView envelope) {
    return trust::sign_void_mark(must(trust::parse_envelope(envelope)), signer.keys.id,
                                 signer.keys.signing.secret);
}

// ---- TestServer ---------------------------------------------------------------------------------

RateLimits TestServer::plenty() {
    return {.requests_per_minute = 1'000'000,
            .client_bytes_per_day = 1ULL << 40,
            .staff_bytes_per_day = 1ULL << 40,
            .unsigned_calls_per_source_minute = 1'000'000,
            .unsigned_calls_per_minute = 1'000'000};
}

TestServer::TestServer(const std::string& folder, const std::optional<trust::RootFingerprint>& root,
                       const RateLimits& rates)
    : folder_(folder), rates_(rates) {
    SeededRandom random(std::hash<std::string>()(folder));
    code_ = must(found_server(*must(open_sqlite_storage(folder)), random, root));
    reopen();
}

void TestServer::reopen() {
    service_.reset();
    directory_ = std::make_unique<Directory>();
    service_ = must(Service::open(must(open_sqlite_storage(folder_)), *directory_));
    admission_ = std::make_unique<Admission>(*directory_, rates_);
}

std::uint32_t TestServer::set_up(const Notary& notary) {
    return call(wire::encode(wire::SetUp{code_, notary.staff_chain.front()})).status;
}

void TestServer::join(Notary& notary, const InviteId& invite, const TestVault& care) {
    turn(notary, notary.admin,
         {.invites = {{invite, clock.now() + 3'600'000, wire::InviteRole::client, Bytes(50, 1)}}});
    const auto answer = call(wire::encode(wire::InviteAnswerCall{
        invite, wire::InviteRole::client, Bytes(60, 2), care.rosters.front()}));
    if (answer.status != 0) throw std::runtime_error("the client could not join");
    turn(notary, notary.admin, {.invites_done = {invite}});
}

Reply TestServer::post(ByteView body, const std::string& network) {
    return handle(*admission_, *service_, body, network, clock.now());
}

Reply TestServer::post_turn(const Notary& notary, TestDevice& device, wire::TurnRequest request) {
    if (request.vaults.empty()) request.vaults = device.cursors;
    return post(trust::make_frame(notary.staff.root(), device.keys.id, ++device.counter,
                                  wire::encode(request), device.keys.signing.secret));
}

wire::TurnResponse TestServer::turn(const Notary& notary, TestDevice& device,
                                    wire::TurnRequest request) {
    const Reply reply = post_turn(notary, device, std::move(request));
    if (reply.status != Status::ok) {
        throw std::runtime_error("HTTP " + std::to_string(static_cast<int>(reply.status)));
    }
    return must(wire::parse_turn_response(reply.body));
}

wire::SimpleAnswer TestServer::call(const Bytes& body) {
    const Reply reply = post(body);
    if (reply.status != Status::ok) {
        throw std::runtime_error("HTTP " + std::to_string(static_cast<int>(reply.status)));
    }
    return must(wire::parse_simple_answer(reply.body));
}

// ---- Practice -----------------------------------------------------------------------------------

Practice::Practice() {
    server.set_up(notary);
    client = notary.device();
    care = notary.care_vault(client);
    server.join(notary, notary.random.id<InviteId>(), care);
    const Bytes second = notary.next_roster(care, client, [&](trust::VaultRoster& draft) {
        draft.members.push_back(notary.clinician_member(admin));
    });
    server.turn(notary, client, {.vault_rosters = {second}});
    admin.cursors.push_back({.vault = care.id, .roster = 2});
    client.cursors.front().roster = 2;
}

std::string text_of(const wire::TurnResponse& response) {
    std::string text;
    for (const wire::Receipt& receipt : response.receipts) {
        if (receipt.count > 0) {
            text += "stored " + std::to_string(receipt.sequence) + " at " +
                    std::to_string(receipt.position) + " x" + std::to_string(receipt.count) + "\n";
        } else if (receipt.object) {
            text += "object at " + std::to_string(receipt.position) + "\n";
        } else if (receipt.roster > 0) {
            text += "roster " + std::to_string(receipt.roster) + "\n";
        } else {
            text += "invite\n";
        }
    }
    for (const wire::Refusal& refusal : response.refusals) {
        text += "refused " + std::to_string(static_cast<std::uint32_t>(refusal.code)) + " detail " +
                std::to_string(refusal.detail) + "\n";
    }
    return text;
}

}  // namespace evenkeel::server
