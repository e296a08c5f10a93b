// `log mood`, `log use` and `log complete`.
#include "app/cli/commands.h"
#include "app/cli/sharing.h"
#include "app/cli/words.h"
#include "app/model/risk.h"
#include "app/model/tools.h"
#include "core/domain/duration.h"
#include "core/store/entries.h"

#include <charconv>

namespace evenkeel::cli {

namespace {

struct TimeOptions {
    std::string day, at;
};

void add_time_options(CLI::App& command, TimeOptions& options) {
    command.add_option("--day", options.day, "The day it is about, if not today")
        ->type_name("DATE");
    command.add_option("--at", options.at, "The time of day it is about")->type_name("TIME");
}

Result<store::EntryTime> read_time(const TimeOptions& options) {
    store::EntryTime time;
    if (!options.day.empty()) {
        TRY_ASSIGN(time.day, parse_date(options.day));
    }
    if (!options.at.empty()) {
        TRY_ASSIGN(time.minute, parse_time_of_day(options.at));
    }
    return time;
}

void tell_saved(const Session& session, const store::SavedEntry& saved, nlohmann::json document) {
    std::string text = "Saved on this device for " + print_date(saved.day) + ".";
    if (saved.late) text += " It is marked as entered later.";
    session.say(text);
    document["entry_id"] = to_hex(saved.id);
    document["day"] = print_date(saved.day);
    document["late"] = saved.late;
    session.print(document);
}

std::optional<PhiText> optional_text(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return PhiText(text);
}

struct MoodOptions {
    std::string mood;
    std::optional<std::uint32_t> energy, stress;
    std::string sleep;
    std::vector<std::string> tags;
    std::string note;
    TimeOptions time;
    bool all_private = false;
    bool private_note = false;
};

Result<store::Privacy> privacy_of(client::Profile& profile, VaultId record, SharedData data,
                                  bool all_private, bool private_note) {
    TRY_ASSIGN(const store::Placement entry, placement_of(profile, record, data, all_private));
    return store::Privacy{.entry = entry,
                          .note = private_note ? store::Placement::private_ : entry};
}

Result<void> log_mood(Session& session, const MoodOptions& options) {
    MoodEntry entry;
    if (options.mood != "-") {
        std::uint32_t mood = 0;
        const char* end = options.mood.data() + options.mood.size();
        const auto parsed = std::from_chars(options.mood.data(), end, mood);
        if (parsed.ec != std::errc{} || parsed.ptr != end) {
            return Error(ErrorCode::invalid_input, "Mood is a whole number from 0 to 10.");
        }
        entry.mood = Rating(mood);
    }
    if (options.energy) entry.energy = Rating(*options.energy);
    if (options.stress) entry.stress = Rating(*options.stress);
    if (!options.sleep.empty()) {
        TRY_ASSIGN(const auto minutes, parse_hours(options.sleep));
        entry.sleep = Minutes(minutes);
    }
    for (const std::string& tag : options.tags) entry.tags.emplace_back(tag);
    entry.note = optional_text(options.note);
    const bool is_very_low = entry.mood && entry.mood->reveal() <= model::lowest_mood_max;
    TRY_ASSIGN(const auto time, read_time(options.time));
    TRY_ASSIGN(const VaultId record, session.record(""));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const store::Privacy privacy, privacy_of(*profile, record, SharedData::mood,
                                                        options.all_private, options.private_note));
    TRY_ASSIGN(const auto saved,
               store::log_mood(profile->store(), record, time, std::move(entry), privacy));
    tell_saved(session, saved, {});
    if (is_very_low) {
        session.say(std::string(model::not_an_emergency_service.text) + " `crisis` lists numbers.");
    }
    return {};
}

struct UseOptions {
    std::string group, duration, purpose, tool, source = "estimated", note;
    TimeOptions time;
    bool duty = false;
    bool all_private = false;
    bool private_note = false;
};

Result<void> log_use(Session& session, const UseOptions& options) {
    UseEntry entry;
    entry.group = use_group_named(options.group);
    if (!entry.group) {
        return Error(ErrorCode::invalid_input, "Log use of one of: social, internet, ai.");
    }
    TRY_ASSIGN(const auto minutes, parse_duration(options.duration));
    entry.minutes = Minutes(minutes);
    entry.purpose = optional_text(options.purpose);
    entry.tool = optional_text(options.tool);
    entry.note = optional_text(options.note);
    entry.duty = options.duty ? Duty::work_or_study : Duty::none;
    entry.source = options.source == "device"     ? UseSource::device
                   : options.source == "imported" ? UseSource::imported
                                                  : UseSource::estimated;
    TRY_ASSIGN(const auto time, read_time(options.time));
    TRY_ASSIGN(const VaultId record, session.record(""));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const store::Privacy privacy, privacy_of(*profile, record, SharedData::use,
                                                        options.all_private, options.private_note));
    TRY_ASSIGN(const auto saved,
               store::log_use(profile->store(), record, time, std::move(entry), privacy));
    TRY_ASSIGN(const auto cards, store::read_cards(profile->store(), record));
    const std::string verdict = model::verdict_on(
        {.recommended = {}, .known = model::card_lines(cards, saved.day)}, options.tool);
    tell_saved(session, saved, {{"minutes", minutes}, {"verdict", verdict}});
    if (!verdict.empty()) session.say(verdict);
    return {};
}

