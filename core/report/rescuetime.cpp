#include "core/report/rescuetime.h"

#include "core/base/limits.h"
#include "core/domain/local_time.h"

#include <charconv>
#include <map>

namespace evenkeel::report {

namespace {

constexpr std::int64_t seconds_per_minute = 60;
constexpr std::int64_t row_seconds_max = 7LL * 24 * 3600;
constexpr std::array counted_targets{ImportTarget::internet, ImportTarget::social, ImportTarget::ai,
                                     ImportTarget::duty};

struct Columns {
    std::size_t date = 0;
    std::size_t seconds = 0;
    std::size_t activity = 0;
};

std::optional<Columns> columns_of(const CsvRow& header) {
    const auto date = column_named(header, "Date");
    const auto seconds = column_named(header, "Time Spent (seconds)");
    const auto activity = column_named(header, "Activity");
    if (!date || !seconds || !activity) return std::nullopt;
    return Columns{*date, *seconds, *activity};
}

// What a row is about, and for how long. Sorted, it has no words any more.
struct Row {
    Day date;
    std::int32_t minute = 0;  // of the date
    ImportTarget target = ImportTarget::ignore;
    std::int64_t seconds = 0;
};

bool is_site(std::string_view activity) {
    return activity.find('.') != std::string_view::npos &&
           activity.find(' ') == std::string_view::npos;
}

ImportTarget target_of(const ImportRules& rules, const std::string& activity) {
    if (const auto named = classify_window(rules, activity, activity)) return *named;
    const bool online = is_site(activity) || browser_of(rules, activity).has_value();
    return online ? ImportTarget::internet : ImportTarget::ignore;
}

// "2026-03-09T14:00:00", with a space in the place of the T, or the date alone.
std::optional<Row> row_of(const Columns& columns, const CsvRow& fields, const ImportRules& rules) {
    constexpr std::size_t date_bytes = 10;
    constexpr std::size_t time_bytes = 5;
    const std::string_view time = fields[columns.date];
    const auto date = parse_date(time.substr(0, date_bytes));
    if (!date.ok()) return std::nullopt;
    Row row{.date = date.value(), .target = target_of(rules, fields[columns.activity])};
    if (time.size() > date_bytes) {
        const auto minute = parse_time_of_day(time.substr(date_bytes + 1, time_bytes));
        if (!minute.ok()) return std::nullopt;
        row.minute = minute.value();
    }
    const std::string& seconds = fields[columns.seconds];
    const auto read = std::from_chars(seconds.data(), seconds.data() + seconds.size(), row.seconds);
    const bool good = read.ec == std::errc{} && read.ptr == seconds.data() + seconds.size() &&
                      row.seconds >= 0 && row.seconds <= row_seconds_max;
    return good ? std::optional(row) : std::nullopt;
}

EntityId derived(const ImportIds& ids, Day day, const char* what) {
    const auto name = "rescuetime/" + to_hex(ids.record) + "/" + print_date(day) + "/" + what;
    return {ids.derivation.derive(as_bytes(name))};
}

using Sums = std::map<Day, std::map<ImportTarget, std::int64_t>>;  // seconds

// A report by day has no times but midnight, and its days are calendar days.
Sums by_day(const std::vector<Row>& rows, std::int32_t day_start_minute) {
    bool by_hour = false;
    for (const Row& row : rows) by_hour = by_hour || row.minute != 0;
    Sums sums;
    for (const Row& row : rows) {
        const bool of_the_night = by_hour && row.minute < day_start_minute;
        sums[of_the_night ? row.date + -1 : row.date][row.target] += row.seconds;
    }
    return sums;
}

Result<std::vector<Row>> read_rows(std::string_view csv, const ImportRules& rules) {
    CsvReader reader(csv);
    CsvRow fields;
    TRY_ASSIGN(const bool has_header, reader.next(fields));
    const auto columns = has_header ? columns_of(fields) : std::nullopt;
    if (!columns) {
        return Error(ErrorCode::invalid_input,
                     "This report of RescueTime has no dates; save one by day or by hour.");
    }
    std::vector<Row> rows;
    for (;;) {
        TRY_ASSIGN(const bool more, reader.next(fields));
        if (!more) return rows;
        const auto row = row_of(*columns, fields, rules);
        if (!row) {
            return Error(ErrorCode::invalid_input,
                         "Row {} of the file has no date or no seconds that can be read.")
                .with(static_cast<long long>(reader.row_number()));
        }
        rows.push_back(*row);
    }
}

}  // namespace

bool is_rescuetime(const CsvRow& header) {
    return column_named(header, "Time Spent (seconds)") && column_named(header, "Activity");
}

Result<RescueTimeImport> import_rescuetime(std::string_view csv, const ImportRules& rules,
                                           const std::string& zone, std::int32_t day_start_minute,
                                           const ImportIds& ids) {
    TRY_ASSIGN(const auto rows, read_rows(csv, rules));
    RescueTimeImport result{.rows = rows.size()};
    for (const auto& [day, targets] : by_day(rows, day_start_minute)) {
        for (const auto& [target, seconds] : targets) {
            const auto meaning = meaning_of(target);
            const auto minutes = (seconds + seconds_per_minute / 2) / seconds_per_minute;
            if (!meaning || minutes == 0) continue;
            TRY_ASSIGN(auto entry, day_entry(day, *meaning, minutes, zone, day_start_minute));
            result.use.push_back(
                {.id = derived(ids, day, meaning->name), .entry = std::move(entry)});
        }
    }
    return result;
}

std::array<EntityId, 4> rescuetime_ids(const ImportIds& ids, Day day) {
    std::array<EntityId, 4> all;
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = derived(ids, day, meaning_of(counted_targets[i])->name);
    }
    return all;
}

}  // namespace evenkeel::report
