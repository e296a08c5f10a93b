// `export`, `import` and `verify-agreement`.
#include "app/cli/commands.h"
#include "app/cli/default_import_rules.h"
#include "app/cli/sharing.h"
#include "app/cli/words.h"
#include "app/model/exchange.h"
#include "core/base/limits.h"
#include "core/codec/entity.h"
#include "sync/client/agreements.h"
#include "sync/paper/agreement_file.h"

namespace evenkeel::cli {

namespace {

Result<void> export_json(Session& session, const std::string& file,
                         const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::export_));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto exported, model::export_record(profile->store(), record));
    TRY(write_file(file, report::write_json(exported)));
    session.say("Exported " + std::to_string(exported.entities.size()) +
                " entries. The file is not encrypted, and holds private entries too: keep it "
                "where only you can read it.");
    session.print({{"entries", exported.entities.size()}});
    return {};
}

Result<void> export_agreement(Session& session, const std::string& id, const std::string& file,
                              const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::export_));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto book, client::boundaries(*profile, record));
    for (const BoundaryStanding& standing : book.standings) {
        if (!to_hex(standing.boundary).starts_with(id)) continue;
        TRY_ASSIGN(const Bytes proof,
                   client::export_agreement_of(*profile, record, standing.boundary));
        TRY(write_file(file, as_text(proof)));
        session.say("Written. Anyone can check it with: evenkeel-cli verify-agreement FILE");
        session.print({{"id", to_hex(standing.boundary)}});
        return {};
    }
    return Error(ErrorCode::not_found, "There is no boundary of that id.");
}

struct ImportOptions {
    std::string file, zone, rules;
    bool all_private = false;
};

Result<model::ImportSummary> import_text(Session& session, const ImportOptions& options,
                                         const std::string& text, VaultId record) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    auto own = report::read_json(text);
    if (own.ok()) return model::import_record(profile->store(), record, own.value());
    // Ours is recognised by its first key; anything else can only be the other program's.
    const bool is_activitywatch = text.find("\"buckets\"") != std::string::npos &&
                                  text.find("\"evenkeel\"") == std::string::npos;
    if (!is_activitywatch) return own.error();
    std::string rules_text = default_import_rules;
    if (!options.rules.empty()) {
        constexpr std::size_t rules_bytes_max = 1024UL * 1024;
        TRY_ASSIGN(rules_text, read_file(options.rules, rules_bytes_max));
    }
    TRY_ASSIGN(const auto rules, report::parse_import_rules(rules_text));
    const std::string zone = options.zone.empty() ? session.clock().zone_name() : options.zone;
    TRY_ASSIGN(const auto imported,
               report::import_activitywatch(text, rules, zone, day_start_minute_default,
                                            {record, profile->store().context().ids}));
    if (imported.idle_time_unknown) {
        session.say("The export has no record of idle time, so all time in front was counted.");
    }
    TRY_ASSIGN(const store::Placement placement,
               placement_of(*profile, record, SharedData::use, options.all_private));
    return model::import_use(profile->store(), record, imported, placement);
}

Result<void> import_file(Session& session, const ImportOptions& options) {
    TRY_ASSIGN(const VaultId record, session.record(""));
    TRY_ASSIGN(const std::string text, read_file(options.file, limits::import_bytes_max));
    TRY_ASSIGN(const auto summary, import_text(session, options, text, record));
    session.say("Imported " + std::to_string(summary.entries) + " entries; " +
                std::to_string(summary.already_here) + " were here already.");
    if (summary.not_ours > 0) {
        session.say(std::to_string(summary.not_ours) +
                    " were written by the other side or by a newer version and come back by sync.");
    }
    session.print({{"entries", summary.entries},
                   {"already_here", summary.already_here},
                   {"not_imported", summary.not_ours}});
    return {};
}

const char* provenance_words(trust::Provenance provenance) {
    switch (provenance) {
        case trust::Provenance::first_roster:
            return "the record's first device";
        case trust::Provenance::own_device:
            return "admitted by the person's own device";
        case trust::Provenance::invite:
            return "admitted by an invite";
        case trust::Provenance::staff:
            return "a staff device of the practice";
    }
    return "";
}

