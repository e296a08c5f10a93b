// `record`: what an admin looks after: all records, their holds and their retention.
#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/model/administration.h"
#include "core/store/entries.h"
#include "sync/client/practice_policy.h"

namespace evenkeel::cli {

namespace {

struct RecordOptions {
    std::string client_name, reason, day;
    bool goes_on = false;
    std::optional<std::uint32_t> years;
    bool not_said = false;
};

Result<client::Identity> need_staff(Session& session) {
    TRY_ASSIGN(client::Identity self, session.identity());
    if (self.role != Role::client) return self;
    return Error(ErrorCode::invalid_input, "Records are looked after by the practice.");
}

nlohmann::json line_json(const model::RecordLine& line) {
    const auto day = [](const std::optional<Day>& each) {
        return each ? nlohmann::json(print_date(*each)) : nlohmann::json();
    };
    return {{"name", line.name},
            {"vault_id", to_hex(line.record)},
            {"last_entry", line.last_entry},
            {"treatment_ended", day(line.standing.ended)},
            {"kept_until", day(line.standing.kept_until)},
            {"retention_past", line.standing.is_past},
            {"on_hold", line.standing.is_held},
            {"hold", line.hold}};
}

Result<void> list(Session& session, const RecordOptions&) {
    TRY_ASSIGN(const client::Identity self, need_staff(session));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const Day today, store::today(profile->store()));
    TRY_ASSIGN(const auto view, model::administration(*profile, self, today, std::nullopt));
    nlohmann::json records = nlohmann::json::array();
    for (const model::RecordLine& line : view.records) {
        std::string said = line.name + "  " + line.last_entry;
        for (const std::string* each : {&line.treatment, &line.retention, &line.hold}) {
            if (!each->empty()) said += "\n    " + *each;
        }
        session.say(said);
        records.push_back(line_json(line));
    }
    if (view.records.empty()) session.say("No client has joined yet.");
    session.print({{"records", records},
                   {"retention_years", view.retention_years ? nlohmann::json(*view.retention_years)
                                                            : nlohmann::json()}});
    return {};
}

Result<void> hold(Session& session, const RecordOptions& options) {
    TRY_ASSIGN(const client::Identity self, need_staff(session));
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY(store::hold_record(profile->store(), self.practice_vault, record, PhiText(options.reason),
                           self.user));
    session.say(
        "On hold: it is not removed, and its retention does not end, until that is lifted.");
    session.print({{"vault_id", to_hex(record)}, {"on_hold", true}});
    return {};
}

Result<void> lift(Session& session, const RecordOptions& options) {
    TRY_ASSIGN(const client::Identity self, need_staff(session));
    if (self.role != Role::admin) {
        return Error(ErrorCode::refused, "Only an admin lifts a hold; nothing was changed.");
    }
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY(store::lift_hold(profile->store(), self.practice_vault, record, self.user));
    session.say("The hold is lifted.");
    session.print({{"vault_id", to_hex(record)}, {"on_hold", false}});
    return {};
}

Result<void> end(Session& session, const RecordOptions& options) {
    TRY_ASSIGN(const client::Identity self, need_staff(session));
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    std::optional<Day> ended;
    if (!options.goes_on) {
        TRY_ASSIGN(ended,
                   options.day.empty() ? store::today(profile->store()) : parse_date(options.day));
    }
    TRY(store::end_treatment(profile->store(), self.practice_vault, record, ended, self.user));
    session.say(ended ? "Noted. Nothing of the record is changed by it."
                      : "The treatment goes on.");
    session.print({{"vault_id", to_hex(record)},
                   {"treatment_ended", ended ? nlohmann::json(print_date(*ended)) : nullptr}});
    return {};
}

Result<void> retention(Session& session, const RecordOptions& options) {
    TRY_ASSIGN(const client::Identity self, need_staff(session));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    if (options.years || options.not_said) {
        TRY(client::state_retention(profile->store(), self, options.years));
    }
    TRY_ASSIGN(const auto said, client::policy_in(profile->store(), self.practice_vault));
    const auto years = said ? said->retention_years : std::nullopt;
    session.say(years ? "Records are kept for " + std::to_string(*years) +
                            (*years == 1 ? " year" : " years") +
                            " after a treatment. Nothing is deleted by itself."
                      : "How long records are kept is not said. Nothing is deleted by itself.");
    session.print({{"retention_years", years ? nlohmann::json(*years) : nlohmann::json()}});
    return {};
}

using RecordCommand = Result<void> (*)(Session&, const RecordOptions&);

CLI::App* add(CLI::App& parent, const Chosen& choose, const char* name, const char* help,
              const std::shared_ptr<RecordOptions>& options, RecordCommand run) {
    CLI::App* command = parent.add_subcommand(name, help);
    command->callback([=] { choose([=](Session& session) { return run(session, *options); }); });
    return command;
}

}  // namespace

void add_record_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* record = app.add_subcommand("record", "The practice's records: holds and retention");
    record->require_subcommand(1);
    const auto options = std::make_shared<RecordOptions>();
    const auto whose = [&](CLI::App* command) {
        command->add_option("--client", options->client_name, "Whose")
            ->required()
            ->type_name("NAME");
        return command;
    };
    add(*record, choose, "list", "Admins: all records, those on hold first", options, &list);
    whose(add(*record, choose, "hold", "A record that must not be removed", options, &hold))
        ->add_option("--reason", options->reason, "Why")
        ->required()
        ->type_name("TEXT");
    whose(add(*record, choose, "lift", "Admins: lift its hold", options, &lift));
    CLI::App* ended = whose(add(*record, choose, "end",
                                "The treatment ended, from which on it is kept", options, &end));
    ended->add_option("--day", options->day, "On that day; without it, today")->type_name("DATE");
    ended->add_flag("--goes-on", options->goes_on, "It goes on after all");
    CLI::App* kept =
        add(*record, choose, "retention",
            "How long records are kept; with an option, admins change it", options, &retention);
    auto* years = kept->add_option("--years", options->years, "So many years after a treatment");
    kept->add_flag("--not-said", options->not_said, "Say nothing")->excludes(years);
}

}  // namespace evenkeel::cli
