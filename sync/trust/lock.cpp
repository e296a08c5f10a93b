#include "sync/trust/lock.h"

#include "sync/trust/layout.h"

namespace evenkeel::trust {
namespace {

constexpr std::size_t associated_bytes = 28;
constexpr std::size_t pin_characters_min = 6;
constexpr std::size_t passphrase_characters_min = 15;

// One character, pair or triple repeated, equal steps as in 123456, and what leaked lists begin
// with.
bool is_guessed_first(std::string_view secret) {
    for (const std::size_t period : {1UL, 2UL, 3UL}) {
        if (std::equal(secret.begin() + static_cast<std::ptrdiff_t>(period), secret.end(),
                       secret.begin())) {
            return true;
        }
    }
    const auto step = [&](std::size_t i) { return (secret[i] - secret[i - 1] + 10) % 10; };
    bool even_steps = true;
    for (std::size_t i = 2; i < secret.size(); ++i) even_steps &= step(i) == step(1);
    if (even_steps) return true;
    for (const std::string_view known :
         {"112233", "223344", "332211", "123321",   "654123", "123654",   "159753",
          "147258", "147852", "258369", "741852",   "963852", "456123",   "789456",
          "111222", "102030", "010203", "password", "qwerty", "passwort", "abc123"}) {
        if (secret == known) return true;
    }
    return false;
}

// A = Argon2id(passphrase); KEK = BLAKE2b(key = key store secret or none, "EVEN-KEK" ‖ A).
Result<SymmetricKey> key_encryption_key(std::string_view passphrase, const KeystoreSecret* keystore,
                                        const Salt& salt, PasswordCost cost) {
    TRY_ASSIGN(const SymmetricKey stretched, stretch_password(passphrase, salt, cost));
    Hash32 digest = keystore == nullptr
                        ? hash(tag::key_encryption, {stretched.view()})
                        : keyed_hash(keystore->view(), tag::key_encryption, {stretched.view()});
    auto key = *SymmetricKey::from(digest);
    wipe(digest);
    return key;
}

}  // namespace

Result<void> check_passphrase(std::string_view passphrase, Keystore keystore) {
    const auto characters =
        static_cast<std::size_t>(std::count_if(passphrase.begin(), passphrase.end(), [](char c) {
            return (static_cast<Byte>(c) & 0xC0) != 0x80;
        }));
    if (keystore == Keystore::absent && characters < passphrase_characters_min) {
        return Error(
                   ErrorCode::invalid_input,
                   "This system has no key store, so the passphrase needs at least {} characters.")
            .with(static_cast<long long>(passphrase_characters_min));
    }
    if (characters < pin_characters_min) {
        return Error(ErrorCode::invalid_input, "The PIN needs at least {} digits or characters.")
            .with(static_cast<long long>(pin_characters_min));
    }
    if (is_guessed_first(passphrase)) {
        return Error(ErrorCode::invalid_input, "That is one of the first others would try.");
    }
    return {};
}

Result<Bytes> create_lock(const DatabaseKey& key, std::string_view passphrase,
                          const KeystoreSecret* keystore, PasswordCost cost, Random& random) {
    TRY(check_passphrase(passphrase, keystore == nullptr ? Keystore::absent : Keystore::present));
    Salt salt{};
    random.fill(salt);
    TRY_ASSIGN(const SymmetricKey kek, key_encryption_key(passphrase, keystore, salt, cost));
    Bytes bytes{'L', 1, static_cast<Byte>(keystore != nullptr), 0};
    append_fields(bytes, std::tie(cost.passes, cost.memory_kib, salt));
    append(bytes, aead_seal(kek, key.view(), bytes, random));
    ASSERT(bytes.size() == lock_file_bytes);
    return bytes;
}

Result<LockFacts> lock_facts(ByteView lock) {
    if (lock.size() != lock_file_bytes || lock[0] != 'L' || lock[1] != 1 || lock[2] > 1 ||
        lock[3] != 0) {
        return Error(ErrorCode::damaged, "The lock of this profile is damaged.");
    }
    LockFacts facts{.keystore = lock[2] == 1 ? Keystore::present : Keystore::absent};
    take_fields(lock.subspan(4), std::tie(facts.cost.passes, facts.cost.memory_kib, facts.salt));
    return facts;
}

Result<DatabaseKey> open_lock(ByteView lock, std::string_view passphrase,
                              const KeystoreSecret* keystore) {
    TRY_ASSIGN(const LockFacts facts, lock_facts(lock));
    if (facts.keystore == Keystore::absent) keystore = nullptr;
    if (facts.keystore == Keystore::present && keystore == nullptr) {
        return Error(ErrorCode::not_found,
                     "The system's key store has lost this profile's secret.");
    }
    TRY_ASSIGN(const SymmetricKey kek,
               key_encryption_key(passphrase, keystore, facts.salt, facts.cost));
    auto opened = aead_open(kek, lock.subspan(associated_bytes), lock.first(associated_bytes));
    if (!opened.ok()) {
        return Error(ErrorCode::wrong_passphrase, "That passphrase does not open this profile.");
    }
    auto key = *DatabaseKey::from(opened.value());
    wipe(opened.value());
    return key;
}

}  // namespace evenkeel::trust
