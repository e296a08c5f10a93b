#include "app/model/own_use.h"

#include "core/codec/byte_cursor.h"
#include "core/domain/duration.h"
#include "core/words/tr.h"

#include <map>

namespace evenkeel::model {

namespace {

constexpr const char* value_name = "own use";
constexpr std::int32_t span_days = 28;  // as the statements about AI and people
// A day's entries are meant to take less than a minute, a long page a quarter of an hour.
constexpr std::uint32_t much_minutes_a_day = 30;

Result<std::map<Day, std::uint32_t>> read(store::Store& store) {
    TRY_ASSIGN(const auto kept, store.value(value_name));
    std::map<Day, std::uint32_t> minutes;
    codec::ByteReader reader(kept ? ByteView(*kept) : ByteView{});
    while (reader.ok() && !reader.at_end()) {
        const Day day{static_cast<std::int32_t>(reader.small())};
        minutes[day] = reader.small();
    }
    return minutes;
}

struct Span {
    std::uint32_t minutes = 0;
    std::uint32_t days = 0;  // on which it was used
};

Span span_of(const std::map<Day, std::uint32_t>& minutes, Day from, Day to) {
    Span span;
    for (const auto& [day, used] : minutes) {
        if (day < from || day > to || used == 0) continue;
        span.minutes += used;
        ++span.days;
    }
    return span;
}

}  // namespace

Result<void> add_own_use(store::Store& store, Day day, std::uint32_t minutes) {
    TRY_ASSIGN(auto all, read(store));
    all[day] += minutes;
    codec::ByteWriter writer;
    for (const auto& [each, used] : all) {
        if (each < day + -2 * span_days) continue;
        writer.varint(static_cast<std::uint32_t>(each.number));
        writer.varint(used);
    }
    return store.set_value(value_name, std::move(writer).finish());
}

Result<std::vector<std::string>> own_use_sentences(store::Store& store, Day today) {
    TRY_ASSIGN(const auto minutes, read(store));
    const Span now = span_of(minutes, today + (1 - span_days), today);
    const Span before = span_of(minutes, today + (1 - 2 * span_days), today + -span_days);
    std::vector<std::string> sentences;
    if (now.minutes == 0 && before.minutes == 0) return sentences;
    sentences.push_back(tr("On this device: {0} in the last {2} days, {1} in the {2} before.",
                           short_duration(now.minutes), short_duration(before.minutes), span_days));
    if (now.days > 0 && now.minutes / now.days > much_minutes_a_day) {
        sentences.emplace_back(tr(
            "That is more than half an hour on each day you used it. If keeping notes takes more "
            "than it gives, you can write less, or stop; your export takes everything with you."));
    }
    return sentences;
}

}  // namespace evenkeel::model
