#include "app/model/import_file.h"

#include "app/model/phrases.h"
#include "core/words/tr.h"

#include <algorithm>
#include <map>
#include <set>

namespace evenkeel::model {

namespace {

// "12 days, from 1 March 2026 to 12 March 2026"
std::string span_words(const std::set<Day>& days) {
    if (days.empty()) return tr("no days");
    const std::string first = full_date(*days.begin());
    if (days.size() == 1) return tr("one day, {0}", first);
    return tr("{0} days, from {1} to {2}", days.size(), first, full_date(*days.rbegin()));
}

std::set<Day> days_of(const std::vector<report::ImportedUse>& use) {
    std::set<Day> days;
    for (const auto& [id, entry] : use) days.insert(entry.when.day);
    return days;
}

// "Internet 5 h 20 min, social media 3 h; beside them work and study 4 h."
std::string sums_sentence(const std::vector<report::ImportedUse>& use) {
    std::map<UseGroup, std::uint32_t> sums;
    std::uint32_t duty = 0;
    for (const auto& [id, entry] : use) {
        (entry.duty == Duty::none ? sums[*entry.group] : duty) += entry.minutes->reveal();
    }
    std::string words;
    for (const auto& [group, minutes] : sums) {
        const std::string sum = tr_as("internet 2 h: group, duration", "{0} {1}",
                                      group_title(group), short_duration(minutes));
        words = words.empty() ? sum : tr("{0}, {1}", words, sum);
    }
    if (duty == 0) return words.empty() ? tr("Nothing that counts.") : words + ".";
    return words.empty()
               ? tr("Nothing that counts; beside them work and study {0}.", short_duration(duty))
               : tr("{0}; beside them work and study {1}.", words, short_duration(duty));
}

const char* only_minutes() {
    return tr("Only these minutes are kept, day by day: no titles, no addresses, no names.");
}

std::vector<std::string> words_of(const report::Export& found) {
    return {tr_n("An export of Evenkeel: {0} entry.", "An export of Evenkeel: {0} entries.",
                 found.entities.size())};
}

std::vector<std::string> words_of(const report::ActivityWatchImport& found) {
    std::vector<std::string> words = {
        tr("An export of ActivityWatch: screen time of {0}.", span_words(days_of(found.use))),
        sums_sentence(found.use), only_minutes()};
    if (found.idle_time_unknown) {
        words.emplace_back(
            tr("The export has no record of idle time, so all time in front was counted."));
    }
    return words;
}

std::vector<std::string> words_of(const report::RescueTimeImport& found) {
    return {tr("A report of RescueTime: screen time of {0}.", span_words(days_of(found.use))),
            sums_sentence(found.use), only_minutes()};
}

std::string unnumbered_sentence(const report::DaylioImport& found) {
    std::vector<std::string> names;
    for (const PhiText& name : found.own_names) names.push_back(tr("\"{0}\"", name.reveal()));
    return tr_n(
        "{0} entry has a mood of your own name: {1}. Left out until you say which number, 0 to 10, "
        "each is.",
        "{0} entries have a mood of your own name: {1}. Left out until you say which number, 0 to "
        "10, each is.",
        found.without_number, listed(names));
}

std::vector<std::string> words_of(const report::DaylioImport& found) {
    std::set<Day> days;
    bool notes = false;
    for (const auto& mood : found.moods) {
        days.insert(mood.entry.when.day);
        notes = notes || mood.entry.note.has_value();
    }
    std::vector<std::string> words = {tr_n("The CSV of Daylio: {0} mood of {1}.",
                                           "The CSV of Daylio: {0} moods of {1}.",
                                           found.moods.size(), span_words(days))};
    if (found.without_number > 0) words.push_back(unnumbered_sentence(found));
    if (notes) words.emplace_back(tr("Notes come in for you alone."));
    if (found.notes_shortened > 0) {
        words.push_back(tr_n("{0} note is longer than a note here can be, and end early.",
                             "{0} notes are longer than a note here can be, and end early.",
                             found.notes_shortened));
    }
    words.emplace_back(tr("What you did each day, Daylio's activities, is left out."));
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
        return tr("What was only for you stays so; the rest is shared as you agreed.");
    }
    const bool is_moods = std::holds_alternative<report::DaylioImport>(found);
    const auto where = is_moods ? placement.moods : placement.use;
    if (where == store::Placement::private_) return tr("It is only for you.");
    return is_moods ? tr("Your care team can read it, as you share your mood.")
                    : tr("Your care team can read it, as you share your screen time.");
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
    std::vector<std::string> words = {tr_n("Imported {0} entry; {1} were here already.",
                                           "Imported {0} entries; {1} were here already.",
                                           summary.entries, summary.already_here)};
    if (summary.not_ours > 0) {
        words.push_back(
            tr_n("{0} were written by the other side or by a newer version and come back by sync.",
                 "{0} were written by the other side or by a newer version and come back by sync.",
                 summary.not_ours));
    }
    if (summary.days_left_out > 0) {
        words.push_back(
            tr_n("{0} day was left out: another program counted there already, and two are never "
                 "added up.",
                 "{0} days were left out: another program counted there already, and two are never "
                 "added up.",
                 summary.days_left_out));
    }
    return words;
}

}  // namespace evenkeel::model
