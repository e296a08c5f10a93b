// Frozen vectors: bytes in the repository that every build on every system must read, and write,
// the same way. They change only together with a version byte. Each run also writes what this build
// makes to BUILD/trust_vectors, so that a deliberate change of format is a copy of two files.
#include "sync/paper/agreement_file.h"
#include "sync/paper/invite_link.h"
#include "sync/paper/recovery_sheet.h"
#include "sync/trust/lock.h"
#include "sync/trust/log_object.h"
#include "sync/trust/request_frame.h"
#include "tests/sync/trust/support.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

using namespace evenkeel;
using namespace evenkeel::paper;
using namespace evenkeel::trust;

namespace {

using Vectors = std::vector<std::pair<std::string, std::string>>;

std::string_view name_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid_input:
            return "invalid_input";
        case ErrorCode::not_found:
            return "not_found";
        case ErrorCode::wrong_passphrase:
            return "wrong_passphrase";
        case ErrorCode::refused:
            return "refused";
        case ErrorCode::damaged:
            return "damaged";
        case ErrorCode::expired:
            return "expired";
        case ErrorCode::unsupported:
            return "unsupported";
        default:
            return "unexpected";
    }
}

InviteBody invite_in(const Practice& practice) {
    InviteBody body;
    body.root_key = practice.staff().root_key;
    body.staff_number = 1;
    body.staff_hash = practice.staff().hash;
    body.staff_chain = practice.staff_chain;
    body.inviting_user = practice.clinician_user;
    body.inviting_device = practice.clinician.id;
    body.expiry = {1'750'000'000'000};
    body.practice_name = "Practice by the river";
    return body;
}

// Everything below comes from seed 2025 and nothing else.
struct Frozen {
    Practice practice{2025};
    SeededRandom random{2026};
    InviteSecret secret = InviteSecret::random(random);
    InviteKeys invite = derive_invite_keys(secret, practice.staff().root());
    DatabaseKey database_key = DatabaseKey::random(random);
    KeystoreSecret keystore = KeystoreSecret::random(random);
    Agreement agreement{.vault = practice.vault,
                        .id = EntityId{{7}},
                        .version = 1,
                        .document = to_bytes(as_bytes("No phone after 22:00."))};

    Vectors made() {
        const SigningSecret& phone = practice.phone.signing.secret;
        const RootFingerprint root = practice.staff().root();
        const Bytes envelope = practice.seal("mood 7");
        const auto view = parse_envelope(envelope).value();
        const Hash32 hash = envelope_hash(view);
        const Hash32 h = agreement_hash(agreement);
        const std::vector<AgreementSignature> signatures{
            {AgreementRole::client, practice.phone.public_part(),
             sign_agreement(h, AgreementRole::client, phone)},
            {AgreementRole::clinician, practice.clinician.public_part(),
             sign_agreement(h, AgreementRole::clinician, practice.clinician.signing.secret)}};
        InviteLink link;
        link.host = "practice.example.org";
        link.port = 443;
        link.secret = secret;
        link.root = root;
        link.spki_pin = Hash32{1, 2, 3};
        const auto text = [](const std::string& value) { return to_hex(as_bytes(value)); };
        return {
            {"recovery_sheet", text(format_recovery_sheet(practice.sheet))},
            {"root_fingerprint", to_hex(root)},
            {"device_keys", to_hex(store_device_keys(practice.phone).view())},
            {"staff_roster", to_hex(practice.staff_chain[0])},
            {"vault_roster", to_hex(practice.vault_chain[0])},
            {"epoch_key", to_hex(practice.keys[0].view())},
            {"envelope", to_hex(envelope)},
            {"stub", to_hex(make_stub(view))},
            {"envelope_hash", to_hex(hash)},
            {"redaction",
             to_hex(sign_redaction({practice.vault, practice.phone.id, 1, hash, practice.phone.id},
                                   phone))},
            {"void_mark", to_hex(sign_void_mark(view, practice.phone.id, phone))},
            {"log_hash", to_hex(next_log_hash({}, 1, hash))},
            {"access_hash", to_hex(next_access_hash({}, {1, 1'750'000'000'000, practice.phone.id, 2,
                                                         practice.vault, 200}))},
            {"request", to_hex(make_frame(root, practice.phone.id, 7, as_bytes("payload"), phone))},
            {"invite_link", text(format_invite_link(link).value())},
            {"invite_id", to_hex(invite.id)},
            {"invite_blob", to_hex(seal_invite(invite, invite_in(practice), random).value())},
            {"accept_tag", to_hex(accept_tag(invite, practice.rosters[0].hash))},
            {"device_proof", to_hex(device_proof(invite, practice.vault, practice.client_user,
                                                 practice.phone.public_part())
                                        .tag)},
            {"join_request",
             to_hex(seal_join_request(
                        invite, {practice.client_user, practice.phone.public_part(), "Sam"}, random)
                        .value())},
            {"safety_number",
             text(safety_number(root, practice.phone.public_part(), practice.vault))},
            {"lock",
             to_hex(create_lock(database_key, "829174", &keystore, password_cost_floor, random)
                        .value())},
            {"agreement_hash", to_hex(h)},
            {"agreement_export",
             to_hex(write_agreement_file(
                 {agreement, signatures, practice.vault_chain, practice.staff_chain}))},
        };
    }

