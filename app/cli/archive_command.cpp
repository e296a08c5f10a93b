// `export archive`, `html` and `pdf`: a record for who has no Evenkeel, encrypted or to be read.
#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/model/own_copy.h"
#include "app/model/record_archive.h"

namespace evenkeel::cli {

namespace {

Result<void> export_archive(Session& session, const std::string& file,
                            const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::export_));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto made, model::make_archive(*profile, record, file, session.random()));
    session.say("Written: " + std::to_string(made.entries) + " entries and " +
                std::to_string(made.agreements) + " signed agreements, encrypted. " +
                opening_words(made.passphrase) + " Hand it over by another way than the file.");
    session.print({{"entries", made.entries},
                   {"agreements", made.agreements},
                   {"passphrase", made.passphrase}});
    return {};
}

Result<void> export_document(Session& session, const std::string& file, const std::string& ending,
                             const std::string& client_name) {
    if (!file.ends_with(ending)) {
        return Error(ErrorCode::invalid_input,
                     "The file's name has to end like the format; nothing was written.");
    }
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::export_));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const std::size_t entries, model::write_copy(profile->store(), record, file));
    session.say("Exported " + std::to_string(entries) +
                " entries to read. The file is not encrypted, and holds private entries too: keep "
                "it where only you can read it.");
    session.print({{"entries", entries}});
    return {};
}

void add_document(CLI::App& parent, const Chosen& choose, const std::string& format,
                  const std::string& about) {
    CLI::App* command = parent.add_subcommand(format, about);
    auto file = std::make_shared<std::string>();
    auto client_name = std::make_shared<std::string>();
    command->add_option("file", *file, "A file that is not there yet, ." + format)
        ->required()
        ->type_name("FILE");
    command->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    command->callback([=] {
        choose([=](Session& session) {
            return export_document(session, *file, "." + format, *client_name);
        });
    });
}

}  // namespace

void add_export_archive(CLI::App& parent, const Chosen& choose) {
    add_document(parent, choose, "html", "All of it as one page for any browser");
    add_document(parent, choose, "pdf", "All of it to read and to print");
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
