#include "app/model/import_file.h"

#include "app/model/phrases.h"

#include <algorithm>
#include <map>
#include <set>

namespace evenkeel::model {

namespace {

// "12 days, from 1 March 2026 to 12 March 2026"
std::string span_words(const std::set<Day>& days) {
    if (days.empty()) return "no days";
    const std::string first = full_date(*days.begin());
    if (days.size() == 1) return "one day, " + first;
    return count_of(days.size(), "day", "days") + ", from " + first + " to " +
           full_date(*days.rbegin());
}

// "Internet 5 h 20 min, social media 3 h; beside them work and study 4 h."
std::string sums_words(const std::vector<report::ImportedUse>& use) {
    std::map<UseGroup, std::uint32_t> sums;
    std::uint32_t duty = 0;
    for (const auto& [id, entry] : use) {
        (entry.duty == Duty::none ? sums[*entry.group] : duty) += entry.minutes->reveal();
    }
    std::string words;
    for (const auto& [group, minutes] : sums) {
        words += (words.empty() ? "" : ", ") + group_title(group) + " " + short_duration(minutes);
    }
    if (words.empty()) words = "Nothing that counts";
    if (duty > 0) words += "; beside them work and study " + short_duration(duty);
    return words + ".";
}

std::vector<std::string> use_words(const std::string& what,
                                   const std::vector<report::ImportedUse>& use) {
    std::set<Day> days;
    for (const auto& [id, entry] : use) days.insert(entry.when.day);
    return {what + ": screen time of " + span_words(days) + ".", sums_words(use),
            "Only these minutes are kept, day by day: no titles, no addresses, no names."};
}

std::vector<std::string> words_of(const report::Export& found) {
    return {"An export of Evenkeel: " + count_of(found.entities.size(), "entry", "entries") + "."};
}

std::vector<std::string> words_of(const report::ActivityWatchImport& found) {
    auto words = use_words("An export of ActivityWatch", found.use);
    if (found.idle_time_unknown) {
        words.emplace_back(
            "The export has no record of idle time, so all time in front was counted.");
    }
    return words;
}

std::vector<std::string> words_of(const report::RescueTimeImport& found) {
    return use_words("A report of RescueTime", found.use);
}

std::vector<std::string> words_of(const report::DaylioImport& found) {
    std::set<Day> days;
    bool notes = false;
    for (const auto& mood : found.moods) {
        days.insert(mood.entry.when.day);
        notes = notes || mood.entry.note.has_value();
    }
    std::vector<std::string> words = {
        "The CSV of Daylio: " + count_of(found.moods.size(), "mood", "moods") + " of " +
        span_words(days) + "."};
    if (found.without_number > 0) {
        std::vector<std::string> names;
        for (const PhiText& name : found.own_names) names.push_back("\"" + name.reveal() + "\"");
        words.push_back(count_of(found.without_number, "entry has a mood", "entries have a mood") +
                        " of your own name: " + joined(names) +
                        ". Left out until you say which number, 0 to 10, each is.");
    }
    if (notes) words.emplace_back("Notes come in for you alone.");
    if (found.notes_shortened > 0) {
        words.push_back(count_of(found.notes_shortened, "note is", "notes are") +
                        " longer than a note here can be, and end early.");
    }
    words.emplace_back("What you did each day, Daylio's activities, is left out.");
    return words;
}

}  // namespace

Result<FoundInFile> look_at_file(std::string_view text, const ImportChoices& choices,
                                 const report::ImportIds& ids) {
    const auto as_found = [](auto read) -> Result<FoundInFile> {
        if (!read.ok()) return read.error();
        return FoundInFile(std::move(read).value());
    };
    report::CsvRow header;
    if (const auto row = report::CsvReader(text).next(header); row.ok() && row.value()) {
        if (report::is_rescuetime(header)) {
            return as_found(report::import_rescuetime(text, choices.rules, choices.zone,
                                                      day_start_minute_default, ids));
        }
        if (report::is_daylio(header)) {
            return as_found(report::import_daylio(text, choices.moods, choices.zone,
                                                  day_start_minute_default, ids));
        }
    }
    auto own = report::read_json(text);
    // Ours is recognised by its first key; anything else can only be the other program's.
    const bool is_activitywatch = !own.ok() && text.find("\"buckets\"") != std::string_view::npos &&
                                  text.find("\"evenkeel\"") == std::string_view::npos;
    if (!is_activitywatch) return as_found(std::move(own));
    return as_found(report::import_activitywatch(text, choices.rules, choices.zone,
                                                 day_start_minute_default, ids));
}

std::vector<std::string> found_sentences(const FoundInFile& found) {
    return std::visit([](const auto& what) { return words_of(what); }, found);
}

std::string reader_sentence(const FoundInFile& found, const ImportPlacement& placement) {
    if (std::holds_alternative<report::Export>(found)) {
        return "What was only for you stays so; the rest is shared as you agreed.";
    }
    const bool is_moods = std::holds_alternative<report::DaylioImport>(found);
    const auto where = is_moods ? placement.moods : placement.use;
    if (where == store::Placement::private_) return "It is only for you.";
    return is_moods ? "Your care team can read it, as you share your mood."
                    : "Your care team can read it, as you share your screen time.";
}

Result<ImportSummary> import_found(store::Store& store, VaultId record, const FoundInFile& found,
                                   const ImportPlacement& placement) {
    if (const auto* own = std::get_if<report::Export>(&found)) {
        return import_record(store, record, *own);
    }
    if (const auto* watch = std::get_if<report::ActivityWatchImport>(&found)) {
        return import_use(store, record, UseMeter::activitywatch, watch->use, watch->coverage,
                          placement.use);
    }
    if (const auto* rescue = std::get_if<report::RescueTimeImport>(&found)) {
        return import_use(store, record, UseMeter::rescuetime, rescue->use, {}, placement.use);
    }
    return import_moods(store, record, std::get<report::DaylioImport>(found).moods,
                        placement.moods);
}

std::vector<std::string> summary_sentences(const ImportSummary& summary) {
    std::vector<std::string> words = {"Imported " + count_of(summary.entries, "entry", "entries") +
                                      "; " + std::to_string(summary.already_here) +
                                      " were here already."};
    if (summary.not_ours > 0) {
        words.push_back(std::to_string(summary.not_ours) +
                        " were written by the other side or by a newer version and come back by "
                        "sync.");
    }
    if (summary.days_left_out > 0) {
        words.push_back(count_of(summary.days_left_out, "day was", "days were") +
                        " left out: another program counted there already, and two are never "
                        "added up.");
    }
    return words;
}

}  // namespace evenkeel::model
