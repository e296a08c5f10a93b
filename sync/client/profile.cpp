#include "sync/client/profile.h"

#include "core/base/files.h"
#include "core/domain/local_time.h"
#include "sync/client/parked.h"
#include "sync/client/sealed_files.h"
#include "sync/client/wiped.h"
#include "sync/trust/log_object.h"

namespace evenkeel::client {
namespace {

std::string lock_path(const std::string& directory) { return directory + "/lock"; }
constexpr const char* erase_value = "profile.erase";
constexpr Literal erased_sentence{
    "This device was removed and has erased what it held; to join again, choose another folder."};
// Stands in the lock's place once a profile is erased, with the name of its secret behind it.
constexpr std::string_view erased_mark = "evenkeel erased ";

std::string store_path(const std::string& directory) { return directory + "/store.db"; }
std::string in_use_path(const std::string& directory) { return directory + "/in-use"; }

class TrustIds final : public IdDerivation {
public:
    [[nodiscard]] ByteArray<16> derive(ByteView name) const override {
        return trust::derive_entity_id(name);
    }
};

// Each version of the lock has its own name in the key store, so that while a passphrase changes
// the old lock and the new one both find their secret.
std::string secret_name(ByteView lock) {
    return "evenkeel profile " + to_hex(trust::derive_entity_id(lock));
}

Result<std::optional<trust::KeystoreSecret>> load_secret(SecretStore& secrets, ByteView lock) {
    TRY_ASSIGN(const trust::LockFacts facts, trust::lock_facts(lock));
    if (facts.keystore == trust::Keystore::absent) return std::optional<trust::KeystoreSecret>();
    std::optional<Bytes> bytes;
    if (secrets.available()) {
        TRY_ASSIGN(bytes, secrets.load(secret_name(lock)));
    }
    auto secret = bytes ? trust::KeystoreSecret::from(*bytes) : std::nullopt;
    if (bytes) trust::wipe(*bytes);
    if (secret) return secret;
    return Error(ErrorCode::refused,
                 "The key store of this system does not hold this profile's secret; unlock the key "
                 "store, or join again with a new invite.");
}

Result<trust::DatabaseKey> unlock(const std::string& directory, std::string_view passphrase,
                                  SecretStore& secrets,
                                  std::optional<trust::KeystoreSecret>& secret, Bytes& lock) {
    TRY_ASSIGN(lock, read_whole_file(lock_path(directory), trust::lock_file_bytes));
    TRY_ASSIGN(secret, load_secret(secrets, lock));
    return trust::open_lock(lock, passphrase, secret ? &*secret : nullptr);
}

// Writes the lock around `key`. The key store has its secret before the file that needs it exists.
Result<void> write_lock(const std::string& directory, const trust::DatabaseKey& key,
                        std::string_view passphrase, const trust::KeystoreSecret* secret,
                        const Ports& ports, trust::PasswordCost cost) {
    TRY_ASSIGN(const Bytes lock, trust::create_lock(key, passphrase, secret, cost, ports.random));
    if (secret != nullptr) TRY(ports.secrets.save(secret_name(lock), secret->view()));
    return write_whole_file(lock_path(directory), lock);
}

// Where the profile was erased: nothing may be left of it, wherever that was cut off. A secret that
// the key store does not give up opens nothing, since the lock is gone.
Result<bool> finish_erasing(const std::string& directory, SecretStore& secrets) {
    TRY_ASSIGN(const Bytes lock, read_whole_file(lock_path(directory), trust::lock_file_bytes));
    const std::string_view text = as_text(lock);
    if (!text.starts_with(erased_mark)) return false;
    if (secrets.available()) {
        (void)secrets.erase(std::string(text.substr(erased_mark.size()))).ok();
    }
    for (const char* const part : {"", "-wal", "-shm", "-journal"}) {
        TRY(remove_file(store_path(directory) + part));
    }
    // When reminders come, what is counted, and the practice's numbers, which may lie beside the
    // store (app/model/reminder_files.h, settings.h); and what was answered and counted outside the
    // lock (outside_answers.h, outside_counts.h).
    for (const char* const part : {"/reminders", "/reminded", "/counting", "/look"}) {
        TRY(remove_file(directory + part));
    }
    for (int place = 0; place < sealed_files_max; ++place) {
        for (const char* const kind : {"/answered-", "/counted-"}) {
            TRY(remove_file(directory + kind + std::to_string(place)));
        }
    }
    return true;
}

// The mark takes the lock's place at once: before, the profile opens; afterwards, nothing does.
Result<void> erase_in(const std::string& directory, SecretStore& secrets) {
    TRY_ASSIGN(const Bytes lock, read_whole_file(lock_path(directory), trust::lock_file_bytes));
    const std::string mark = std::string(erased_mark) + secret_name(lock);
    TRY(write_whole_file(lock_path(directory), as_bytes(mark)));
    TRY(finish_erasing(directory, secrets));
    return {};
}

}  // namespace

Result<void> ask_to_erase(store::Store& store) {
    return store.set_value(erase_value, as_bytes("asked"));
}

struct Profile::State {
    std::string directory;
    Ports ports;
    ProcessLock in_use;
    TrustIds ids;
    std::unique_ptr<store::Store> store;

    State(std::string path, const Ports& handed, ProcessLock lock)
        : directory(std::move(path)), ports(handed), in_use(std::move(lock)) {}

