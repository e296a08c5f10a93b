#include "app/model/administration.h"

#include "app/model/caseload.h"
#include "app/model/phrases.h"
#include "core/store/entries.h"
#include "core/store/sync_store.h"
#include "sync/client/members.h"
#include "sync/client/practice_policy.h"
#include "sync/client/staff.h"

#include <algorithm>
#include <chrono>

namespace evenkeel::model {

namespace {

using Names = std::map<UserId, std::string>;

std::string name_in(const Names& names, UserId user) {
    const auto found = names.find(user);
    return found == names.end() ? "a colleague" : found->second;
}

// The newest logical day anything was logged on.
Result<std::string> last_entry(store::Store& store, VaultId record, Day today) {
    std::optional<Day> last;
    for (const EntityKind kind : {EntityKind::mood, EntityKind::use, EntityKind::journal_page}) {
        TRY_ASSIGN(const auto rows, store.list({.record = record,
                                                .kind = kind,
                                                .day_from = std::nullopt,
                                                .day_to = today,
                                                .newest_first = true,
                                                .count_max = 1}));
        if (!rows.empty() && rows.front().day) last = std::max(last, rows.front().day);
    }
    if (!last) return std::string("No entry yet");
    return "Last entry " + (today - *last < 7 ? relative_day(*last, today) : full_date(*last));
}

std::string retention_words(const RecordStanding& standing, bool has_years) {
    if (standing.is_held) return "Its retention does not end while it is on hold";
    if (!standing.ended) return {};
    if (!has_years) return "How long records are kept is not said";
    return (standing.is_past ? "Was to be kept until " : "Kept until ") +
           full_date(*standing.kept_until);
}

Result<RecordLine> record_line(store::Store& store, const NamedRecord& named,
                               const store::RecordKeeping& keeping, const Names& names,
                               const RecordStanding& standing, bool has_years, Day today) {
    RecordLine line{.record = named.record, .name = named.name.reveal()};
    TRY_ASSIGN(const auto vault, store::SyncStore(store).vault(named.record));
    line.is_here = vault.has_value();
    line.last_entry = "Not on this device";
    if (line.is_here) {
        TRY_ASSIGN(line.last_entry, last_entry(store, named.record, today));
    }
    if (standing.ended) line.treatment = "Treatment ended " + full_date(*standing.ended);
    line.retention = retention_words(standing, has_years);
    if (const auto held = keeping.holds.find(named.record); held != keeping.holds.end()) {
        line.hold = hold_words(held->second, name_in(names, held->second.by));
    }
    line.standing = standing;
    return line;
}

std::vector<StaffLine> staff_lines(const std::vector<client::MemberLine>& members,
                                   const client::Identity& self) {
    const auto admins = std::ranges::count(members, Role::admin, &client::MemberLine::role);
    std::vector<StaffLine> lines;
    for (const client::MemberLine& member : members) {
        if (member.role == Role::client) continue;
        StaffLine line{.user = member.user,
                       .name = member.name.empty() ? "A colleague" : member.name,
                       .is_admin = member.role == Role::admin,
                       .is_self = member.user == self.user};
        line.is_last_admin = line.is_admin && admins == 1;
        for (const DeviceId& device : member.devices) {
            line.devices.push_back({.id = device, .this_one = device == self.keys.id});
        }
        lines.push_back(std::move(line));
    }
    std::ranges::sort(lines, [](const StaffLine& left, const StaffLine& right) {
        return std::tuple(!left.is_self, left.name, left.user) <
               std::tuple(!right.is_self, right.name, right.user);
    });
    return lines;
}

}  // namespace

Day kept_until(Day ended, std::uint32_t years) {
    using namespace std::chrono;
    const year_month_day from{sys_days{days{ended.number}}};
    const year_month_day same = from + std::chrono::years{static_cast<int>(years)};
    const sys_days day =
        same.ok() ? sys_days{same} : sys_days{same.year() / same.month() / 28} + days{1};
    return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

RecordStanding standing_of(const store::RecordKeeping& keeping, VaultId record,
                           std::optional<std::uint32_t> years, Day today) {
    RecordStanding standing{.is_held = keeping.holds.contains(record)};
    const auto closed = keeping.closed.find(record);
    if (closed == keeping.closed.end()) return standing;
    standing.ended = closed->second.ended;
    if (!years || standing.is_held) return standing;
    standing.kept_until = kept_until(*standing.ended, *years);
    standing.is_past = *standing.kept_until < today;
    return standing;
}

std::string hold_words(const RecordHold& hold, const std::string& by) {
    return "On hold since " + full_date(hold.when.day) + ", set by " + by + ": " +
           (hold.reason ? hold.reason->reveal() : "");
}

Result<AdministrationView> administration(client::Profile& profile, const client::Identity& self,
                                          Day today, const std::optional<VaultId>& opened) {
    store::Store& store = profile.store();
    if (self.role != Role::admin) return Error(ErrorCode::refused, "That is for admins.");
    AdministrationView view;
    TRY_ASSIGN(const auto policy, client::policy_in(store, self.practice_vault));
    if (policy) view.retention_years = policy->retention_years;
    TRY_ASSIGN(const auto keeping, store::read_keeping(store, self.practice_vault));
    TRY_ASSIGN(const Names names, client::names_in(store, self.practice_vault));
    TRY_ASSIGN(const auto records, all_records(profile, self));
    for (const NamedRecord& named : records) {
        const RecordStanding standing =
            standing_of(keeping, named.record, view.retention_years, today);
        TRY_ASSIGN(view.records.emplace_back(),
                   record_line(store, named, keeping, names, standing,
                               view.retention_years.has_value(), today));
    }
    std::ranges::stable_sort(view.records, [](const RecordLine& left, const RecordLine& right) {
        return std::tuple(!left.standing.is_held, !left.standing.is_past, left.name) <
               std::tuple(!right.standing.is_held, !right.standing.is_past, right.name);
    });
    TRY_ASSIGN(const auto members, client::list_members(profile));
    view.staff = staff_lines(members, self);
    if (opened) {
        view.opened_record = opened;
        TRY_ASSIGN(view.opened, opened_view(store, *opened, today));
    }
    return view;
}

Result<std::vector<std::string>> holds_of_leaving(client::Profile& profile,
                                                  const client::Identity& self, UserId user) {
    TRY_ASSIGN(const auto records, client::holds_in_the_way(profile, user));
    if (records.empty()) return std::vector<std::string>{};
    TRY_ASSIGN(const auto keeping, store::read_keeping(profile.store(), self.practice_vault));
    TRY_ASSIGN(const Names names, client::names_in(profile.store(), self.practice_vault));
    TRY_ASSIGN(const auto named, all_records(profile, self));
    std::vector<std::string> sentences;
    for (const VaultId& record : records) {
        const RecordHold& hold = keeping.holds.at(record);
        const auto found = std::ranges::find(named, record, &NamedRecord::record);
        sentences.push_back(
            (found == named.end() ? std::string("A record") : found->name.reveal()) + ": " +
            hold_words(hold, name_in(names, hold.by)) + ".");
    }
    return sentences;
}

}  // namespace evenkeel::model
