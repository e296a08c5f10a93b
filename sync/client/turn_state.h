// What the steps of a sync turn share; lives as long as the SyncTurn. For the files of this folder.
#pragma once

#include "sync/client/keyring.h"
#include "sync/client/profile.h"
#include "sync/client/request_counter.h"
#include "sync/client/server_clock.h"
#include "sync/client/sync_turn.h"
#include "sync/wire/messages.h"

#include <map>
#include <set>

namespace evenkeel::client {

struct TurnState {
    // Room in one request for envelopes; the rest of the megabyte is for rosters and the frame.
    static constexpr std::size_t envelope_bytes_max = 900 * 1024;
    static constexpr std::size_t envelope_bytes_min = 80 * 1024;  // one envelope always fits

    TurnState(Profile& profile_, Identity identity_, Keyring keyring_, ServerClock clock_)
        : profile(profile_),
          store(profile_.store()),
          sync(store),
          identity(std::move(identity_)),
          keyring(std::move(keyring_)),
          clock{clock_},
          counter(store) {}

    Profile& profile;
    store::Store& store;
    store::SyncStore sync;
    Identity identity;
    Keyring keyring;
    ServerClock clock;
    RequestCounter counter;

    // Lists of members made here that the server has not taken; made again until it does.
    std::vector<Bytes> staff_proposals;
    std::vector<Bytes> vault_proposals;
    std::vector<InviteId> invites_done;
    // The server lacks lists of members from this number on (vault none: the staff's).
    std::map<VaultId, std::uint32_t> rosters_wanted;
    // Stubs whose author's word has not been seen yet.
    std::map<Hash32, VaultId> unexplained_stubs;
    // Halved when the server says that a request was too large (R32).
    std::size_t request_bytes = envelope_bytes_max;

    SyncReport report;

    void notice(const std::string& sentence) {
        auto& all = report.notices;
        if (std::find(all.begin(), all.end(), sentence) == all.end()) all.push_back(sentence);
    }
    // After the identity or the rosters in the store changed behind the keyring's back.
    Result<void> reload() {
        TRY_ASSIGN(auto stored, load_identity(store));
        if (!stored) return Error(ErrorCode::damaged, "The profile lost its identity.");
        identity = std::move(*stored);
        TRY_ASSIGN(keyring, Keyring::load(store, identity));
        return {};
    }
};

}  // namespace evenkeel::client
