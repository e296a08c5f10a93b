#include "app/model/outside_answers.h"

#include "app/model/consents.h"
#include "core/base/files.h"
#include "core/domain/local_time.h"
#include "core/store/entries.h"
#include "sync/client/sealed_files.h"
#include "sync/trust/primitives.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr const char* seed_name = "model.answer_seed";
constexpr Byte version = 1;
// Version, mood, eight bytes of time, and the name of the zone, filled up: no length tells
// anything.
constexpr std::size_t answer_bytes = 64;
constexpr std::size_t zone_at = 10;
constexpr std::size_t sealed_bytes = answer_bytes + trust::sealed_extra_bytes;

struct OutsideAnswer {
    std::uint32_t mood = 0;
    Moment said;
};

// A check-in is asked once a day, and no more once nobody opened the program for as many days.
constexpr std::int32_t slots = reminder_days_ahead;
static_assert(slots <= client::sealed_files_max);

std::string path_of(const std::string& directory, std::int32_t slot) {
    return directory + "/answered-" + std::to_string(slot);
}

Result<Bytes> print_answer(const OutsideAnswer& answer) {
    if (answer.said.zone.size() > answer_bytes - zone_at) {
        return Error(ErrorCode::unsupported, "The name of this time zone is too long.");
    }
    Bytes bytes{version, static_cast<Byte>(answer.mood)};
    append_big_endian(bytes, static_cast<std::uint64_t>(answer.said.instant.ms));
    append(bytes, as_bytes(answer.said.zone));
    bytes.resize(answer_bytes, 0);
    return bytes;
}

Result<OutsideAnswer> parse_answer(ByteView bytes) {
    const bool is_ours = bytes.size() == answer_bytes && bytes[0] == version;
    if (!is_ours || bytes[1] > rating_max) {
        return Error(ErrorCode::damaged, "An answer to a reminder is damaged.");
    }
    OutsideAnswer answer{.mood = bytes[1], .said = {}};
    const auto ms = read_big_endian<std::uint64_t>(bytes.subspan(2));
    answer.said.instant = {static_cast<std::int64_t>(ms)};
    const std::string_view zone = as_text(bytes.subspan(zone_at));
    answer.said.zone = std::string(zone.substr(0, zone.find('\0')));
    return answer;
}

Result<trust::BoxKeys> answer_keys(RecordDesk& desk) {
    TRY_ASSIGN(const auto kept, desk.store().value(seed_name));
    auto seed = kept ? trust::SymmetricKey::from(*kept) : std::nullopt;
    if (!seed) {
        seed = trust::SymmetricKey::random(desk.profile.ports().random);
        TRY(desk.store().set_value(seed_name, seed->view()));
    }
    return trust::box_keys_from_seed(*seed);
}

Result<void> log_answer(RecordDesk& desk, const OutsideAnswer& answer) {
    MoodEntry entry;
    TRY_ASSIGN(entry.when, make_when(answer.said.instant, answer.said.zone));
    const Day day = entry.when.day;
    TRY(desk.entries.need(day, day));
    entry.mood = Rating(answer.mood);
    const Kept<MoodEntry>* check_in = desk.entries.check_in(day);
    const bool has_mood = check_in != nullptr && check_in->entity.mood;
    entry.mode = has_mood ? MoodMode::momentary : MoodMode::daily_check_in;
    TRY_ASSIGN(auto shared, read_consents(desk.store(), desk.record()));
    const auto placement =
        shared[SharedData::mood] ? store::Placement::shared : store::Placement::private_;
    TRY(store::log_mood_said(desk.store(), desk.record(), std::move(entry),
                             {.entry = placement, .note = placement}));
    desk.entries.forget(day);
    return {};
}

}  // namespace

const std::array<OutsideButton, 3>& outside_buttons() {
    static const std::array<OutsideButton, 3> all{
        {{"answer-low", "\u2212", 3}, {"answer-middle", "\u25CB", 5}, {"answer-high", "+", 7}}};
    return all;
}

Result<AnswerKey> answer_key(RecordDesk& desk) {
    TRY_ASSIGN(const trust::BoxKeys keys, answer_keys(desk));
    return keys.public_key;
}

Result<Bytes> open_outside(RecordDesk& desk, ByteView sealed) {
    TRY_ASSIGN(const trust::BoxKeys keys, answer_keys(desk));
    return trust::open_sealed(keys.secret, keys.public_key, sealed);
}

Result<void> keep_outside_answer(const std::string& profile_directory, const AnswerKey& key,
                                 std::uint32_t mood, const Moment& said, Random& random) {
    TRY_ASSIGN(const Day day, logical_day(said.instant, said.zone));
    TRY_ASSIGN(const Bytes answer, print_answer({.mood = mood, .said = said}));
    TRY_ASSIGN(const Bytes sealed, trust::seal_to(key, answer, random));
    const std::int32_t slot = (day.number % slots + slots) % slots;
    return write_whole_file(path_of(profile_directory, slot), sealed);
}

Result<bool> take_outside_answers(const std::string& profile_directory, RecordDesk& desk) {
    bool any = false;
    for (std::int32_t slot = 0; slot < slots; ++slot) {
        const std::string path = path_of(profile_directory, slot);
        if (!file_exists(path)) continue;
        TRY_ASSIGN(const Bytes sealed, read_whole_file(path, sealed_bytes));
        const auto opened = open_outside(desk, sealed);
        if (!opened.ok()) continue;
        TRY_ASSIGN(const OutsideAnswer answer, parse_answer(opened.value()));
        TRY(log_answer(desk, answer));
        TRY(remove_file(path));
        any = true;
    }
    return any;
}

}  // namespace evenkeel::model
