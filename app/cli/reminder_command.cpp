// `reminders`: when this device reminds its client, and when it does not.
#include "app/cli/commands.h"
#include "app/model/counting.h"
#include "app/model/settings.h"
#include "core/domain/local_time.h"
#include "platform/ports.h"

namespace evenkeel::cli {

namespace {

using model::Settings;

constexpr std::int32_t pause_days_max = 14;

struct ReminderOptions {
    std::string check_in, quiet, closed, answers;
    std::int32_t days = 1;
};

std::string quiet_words(const QuietHours& quiet) {
    if (quiet.from_minute == quiet.to_minute) return "off";
    return print_time_of_day(static_cast<std::int32_t>(quiet.from_minute)) + "-" +
           print_time_of_day(static_cast<std::int32_t>(quiet.to_minute));
}

Result<std::uint32_t> read_minute(const std::string& text) {
    TRY_ASSIGN(const std::int32_t minute, parse_time_of_day(text));
    return static_cast<std::uint32_t>(minute);
}

Result<QuietHours> read_quiet(const std::string& text) {
    if (text == "off") return QuietHours{};
    const std::size_t dash = text.find('-');
    if (dash == std::string::npos) {
        return Error(ErrorCode::invalid_input,
                     "Quiet hours are two times, as 22:00-07:00, or off.");
    }
    TRY_ASSIGN(const std::uint32_t from, read_minute(text.substr(0, dash)));
    TRY_ASSIGN(const std::uint32_t to, read_minute(text.substr(dash + 1)));
    return QuietHours{from, to};
}

Result<Day> today(const Session& session) {
    return logical_day(session.clock().now(), session.clock().zone_name());
}

Result<Settings> settings_of(Session& session) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role != Role::client) {
        return Error(ErrorCode::refused, "Only clients are reminded of something here.");
    }
    TRY_ASSIGN(client::Profile * profile, session.profile());
    return model::read_settings(profile->store(), {});
}

Result<void> save(Session& session, const Settings& settings) {
    TRY(model::validate(settings));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    return model::write_settings(profile->store(), settings);
}

Result<void> show(Session& session) {
    TRY_ASSIGN(const Settings settings, settings_of(session));
    TRY_ASSIGN(const Day day, today(session));
    const bool is_paused = settings.reminders_from && day < *settings.reminders_from;
    const std::string check_in =
        print_time_of_day(static_cast<std::int32_t>(settings.check_in_minute));
    const std::string closed = settings.remind_closed ? "on" : "off";
    const std::string from = is_paused ? print_date(*settings.reminders_from) : "";
    session.say("Check-in: " + check_in + "\nWhile the window is closed: " + closed +
                "\nAnswered at the reminder: " + (settings.answer_outside ? "on" : "off") +
                "\nQuiet hours: " + quiet_words(settings.quiet) +
                (is_paused ? "\nPaused until " + from : ""));
    session.print({{"check_in", check_in},
                   {"closed", settings.remind_closed},
                   {"answers", settings.answer_outside},
                   {"quiet", quiet_words(settings.quiet)},
                   {"paused_until", from}});
    return {};
}

Result<void> set(Session& session, const ReminderOptions& options) {
    TRY_ASSIGN(Settings settings, settings_of(session));
    if (!options.check_in.empty()) {
        TRY_ASSIGN(settings.check_in_minute, read_minute(options.check_in));
    }
    if (!options.quiet.empty()) {
        TRY_ASSIGN(settings.quiet, read_quiet(options.quiet));
    }
    if (!options.closed.empty()) {
        settings.remind_closed = options.closed == "on";
        const auto background = platform::make_background_reminders(platform::window_program(),
                                                                    session.profile_folder());
        // The same program counts screen time, where that is wanted.
        TRY_ASSIGN(client::Profile * profile, session.profile());
        TRY_ASSIGN(const model::Counting counting, model::read_counting(profile->store()));
        TRY(background->start_at_login(settings.remind_closed || counting.closed));
    }
    if (!options.answers.empty()) settings.answer_outside = options.answers == "on";
    TRY(save(session, settings));
    return show(session);
}

Result<void> pause(Session& session, std::int32_t days) {
    TRY_ASSIGN(Settings settings, settings_of(session));
    TRY_ASSIGN(const Day day, today(session));
    settings.reminders_from.reset();
    if (days > 0) settings.reminders_from = day + days;
    TRY(save(session, settings));
    return show(session);
}

}  // namespace

void add_reminder_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* group = app.add_subcommand("reminders", "When this device reminds you");
    group->require_subcommand(1);
    group->add_subcommand("show", "What is set")->callback([choose] {
        choose([](Session& session) { return show(session); });
    });

    auto options = std::make_shared<ReminderOptions>();
    CLI::App* setting = group->add_subcommand("set", "Set times, and reminders outside the window");
    setting->add_option("--check-in", options->check_in, "From when the check-in is asked for")
        ->type_name("TIME");
    setting->add_option("--quiet", options->quiet, "Hours without reminders outside the window")
        ->type_name("22:00-07:00|off");
    setting
        ->add_option("--closed", options->closed,
                     "Remind while the window is closed: at each login, and once it is opened")
        ->check(CLI::IsMember({"on", "off"}));
    setting
        ->add_option(
            "--answers", options->answers,
            "Three buttons at the check-in's reminder, for a low, a middling and a good mood")
        ->check(CLI::IsMember({"on", "off"}));
    setting->callback([choose, options] {
        choose([options](Session& session) { return set(session, *options); });
    });

    CLI::App* pausing =
        group->add_subcommand("pause", "No reminders for some days, today included");
    pausing->add_option("days", options->days, "How many")
        ->check(CLI::Range(1, pause_days_max))
        ->required();
    pausing->callback([choose, options] {
        choose([options](Session& session) { return pause(session, options->days); });
    });
    group->add_subcommand("resume", "They come again")->callback([choose] {
        choose([](Session& session) { return pause(session, 0); });
    });
}

}  // namespace evenkeel::cli