    Result<void> open_store(const trust::DatabaseKey& key) {
        store::DatabaseKey raw{};
        std::copy(key.view().begin(), key.view().end(), raw.begin());
        auto opened = store::Store::open(
            store_path(directory), raw, {.clock = ports.clock, .random = ports.random, .ids = ids});
        trust::wipe(raw);
        if (!opened.ok()) return opened.error();
        store = std::move(opened).value();
        // Where this fails, as on a full disk, the profile opens all the same, and what was set
        // aside is read at the next opening.
        (void)read_after_upgrade(*store, ports.clock.now()).ok();
        return {};
    }
};

Profile::Profile(std::unique_ptr<State> state) : state_(std::move(state)) {}
Profile::~Profile() = default;

bool Profile::exists(const std::string& directory) { return file_exists(lock_path(directory)); }

Result<std::unique_ptr<Profile>> Profile::create(const std::string& directory,
                                                 std::string_view passphrase, Ports ports,
                                                 trust::PasswordCost cost) {
    const bool has_secrets = ports.secrets.available();
    TRY(trust::check_passphrase(passphrase,
                                has_secrets ? trust::Keystore::present : trust::Keystore::absent));
    TRY(make_private_directory(directory));
    TRY_ASSIGN(ProcessLock in_use, ProcessLock::take(in_use_path(directory)));
    if (exists(directory)) {
        return Error(ErrorCode::refused, "This folder already holds a profile.");
    }
    if (file_exists(store_path(directory))) {
        return Error(ErrorCode::refused,
                     "This folder holds a profile whose lock is missing; choose another folder.");
    }
    const auto key = trust::DatabaseKey::random(ports.random);
    const auto secret = trust::KeystoreSecret::random(ports.random);
    TRY(write_lock(directory, key, passphrase, has_secrets ? &secret : nullptr, ports, cost));
    auto state = std::make_unique<State>(directory, ports, std::move(in_use));
    TRY(state->open_store(key));
    return std::unique_ptr<Profile>(new Profile(std::move(state)));
}

Result<std::unique_ptr<Profile>> Profile::open(const std::string& directory,
                                               std::string_view passphrase, Ports ports) {
    if (!exists(directory)) return Error(ErrorCode::not_found, "There is no profile here yet.");
    TRY_ASSIGN(ProcessLock in_use, ProcessLock::take(in_use_path(directory)));
    TRY_ASSIGN(const bool erased, finish_erasing(directory, ports.secrets));
    if (erased) return Error(ErrorCode::refused, erased_sentence);
    Bytes lock;
    std::optional<trust::KeystoreSecret> secret;
    TRY_ASSIGN(const trust::DatabaseKey key,
               unlock(directory, passphrase, ports.secrets, secret, lock));
    auto state = std::make_unique<State>(directory, ports, std::move(in_use));
    TRY(state->open_store(key));
    std::unique_ptr<Profile> opened(new Profile(std::move(state)));
    TRY_ASSIGN(const auto asked, opened->store().value(erase_value));
    if (!asked) return opened;
    TRY(erase(std::move(opened)));
    return Error(ErrorCode::refused, erased_sentence);
}

bool Profile::is_erased(const std::string& directory) {
    const auto lock = read_whole_file(lock_path(directory), trust::lock_file_bytes);
    return lock.ok() && as_text(lock.value()).starts_with(erased_mark);
}

Result<void> Profile::erase(std::unique_ptr<Profile> profile) {
    const State& state = *profile->state_;
    // A full disk must not save what is to be erased; then nobody is told.
    (void)keep_wipe_receipt(*state.store, state.directory, state.ports.clock.now()).ok();
    profile->state_->store.reset();
    return erase_in(profile->state_->directory, profile->state_->ports.secrets);
}

Result<void> Profile::remove_erased(const std::string& directory) {
    if (!is_erased(directory)) return {};
    TRY(forget_wipe_receipt(directory));
    return remove_file(lock_path(directory));
}

std::string Profile::aside_of(const std::string& directory, const Clock& clock) {
    std::string name = directory;
    while (name.size() > 1 && name.ends_with('/')) name.pop_back();
    name += "-set-aside";
    const auto today = logical_day(clock.now(), clock.zone_name());
    if (today.ok()) name += "-" + print_date(today.value());
    std::string free = name;
    for (int number = 2; file_exists(free); ++number) free = name + "-" + std::to_string(number);
    return free;
}

Result<std::string> Profile::set_aside(const std::string& directory, const Clock& clock) {
    TRY_ASSIGN(const ProcessLock in_use, ProcessLock::take(in_use_path(directory)));
    // What reminds and counts while the window is closed ends by that; whoever opens the profile
    // writes them.
    for (const char* const part : {"/reminders", "/counting"}) TRY(remove_file(directory + part));
    const std::string name = aside_of(directory, clock);
    TRY(rename_folder(directory, name));
    return name;
}

Result<void> Profile::change_passphrase(std::string_view old_passphrase,
                                        std::string_view new_passphrase, trust::PasswordCost cost) {
    const Ports& ports = state_->ports;
    Bytes old_lock;
    std::optional<trust::KeystoreSecret> secret;
    TRY_ASSIGN(const trust::DatabaseKey key,
               unlock(state_->directory, old_passphrase, ports.secrets, secret, old_lock));
    TRY(write_lock(state_->directory, key, new_passphrase, secret ? &*secret : nullptr, ports,
                   cost));
    // The change is done; a left-over secret under the old name opens nothing and may stay.
    if (secret) (void)ports.secrets.erase(secret_name(old_lock)).ok();
    return {};
}

store::Store& Profile::store() { return *state_->store; }
const Ports& Profile::ports() const { return state_->ports; }

}  // namespace evenkeel::client
