#include "app/model/caseload.h"

#include "app/model/intake_standing.h"
#include "app/model/sessions.h"
#include "core/codec/entity.h"
#include "core/store/boundary_reviews.h"
#include "core/store/entries.h"
#include "core/store/logged_days.h"
#include "core/store/sync_store.h"
#include "sync/client/agreements_book.h"
#include "sync/client/leaving.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

namespace evenkeel::model {

namespace {

constexpr std::int32_t window_days = 28;
// Logging a few days apart is ordinary; a week without an entry is worth a word.
constexpr std::int32_t quiet_days = 7;

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

// What the clinician called the client in the invite, until the client's own name arrives.
Result<std::map<VaultId, PhiText>> names_of_clients(store::Store& store,
                                                    const client::Identity& self) {
    std::map<VaultId, PhiText> names;
    TRY_ASSIGN(const auto rows, store.list({.record = self.practice_vault,
                                            .kind = EntityKind::invite_under_way,
                                            .day_from = std::nullopt,
                                            .day_to = std::nullopt,
                                            .subject = std::nullopt}));
    for (const store::EntityRow& row : rows) {
        const auto invite = codec::decode_invite_under_way(row.fragment);
        if (invite.ok() && invite.value().vault && invite.value().name) {
            names[*invite.value().vault] = *invite.value().name;
        }
    }
    return names;
}

Result<void> read_agreements(store::Store& store, const client::Keyring& keyring, Day now_day,
                             CaseloadLine& line) {
    TRY_ASSIGN(const auto book, client::read_book(store, keyring, line.record));
    TRY_ASSIGN(const auto reviews, store::read_reviews(store, line.record));
    for (const BoundaryStanding& standing : book.standings) {
        line.proposals_waiting +=
            static_cast<std::size_t>(std::ranges::count_if(standing.open, [&](std::size_t version) {
                return book.versions[version].written_by == Role::client;
            }));
        if (!standing.in_force) continue;
        const auto next = next_review(book.versions[*standing.in_force].document, reviews);
        const bool is_due = next && *next <= now_day;
        line.reviews_due += is_due ? 1 : 0;
    }
    return {};
}

// The record goes on without this person; with another device alone gone they are still in it.
bool is_taken_out(const client::Keyring& keyring, const store::VaultRow& vault, UserId self) {
    const trust::VaultRoster* const roster = keyring.roster(vault.id);
    if (!vault.closed || roster == nullptr || roster->terminal) return false;
    return std::ranges::none_of(roster->members,
                                [&](const auto& member) { return member.user == self; });
}

Need need_of(const CaseloadLine& line, Day now_day) {
    if (line.is_out) return Need::is_out;  // others look after it
    if (line.risk.waiting > 0) return Need::risk_waits;
    if (line.has_left) return Need::has_left;
    if (line.words.promised_for) return Need::reply_overdue;
    if (line.proposals_waiting > 0) return Need::proposal_waits;
    if (line.session && line.session->when.day == now_day) return Need::session_today;
    if (line.words.new_pages > 0) return Need::new_pages;
    if (line.words.reply_owed_since) return Need::reply_owed;
    if (!line.last_day) return Need::nothing_yet;
    if (now_day - *line.last_day >= quiet_days) return Need::went_quiet;
    if (line.reviews_due > 0) return Need::review_due;
    if (line.intake_due) return Need::intake_due;
    return Need::none;
}

// The newest day of one kind, and all its days of the window.
Result<void> read_days(store::Store& store, EntityKind kind, Day now_day, CaseloadLine& line,
                       std::set<Day>& days) {
    TRY_ASSIGN(const auto logged,
               store::logged_days(store, line.record, kind, now_day + (1 - window_days), now_day));
    if (logged.newest) {
        line.last_day = std::max(line.last_day.value_or(*logged.newest), *logged.newest);
    }
    days.insert(logged.days.begin(), logged.days.end());
    return {};
}

Result<CaseloadLine> read_line(store::Store& store, const client::Keyring& keyring, VaultId record,
                               Day now_day) {
    CaseloadLine line{.record = record, .name = {}, .last_day = std::nullopt};
    std::set<Day> days;
    TRY(read_days(store, EntityKind::mood, now_day, line, days));
    TRY(read_days(store, EntityKind::use, now_day, line, days));
    line.days_logged_of_28 = days.size();
    TRY(read_agreements(store, keyring, now_day, line));
    TRY_ASSIGN(const auto sessions, read_sessions(store, record));
    const PlannedSession* next = next_session(sessions, store.context().clock.now());
    if (next != nullptr) line.session = next->entity;
    TRY_ASSIGN(line.risk, risk_need(store, record));
    TRY_ASSIGN(line.words, words_need(store, record, now_day));
    TRY_ASSIGN(const auto intakes, store::read_intakes(store, record));
    line.has_left = client::has_left(keyring, record);
    line.intake_due = intake_standing(intakes, Role::clinician).is_due;
    return line;
}

}  // namespace

Result<std::vector<CaseloadLine>> caseload(client::Profile& profile, const client::Identity& self) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const Day now_day, store::today(store));
    TRY_ASSIGN(const auto names, names_of_clients(store, self));
    TRY_ASSIGN(const auto vaults, store::SyncStore(store).vaults());
    TRY_ASSIGN(const client::Keyring keyring, client::Keyring::load(store, self));
    std::vector<CaseloadLine> lines;
    for (const store::VaultRow& vault : vaults) {
        if (vault.type != delta::VaultType::care) continue;
        TRY_ASSIGN(CaseloadLine line, read_line(store, keyring, vault.id, now_day));
        const auto name = names.find(vault.id);
        line.name = name != names.end() ? name->second : PhiText("(no name yet)");
        line.confirmed = !vault.closed;
        line.is_out = !line.has_left && is_taken_out(keyring, vault, self.user);
        line.need = need_of(line, now_day);
        lines.push_back(std::move(line));
    }
    std::ranges::sort(lines, [](const CaseloadLine& left, const CaseloadLine& right) {
        return std::tuple(left.need, left.risk.since, left.name) <
               std::tuple(right.need, right.risk.since, right.name);
    });
    return lines;
}

