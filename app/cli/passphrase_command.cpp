// `passphrase`: another one for this device.
#include "app/cli/commands.h"

#include <memory>

namespace evenkeel::cli {

void add_passphrase_command(CLI::App& app, const Chosen& choose) {
    CLI::App* command = app.add_subcommand("passphrase", "Another passphrase for this device");
    auto new_file = std::make_shared<std::string>();
    command->add_option("--new-passphrase-file", *new_file,
                        "File whose first line is the new passphrase; else it is asked for");
    command->callback([=] {
        choose([=](Session& session) -> Result<void> {
            TRY(session.change_passphrase(*new_file));
            session.say("Your new passphrase opens this device from now on.");
            session.print({{"changed", true}});
            return {};
        });
    });
}

}  // namespace evenkeel::cli
