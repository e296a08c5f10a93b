// One function per group of commands: each adds its subcommands to the parser and, when one is
// chosen, hands over what to run.
#pragma once

#include "app/cli/session.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace evenkeel::cli {

using Command = std::function<Result<void>(Session&)>;
// Set by the chosen subcommand's callback.
using Chosen = std::function<void(Command)>;

void add_practice_commands(CLI::App& app, const Chosen& choose);
void add_policy_command(CLI::App& practice, const Chosen& choose);
void add_join_commands(CLI::App& app, const Chosen& choose);
void add_passphrase_command(CLI::App& app, const Chosen& choose);
void add_log_commands(CLI::App& app, const Chosen& choose);
void add_boundary_commands(CLI::App& app, const Chosen& choose);
void add_review_commands(CLI::App& boundary, const Chosen& choose);  // of `boundary`
void add_edit_commands(CLI::App& app, const Chosen& choose);
void add_journal_commands(CLI::App& app, const Chosen& choose);
void add_intake_commands(CLI::App& app, const Chosen& choose);
void add_prompt_commands(CLI::App& app, const Chosen& choose);
void add_draft_commands(CLI::App& prompt, const Chosen& choose);  // of `prompt`
void add_sharing_commands(CLI::App& app, const Chosen& choose);
void add_sync_commands(CLI::App& app, const Chosen& choose);
void add_show_commands(CLI::App& app, const Chosen& choose);
void add_exchange_commands(CLI::App& app, const Chosen& choose);
void add_session_commands(CLI::App& app, const Chosen& choose);
void add_plan_commands(CLI::App& app, const Chosen& choose);
void add_note_commands(CLI::App& app, const Chosen& choose);
void add_member_commands(CLI::App& app, const Chosen& choose);
void add_tool_commands(CLI::App& app, const Chosen& choose);
void add_reminder_commands(CLI::App& app, const Chosen& choose);
void add_risk_commands(CLI::App& app, const Chosen& choose);
void add_access_commands(CLI::App& app, const Chosen& choose);
void add_trends(CLI::App& show, const Chosen& choose);            // `show trends`
void add_access_log(CLI::App& show, const Chosen& choose);        // `show access-log`
void add_export_archive(CLI::App& parent, const Chosen& choose);  // `export archive`, `html`, `pdf`
void add_record_commands(CLI::App& app, const Chosen& choose);
void add_staff(CLI::App& member, const Chosen& choose);      // `member role`, `member remove`
void add_care_team(CLI::App& member, const Chosen& choose);  // `member team`, `add` and `out`
void add_demo_commands(CLI::App& app, const Chosen& choose);

// Parses, runs, prints, and maps errors to the exit codes of the design: 0 done, 1 the person can
// fix it, 2 usage, 3 no network and everything kept.
int run(int argc, char** argv);

}  // namespace evenkeel::cli