// Needs no profile, no passphrase and no network.
Result<void> verify(Session& session, const std::string& file) {
    constexpr std::size_t agreement_file_bytes_max = 16UL * 1024 * 1024;
    TRY_ASSIGN(const std::string bytes, read_file(file, agreement_file_bytes_max));
    TRY_ASSIGN(const auto proof, paper::verify_agreement_file(as_bytes(bytes)));
    TRY_ASSIGN(const BoundaryDocument document, codec::decode_document(proof.agreement.document));
    const std::string& text = document.text.reveal();
    session.say("\"" + text + "\"");
    nlohmann::json signers = nlohmann::json::array();
    for (const trust::Signer& signer : proof.signers) {
        const char* role = signer.role == trust::AgreementRole::client ? "client" : "clinician";
        session.say(std::string("Signed by the ") + role + " (" +
                    provenance_words(signer.provenance) + ").");
        signers.push_back({{"role", role},
                           {"user_id", to_hex(signer.user)},
                           {"device_id", to_hex(signer.device)},
                           {"admitted", provenance_words(signer.provenance)}});
    }
    session.say("Practice: " + to_hex(proof.root) +
                " (compare with the practice's own papers). No time is proven.");
    session.print({{"valid", proof.both_signed},
                   {"text", text},
                   {"version", proof.agreement.version},
                   {"practice", to_hex(proof.root)},
                   {"signed_by", signers}});
    if (!proof.both_signed) {
        return Error(ErrorCode::refused, "The signatures are true, but one side has not signed.");
    }
    return {};
}

void add_export(CLI::App& app, const Chosen& choose) {
    CLI::App* command = app.add_subcommand("export", "Take your data out");
    command->require_subcommand(1);
    auto file = std::make_shared<std::string>();
    auto client_name = std::make_shared<std::string>();
    CLI::App* json = command->add_subcommand("json", "Everything, readable and re-importable");
    json->add_option("file", *file, "Where to write it")->required()->type_name("FILE");
    json->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    json->callback([=] {
        choose([=](Session& session) { return export_json(session, *file, *client_name); });
    });
    add_export_archive(*command, choose);
    auto id = std::make_shared<std::string>();
    CLI::App* agreement =
        command->add_subcommand("agreement", "A signed boundary, to be checked by anyone");
    agreement->add_option("id", *id, "The boundary's id, or its first digits")->required();
    agreement->add_option("file", *file, "Where to write it")->required()->type_name("FILE");
    agreement->add_option("--client", *client_name, "Clinicians: with whom")->type_name("NAME");
    agreement->callback([=] {
        choose(
            [=](Session& session) { return export_agreement(session, *id, *file, *client_name); });
    });
}

}  // namespace

void add_exchange_commands(CLI::App& app, const Chosen& choose) {
    add_export(app, choose);
    CLI::App* command = app.add_subcommand("import", "Our own export, or one of ActivityWatch");
    auto options = std::make_shared<ImportOptions>();
    command->add_option("file", options->file, "The file")->required()->type_name("FILE");
    command
        ->add_option("--zone", options->zone, "ActivityWatch keeps no zone; yours, if it differs")
        ->type_name("ZONE");
    command->add_option("--rules", options->rules, "Your own rules for programs and sites")
        ->type_name("FILE");
    command->add_flag("--private", options->all_private, "Keep imported use to yourself");
    command->callback(
        [=] { choose([=](Session& session) { return import_file(session, *options); }); });

    CLI::App* verify_command = app.add_subcommand(
        "verify-agreement", "Check an exported agreement; needs no profile and no keys");
    auto file = std::make_shared<std::string>();
    verify_command->add_option("file", *file, "The file")->required()->type_name("FILE");
    verify_command->callback(
        [=] { choose([=](Session& session) { return verify(session, *file); }); });
}

}  // namespace evenkeel::cli
