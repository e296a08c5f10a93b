#include "sync/client/access_log.h"

#include "sync/client/enrolment_call.h"
#include "sync/client/members.h"

namespace evenkeel::client {
namespace {

// At 512 lines a turn, more than a record of many years has.
constexpr int pages_max = 2048;

Error altered() {
    return {
        ErrorCode::refused,
        "The server's access log was altered, or belongs to another server. Keep this device as "
        "it is and tell the practice."};
}

struct Download {
    std::vector<wire::AccessLogEntry> entries;
    std::vector<AccessHead> claimed;  // heads the server named on the way
};

// The index of the newest line, as the server named it first.
std::uint64_t newest_index(const Download& download) {
    return download.claimed.empty() ? UINT64_MAX : download.claimed.front().index;
}

// Reading is itself noted, so the log is longer after each page: it is read up to where it was
// after the first.
Result<Download> download(Profile& profile, const Identity& identity, const Keyring& keyring,
                          VaultId record, Transport& transport) {
    TRY_ASSIGN(wire::TurnRequest request, request_beside_turn(profile.store(), keyring));
    Download download;
    for (int page = 0; page < pages_max; ++page) {
        request.access_log =
            wire::AccessLogQuery{.vault = record, .from_index = download.entries.size() + 1};
        TRY_ASSIGN(const wire::TurnResponse response,
                   signed_turn(profile, identity, transport, request));
        if (response.access_log_vault != record) break;
        for (const wire::VaultPage& vault : response.vaults) {
            if (vault.vault != record || !vault.access_head) continue;
            download.claimed.push_back({.index = vault.access_index, .hash = *vault.access_head});
        }
        const auto& lines = response.access_log;
        download.entries.insert(download.entries.end(), lines.begin(), lines.end());
        if (lines.size() < 2 || download.entries.size() >= newest_index(download)) break;
    }
    return download;
}

}  // namespace

Literal describe_access(std::uint16_t action) {
    switch (static_cast<AccessAction>(action)) {
        case AccessAction::transfer:
            return "was given entries";
        case AccessAction::roster:
            return "changed the list of members";
        case AccessAction::refusal:
            return "was refused something";
        case AccessAction::log_read:
            return "read this log";
    }
    return "did something this version does not know";
}

Result<AccessHead> verify_access_log(VaultId record,
                                     const std::vector<wire::AccessLogEntry>& entries,
                                     const std::vector<AccessHead>& seen) {
    AccessHead head;
    for (const wire::AccessLogEntry& entry : entries) {
        if (entry.index != head.index + 1) return altered();
        head = next_access_head(record, head, entry);
        for (const AccessHead& known : seen) {
            if (known.index == head.index && known.hash != head.hash) return altered();
        }
    }
    return head;
}

Result<std::vector<AccessLine>> fetch_access_log(Profile& profile, VaultId record,
                                                 const Connect& connect) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const auto identity, load_identity(store));
    if (!identity) return Error(ErrorCode::refused, "This profile has not joined a practice yet.");
    const std::unique_ptr<Transport> transport = connect(identity->server);
    TRY_ASSIGN(const Keyring keyring, Keyring::load(store, *identity));
    TRY_ASSIGN(const Download log, download(profile, *identity, keyring, record, *transport));
    TRY_ASSIGN(const AccessHead seen, seen_access_head(store, record));
    std::vector<AccessHead> known = log.claimed;
    known.push_back(seen);
    TRY_ASSIGN(const AccessHead head, verify_access_log(record, log.entries, known));
    // A log that is shorter than it was has lost lines.
    if (head.index < seen.index) return altered();
    TRY(keep_access_head(store, record, head));

    TRY_ASSIGN(const auto names, names_in(store, record));
    std::vector<AccessLine> lines;
    for (const wire::AccessLogEntry& entry : log.entries) {
        AccessLine line{.index = entry.index,
                        .when = entry.when,
                        .device = entry.device,
                        .action = entry.action,
                        .result = entry.result};
        if (const auto* member = keyring.member(record, entry.device)) {
            line.user = member->user;
            line.is_staff = member->role == trust::VaultRole::clinician;
        }
        if (const auto name = names.find(line.user); name != names.end()) line.name = name->second;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace evenkeel::client
