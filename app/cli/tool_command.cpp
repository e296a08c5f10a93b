// `tool`: the practice's register of tools and resources, and what a client is told of it.
#include "app/cli/commands.h"
#include "app/cli/tool_options.h"
#include "app/cli/words.h"
#include "core/codec/entity.h"
#include "core/store/entries.h"

#include <algorithm>

namespace evenkeel::cli {

namespace {

using model::ToolForm;

Result<void> need_staff(Session& session) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role != Role::client) return {};
    return Error(ErrorCode::refused, "Your practice keeps the register; nothing was changed.");
}

Result<void> save(Session& session, const std::optional<EntityId>& id, const ToolForm& form,
                  const ToolEntry* previous) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const Day today, store::today(profile->store()));
    TRY_ASSIGN(ToolEntry entry, model::entry_of(form, previous, self, today));
    TRY_ASSIGN(const EntityId saved,
               store::save_tool(profile->store(), self.practice_vault, id, std::move(entry)));
    TRY_ASSIGN(const std::size_t cards, model::hand_out_tools(*profile, self));
    session.say("Saved in the register. Clients see the verdict after the next sync.");
    session.print({{"entry_id", to_hex(saved)}, {"cards_changed", cards}});
    return {};
}

Result<void> add(Session& session, const ToolOptions& options) {
    TRY(need_staff(session));
    return save(session, std::nullopt, changed(ToolForm(), options), nullptr);
}

struct Found {
    EntityId id;
    ToolEntry entry;
};

// By its name, or by its id or the first digits of it. One called as another's id begins is meant
// by name.
Result<Found> find_tool(Session& session, const std::string& which) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto tools, store::read_tools(profile->store(), self.practice_vault));
    std::vector<Found> by_id;
    for (const store::KeptTool& kept : tools) {
        const bool is_named =
            kept.entry.name && plain_words(kept.entry.name->reveal()) == plain_words(which);
        if (is_named) return Found{.id = kept.id, .entry = kept.entry};
        const bool is_id = which.size() >= 4 && to_hex(kept.id).starts_with(which);
        if (is_id) by_id.push_back({.id = kept.id, .entry = kept.entry});
    }
    if (by_id.size() == 1) return by_id.front();
    if (by_id.size() > 1) {
        return Error(ErrorCode::invalid_input,
                     "More than one entry of the register has an id that begins so; give more of "
                     "it.");
    }
    return Error(ErrorCode::not_found, "The register has no such entry.");
}

Result<void> edit(Session& session, const std::string& which, const ToolOptions& options) {
    TRY(need_staff(session));
    TRY_ASSIGN(const Found found, find_tool(session, which));
    const ToolForm form = changed(model::form_of(found.entry), options);
    return save(session, found.id, form, &found.entry);
}

Result<void> remove(Session& session, const std::string& which) {
    TRY(need_staff(session));
    TRY_ASSIGN(const Found found, find_tool(session, which));
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY(store::remove_tool(profile->store(), self.practice_vault, found.id));
    TRY(model::hand_out_tools(*profile, self));
    session.say("Removed from the register. Clients' devices follow after the next sync.");
    session.print({{"entry_id", to_hex(found.id)}});
    return {};
}

// What a client's device was handed, or what one client was.
Result<void> list_cards(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::tools));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const Day today, store::today(profile->store()));
    TRY_ASSIGN(const auto cards, store::read_cards(profile->store(), record));
    nlohmann::json tools = nlohmann::json::array();
    for (const model::ToolCardLine& line : model::card_lines(cards, today)) {
        session.say(line.name + "  " + line.title + "  " + line.verdict);
        if (!line.where.empty()) session.say("    " + line.where);
        if (!line.why.empty()) session.say("    " + line.recommended + ": " + line.why);
        tools.push_back({{"tool_id", to_hex(line.tool)},
                         {"name", line.name},
                         {"kind", name(line.kind).text},
                         {"where", line.where},
                         {"verdict", line.verdict},
                         {"recommended", line.recommended},
                         {"why", line.why}});
    }
    if (cards.empty()) session.say("The practice has not handed over any verdict yet.");
    session.print({{"tools", tools}});
    return {};
}

Result<void> list(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role == Role::client || !client_name.empty()) return list_cards(session, client_name);
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const Day today, store::today(profile->store()));
    TRY_ASSIGN(const auto view, model::tools_view(*profile, self, today, model::Vetting::hidden));
    nlohmann::json tools = nlohmann::json::array();
    for (const model::ToolLine& line : view.lines) {
        session.say(to_hex(line.id).substr(0, 12) + "  " + line.form.name + "  " + line.verdict +
                    "  " + line.detail + (line.due ? "  review due" : ""));
        tools.push_back({{"entry_id", to_hex(line.id)},
                         {"name", line.form.name},
                         {"kind", name(line.form.kind).text},
                         {"status", name(line.form.status).text},
                         {"review_due", line.due}});
    }
    if (view.lines.empty()) session.say("The register is empty; `tool add` begins it.");
    session.print({{"tools", tools}});
    return {};
}