    // "ok", or the name of the error with which an object of that kind is refused.
    std::string verdict(const std::string& kind, const Bytes& bytes) {
        const auto of = [](const auto& result) {
            return std::string(result.ok() ? "ok" : name_of(result.error().code()));
        };
        const auto verified = [](bool good) { return std::string(good ? "ok" : "unverified"); };
        const PublicKey& phone = practice.phone.signing.public_key;
        if (kind == "staff_roster") {
            return of(verify_first_staff_roster(bytes, practice.staff().root()));
        }
        if (kind == "vault_roster") {
            return of(check_vault_roster(nullptr, bytes, practice.staff_rosters, {}));
        }
        if (kind == "envelope" || kind == "stub") {
            const auto envelope = parse_envelope(bytes);
            if (!envelope.ok()) return of(envelope);
            if (!verify_author(envelope.value(), phone)) return "unverified";
            return kind == "stub" ? "ok" : of(open_envelope(envelope.value(), practice.keys[0]));
        }
        if (kind == "redaction" || kind == "void_mark")
            return verified(verify_log_object(bytes, phone));
        if (kind == "request") {
            const auto frame = parse_frame(bytes);
            if (!frame.ok()) return of(frame);
            return verified(verify_frame(frame.value(), practice.staff().root(), phone));
        }
        if (kind == "device_keys") return of(parse_device_keys(bytes));
        if (kind == "invite_link") return of(parse_invite_link(as_text(bytes)));
        if (kind == "invite_blob") return of(open_invite(invite, bytes));
        if (kind == "join_request") return of(open_join_request(invite, bytes));
        if (kind == "recovery_sheet") return of(parse_recovery_sheet(as_text(bytes)));
        if (kind == "lock") return of(open_lock(bytes, "829174", &keystore));
        if (kind == "agreement_export") return of(verify_agreement_file(bytes));
        return "no object";
    }

    // Each object, wrong in a way of its own, with the error it must give.
    Vectors made_invalid(const Vectors& valid) {
        Vectors lines;
        for (const auto& [kind, hex] : valid) {
            const Bytes good = *from_hex(hex);
            if (verdict(kind, good) == "no object") continue;
            const auto add = [&](Bytes bytes) {
                const std::string error = verdict(kind, bytes);
                if (error != "ok") lines.emplace_back(kind + " " + error, to_hex(bytes));
            };
            for (const std::size_t offset : {std::size_t{0}, std::size_t{1}, std::size_t{2},
                                             std::size_t{3}, good.size() / 2, good.size() - 1}) {
                Bytes changed = good;
                changed[offset] ^= 1;
                if (kind != "device_keys" || offset < 2) add(changed);
            }
            add(Bytes(good.begin(), good.end() - 1));
            add({});
        }
        return lines;
    }
};

std::filesystem::path written_to(const std::string& file, const Vectors& vectors) {
    const auto folder = std::filesystem::path(EVENKEEL_BINARY_DIR) / "trust_vectors";
    std::filesystem::create_directories(folder);
    std::ofstream out(folder / file);
    for (const auto& [name, hex] : vectors) out << name << ' ' << (hex.empty() ? "-" : hex) << '\n';
    return folder / file;
}

// Lines of words; the last is hexadecimal, or "-" for nothing.
Vectors frozen_in(const std::string& file) {
    std::ifstream in(std::string(EVENKEEL_SOURCE_DIR) + "/tests/sync/trust/vectors/" + file);
    Vectors vectors;
    for (std::string line; std::getline(in, line);) {
        const auto space = line.rfind(' ');
        const std::string hex = line.substr(space + 1);
        vectors.emplace_back(line.substr(0, space), hex == "-" ? "" : hex);
    }
    return vectors;
}

}  // namespace

TEST_CASE("every object is written byte by byte as it was frozen") {
    const Vectors made = Frozen{}.made();
    const Vectors frozen = frozen_in("valid.txt");
    INFO("what this build makes: " << written_to("valid.txt", made));
    REQUIRE(frozen.size() == made.size());
    for (std::size_t i = 0; i < made.size(); ++i) CHECK(frozen[i] == made[i]);
}

TEST_CASE("every frozen object is still read") {
    Frozen world;
    for (const auto& [kind, hex] : frozen_in("valid.txt")) {
        const std::string verdict = world.verdict(kind, *from_hex(hex));
        INFO(kind);
        CHECK((verdict == "ok" || verdict == "no object"));
    }
}

TEST_CASE("every frozen invalid object is refused with the error it was frozen with") {
    Frozen world;
    INFO("what this build makes: " << written_to("invalid.txt",
                                                 world.made_invalid(frozen_in("valid.txt"))));
    const Vectors frozen = frozen_in("invalid.txt");
    CHECK(frozen.size() > 80);
    for (const auto& [name, hex] : frozen) {
        const std::string kind = name.substr(0, name.find(' '));
        INFO(name << ' ' << hex.substr(0, 64));
        const std::string verdict = world.verdict(kind, *from_hex(hex));
        CHECK(verdict != "ok");
        CHECK(kind + " " + verdict == name);
    }
}
