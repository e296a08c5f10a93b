#include "app/model/outside_counts.h"

#include "app/model/outside_answers.h"
#include "app/model/use_rules.h"
#include "core/base/files.h"
#include "core/codec/byte_cursor.h"
#include "sync/client/sealed_files.h"
#include "sync/trust/primitives.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// A run is one stay at the desktop, as a rule: whoever did not open the program for more of them is
// not counted any further.
constexpr int slots = client::sealed_files_max;
constexpr std::size_t days_max = 8;             // a proposal is made of seven days and today
constexpr std::uint32_t minutes_max = 25 * 60;  // of the longest day
constexpr std::int64_t keep_every_ms = 10 * ms_per_minute;
constexpr Byte version = 1;
constexpr std::size_t run_bytes = 16;
// Version, run, number of days, and of each day its number and its minutes; filled up, so that no
// length tells anything.
constexpr std::size_t counts_bytes = 128;
constexpr std::size_t sealed_bytes = counts_bytes + trust::sealed_extra_bytes;
constexpr const char* runs_name = "counted.runs";
constexpr std::size_t runs_max = slots;

using Run = ByteArray<run_bytes>;
struct RunCounts {
    Run run{};
    DayCounts counts;
};

std::string path_of(const std::string& directory, int slot) {
    return directory + "/counted-" + std::to_string(slot);
}

void write_counts(codec::ByteWriter& writer, const RunCounts& of) {
    writer.raw(of.run);
    writer.byte(static_cast<Byte>(of.counts.size()));
    for (const auto& [day, minutes] : of.counts) {
        writer.varint(static_cast<std::uint32_t>(day.number));
        for (const auto each : minutes) writer.varint(each);
    }
}

// Nothing where it is no such thing: minutes of a day are never more than it has.
std::optional<RunCounts> read_counts(codec::ByteReader& reader) {
    RunCounts of;
    const ByteView run = reader.raw(run_bytes);
    if (run.size() == run_bytes) std::copy(run.begin(), run.end(), of.run.begin());
    const std::size_t days = reader.byte();
    if (!reader.ok() || days > days_max) return std::nullopt;
    for (std::size_t i = 0; i < days; ++i) {
        CountedMinutes& minutes = of.counts[Day{static_cast<std::int32_t>(reader.small())}];
        for (auto& each : minutes) each = reader.small();
        if (std::ranges::any_of(minutes, [](auto each) { return each > minutes_max; })) {
            return std::nullopt;
        }
    }
    if (!reader.ok()) return std::nullopt;
    return of;
}

std::optional<RunCounts> open_counts(RecordDesk& desk, const std::string& path) {
    const auto sealed = read_whole_file(path, sealed_bytes);
    if (!sealed.ok()) return std::nullopt;
    const auto opened = open_outside(desk, sealed.value());
    if (!opened.ok() || opened.value().size() != counts_bytes) return std::nullopt;
    codec::ByteReader reader(opened.value());
    if (reader.byte() != version) return std::nullopt;
    return read_counts(reader);
}

// What of each run was taken already: a run that goes on keeps all it counted in its file.
Result<std::vector<RunCounts>> read_runs(store::Store& store) {
    std::vector<RunCounts> runs;
    TRY_ASSIGN(const auto kept, store.value(runs_name));
    if (!kept) return runs;
    codec::ByteReader reader(*kept);
    while (reader.ok() && !reader.at_end()) {
        auto run = read_counts(reader);
        if (!run) return Error(ErrorCode::damaged, "What was counted outside cannot be read.");
        runs.push_back(std::move(*run));
    }
    return runs;
}

Result<void> write_runs(store::Store& store, const std::vector<RunCounts>& runs) {
    codec::ByteWriter writer;
    const std::size_t first = runs.size() > runs_max ? runs.size() - runs_max : 0;
    for (std::size_t i = first; i < runs.size(); ++i) write_counts(writer, runs[i]);
    return store.set_value(runs_name, std::move(writer).finish());
}

// Who has the key can seal any day: one that no clock here means is not looked at.
bool is_recent(Day day, Day today) {
    return day.number >= today.number - counted_days_kept && day.number <= today.number + 1;
}

void forget_old(DayCounts& counts, Day today) {
    std::erase_if(counts, [&](const auto& day) { return !is_recent(day.first, today); });
}

// What `of` has more than was taken of its run, which is noted as taken.
DayCounts news_in(const RunCounts& of, std::vector<RunCounts>& runs) {
    auto taken = std::ranges::find(runs, of.run, &RunCounts::run);
    if (taken == runs.end()) taken = runs.insert(runs.end(), {.run = of.run, .counts = {}});
    DayCounts news;
    for (const auto& [day, minutes] : of.counts) {
        CountedMinutes& before = taken->counts[day];
        for (std::size_t kind = 0; kind < minutes.size(); ++kind) {
            if (minutes[kind] <= before[kind]) continue;
            news[day][kind] = minutes[kind] - before[kind];
            before[kind] = minutes[kind];
        }
    }
    while (taken->counts.size() > days_max) taken->counts.erase(taken->counts.begin());
    return news;
}

