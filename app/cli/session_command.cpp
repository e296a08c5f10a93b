// `appointment` and `brief`: sessions, and what is read before one.
#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/model/brief_document.h"
#include "app/model/documents.h"
#include "app/model/phrases.h"
#include "app/model/session_brief.h"
#include "app/model/sessions.h"
#include "core/store/entries.h"
#include "sync/client/enrolment.h"

namespace evenkeel::cli {

namespace {

struct PlanOptions {
    std::string client_name, day, at, place = "in-person", agenda;
    std::uint32_t minutes = 50;
};

Result<void> need_staff(Session& session, Literal sentence) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role != Role::client) return {};
    return Error(ErrorCode::refused, sentence);
}

Result<Place> parse_place(const std::string& text) {
    if (text == "in-person") return Place::in_person;
    if (text == "video") return Place::video;
    if (text == "phone") return Place::phone;
    return Error(ErrorCode::invalid_input, "The place is one of in-person, video and phone.");
}

Result<void> plan(Session& session, const PlanOptions& options) {
    TRY(need_staff(session, "Your clinician plans the sessions; nothing was changed."));
    TRY_ASSIGN(const VaultId record, session.record(options.client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    Appointment planned;
    planned.minutes = options.minutes;
    TRY_ASSIGN(planned.place, parse_place(options.place));
    if (!options.agenda.empty()) planned.agenda = PhiText(options.agenda);
    store::EntryTime time;
    TRY_ASSIGN(time.day, parse_date(options.day));
    TRY_ASSIGN(time.minute, parse_time_of_day(options.at));
    TRY_ASSIGN(const auto saved,
               store::plan_appointment(profile->store(), record, time, std::move(planned)));
    session.say("Planned; both sides see it after the next sync.");
    session.print({{"entry_id", to_hex(saved.id)}, {"day", print_date(saved.day)}});
    return {};
}

Result<void> list(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.open_record(client_name, ViewedSection::sessions));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const client::Identity self, session.identity());
    const model::Moment now{.instant = session.clock().now(), .zone = session.clock().zone_name()};
    TRY_ASSIGN(const auto lines, model::session_lines(profile->store(), record, now, self.user));
    nlohmann::json appointments = nlohmann::json::array();
    for (const model::SessionLine& line : lines) {
        session.say(to_hex(line.id).substr(0, 12) + "  " + line.text);
        nlohmann::json agenda = nlohmann::json::array();
        for (const model::AgendaLine& item : line.agenda) {
            session.say("    " + item.text);
            agenda.push_back(item.text);
        }
        appointments.push_back({{"entry_id", to_hex(line.id)},
                                {"when", line.text},
                                {"ends", print_rfc3339(line.ends)},
                                {"agenda", agenda}});
    }
    if (lines.empty()) session.say("No session is planned.");
    session.print({{"appointments", appointments}});
    return {};
}

Result<void> cancel(Session& session, const std::string& id) {
    TRY(need_staff(session, "Your clinician cancels sessions: call them; nothing was changed."));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    if (row.deleted || row.kind != static_cast<std::uint32_t>(EntityKind::appointment)) {
        return Error(ErrorCode::not_found, "There is no such session.");
    }
    store::Operation operation(profile->store(), row.record, "cancelled session");
    TRY(operation.remove(row.id));
    TRY(operation.commit());
    session.say("Cancelled; `undo` brings it back.");
    session.print({{"entry_id", to_hex(row.id)}});
    return {};
}

Result<void> add_to_agenda(Session& session, const std::string& id, const std::string& text) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto row, find_entity(profile->store(), id));
    TRY_ASSIGN(const auto saved, store::add_agenda_item(profile->store(), row.record, row.id,
                                                        PhiText(text), self.user));
    session.say("Added; both of you read it after the next sync.");
    session.print({{"entry_id", to_hex(saved.id)}});
    return {};
}

