// Who saw what of one record: what their own programs wrote before they showed anything, held
// against what the server noted that it handed out.
#pragma once

#include "app/model/brief_document.h"
#include "core/store/record_views.h"
#include "sync/client/access_log.h"

namespace evenkeel::model {

struct AccessEvent {
    Instant when;  // an opening by its device's clock, all else by the server's
    std::string who;
    DeviceId device;
    std::string what;  // "opened the journal", "was given entries"
    bool opened = false;
    bool refused = false;
    bool altered = false;  // an opening that was changed or deleted afterwards
};

// One device of the practice's staff.
struct DeviceAccess {
    std::string who;
    DeviceId device;
    std::size_t given = 0;   // times the server handed it entries
    std::size_t opened = 0;  // sittings
};

struct AccessReport {
    std::vector<AccessEvent> events;    // oldest first
    std::vector<DeviceAccess> devices;  // in the order they first appear
    std::vector<std::string> findings;  // where the two do not fit, or that they do
    std::size_t chain_lines = 0;        // of the server's log, each chained to the one before
};

// Both lists put together. `names` has who is known by name.
AccessReport reconcile(const std::vector<client::AccessLine>& log,
                       const std::vector<store::KeptView>& views,
                       const std::map<UserId, std::string>& names);

// Fetches the server's log, verifies it, and reconciles. Waits for the network; fails as
// fetch_access_log does, then there is no report.
Result<AccessReport> access_report(client::Profile& profile, VaultId record,
                                   const client::Connect& connect = client::make_http_transport);

// A document whose every line says who, what and when. `client_name` is the record's.
report::Document access_document(const AccessReport& report, const std::string& client_name,
                                 const std::string& made_by, Instant made);
// RFC 4180, one line an event. A cell that a spreadsheet would run as a formula begins with "'".
std::string access_csv(const AccessReport& report);

// Into a file that is not there yet; its ending says what is written: .csv, .pdf, .html or .txt.
struct AccessFile {
    std::string path;
    std::string client_name;
    std::string made_by;
    Instant made;
};
Result<void> write_access_report(const AccessReport& report, const AccessFile& file);

}  // namespace evenkeel::model
