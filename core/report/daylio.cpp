#include "core/report/daylio.h"

#include "core/base/characters.h"
#include "core/base/limits.h"
#include "core/domain/local_time.h"

#include <algorithm>

namespace evenkeel::report {

namespace {

constexpr std::size_t own_names_max = 50;
constexpr std::int32_t noon_minute = 12 * 60;
constexpr std::string_view line_break = "<br>";

struct Columns {
    std::size_t date = 0, time = 0, mood = 0;
    std::optional<std::size_t> title, note;
};

std::optional<Columns> columns_of(const CsvRow& header) {
    const auto date = column_named(header, "full_date");
    const auto time = column_named(header, "time");
    const auto mood = column_named(header, "mood");
    if (!date || !time || !mood) return std::nullopt;
    return Columns{*date, *time, *mood, column_named(header, "note_title"),
                   column_named(header, "note")};
}

std::optional<std::uint32_t> number_of(const std::string& mood, const MoodNumbers& own) {
    static const MoodNumbers faces = {
        {"awful", 1}, {"bad", 3}, {"meh", 5}, {"good", 7}, {"rad", 9}};
    if (const auto found = own.find(mood); found != own.end()) return found->second;
    const auto found = faces.find(mood);
    return found == faces.end() ? std::nullopt : std::optional(found->second);
}

// "22:13", "9:05", "11:54 pm"; phones put spaces of several kinds, and stops, around "pm".
std::optional<std::int32_t> minute_of(const std::string& text) {
    const auto end = std::min(text.find_first_not_of("0123456789:"), text.size());
    const auto clock = parse_time_of_day(std::string_view(text).substr(0, end));
    if (!clock.ok()) return std::nullopt;
    std::string half;
    for (const char letter : text.substr(end)) {
        const bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        if (is_letter) half += static_cast<char>(letter | 0x20);
    }
    if (half.empty()) return clock.value();
    const bool is_twelve = clock.value() >= noon_minute && clock.value() < noon_minute + 60;
    if ((half != "am" && half != "pm") || clock.value() >= noon_minute + 60) return std::nullopt;
    const std::int32_t minute = is_twelve ? clock.value() - noon_minute : clock.value();
    return half == "pm" ? minute + noon_minute : minute;
}

std::string note_of(const Columns& columns, const CsvRow& fields) {
    std::string note = columns.title ? fields[*columns.title] : "";
    const std::string text = columns.note ? fields[*columns.note] : "";
    if (!note.empty() && !text.empty()) note += "\n";
    note += text;
    for (auto at = note.find(line_break); at != std::string::npos; at = note.find(line_break, at)) {
        note.replace(at, line_break.size(), "\n");
    }
    return display_lines(note);
}

class DaylioReader {
public:
    DaylioReader(const MoodNumbers& own, const std::string& zone, std::int32_t day_start_minute,
                 const ImportIds& ids)
        : own_(own), zone_(zone), day_start_minute_(day_start_minute), ids_(ids) {}

    Result<DaylioImport> read(std::string_view csv) {
        CsvReader reader(csv);
        CsvRow fields;
        TRY_ASSIGN(const bool has_header, reader.next(fields));
        const auto columns = has_header ? columns_of(fields) : std::nullopt;
        if (!columns) {
            return Error(ErrorCode::invalid_input,
                         "This file of Daylio has no full dates; export one with a newer version.");
        }
        for (;;) {
            TRY_ASSIGN(const bool more, reader.next(fields));
            if (!more) break;
            TRY_ASSIGN(const bool dated, take(*columns, fields));
            if (!dated) {
                return Error(ErrorCode::invalid_input,
                             "Row {} of the file has no date or time that can be read.")
                    .with(static_cast<long long>(reader.row_number()));
            }
        }
        put_in_order();
        return std::move(import_);
    }

private:
    // False where the row does not say when.
    Result<bool> take(const Columns& columns, const CsvRow& fields) {
        const auto date = parse_date(fields[columns.date]);
        const auto minute = minute_of(fields[columns.time]);
        if (!date.ok() || !minute) return false;
        const std::string& mood = fields[columns.mood];
        const std::string shown = display_text(mood, limits::tag_characters_max);
        auto number = number_of(plain_words(mood), own_);
        // A person gives the number to the name as they were shown it.
        if (!number) number = number_of(plain_words(shown), own_);
        if (!number) {
            leave_out(shown);
            return true;
        }
        TRY_ASSIGN(const Instant instant, instant_of(date.value(), *minute, zone_));
        ImportedMood imported;
        TRY_ASSIGN(imported.entry.when, make_when(instant, zone_, day_start_minute_));
        imported.entry.mood = Rating(*number);
        imported.entry.mode = MoodMode::momentary;
        add_note(imported.entry, note_of(columns, fields));
        import_.moods.push_back(std::move(imported));
        return true;
    }

    void add_note(MoodEntry& entry, const std::string& note) {
        if (note.empty()) return;
        const auto part = first_characters(note, limits::note_characters_max);
        import_.notes_shortened += part.size() < note.size() ? 1 : 0;
        entry.note = PhiText(std::string(part));
    }

    void leave_out(const std::string& name) {
        ++import_.without_number;
        auto& names = import_.own_names;
        const bool is_listed = std::ranges::any_of(names, [&](const PhiText& listed) {
            return plain_words(listed.reveal()) == plain_words(name);
        });
        if (names.size() < own_names_max && !is_listed) names.emplace_back(name);
    }

    // Two moods of one minute are told apart by their order.
    void put_in_order() {
        auto& moods = import_.moods;
        std::ranges::stable_sort(moods, {},
                                 [](const auto& mood) { return mood.entry.when.instant; });
        std::size_t same = 0;
        for (std::size_t i = 0; i < moods.size(); ++i) {
            const When& when = moods[i].entry.when;
            const bool repeats = i > 0 && moods[i - 1].entry.when.instant == when.instant;
            same = repeats ? same + 1 : 0;
            const auto name = "daylio/" + to_hex(ids_.record) + "/" + print_rfc3339(when.instant) +
                              "/" + std::to_string(same);
            moods[i].id = {ids_.derivation.derive(as_bytes(name))};
            moods[i].last_of_day = i + 1 == moods.size() || moods[i + 1].entry.when.day != when.day;
        }
    }

    const MoodNumbers& own_;
    const std::string& zone_;
    std::int32_t day_start_minute_;
    const ImportIds& ids_;
    DaylioImport import_;
};

}  // namespace

bool is_daylio(const CsvRow& header) {
    return column_named(header, "mood") && column_named(header, "activities") &&
           column_named(header, "weekday");
}

Result<DaylioImport> import_daylio(std::string_view csv, const MoodNumbers& own,
                                   const std::string& zone, std::int32_t day_start_minute,
                                   const ImportIds& ids) {
    return DaylioReader(own, zone, day_start_minute, ids).read(csv);
}

}  // namespace evenkeel::report
