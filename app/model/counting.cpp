#include "app/model/counting.h"

#include "app/model/day_use.h"
#include "app/model/phrases.h"
#include "core/codec/byte_cursor.h"
#include "core/codec/entity.h"
#include "core/report/imported_use.h"
#include "core/words/tr.h"

#include <algorithm>
#include <numeric>

namespace evenkeel::model {

namespace {

constexpr const char* counting_name = "counting";
constexpr const char* counted_name = "counted";
constexpr Byte layout_version = 1;
constexpr std::int32_t proposed_days = 7;
constexpr std::uint32_t worth_asking_minutes = 15;  // more, after a day was kept
constexpr std::array<UseTarget, counted_kinds> kinds = {UseTarget::internet, UseTarget::social,
                                                        UseTarget::ai, UseTarget::duty};

enum class Answered : Byte { no = 0, kept = 1, declined = 2 };

struct CountedDay {
    CountedMinutes minutes{};
    Answered answered = Answered::no;
    CountedMinutes when_answered{};
    CountedMinutes before{};  // of `minutes`: before counting began anew
};
using CountedDays = std::map<Day, CountedDay>;

Error unreadable() {
    return {ErrorCode::damaged, "What was counted on this computer cannot be read."};
}

Result<CountedDays> read_days(store::Store& store) {
    TRY_ASSIGN(const auto kept, store.value(counted_name));
    CountedDays days;
    if (!kept) return days;
    codec::ByteReader reader(*kept);
    if (reader.byte() != layout_version) return unreadable();
    while (reader.ok() && !reader.at_end()) {
        CountedDay& day = days[Day{static_cast<std::int32_t>(reader.small())}];
        day.answered = static_cast<Answered>(reader.byte());
        for (auto& minutes : day.minutes) minutes = reader.small();
        for (auto& minutes : day.when_answered) minutes = reader.small();
        for (auto& minutes : day.before) minutes = reader.small();
    }
    if (!reader.ok()) return unreadable();
    return days;
}

Result<void> write_days(store::Store& store, const CountedDays& days) {
    codec::ByteWriter writer;
    writer.byte(layout_version);
    for (const auto& [day, counted] : days) {
        writer.varint(static_cast<std::uint32_t>(day.number));
        writer.byte(static_cast<Byte>(counted.answered));
        for (const auto minutes : counted.minutes) writer.varint(minutes);
        for (const auto minutes : counted.when_answered) writer.varint(minutes);
        for (const auto minutes : counted.before) writer.varint(minutes);
    }
    return store.set_value(counted_name, std::move(writer).finish());
}

Result<void> write_recent(store::Store& store, CountedDays days, Day today) {
    std::erase_if(days, [&](const auto& day) { return today - day.first > counted_days_kept; });
    return write_days(store, days);
}

CountedMinutes added(CountedMinutes sum, const CountedMinutes& minutes) {
    for (std::size_t kind = 0; kind < counted_kinds; ++kind) sum[kind] += minutes[kind];
    return sum;
}

// What is counted from now on comes to what there is; of days that were kept that goes on, so that
// a later word on them never makes them less.
Result<void> begin_anew(store::Store& store, const Counting& counting) {
    TRY_ASSIGN(auto days, read_days(store));
    for (auto& [day, counted] : days) {
        if (counting.by == CountingBy::nobody) counted.minutes = counted.when_answered;
        counted.before = counted.minutes;
    }
    return write_days(store, days);
}

std::uint32_t sum_of(const CountedMinutes& minutes) {
    return std::accumulate(minutes.begin(), minutes.end(), std::uint32_t{0});
}

EntityId id_of(store::Store& store, VaultId record, const std::string& source, Day day,
               UseTarget target) {
    const auto name = source + "/" + to_hex(record) + "/" + print_date(day) + "/" +
                      report::meaning_of(target)->name;
    return {store.context().ids.derive(as_bytes(name))};
}
// Each computer counts for itself.
EntityId counted_id(store::Store& store, VaultId record, Day day, UseTarget target) {
    return id_of(store, record, "counted/" + to_hex(store.device()), day, target);
}

// An answer holds as long as an entry of it does: one that was undone is asked for again.
bool is_open(store::Store& store, const EntryCache& entries, Day day, const CountedDay& counted) {
    if (counted.answered == Answered::declined) return false;
    if (counted.answered == Answered::no) return sum_of(counted.minutes) > 0;
    const auto& uses = entries.day(day).uses;
    const bool is_here = std::ranges::any_of(uses, [&](const Kept<UseEntry>& use) {
        return std::ranges::any_of(kinds, [&](UseTarget kind) {
            return use.id == counted_id(store, entries.record(), day, kind);
        });
    });
    return !is_here ||
           sum_of(counted.minutes) >= sum_of(counted.when_answered) + worth_asking_minutes;
}

std::string day_title(Day day, Day today) {
    return day == today ? tr("Today so far") : capitalised(relative_day(day, today));
}

CountedProposal proposal_of(const EntryCache& entries, Day day, Day today,
                            const CountedMinutes& minutes) {
    CountedProposal proposal{.day = day, .title = day_title(day, today), .lines = {}};
    for (std::size_t kind = 0; kind < counted_kinds; ++kind) {
        if (minutes[kind] == 0) continue;
        const auto meaning = *report::meaning_of(kinds[kind]);
        const bool is_duty = meaning.duty != Duty::none;
        CountedLine line{.kind = kind,
                         .title = is_duty ? tr("Work and study") : group_title(meaning.group),
                         .minutes = minutes[kind],
                         .said = std::nullopt};
        if (!is_duty) line.said = estimated_minutes(entries.day(day), meaning.group);
        proposal.lines.push_back(std::move(line));
    }
    return proposal;
}

Result<void> write_use(store::Operation& operation, store::Store& store, EntityId id, Day day,
                       UseTarget target, std::uint32_t minutes, UseSource source,
                       store::Placement placement) {
    const std::string zone = store.context().clock.zone_name();
    TRY_ASSIGN(auto entry, report::day_entry(day, *report::meaning_of(target), minutes, zone,
                                             day_start_minute_default));
    entry.source = source;
    TRY(validate(entry));
    TRY(operation.write({.kind = EntityKind::use,
                         .id = id,
                         .fragment = codec::encode(entry),
                         .scope = {},
                         .placement = placement,
                         .private_fields = {}}));
    return {};
}

}  // namespace

Result<Counting> read_counting(store::Store& store) {
    TRY_ASSIGN(const auto kept, store.value(counting_name));
    if (!kept) return Counting{};
    codec::ByteReader reader(*kept);
    const bool is_known = reader.byte() == layout_version;
    Counting counting;
    counting.by = static_cast<CountingBy>(reader.byte());
    counting.paused = reader.byte() != 0;
    counting.since = Instant{static_cast<std::int64_t>(reader.varint())};
    counting.closed = !reader.at_end() && reader.byte() != 0;  // versions before had no such wish
    if (!is_known || !reader.ok() || counting.by > CountingBy::window) return Counting{};
    return counting;
}

Result<void> write_counting(store::Store& store, const Counting& counting) {
    codec::ByteWriter writer;
    writer.byte(layout_version);
    writer.byte(static_cast<Byte>(counting.by));
    writer.byte(counting.paused ? 1 : 0);
    writer.varint(static_cast<std::uint64_t>(counting.since.ms));
    writer.byte(counting.closed ? 1 : 0);
    TRY_ASSIGN(const Counting before, read_counting(store));
    if (before.since != counting.since) TRY(begin_anew(store, counting));
    return store.set_value(counting_name, std::move(writer).finish());
}

std::optional<std::size_t> place_of(UseTarget target) {
    const auto found = std::ranges::find(kinds, target);
    if (found == kinds.end()) return std::nullopt;
    return static_cast<std::size_t>(found - kinds.begin());
}

std::size_t place_of(const UseEntry& entry) {
    if (entry.duty != Duty::none) return *place_of(UseTarget::duty);
    return static_cast<std::size_t>(*entry.group) - 1;  // their places are in the groups' order
}

Result<void> add_counted(store::Store& store, const DayCounts& counts, Day today) {
    TRY_ASSIGN(auto days, read_days(store));
    for (const auto& [day, minutes] : counts) {
        days[day].minutes = added(days[day].minutes, minutes);
    }
    return write_recent(store, std::move(days), today);
}

Result<void> set_counted(store::Store& store, const DayCounts& counts, Day today) {
    TRY_ASSIGN(auto days, read_days(store));
    for (const auto& [day, minutes] : counts) {
        days[day].minutes = added(days[day].before, minutes);
    }
    return write_recent(store, std::move(days), today);
}

Result<std::vector<CountedProposal>> counted_proposals(store::Store& store,
                                                       const EntryCache& entries, Day today) {
    TRY_ASSIGN(const auto days, read_days(store));
    std::vector<CountedProposal> proposals;
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        const bool is_recent = day->first <= today && today - day->first < proposed_days;
        if (!is_recent || !is_open(store, entries, day->first, day->second)) continue;
        proposals.push_back(proposal_of(entries, day->first, today, day->second.minutes));
    }
    return proposals;
}