Result<std::vector<NamedRecord>> all_records(client::Profile& profile,
                                             const client::Identity& self) {
    TRY_ASSIGN(auto names, names_of_clients(profile.store(), self));
    TRY_ASSIGN(const auto vaults, store::SyncStore(profile.store()).vaults());
    for (const store::VaultRow& vault : vaults) {
        if (vault.type == delta::VaultType::care) names.try_emplace(vault.id, "(no name yet)");
    }
    std::vector<NamedRecord> records;
    for (auto& [record, name] : names) records.push_back({.record = record, .name = name});
    std::ranges::sort(records, {}, &NamedRecord::name);
    return records;
}

Result<VaultId> find_client(client::Profile& profile, const client::Identity& self,
                            const std::string& name) {
    TRY_ASSIGN(const auto names, names_of_clients(profile.store(), self));
    const std::string wanted = lower(name);
    std::vector<VaultId> matches;
    for (const auto& [record, client_name] : names) {
        const std::string candidate = lower(client_name.reveal());
        if (candidate == wanted) return record;
        if (candidate.starts_with(wanted)) matches.push_back(record);
    }
    if (matches.size() == 1) return matches.front();
    if (matches.empty()) {
        return Error(ErrorCode::not_found, "No client of that name is on this device.");
    }
    return Error(ErrorCode::invalid_input,
                 "{} clients have a name that begins so; give more of it.")
        .with(static_cast<long long>(matches.size()));
}

Literal describe(Need need) {
    switch (need) {
        case Need::risk_waits:
            return "told you about their safety, not acknowledged";
        case Need::reply_overdue:
            return "a reply is owed past the promised time";
        case Need::proposal_waits:
            return "a proposal waits for your answer";
        case Need::session_today:
            return "a session is today";
        case Need::new_pages:
            return "new pages wait to be read";
        case Need::reply_owed:
            return "a reply is owed";
        case Need::went_quiet:
            return "nothing logged for a week or more";
        case Need::nothing_yet:
            return "nothing shared yet";
        case Need::review_due:
            return "a boundary is due for review";
        case Need::intake_due:
            return "intake due";
        case Need::none:
            return "up to date";
        case Need::has_left:
            return "left the practice; nothing new comes";
        case Need::is_out:
            return "you are not on their care team any more";
    }
    return "up to date";
}

}  // namespace evenkeel::model
