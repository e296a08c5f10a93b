// `export archive`: one client's record, encrypted, for who has no Evenkeel.
#include "app/cli/commands.h"
#include "app/model/record_archive.h"

namespace evenkeel::cli {

namespace {

Result<void> export_archive(Session& session, const std::string& file,
                            const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::export_));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto made, model::make_archive(*profile, record, file, session.random()));
    session.say(
        "Written: " + std::to_string(made.entries) + " entries and " +
        std::to_string(made.agreements) +
        " signed agreements, encrypted. Any program that opens ZIP files with AES-256 opens "
        "it with this passphrase:\n\n    " +
        made.passphrase +
        "\n\nIt is shown this once and kept nowhere. Hand it over by another way than the "
        "file.");
    session.print({{"entries", made.entries},
                   {"agreements", made.agreements},
                   {"passphrase", made.passphrase}});
    return {};
}

}  // namespace

void add_export_archive(CLI::App& parent, const Chosen& choose) {
    CLI::App* archive = parent.add_subcommand(
        "archive", "The whole record, encrypted, for anybody who is given its passphrase");
    auto file = std::make_shared<std::string>();
    auto client_name = std::make_shared<std::string>();
    archive->add_option("file", *file, "A file that is not there yet, .zip")
        ->required()
        ->type_name("FILE");
    archive->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    archive->callback([=] {
        choose([=](Session& session) { return export_archive(session, *file, *client_name); });
    });
}

}  // namespace evenkeel::cli
