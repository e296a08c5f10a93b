// `export`, `import` and `verify-agreement`.
#include "app/cli/commands.h"
#include "app/cli/sharing.h"
#include "app/cli/words.h"
#include "app/model/import_file.h"
#include "app/model/use_rules.h"
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
    std::vector<std::string> moods;  // NAME=NUMBER
    bool all_private = false;
    bool look = false;
};

Result<report::MoodNumbers> read_moods(const std::vector<std::string>& words) {
    report::MoodNumbers numbers;
    for (const std::string& word : words) {
        const auto equals = word.rfind('=');
        const auto number = equals == std::string::npos ? "" : word.substr(equals + 1);
        const bool is_number =
            number == "10" || (number.size() == 1 && number[0] >= '0' && number[0] <= '9');
        if (!is_number) {
            return Error(ErrorCode::invalid_input, "Say what a mood is as NAME=0..10.");
        }
        numbers[plain_words(word.substr(0, equals))] =
            static_cast<std::uint32_t>(std::stoul(number));
    }
    return numbers;
}

Result<model::ImportChoices> read_choices(Session& session, const ImportOptions& options) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    model::ImportChoices choices;
    choices.zone = options.zone.empty() ? session.clock().zone_name() : options.zone;
    TRY_ASSIGN(choices.moods, read_moods(options.moods));
    if (options.rules.empty()) {
        TRY_ASSIGN(choices.rules, model::use_rules(profile->store()));
        return choices;
    }
    constexpr std::size_t rules_bytes_max = 1024UL * 1024;
    TRY_ASSIGN(const std::string text, read_file(options.rules, rules_bytes_max));
    TRY_ASSIGN(choices.rules, report::parse_import_rules(text));
    return choices;
}

Result<void> import_file(Session& session, const ImportOptions& options) {
    TRY_ASSIGN(const VaultId record, session.record(""));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const std::string text, read_file(options.file, limits::import_bytes_max));
    TRY_ASSIGN(const auto choices, read_choices(session, options));
    TRY_ASSIGN(const auto found,
               model::look_at_file(text, choices, {record, profile->store().context().ids}));
    const auto sentences = model::found_sentences(found);
    for (const std::string& sentence : sentences) session.say(sentence);
    model::ImportPlacement placement;
    TRY_ASSIGN(placement.use, placement_of(*profile, record, SharedData::use, options.all_private));
    TRY_ASSIGN(placement.moods,
               placement_of(*profile, record, SharedData::mood, options.all_private));
    session.say(model::reader_sentence(found, placement));
    if (options.look) {
        session.say("Nothing was imported.");
        session.print({{"found", sentences}});
        return {};
    }
    TRY_ASSIGN(const auto summary, model::import_found(profile->store(), record, found, placement));
    for (const std::string& sentence : model::summary_sentences(summary)) session.say(sentence);
    session.print({{"entries", summary.entries},
                   {"already_here", summary.already_here},
                   {"not_imported", summary.not_ours},
                   {"days_left_out", summary.days_left_out},
                   {"found", sentences}});
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

void add_import(CLI::App& app, const Chosen& choose) {
    CLI::App* command = app.add_subcommand(
        "import", "Our own export, or what ActivityWatch, RescueTime or Daylio recorded");
    auto options = std::make_shared<ImportOptions>();
    command->add_option("file", options->file, "The file")->required()->type_name("FILE");
    command->add_flag("--look", options->look, "Only say what is in it; import nothing");
    command
        ->add_option("--zone", options->zone, "Other programs keep no zone; yours, if it differs")
        ->type_name("ZONE");
    command->add_option("--rules", options->rules, "Your own rules for programs and sites")
        ->type_name("FILE");
    command->add_option("--mood", options->moods, "Which number a mood you named in Daylio is")
        ->type_name("NAME=0..10");
    command->add_flag("--private", options->all_private,
                      "Keep what is imported to yourself, whatever you share");
    command->callback(
        [=] { choose([=](Session& session) { return import_file(session, *options); }); });
}

}  // namespace

void add_exchange_commands(CLI::App& app, const Chosen& choose) {
    add_export(app, choose);
    add_import(app, choose);
    CLI::App* verify_command = app.add_subcommand(
        "verify-agreement", "Check an exported agreement; needs no profile and no keys");
    auto file = std::make_shared<std::string>();
    verify_command->add_option("file", *file, "The file")->required()->type_name("FILE");
    verify_command->callback(
        [=] { choose([=](Session& session) { return verify(session, *file); }); });
}

}  // namespace evenkeel::cli
