#include "app/model/reminder_files.h"

#include "core/base/files.h"
#include "sync/trust/log_object.h"
#include "sync/trust/primitives.h"

namespace evenkeel::model {

namespace {

constexpr std::size_t file_bytes_max = 512 * 1024;  // of the longest schedule there is
// The first byte of a file. What is sealed under one name does not open under the other.
constexpr Byte in_the_clear = 'c';
constexpr Byte is_sealed = 's';

// Each profile has its own, by the folder it lies in: one that was moved gets a new one.
std::string key_name(const std::string& directory) {
    return "evenkeel reminders " + to_hex(trust::derive_entity_id(as_bytes(directory)));
}

Result<std::optional<trust::SymmetricKey>> load_key(SecretStore& secrets, const std::string& name) {
    if (!secrets.available()) return std::optional<trust::SymmetricKey>();
    TRY_ASSIGN(auto bytes, secrets.load(name));
    auto key = bytes ? trust::SymmetricKey::from(*bytes) : std::nullopt;
    if (bytes) trust::wipe(*bytes);
    return key;
}

}  // namespace

std::string ReminderFiles::schedule_path() const { return directory_ + "/reminders"; }
std::string ReminderFiles::state_path() const { return directory_ + "/reminded"; }
std::string ReminderFiles::counting_path() const { return directory_ + "/counting"; }
std::string ReminderFiles::counting_here_path() const { return directory_ + "/counting-here"; }
std::string ReminderFiles::attention_path() const { return directory_ + "/attention"; }
std::string ReminderFiles::reminding_path() const { return directory_ + "/reminding"; }

Result<void> ReminderFiles::write_schedule(const ReminderSchedule& schedule) {
    return write(schedule_path(), print_schedule(schedule));
}

Result<void> ReminderFiles::write_state(const ReminderState& state) {
    return write(state_path(), print_state(state));
}

Result<ReminderSchedule> ReminderFiles::read_schedule() {
    TRY_ASSIGN(const std::string text, read(schedule_path()));
    return parse_schedule(text);
}

ReminderState ReminderFiles::read_state() {
    const auto text = read(state_path());
    return text.ok() ? parse_state(text.value()) : ReminderState{};
}

Result<void> ReminderFiles::write_counting(const OutsideCounting& counting) {
    return write(counting_path(), print_counting(counting));
}

Result<OutsideCounting> ReminderFiles::read_counting() {
    TRY_ASSIGN(const std::string text, read(counting_path()));
    return parse_counting(text);
}

Result<void> ReminderFiles::remove_counting() {
    if (!file_exists(counting_path())) return {};
    TRY(remove_file(counting_path()));
    forget_key();
    return {};
}

Bytes ReminderFiles::wishes() const {
    Bytes wishes;
    for (const std::string& path : {schedule_path(), counting_path()}) {
        const auto bytes = read_whole_file(path, file_bytes_max);
        if (bytes.ok()) append(wishes, bytes.value());
    }
    return wishes;
}

Result<void> ReminderFiles::tell() {
    if (!exist()) return {};
    TRY_ASSIGN(const Bytes bytes, read_whole_file(schedule_path(), file_bytes_max));
    return write_whole_file(schedule_path(), bytes);
}

Result<void> ReminderFiles::remove() {
    if (!exist()) return {};
    TRY(remove_file(schedule_path()));
    TRY(remove_file(state_path()));
    forget_key();
    return {};
}

void ReminderFiles::forget_key() {
    if (exist() || file_exists(counting_path()) || !secrets_.available()) return;
    (void)secrets_.erase(key_name(directory_)).ok();
}

bool ReminderFiles::exist() const { return file_exists(schedule_path()); }

// A key store that does not answer now is no reason to be reminded of nothing.
Result<void> ReminderFiles::write(const std::string& path, const std::string& text) {
    const std::string name = key_name(directory_);
    const auto loaded = load_key(secrets_, name);
    std::optional<trust::SymmetricKey> key = loaded.ok() ? loaded.value() : std::nullopt;
    if (!key && loaded.ok() && secrets_.available()) {
        key = trust::SymmetricKey::random(random_);
        if (!secrets_.save(name, key->view()).ok()) key.reset();
    }
    Bytes bytes{key ? is_sealed : in_the_clear};
    if (key) {
        const std::string_view file = std::string_view(path).substr(directory_.size());
        append(bytes, trust::aead_seal(*key, as_bytes(text), as_bytes(file), random_));
    } else {
        append(bytes, as_bytes(text));
    }
    return write_whole_file(path, bytes);
}

Result<std::string> ReminderFiles::read(const std::string& path) {
    TRY_ASSIGN(const Bytes bytes, read_whole_file(path, file_bytes_max));
    if (bytes.empty()) return Error(ErrorCode::damaged, "The file of reminders is damaged.");
    const ByteView content = ByteView(bytes).subspan(1);
    if (bytes.front() == in_the_clear) return to_string(content);
    TRY_ASSIGN(const auto key, load_key(secrets_, key_name(directory_)));
    if (!key) {
        return Error(ErrorCode::refused, "The key store does not open the file of reminders.");
    }
    const std::string_view file = std::string_view(path).substr(directory_.size());
    TRY_ASSIGN(const Bytes text, trust::aead_open(*key, content, as_bytes(file)));
    return to_string(text);
}

}  // namespace evenkeel::model