Result<void> keep_counted(store::Store& store, VaultId record, Day day,
                          const CountedMinutes& minutes, store::Placement placement) {
    TRY_ASSIGN(auto days, read_days(store));
    const auto counted = days.find(day);
    if (counted == days.end()) {
        return Error(ErrorCode::not_found, "Nothing was counted on that day.");
    }
    store::Operation operation(store, record, "counted screen time");
    for (std::size_t kind = 0; kind < counted_kinds; ++kind) {
        if (counted->second.minutes[kind] == 0) continue;
        const bool is_changed = minutes[kind] != counted->second.minutes[kind];
        TRY(write_use(operation, store, counted_id(store, record, day, kinds[kind]), day,
                      kinds[kind], minutes[kind],
                      is_changed ? UseSource::estimated : UseSource::device, placement));
    }
    TRY(operation.commit());
    counted->second.answered = Answered::kept;
    counted->second.when_answered = counted->second.minutes;
    return write_days(store, days);
}

Result<void> decline_counted(store::Store& store, Day day) {
    TRY_ASSIGN(auto days, read_days(store));
    const auto counted = days.find(day);
    if (counted == days.end()) return {};
    counted->second = {.answered = Answered::declined};
    return write_days(store, days);
}

Result<void> write_phone_minutes(
    store::Store& store, VaultId record, Day day,
    const std::array<std::optional<std::uint32_t>, use_group_count>& minutes,
    store::Placement placement) {
    store::Operation operation(store, record, "screen time of your phone");
    for (std::size_t i = 0; i < minutes.size(); ++i) {
        if (!minutes[i]) continue;
        TRY(write_use(operation, store, id_of(store, record, "phone page", day, kinds[i]), day,
                      kinds[i], *minutes[i], UseSource::device, placement));
    }
    return operation.commit();
}

}  // namespace evenkeel::model
