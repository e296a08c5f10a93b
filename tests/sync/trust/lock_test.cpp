#include "sync/trust/lock.h"

#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::trust;

namespace {

constexpr std::string_view pin = "829174";
constexpr std::string_view phrase = "correct horse battery";

struct Locked {
    SeededRandom random{1};
    DatabaseKey key = DatabaseKey::random(random);
    KeystoreSecret secret = KeystoreSecret::random(random);
};

ErrorCode open_error(ByteView lock, std::string_view passphrase, const KeystoreSecret* secret) {
    return open_lock(lock, passphrase, secret).error().code();
}

}  // namespace

TEST_CASE("D1, D2: a PIN opens with the key store's secret, and not otherwise") {
    Locked l;
    const Bytes lock = create_lock(l.key, pin, &l.secret, password_cost_floor, l.random).value();
    CHECK(lock.size() == lock_file_bytes);
    CHECK(equal_constant_time(open_lock(lock, pin, &l.secret).value().view(), l.key.view()));
    const auto other = KeystoreSecret::random(l.random);
    CHECK(open_error(lock, pin, nullptr) == ErrorCode::not_found);
    CHECK(open_error(lock, pin, &other) == ErrorCode::wrong_passphrase);
    CHECK(open_error(lock, "829175", &l.secret) == ErrorCode::wrong_passphrase);
    // Claiming that no secret was needed does not help who has none.
    Bytes claims = lock;
    claims[2] = 0;
    CHECK(open_error(claims, pin, nullptr) == ErrorCode::wrong_passphrase);
}

TEST_CASE("without a key store a long passphrase opens, whatever secret is offered") {
    Locked l;
    const Bytes lock = create_lock(l.key, phrase, nullptr, password_cost_floor, l.random).value();
    CHECK(lock_facts(lock).value().keystore == Keystore::absent);
    CHECK(open_lock(lock, phrase, nullptr).ok());
    CHECK(open_lock(lock, phrase, &l.secret).ok());
}

TEST_CASE("D4: a lock whose costs were lowered or blown up is refused before any work") {
    Locked l;
    const Bytes lock = create_lock(l.key, pin, &l.secret, password_cost_floor, l.random).value();
    for (const auto& [offset, value] :
         {std::pair{7, 1}, std::pair{8, 255}, std::pair{4, 255}, std::pair{9, 0}}) {
        Bytes changed = lock;
        changed[static_cast<std::size_t>(offset)] = static_cast<Byte>(value);

        CHECK(open_error(changed, pin, &l.secret) == ErrorCode::refused);
    }
    CHECK(create_lock(l.key, pin, &l.secret, {1, 64 * 1024}, l.random).error().code() ==
          ErrorCode::refused);
}

TEST_CASE("a lock that was changed anywhere does not open") {
    Locked l;
    const Bytes lock = create_lock(l.key, pin, &l.secret, password_cost_floor, l.random).value();
    for (const std::size_t offset : {0, 1, 2, 3, 12, 27, 28, 51, 52, 83, 84, 99}) {
        for (const unsigned bit : {0U, 7U}) {
            Bytes changed = lock;
            changed[offset] = static_cast<Byte>(changed[offset] ^ (1U << bit));
            CHECK_FALSE(open_lock(changed, pin, &l.secret).ok());
        }
    }
    Bytes costlier = lock;
    costlier[7] = 3;  // allowed, but another key and other associated bytes
    CHECK_FALSE(open_lock(costlier, pin, &l.secret).ok());
    for (std::size_t length = 0; length < 164; ++length) {
        Bytes resized = lock;
        resized.resize(length);
        if (length != lock.size()) CHECK(open_error(resized, pin, &l.secret) == ErrorCode::damaged);
    }
}

// Argon2id takes too long to run for each bit, so the key it gives is computed once; the passes and
// memory, which change it, are the test before.
TEST_CASE("each bit of a lock is under its seal") {
    Locked l;
    const Bytes lock = create_lock(l.key, pin, &l.secret, password_cost_floor, l.random).value();
    const LockFacts facts = lock_facts(lock).value();
    const auto stretched = stretch_password(pin, facts.salt, facts.cost).value();
    const Hash32 kek = keyed_hash(l.secret.view(), tag::key_encryption, {stretched.view()});
    expect_only(lock, [&](const Bytes& bytes) {
        return lock_facts(bytes).ok() &&
               aead_open(*SymmetricKey::from(kek), ByteView(bytes).subspan(28),
                         ByteView(bytes).first(28))
                   .ok();
    });
}

TEST_CASE("two locks around one key share nothing") {
    Locked l;
    const Bytes one = create_lock(l.key, pin, &l.secret, password_cost_floor, l.random).value();
    const Bytes two = create_lock(l.key, pin, &l.secret, password_cost_floor, l.random).value();
    CHECK(Bytes(one.begin() + 12, one.end()) != Bytes(two.begin() + 12, two.end()));
    CHECK(open_lock(two, pin, &l.secret).ok());
}

TEST_CASE("D8: without a key store a PIN is not enough") {
    Locked l;
    CHECK_FALSE(create_lock(l.key, pin, nullptr, password_cost_floor, l.random).ok());
    CHECK_FALSE(check_passphrase("fourteen chars", Keystore::absent).ok());
    CHECK(check_passphrase("fifteen  chars!", Keystore::absent).ok());
    // Counted in characters, not in bytes.
    CHECK_FALSE(check_passphrase("äöüäößéèêëçñøå", Keystore::absent).ok());
    CHECK_FALSE(check_passphrase("aaaaaaaaaaaaaaaaaaaa", Keystore::absent).ok());
}

TEST_CASE("PINs that everybody tries first are refused") {
    for (const std::string_view known :
         {"000000", "111111", "123456", "654321", "098765", "121212", "123123", "112233", "159753",
          "246802", "147258", "999999", "1234567890", "abcdef", "password"}) {
        INFO(known);
        CHECK_FALSE(check_passphrase(known, Keystore::present).ok());
    }
    CHECK_FALSE(check_passphrase("82917", Keystore::present).ok());
    CHECK_FALSE(check_passphrase("", Keystore::present).ok());
    CHECK(check_passphrase(pin, Keystore::present).ok());
    CHECK(check_passphrase("hjortron", Keystore::present).ok());
}