void add_appointment(CLI::App& app, const Chosen& choose) {
    CLI::App* appointment = app.add_subcommand("appointment", "Sessions, planned and to come");
    appointment->require_subcommand(1);
    CLI::App* plan_command = appointment->add_subcommand("plan", "Clinicians: plan a session");
    auto options = std::make_shared<PlanOptions>();
    plan_command->add_option("--client", options->client_name, "With whom")->type_name("NAME");
    plan_command->add_option("--day", options->day, "The day")->type_name("DATE")->required();
    plan_command->add_option("--at", options->at, "When it begins")->type_name("TIME")->required();
    plan_command->add_option("--place", options->place, "in-person, video or phone");
    plan_command->add_option("--minutes", options->minutes, "How long");
    plan_command->add_option("--agenda", options->agenda, "What it is about")->type_name("TEXT");
    plan_command->callback(
        [=] { choose([=](Session& session) { return plan(session, *options); }); });

    CLI::App* list_command = appointment->add_subcommand("list", "Sessions to come");
    auto client_name = std::make_shared<std::string>();
    list_command->add_option("--client", *client_name, "Clinicians: with whom")->type_name("NAME");
    list_command->callback(
        [=] { choose([=](Session& session) { return list(session, *client_name); }); });

    CLI::App* cancel_command = appointment->add_subcommand("cancel", "Clinicians: cancel one");
    auto id = std::make_shared<std::string>();
    cancel_command->add_option("id", *id, "Its id, or the first digits")->required();
    cancel_command->callback(
        [=] { choose([=](Session& session) { return cancel(session, *id); }); });

    CLI::App* agenda = appointment->add_subcommand("agenda", "Add a line to talk about");
    auto text = std::make_shared<std::string>();
    agenda->add_option("id", *id, "The session's id, or its first digits")->required();
    agenda->add_option("text", *text, "The line")->required();
    agenda->callback(
        [=] { choose([=](Session& session) { return add_to_agenda(session, *id, *text); }); });
}

struct BriefOptions {
    std::string client_name, format, file;
};

std::optional<model::BriefFormat> format_named(const std::string& name) {
    return model::brief_format_of("." + (name == "text" ? "txt" : name));
}

Result<void> write_brief(Session& session, const BriefOptions& options) {
    TRY(need_staff(session, "The session brief is for clinicians."));
    const auto format = format_named(options.format);
    if (!format) return Error(ErrorCode::invalid_input, "The format is html, pdf or text.");
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(const VaultId record,
               session.open_record(options.client_name, ViewedSection::brief));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto members, client::list_members(*profile));
    TRY_ASSIGN(const Day today, store::today(profile->store()));
    model::RecordDesk desk(*profile, record);
    const model::BriefRequest request{
        .reader = {.role = Role::clinician, .self = self.user, .members = members},
        .today = today,
        .name = model::client_name(members, record, options.client_name),
        .last_synced = std::nullopt};
    TRY_ASSIGN(const model::SessionBrief brief, model::session_brief(desk, request));
    TRY_ASSIGN(const Bytes bytes, model::brief_bytes(brief, self.name, *format));
    TRY(model::write_new_file(options.file, bytes));
    session.say(
        "Written. The file is not encrypted: keep it where only you can read it, and "
        "delete it when it is no longer needed.");
    session.print({{"period", brief.period},
                   {"safety", brief.safety},
                   {"risks", brief.risks},
                   {"coverage", brief.coverage},
                   {"mood", brief.mood},
                   {"impact", brief.impact},
                   {"impact_basis", brief.impact_basis},
                   {"to_do", brief.to_do}});
    return {};
}

}  // namespace

void add_session_commands(CLI::App& app, const Chosen& choose) {
    add_appointment(app, choose);
    CLI::App* brief =
        app.add_subcommand("brief", "Clinicians: one page over the time since the last session");
    auto options = std::make_shared<BriefOptions>();
    brief->add_option("format", options->format, "html, pdf or text")->required();
    brief->add_option("file", options->file, "A file that is not there yet")->required();
    brief->add_option("--client", options->client_name, "Whose")->type_name("NAME");
    brief->callback(
        [=] { choose([=](Session& session) { return write_brief(session, *options); }); });
}

}  // namespace evenkeel::cli
