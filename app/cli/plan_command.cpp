// `plan`: what happens online, in the room and outside, written by both sides.
#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/model/plan.h"

namespace evenkeel::cli {

namespace {

struct PlanOptions {
    std::string client_name, id, text, place = "online";
    bool done = false;
};

Result<PlanPlace> parse_place(const std::string& text) {
    for (const PlanPlace place : {PlanPlace::online, PlanPlace::in_the_room, PlanPlace::outside}) {
        if (text == name(place).text) return place;
    }
    return Error(ErrorCode::invalid_input, "The place is one of online, in-the-room and outside.");
}

Result<void> add(Session& session, const PlanOptions& options) {
    TRY_ASSIGN(const PlanPlace place, parse_place(options.place));
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto saved, store::add_plan_item(profile->store(), record, place,
                                                      PhiText(options.text), self.user));
    session.say("Added; both of you read it after the next sync.");
    session.print({{"entry_id", to_hex(saved.id)}});
    return {};
}

Result<void> list(Session& session, const PlanOptions& options) {
    TRY_ASSIGN(const VaultId record,
               session.open_record(options.client_name, ViewedSection::sessions));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto items, store::read_plan(profile->store(), record));
    nlohmann::json lines = nlohmann::json::array();
    for (const store::KeptPlanItem& kept : items) {
        if (kept.item.state == PlanState::open) {
            session.say(to_hex(kept.id).substr(0, 12) + "  " + name(kept.item.place).text + "  " +
                        kept.item.text->reveal());
        }
        lines.push_back({{"entry_id", to_hex(kept.id)},
                         {"place", name(kept.item.place).text},
                         {"state", name(kept.item.state).text},
                         {"text", kept.item.text->reveal()},
                         {"author", to_hex(kept.item.author)}});
    }
    if (items.empty()) session.say("Nothing is planned yet.");
    session.print({{"plan", lines}});
    return {};
}

Result<void> end(Session& session, const PlanOptions& options) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), options.id));
    TRY(store::set_plan_state(profile->store(), row.record, row.id,
                              options.done ? PlanState::done : PlanState::ended));
    session.say(options.done ? "Done." : "Taken off the plan.");
    session.print({{"entry_id", to_hex(row.id)}});
    return {};
}

}  // namespace

void add_plan_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* plan = app.add_subcommand("plan", "What happens online, in the room and outside");
    plan->require_subcommand(1);
    const auto options = std::make_shared<PlanOptions>();
    CLI::App* add_command = plan->add_subcommand("add", "Add a line");
    add_command->add_option("text", options->text, "The line")->required();
    add_command->add_option("--where", options->place, "online, in-the-room or outside");
    add_command->add_option("--client", options->client_name, "Clinicians: whose")
        ->type_name("NAME");
    add_command->callback(
        [=] { choose([=](Session& session) { return add(session, *options); }); });

    CLI::App* list_command = plan->add_subcommand("list", "All lines");
    list_command->add_option("--client", options->client_name, "Clinicians: whose")
        ->type_name("NAME");
    list_command->callback(
        [=] { choose([=](Session& session) { return list(session, *options); }); });

    CLI::App* end_command = plan->add_subcommand("end", "Take a line off");
    end_command->add_option("id", options->id, "The line's id, or its first digits")->required();
    end_command->add_flag("--done", options->done, "Because it is done");
    end_command->callback(
        [=] { choose([=](Session& session) { return end(session, *options); }); });
}

}  // namespace evenkeel::cli
