#include "sync/trust/log_object.h"

#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::trust;

namespace {

Redaction redaction_of(const Practice& practice, const Bytes& bytes) {
    return {practice.vault, practice.phone.id, 1, envelope_hash(parse_envelope(bytes).value()),
            practice.phone.id};
}

}  // namespace

TEST_CASE("a redaction says which envelope and is refused in any other form") {
    Practice practice;
    const Redaction redaction = redaction_of(practice, practice.seal("x"));
    const Bytes bytes = sign_redaction(redaction, practice.phone.signing.secret);
    CHECK(bytes.size() == 156);
    CHECK(parse_redaction(bytes).value() == redaction);
    CHECK_FALSE(verify_log_object(bytes, practice.clinician.signing.public_key));
    expect_only(bytes, [&](const Bytes& changed) {
        return verify_log_object(changed, practice.phone.signing.public_key);
    });
}

TEST_CASE("a void mark carries its stub and is refused in any other form") {
    Practice practice;
    const Bytes envelope = practice.seal("x");
    const auto view = parse_envelope(envelope).value();
    const Bytes bytes = sign_void_mark(view, practice.phone.id, practice.phone.signing.secret);
    CHECK(bytes.size() == 388);
    const auto mark = parse_void_mark(bytes).value();
    CHECK(mark.place == redaction_of(practice, envelope));
    CHECK(mark.stub == make_stub(view));
    CHECK_FALSE(parse_redaction(bytes).ok());
    expect_only(bytes, [&](const Bytes& changed) {
        return verify_log_object(changed, practice.phone.signing.public_key);
    });
}

TEST_CASE("a void mark whose stub is another envelope is refused though it is signed") {
    Practice practice;
    const Bytes one = practice.seal("one"), two = practice.seal("two");
    Bytes bytes = sign_void_mark(parse_envelope(one).value(), practice.phone.id,
                                 practice.phone.signing.secret);
    const Bytes stub = make_stub(parse_envelope(two).value());
    std::copy(stub.begin(), stub.end(), bytes.begin() + 92);
    bytes.resize(92 + envelope_stub_bytes);
    append(bytes, sign(tag::void_mark, practice.phone.signing.secret, {bytes}));
    CHECK_FALSE(parse_void_mark(bytes).ok());
    CHECK_FALSE(verify_log_object(bytes, practice.phone.signing.public_key));
}

TEST_CASE("the log's chain depends on every envelope, its place and its order") {
    const Hash32 a{1}, b{2};
    const Hash32 first = next_log_hash({}, 1, a);
    CHECK(next_log_hash(first, 2, b) != next_log_hash(next_log_hash({}, 1, b), 2, a));
    CHECK(next_log_hash({}, 1, a) != next_log_hash({}, 2, a));
    CHECK(next_log_hash({}, 1, a) == first);
}

TEST_CASE("an access log that was edited, shortened or reordered has another head") {
    SeededRandom random(1);
    const auto head = [](const std::vector<AccessEntry>& entries) {
        Hash32 hash{};
        for (const AccessEntry& entry : entries) hash = next_access_hash(hash, entry);
        return hash;
    };
    std::vector<AccessEntry> log;
    for (std::uint64_t i = 1; i <= 3; ++i) {
        log.push_back({i, 1'700'000'000'000, random.id<DeviceId>(), 2, random.id<VaultId>(), 200});
    }
    const Hash32 seen = head(log);
    const auto differs = [&](auto change) {
        auto copy = log;
        change(copy);
        return head(copy) != seen;
    };
    CHECK(differs([](auto& l) { l.pop_back(); }));
    CHECK(differs([](auto& l) { l.erase(l.begin()); }));
    CHECK(differs([](auto& l) { std::swap(l[0], l[1]); }));
    CHECK(differs([](auto& l) { l[1].index = 7; }));
    CHECK(differs([](auto& l) { l[1].utc_ms += 1; }));
    CHECK(differs([](auto& l) { l[1].device.bytes[0] ^= 1; }));
    CHECK(differs([](auto& l) { l[1].action = 3; }));
    CHECK(differs([](auto& l) { l[1].vault.bytes[0] ^= 1; }));
    CHECK(differs([](auto& l) { l[1].result = 403; }));
}

TEST_CASE("everyone derives the same id from a name, and another from another name") {
    CHECK(derive_entity_id(as_bytes("2025-05-14")) == derive_entity_id(as_bytes("2025-05-14")));
    CHECK(derive_entity_id(as_bytes("2025-05-14")) != derive_entity_id(as_bytes("2025-05-15")));
}
