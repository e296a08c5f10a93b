#include "sync/client/access_log.h"

#include "sync/client/enrolment_call.h"
#include "sync/client/members.h"
#include "sync/trust/log_object.h"

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

std::string head_name(VaultId record) { return "access.head." + to_hex(record); }

Result<std::vector<AccessHead>> seen_heads(store::Store& store, VaultId record) {
    TRY_ASSIGN(const auto bytes, store.value(head_name(record)));
    if (!bytes || bytes->size() != 40) return std::vector<AccessHead>{};
    AccessHead head{.index = read_big_endian<std::uint64_t>(*bytes)};
    std::copy_n(bytes->begin() + 8, head.hash.size(), head.hash.begin());
    return std::vector{head};
}

Result<void> keep_head(store::Store& store, VaultId record, const AccessHead& head) {
    Bytes bytes;
    append_big_endian(bytes, head.index);
    append(bytes, head.hash);
    return store.set_value(head_name(record), bytes);
}

struct Download {
    std::vector<wire::AccessLogEntry> entries;
    std::vector<AccessHead> claimed;  // heads the server named on the way
};

// Reading is itself noted, so the log may be one line longer at each page: it ends where a page
// brings nothing new but that.
Result<Download> download(Profile& profile, const Identity& identity, VaultId record,
                          Transport& transport) {
    Download download;
    for (int page = 0; page < pages_max; ++page) {
        wire::TurnRequest request;
        request.page_bytes_max = 1;
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
        if (lines.size() < 2) break;
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
        head.index = entry.index;
        head.hash = trust::next_access_hash(head.hash, {.index = entry.index,
                                                        .utc_ms = entry.when.ms,
                                                        .device = entry.device,
                                                        .action = entry.action,
                                                        .vault = record,
                                                        .result = entry.result});
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
    TRY_ASSIGN(const Download log, download(profile, *identity, record, *transport));
    TRY_ASSIGN(auto known, seen_heads(store, record));
    const std::uint64_t length_known = known.empty() ? 0 : known.front().index;
    known.insert(known.end(), log.claimed.begin(), log.claimed.end());
    TRY_ASSIGN(const AccessHead head, verify_access_log(record, log.entries, known));
    // A log that is shorter than it was has lost lines.
    if (head.index < length_known) return altered();
    TRY(keep_head(store, record, head));

    TRY_ASSIGN(const Keyring keyring, Keyring::load(store, *identity));
    TRY_ASSIGN(const auto names, names_in(store, record));
    std::vector<AccessLine> lines;
    for (const wire::AccessLogEntry& entry : log.entries) {
        AccessLine line{.index = entry.index,
                        .when = entry.when,
                        .device = entry.device,
                        .action = entry.action,
                        .result = entry.result};
        if (const auto* member = keyring.member(record, entry.device)) line.user = member->user;
        if (const auto name = names.find(line.user); name != names.end()) line.name = name->second;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace evenkeel::client