struct CompleteOptions {
    TimeOptions time;
    bool all_private = false;
};

Result<void> log_complete(Session& session, const CompleteOptions& options) {
    TRY_ASSIGN(const auto time, read_time(options.time));
    TRY_ASSIGN(const VaultId record, session.record(""));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const store::Privacy privacy,
               privacy_of(*profile, record, SharedData::use, options.all_private, false));
    TRY_ASSIGN(const auto saved, store::log_complete_day(profile->store(), record, time, privacy));
    tell_saved(session, saved, {});
    return {};
}

void add_mood(CLI::App& log, const Chosen& choose) {
    CLI::App* mood =
        log.add_subcommand("mood", "How the day was, 0 to 10; anything may be left out");
    auto options = std::make_shared<MoodOptions>();
    mood->add_option("mood", options->mood, "0 (worst) to 10 (best), or - to leave it blank")
        ->required()
        ->type_name("0..10");
    mood->add_option("--energy", options->energy, "0 to 10");
    mood->add_option("--stress", options->stress, "0 to 10");
    mood->add_option("--sleep-h", options->sleep, "Hours of sleep, as 7, 7.5 or 7h30")
        ->type_name("HOURS");
    mood->add_option("--tag", options->tags, "A word to find it by; may be given several times")
        ->allow_extra_args(false)
        ->type_name("WORD");
    mood->add_option("--note", options->note, "A few words")->type_name("TEXT");
    add_time_options(*mood, options->time);
    mood->add_flag("--private", options->all_private, "Keep the whole entry to yourself");
    mood->add_flag("--private-note", options->private_note, "Share the numbers, not the note");
    mood->callback([=] { choose([=](Session& session) { return log_mood(session, *options); }); });
}

void add_use(CLI::App& log, const Chosen& choose) {
    CLI::App* use = log.add_subcommand("use", "Time with social media, the internet or AI tools");
    auto options = std::make_shared<UseOptions>();
    use->add_option("group", options->group, "social, internet or ai")->required();
    use->add_option("duration", options->duration, "As 45, 45m, 1h30")
        ->required()
        ->type_name("DURATION");
    use->add_option("--purpose", options->purpose, "What it was for")->type_name("TEXT");
    use->add_option("--tool", options->tool, "Which app or tool")->type_name("TEXT");
    use->add_option("--source", options->source, "Where the number is from")
        ->check(CLI::IsMember({"estimated", "device", "imported"}));
    use->add_option("--note", options->note, "A few words")->type_name("TEXT");
    add_time_options(*use, options->time);
    use->add_flag("--work", options->duty, "Work or study: recorded, not counted by limits");
    use->add_flag("--private", options->all_private, "Keep the whole entry to yourself");
    use->add_flag("--private-note", options->private_note, "Share the numbers, not the note");
    use->callback([=] { choose([=](Session& session) { return log_use(session, *options); }); });
}

}  // namespace

void add_log_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* log =
        app.add_subcommand("log", "Log mood or screen time; saved on this device at once");
    log->require_subcommand(1);
    add_mood(*log, choose);
    add_use(*log, choose);
    CLI::App* complete =
        log->add_subcommand("complete", "Say that everything of a day has been logged");
    auto options = std::make_shared<CompleteOptions>();
    complete->add_option("--day", options->time.day, "The day, if not today")->type_name("DATE");
    complete->add_flag("--private", options->all_private, "Keep it to yourself");
    complete->callback(
        [=] { choose([=](Session& session) { return log_complete(session, *options); }); });
}

}  // namespace evenkeel::cli
