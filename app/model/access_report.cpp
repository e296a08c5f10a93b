#include "app/model/access_report.h"

#include "app/model/documents.h"
#include "app/model/phrases.h"
#include "core/base/characters.h"
#include "core/base/limits.h"
#include "sync/client/members.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

using report::Paragraph;
using report::TextKind;

constexpr std::size_t short_id_digits = 12;
constexpr Literal limits_of_this =
    "An opening is written by the program before it shows anything. A program that was tampered "
    "with could leave it out for entries its device was given before; that it was given them is in "
    "the server's log, which cannot be changed unseen. A server that was restored or replaced "
    "begins that log anew.";

std::string short_id(const DeviceId& device) { return to_hex(device).substr(0, short_id_digits); }

std::string known_name(const std::map<UserId, std::string>& names, UserId user,
                       const std::string& otherwise) {
    const auto found = names.find(user);
    return found == names.end() ? otherwise : found->second;
}

DeviceAccess& line_of(AccessReport& report, const AccessEvent& event) {
    const auto found = std::ranges::find(report.devices, event.device, &DeviceAccess::device);
    if (found != report.devices.end()) return *found;
    report.devices.push_back({.who = event.who, .device = event.device});
    return report.devices.back();
}

AccessEvent event_of(const client::AccessLine& line, const std::map<UserId, std::string>& names) {
    const std::string otherwise = line.name.empty() ? "A device unknown here" : line.name;
    return {.when = line.when,
            .who = known_name(names, line.user, otherwise),
            .device = line.device,
            .what = client::describe_access(line.action).text,
            .refused = line.result != 0};
}

AccessEvent event_of(const store::KeptView& kept, const std::map<UserId, std::string>& names) {
    return {.when = kept.view.when.instant,
            .who = known_name(names, kept.view.viewer, "Somebody of the practice"),
            .device = kept.device,
            .what = std::string("opened ") + name(kept.view.section).text,
            .opened = true,
            .altered = kept.altered};
}

void find_out(AccessReport& report) {
    for (const DeviceAccess& device : report.devices) {
        const std::string which = device.who + " (device " + short_id(device.device) + ")";
        if (device.given > 0 && device.opened == 0) {
            report.findings.push_back(which + " was given entries " +
                                      count_of(device.given, "time", "times") +
                                      " and never opened the record.");
        } else if (device.given == 0 && device.opened > 0) {
            report.findings.push_back(which + " opened the record " +
                                      count_of(device.opened, "time", "times") +
                                      ", and this server's log does not say that it was given "
                                      "anything.");
        }
    }
    const auto altered = std::ranges::count_if(report.events, &AccessEvent::altered);
    if (altered > 0) {
        report.findings.push_back(
            count_of(static_cast<std::size_t>(altered), "opening was", "openings were") +
            " changed or deleted afterwards, which this program never does.");
    }
    if (report.findings.empty()) {
        report.findings.emplace_back(
            "Every staff device that was given entries also opened the record, and the reverse.");
    }
}

std::string cell(std::string_view text) {
    std::string safe = display_text(text, limits::journal_characters_max);
    constexpr std::string_view formula_starts = "=+-@";
    if (!safe.empty() && formula_starts.find(safe.front()) != std::string_view::npos) {
        safe.insert(safe.begin(), '\'');
    }
    if (safe.find_first_of("\",") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char character : safe) {
        if (character == '"') quoted += '"';
        quoted += character;
    }
    return quoted + "\"";
}

std::string line_words(const AccessEvent& event) {
    return print_rfc3339(event.when) + "  " + display_text(event.who, limits::name_characters_max) +
           " " + event.what + (event.refused ? " (refused)" : "") +
           (event.altered ? " (changed afterwards)" : "") + ", device " + short_id(event.device);
}

}  // namespace

AccessReport reconcile(const std::vector<client::AccessLine>& log,
                       const std::vector<store::KeptView>& views,
                       const std::map<UserId, std::string>& names) {
    AccessReport report{.events = {}, .devices = {}, .findings = {}, .chain_lines = log.size()};
    for (const client::AccessLine& line : log) {
        const AccessEvent& event = report.events.emplace_back(event_of(line, names));
        const bool is_given =
            line.action == static_cast<std::uint16_t>(client::AccessAction::transfer);
        if (line.is_staff && is_given && !event.refused) ++line_of(report, event).given;
    }
    for (const store::KeptView& kept : views) {
        const AccessEvent& event = report.events.emplace_back(event_of(kept, names));
        ++line_of(report, event).opened;
    }
    std::ranges::stable_sort(report.events, {}, &AccessEvent::when);
    find_out(report);
    return report;
}

Result<AccessReport> access_report(client::Profile& profile, VaultId record,
                                   const client::Connect& connect) {
    TRY_ASSIGN(const auto log, client::fetch_access_log(profile, record, connect));
    TRY_ASSIGN(const auto views, store::read_views(profile.store(), record));
    TRY_ASSIGN(const auto names, client::names_in(profile.store(), record));
    return reconcile(log, views, names);
}

report::Document access_document(const AccessReport& report, const std::string& client_name,
                                 const std::string& made_by, Instant made) {
    report::Document document{
        .mark = "Confidential",
        .title = "Who saw what: " + display_text(client_name, limits::name_characters_max)};
    document.head = {"Made " + print_rfc3339(made) + " by " +
                         display_text(made_by, limits::name_characters_max) + ".",
                     "The server's log has " + count_of(report.chain_lines, "line", "lines") +
                         ". Each is chained to the one before, back to what this device saw first; "
                         "the chain holds."};
    report::Section fit{.heading = "Given and opened", .parts = {}};
    for (const std::string& finding : report.findings) {
        fit.parts.emplace_back(
            Paragraph{TextKind::strong, display_text(finding, limits::journal_characters_max)});
    }
    for (const DeviceAccess& device : report.devices) {
        fit.parts.emplace_back(Paragraph{
            TextKind::item, display_text(device.who, limits::name_characters_max) + ", device " +
                                short_id(device.device) + ": given entries " +
                                count_of(device.given, "time", "times") + ", opened " +
                                count_of(device.opened, "time", "times")});
    }
    report::Section all{.heading = "All of it, oldest first", .parts = {}};
    for (const AccessEvent& event : report.events) {
        all.parts.emplace_back(Paragraph{TextKind::item, line_words(event)});
    }
    document.sections = {std::move(fit), std::move(all)};
    document.foot = limits_of_this.text;
    return document;
}

std::string access_csv(const AccessReport& report) {
    std::string csv = "when,who,device,what,source,refused,changed_afterwards\r\n";
    for (const AccessEvent& event : report.events) {
        csv += print_rfc3339(event.when) + "," + cell(event.who) + "," + to_hex(event.device) +
               "," + cell(event.what) + "," + (event.opened ? "program" : "server") + "," +
               (event.refused ? "yes" : "no") + "," + (event.altered ? "yes" : "no") + "\r\n";
    }
    return csv;
}

Result<void> write_access_report(const AccessReport& report, const AccessFile& file) {
    if (file.path.ends_with(".csv")) {
        return write_new_file(file.path, as_bytes(access_csv(report)));
    }
    const auto format = brief_format_of(file.path);
    if (!format) {
        return Error(ErrorCode::invalid_input,
                     "The name has to end in .csv, .pdf, .html or .txt; nothing was written.");
    }
    const report::Document document =
        access_document(report, file.client_name, file.made_by, file.made);
    TRY_ASSIGN(const Bytes bytes, document_bytes(document, *format));
    return write_new_file(file.path, bytes);
}

}  // namespace evenkeel::model