Result<void> show(Session& session, const std::string& which) {
    TRY(need_staff(session));
    TRY_ASSIGN(const Found found, find_tool(session, which));
    const auto fields =
        readable(static_cast<std::uint32_t>(EntityKind::tool), codec::encode(found.entry));
    for (const auto& [key, value] : fields.items()) {
        session.say(key + ": " + (value.is_string() ? value.get<std::string>() : value.dump()));
    }
    session.say("Earlier values: `history " + to_hex(found.id).substr(0, 12) + "`.");
    session.print({{"entry_id", to_hex(found.id)}, {"tool", fields}});
    return {};
}

struct RecommendOptions {
    std::string tool, client_name, why;
    bool ends = false;
};

Result<void> recommend(Session& session, const RecommendOptions& options) {
    TRY(need_staff(session));
    TRY_ASSIGN(const Found found, find_tool(session, options.tool));
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    if (options.ends) {
        TRY(store::end_recommendation(profile->store(), record, found.id));
        session.say("Not recommended any more.");
    } else {
        TRY(store::recommend_tool(
            profile->store(), self.practice_vault, record, found.id,
            {.why = PhiText(options.why), .by = self.user, .by_name = PhiText(self.name)}));
        session.say("Recommended; the client sees it after the next sync.");
    }
    session.print({{"entry_id", to_hex(found.id)}, {"recommended", !options.ends}});
    return {};
}

Result<void> to_vet(Session& session) {
    TRY(need_staff(session));
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto tools, store::read_tools(profile->store(), self.practice_vault));
    TRY_ASSIGN(const auto unvetted, model::tools_to_vet(*profile, self, tools));
    nlohmann::json names = nlohmann::json::array();
    for (const model::ToVet& one : unvetted) {
        session.say(one.name.reveal() + "  logged by " + joined(one.clients) + ", last on " +
                    print_date(one.last));
        names.push_back({{"name", one.name.reveal()},
                         {"clients", one.clients},
                         {"last_day", print_date(one.last)}});
    }
    if (unvetted.empty()) session.say("Nothing that clients logged and shared waits for a review.");
    session.print({{"to_vet", names}});
    return {};
}

void add_writing(CLI::App& tool, const Chosen& choose) {
    CLI::App* add_command = tool.add_subcommand("add", "A new entry of the register");
    auto added = std::make_shared<ToolOptions>();
    add_tool_options(*add_command, *added);
    add_command->callback([=] { choose([=](Session& session) { return add(session, *added); }); });

    CLI::App* edit_command =
        tool.add_subcommand("edit", "Change an entry; a new verdict is yours and of today");
    auto which = std::make_shared<std::string>();
    edit_command->add_option("tool", *which, "Its name, or its id")->required();
    auto edited = std::make_shared<ToolOptions>();
    add_tool_options(*edit_command, *edited);
    edit_command->add_flag("--reviewed", edited->form.reviewed_again,
                           "Looked at again today; the verdict stays");
    edit_command->callback(
        [=] { choose([=](Session& session) { return edit(session, *which, *edited); }); });

    CLI::App* remove_command = tool.add_subcommand("remove", "Take an entry out of the register");
    remove_command->add_option("tool", *which, "Its name, or its id")->required();
    remove_command->callback(
        [=] { choose([=](Session& session) { return remove(session, *which); }); });

    CLI::App* recommend_command =
        tool.add_subcommand("recommend", "Recommend an entry to a client, with the reason");
    auto options = std::make_shared<RecommendOptions>();
    recommend_command->add_option("tool", options->tool, "Its name, or its id")->required();
    recommend_command->add_option("--client", options->client_name, "To whom")->type_name("NAME");
    auto* why = recommend_command->add_option("--why", options->why, "One sentence, for the client")
                    ->type_name("TEXT");
    recommend_command->add_flag("--end", options->ends, "Not any more")->excludes(why);
    recommend_command->callback(
        [=] { choose([=](Session& session) { return recommend(session, *options); }); });
}

}  // namespace

void add_tool_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* tool = app.add_subcommand("tool", "Tools and resources the practice has looked at");
    tool->require_subcommand(1);
    add_writing(*tool, choose);

    CLI::App* list_command =
        tool->add_subcommand("list", "The register; of a client, what they were handed of it");
    auto client_name = std::make_shared<std::string>();
    list_command->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    list_command->callback(
        [=] { choose([=](Session& session) { return list(session, *client_name); }); });

    CLI::App* show_command = tool->add_subcommand("show", "All that is written about one");
    auto which = std::make_shared<std::string>();
    show_command->add_option("tool", *which, "Its name, or its id")->required();
    show_command->callback(
        [=] { choose([=](Session& session) { return show(session, *which); }); });

    tool->add_subcommand("to-vet", "What clients logged and the practice has not reviewed")
        ->callback([=] { choose([](Session& session) { return to_vet(session); }); });
}

}  // namespace evenkeel::cli