Result<void> add_news(store::Store& store, RunCounts of, Day today) {
    TRY_ASSIGN(auto runs, read_runs(store));
    forget_old(of.counts, today);
    const DayCounts news = news_in(of, runs);
    if (!news.empty()) TRY(add_counted(store, news, today));
    for (RunCounts& run : runs) forget_old(run.counts, today);
    std::erase_if(runs, [](const RunCounts& run) { return run.counts.empty(); });
    return write_runs(store, runs);
}

}  // namespace

// Counted from nothing again, it is another run to who adds it up.
void OutsideCounter::begin_anew() {
    counter_.stop();
    counted_.clear();
    is_kept_ = true;
    random_.fill(run_);
    slot_.reset();
}

void OutsideCounter::count_by(const std::optional<OutsideCounting>& wanted) {
    const bool goes_on = wanted && wanted_ && wanted->wish == wanted_->wish;
    if (!goes_on) begin_anew();
    wanted_ = wanted;
    if (!wanted) return;
    report::ImportRules rules = shipped_rules();
    rules.rules.insert(rules.rules.begin(), wanted->own_rules.begin(), wanted->own_rules.end());
    counter_.count_by(std::move(rules));
}

Instant OutsideCounter::look(ActiveWindow& desktop, Instant now, const std::string& zone) {
    if (!wanted_) return Instant{INT64_MAX};
    // Where the desktop does not tell, as before it is up, it is asked again in a minute.
    (void)counter_.look(desktop, now, zone).ok();
    for (const auto& [day, minutes] : counter_.take()) {
        if (is_kept_) keep_due_ = now + keep_every_ms;
        is_kept_ = false;
        CountedMinutes& sum = counted_[day];
        // A clock that is set back again and again makes no day longer than one.
        for (std::size_t kind = 0; kind < minutes.size(); ++kind) {
            sum[kind] = std::min(sum[kind] + minutes[kind], minutes_max);
        }
    }
    while (counted_.size() > days_max) counted_.erase(counted_.begin());
    // A clock that was set back must not keep it waiting either.
    if (now >= keep_due_ || keep_due_ - now > keep_every_ms) {
        keep();
        keep_due_ = now + keep_every_ms;  // where it could not, as on a full disk
    }
    return counter_.next_look();
}

void OutsideCounter::keep() {
    if (is_kept_ || !wanted_) return;
    for (int slot = 0; !slot_ && slot < slots; ++slot) {
        if (!file_exists(path_of(directory_, slot))) slot_ = slot;
    }
    if (!slot_) return;
    codec::ByteWriter writer;
    writer.byte(version);
    write_counts(writer, {.run = run_, .counts = counted_});
    Bytes counts = std::move(writer).finish();
    ASSERT(counts.size() <= counts_bytes);
    counts.resize(counts_bytes, 0);
    const auto sealed = trust::seal_to(wanted_->key, counts, random_);
    is_kept_ = sealed.ok() && write_whole_file(path_of(directory_, *slot_), sealed.value()).ok();
}

Result<bool> take_outside_counts(const std::string& profile_directory, RecordDesk& desk,
                                 Day today) {
    bool any = false;
    store::Store& store = desk.store();
    for (int slot = 0; slot < slots; ++slot) {
        const std::string path = path_of(profile_directory, slot);
        if (!file_exists(path)) continue;
        const auto of = open_counts(desk, path);
        if (!of) continue;
        TRY(store.transaction([&] { return add_news(store, *of, today); }));
        TRY(remove_file(path));
        any = true;
    }
    return any;
}

Result<void> forget_outside_counts(const std::string& profile_directory, store::Store& store) {
    for (int slot = 0; slot < slots; ++slot) TRY(remove_file(path_of(profile_directory, slot)));
    return store.erase_value(runs_name);
}

std::string print_counting(const OutsideCounting& counting) {
    std::string text = to_hex(counting.key) + "\n" + to_hex(counting.wish) + "\n";
    for (const report::ImportRule& rule : counting.own_rules) {
        text += std::to_string(static_cast<int>(rule.target)) + " " + rule.pattern + "\n";
    }
    return text;
}

Result<OutsideCounting> parse_counting(std::string_view text) {
    const Error damaged(ErrorCode::damaged, "The file that says what to count is damaged.");
    const auto line = [&] {
        const std::string_view first = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), first.size() + 1));
        return first;
    };
    const auto read_hex = [&](std::span<Byte> target) {
        const auto bytes = from_hex(line());
        if (!bytes || bytes->size() != target.size()) return false;
        std::ranges::copy(*bytes, target.begin());
        return true;
    };
    OutsideCounting counting;
    if (!text.ends_with('\n') || !read_hex(counting.key) || !read_hex(counting.wish))
        return damaged;
    while (!text.empty()) {
        const std::string_view rule = line();
        const bool is_rule = rule.size() > 2 && rule[1] == ' ' && rule[0] >= '0' &&
                             rule[0] <= '0' + static_cast<int>(report::ImportTarget::ignore);
        if (!is_rule || counting.own_rules.size() >= own_rules_max) return damaged;
        counting.own_rules.push_back({.pattern = std::string(rule.substr(2)),
                                      .target = static_cast<report::ImportTarget>(rule[0] - '0')});
    }
    return counting;
}

}  // namespace evenkeel::model
