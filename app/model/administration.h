// What an admin looks after: all records with their retention and holds, and the staff.
#pragma once

#include "app/model/opened_view.h"
#include "core/store/record_keeping.h"
#include "sync/client/enrolment.h"

#include <optional>
#include <string>
#include <vector>

namespace evenkeel::model {

// How a record stands between its treatment and the end of its retention. Nothing is ever deleted
// by it: it is for people to decide.
struct RecordStanding {
    std::optional<Day> ended;       // the treatment
    std::optional<Day> kept_until;  // none: not said, the treatment goes on, or it is held
    bool is_past = false;           // that day has gone by
    bool is_held = false;
};
// The last day a record is kept: the same date so many years later, or the day after a 29 February.
Day kept_until(Day ended, std::uint32_t years);
RecordStanding standing_of(const store::RecordKeeping& keeping, VaultId record,
                           std::optional<std::uint32_t> years, Day today);
// "On hold since 28 November 2026, set by Dr Stern: A court asks for it"
std::string hold_words(const RecordHold& hold, const std::string& by);

struct RecordLine {
    VaultId record;
    std::string name;
    bool is_here = true;     // on this device
    std::string last_entry;  // "Last entry yesterday", or that it is not here
    std::string treatment;   // "Treatment ended 3 May 2020"; empty: it goes on
    std::string retention;   // "Kept until 3 May 2030", ...; empty: nothing to say
    std::string hold;        // hold_words; empty: none
    RecordStanding standing;
};

struct StaffDevice {
    DeviceId id;
    bool this_one = false;
};
struct StaffLine {
    UserId user;
    std::string name;
    bool is_admin = false;
    bool is_self = false;
    bool is_last_admin = false;
    std::vector<StaffDevice> devices;
};

struct AdministrationView {
    std::optional<std::uint32_t> retention_years;
    std::vector<RecordLine> records;  // held first, then those whose time is past, then by name
    std::vector<StaffLine> staff;     // this person first, then by name
    // Of the record whose openings are looked at.
    std::optional<VaultId> opened_record;
    OpenedView opened;
};

// `opened`: whose openings are wanted; none: nobody's. Of admins only.
Result<AdministrationView> administration(client::Profile& profile, const client::Identity& self,
                                          Day today, const std::optional<VaultId>& opened);

// The records that one colleague's leaving is held up by, each in words; empty: none.
Result<std::vector<std::string>> holds_of_leaving(client::Profile& profile,
                                                  const client::Identity& self, UserId user);

}  // namespace evenkeel::model
