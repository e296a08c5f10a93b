// `demo`: fills a profile with invented days, for `./dev run`. Only where the test clock is
// allowed, so that nobody's real record gets invented days by a typing slip.
#include "app/cli/commands.h"
#include "app/model/demo_days.h"
#include "app/model/demo_register.h"

namespace evenkeel::cli {

namespace {

Result<void> fill_register(Session& session, const client::Identity& self) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const std::size_t entries, model::write_demo_register(*profile, self));
    session.say("Wrote " + std::to_string(entries) + " demo entries of the register of tools.");
    session.print({{"tools", entries}});
    return {};
}

Result<void> load(Session& session, std::int32_t days) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role != Role::client) return fill_register(session, self);
    TRY_ASSIGN(const VaultId record, session.record(""));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto set_now, session.movable_clock());
    TRY_ASSIGN(const auto done, model::log_demo_days(*profile, record, days, set_now));
    session.say("Logged " + std::to_string(days) + " demo days: " + std::to_string(done.moods) +
                " check-ins, " + std::to_string(done.uses) + " screen-time entries, " +
                std::to_string(done.answers) + " answers about boundaries, " +
                std::to_string(done.days_left_blank) + " days left blank.");
    session.print({{"moods", done.moods},
                   {"uses", done.uses},
                   {"answers", done.answers},
                   {"blank_days", done.days_left_blank}});
    return {};
}

}  // namespace

void add_demo_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* command = app.add_subcommand(
        "demo", "Fill this profile with invented days; a clinician's with an invented register");
    command->group("");  // not in the help: it is no tool for a real record
    auto days = std::make_shared<std::int32_t>(90);
    command->add_option("days", *days, "How many")->check(CLI::Range(1, 366));
    command->callback([=] { choose([=](Session& session) { return load(session, *days); }); });
}

}  // namespace evenkeel::cli
