#include "app/cli/commands.h"

#include <iostream>

namespace evenkeel::cli {

namespace {

constexpr int exit_done = 0;
constexpr int exit_person_can_fix = 1;
constexpr int exit_usage = 2;
constexpr int exit_no_network = 3;

int exit_code(const Error& error) {
    return error.code() == ErrorCode::no_network ? exit_no_network : exit_person_can_fix;
}

void add_common_options(CLI::App& app, Options& options) {
    app.add_option("--profile", options.profile, "Folder of the profile")->type_name("DIR");
    app.add_option("--passphrase-file", options.passphrase_file,
                   "File whose first line is the passphrase")
        ->type_name("FILE");
    app.add_flag("--json", options.json, "One JSON document instead of sentences");
    app.add_option("--now", options.now, "The time to act at, for tests")->type_name("RFC3339");
}

// The options may stand before or after the command: subcommands pass what they do not know up.
void let_options_fall_through(CLI::App& app) {
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
        command->fallthrough();
        let_options_fall_through(*command);
    }
}

}  // namespace

int run(int argc, char** argv) {
    CLI::App app(
        "Evenkeel: log mood and screen time, agree on boundaries, and share what you choose with "
        "your clinician. Everything works offline; `sync` sends it when there is a network.",
        "evenkeel-cli");
    app.require_subcommand(1);
    Options options;
    add_common_options(app, options);

    Command command;
    const Chosen choose = [&command](Command chosen) { command = std::move(chosen); };
    add_practice_commands(app, choose);
    add_join_commands(app, choose);
    add_passphrase_command(app, choose);
    add_log_commands(app, choose);
    add_boundary_commands(app, choose);
    add_edit_commands(app, choose);
    add_journal_commands(app, choose);
    add_sharing_commands(app, choose);
    add_intake_commands(app, choose);
    add_prompt_commands(app, choose);
    add_sync_commands(app, choose);
    add_show_commands(app, choose);
    add_exchange_commands(app, choose);
    add_session_commands(app, choose);
    add_plan_commands(app, choose);
    add_note_commands(app, choose);
    add_member_commands(app, choose);
    add_tool_commands(app, choose);
    add_reminder_commands(app, choose);
    add_risk_commands(app, choose);
    add_access_commands(app, choose);
    add_record_commands(app, choose);
    add_demo_commands(app, choose);
    let_options_fall_through(app);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_usage;
    }

    Session session(options);
    Result<void> result = command(session);
    // Sync may have brought something even where it failed in the end.
    const Result<void> kept = session.keep_what_is_outside();
    if (result.ok()) result = kept;
    if (result.ok()) return exit_done;
    std::cerr << result.error().sentence() << "\n";
    return exit_code(result.error());
}

}  // namespace evenkeel::cli
