// `show access-log` and `access report`: who saw what of a record.
#include "app/cli/commands.h"
#include "app/model/access_report.h"
#include "app/model/session_brief.h"
#include "core/domain/local_time.h"
#include "sync/client/members.h"

namespace evenkeel::cli {

namespace {

nlohmann::json event_json(const model::AccessEvent& event) {
    return {{"when", print_rfc3339(event.when)},
            {"who", event.who},
            {"device_id", to_hex(event.device)},
            {"what", event.what},
            {"refused", event.refused}};
}

nlohmann::json devices_json(const model::AccessReport& report) {
    nlohmann::json devices = nlohmann::json::array();
    for (const model::DeviceAccess& device : report.devices) {
        devices.push_back({{"who", device.who},
                           {"device_id", to_hex(device.device)},
                           {"given", device.given},
                           {"opened", device.opened}});
    }
    return devices;
}

// What the server handed out under "access_log", what people opened under "views".
Result<void> show_access_log(Session& session, const std::string& client_name) {
    TRY_ASSIGN(const VaultId record, session.record(client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto report, model::access_report(*profile, record));
    nlohmann::json log = nlohmann::json::array();
    nlohmann::json views = nlohmann::json::array();
    for (const model::AccessEvent& event : report.events) {
        session.say(print_rfc3339(event.when) + "  " + event.who + " " + event.what +
                    (event.refused ? " (refused)" : "") +
                    (event.altered ? " (changed afterwards)" : ""));
        nlohmann::json line = event_json(event);
        if (event.opened) line["changed_afterwards"] = event.altered;
        (event.opened ? views : log).push_back(std::move(line));
    }
    for (const std::string& finding : report.findings) session.say(finding);
    session.say(
        "Each line of the server is chained to the one before, back to what this device "
        "saw first. Openings are what programs wrote before they showed anything.");
    session.print({{"access_log", log},
                   {"views", views},
                   {"devices", devices_json(report)},
                   {"findings", report.findings}});
    return {};
}

Result<void> write_report(Session& session, const std::string& client_name,
                          const std::string& file) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(const VaultId record, session.record(client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto report, model::access_report(*profile, record));
    TRY_ASSIGN(const auto members, client::list_members(*profile));
    const std::string name =
        self.role == Role::client ? self.name : model::client_name(members, record, client_name);
    TRY(model::write_access_report(
        report,
        {.path = file, .client_name = name, .made_by = self.name, .made = session.clock().now()}));
    session.say("Written. The file is not encrypted: keep it where only you can read it.");
    for (const std::string& finding : report.findings) session.say(finding);
    session.print({{"events", report.events.size()},
                   {"chain_lines", report.chain_lines},
                   {"devices", devices_json(report)},
                   {"findings", report.findings}});
    return {};
}

}  // namespace

void add_access_log(CLI::App& show, const Chosen& choose) {
    CLI::App* access =
        show.add_subcommand("access-log", "Who opened what, which devices fetched what, and when");
    auto client_name = std::make_shared<std::string>();
    access->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    access->callback(
        [=] { choose([=](Session& session) { return show_access_log(session, *client_name); }); });
}

void add_access_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* access = app.add_subcommand("access", "Who saw what of a record");
    access->require_subcommand(1);
    CLI::App* report = access->add_subcommand(
        "report", "All of it in a file: .csv, .pdf, .html or .txt; waits for the network");
    auto file = std::make_shared<std::string>();
    auto client_name = std::make_shared<std::string>();
    report->add_option("file", *file, "A file that is not there yet")->required();
    report->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    report->callback([=] {
        choose([=](Session& session) { return write_report(session, *client_name, *file); });
    });
}

}  // namespace evenkeel::cli
