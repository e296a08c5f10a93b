#include "tests/bench/load_client.h"

#include "core/store/sync_store.h"
#include "sync/client/keyring.h"
#include "sync/client/request_counter.h"
#include "sync/trust/envelope.h"
#include "sync/trust/log_object.h"
#include "sync/trust/request_frame.h"
#include "sync/wire/calls.h"
#include "tests/killer/must.h"

#include <array>

namespace evenkeel::bench {

namespace {

// A mood entry with three tags and a note of 40 characters, as core/codec packs it alone.
constexpr std::size_t record_bytes = 130;

wire::VaultCursor cursor_of(const store::VaultRow& vault, const client::Keyring& keyring) {
    wire::VaultCursor cursor{
        .vault = vault.id, .position = vault.cursor, .roster = keyring.roster(vault.id)->number};
    std::copy_n(vault.chain.begin(), cursor.chain.size(), cursor.chain.begin());
    return cursor;
}

wire::TurnRequest empty_turn(store::Store& store, const client::Keyring& keyring) {
    wire::TurnRequest request{.staff_roster = keyring.staff().number};
    const auto epoch = test::must("read the epoch", store.value("sync.server_epoch"));
    test::require(epoch && epoch->size() == wire::ServerEpoch{}.size(),
                  "No server epoch is known.");
    std::copy(epoch->begin(), epoch->end(), request.epoch.emplace().begin());
    return request;
}

// Seals one record after another, and follows the log they will make.
class Sealer {
public:
    Sealer(client::Profile& profile, store::VaultRow vault, client::Keyring& keyring)
        : random_(profile.ports().random),
          keys_(test::must("read the identity", client::load_identity(profile.store()))->keys),
          vault_(std::move(vault)),
          roster_(*keyring.roster(vault_.id)),
          key_(test::must("unwrap the key", keyring.epoch_key(vault_.id, roster_.number))) {}

    Bytes next() {
        const trust::EnvelopeHeader header{.vault = vault_.id,
                                           .author = keys_.id,
                                           .epoch = roster_.number,
                                           .sequence = vault_.own_sequence + 1,
                                           .previous = vault_.own_head,
                                           .roster_hash = roster_.hash};
        Bytes body(record_bytes);
        random_.fill(body);
        Bytes sealed = test::must(
            "seal", trust::seal_envelope(header, key_, keys_.signing.secret, body, random_));
        const auto view = test::must("parse", trust::parse_envelope(sealed));
        ++vault_.own_sequence;
        ++vault_.cursor;
        vault_.own_head = trust::envelope_hash(view);
        vault_.chain = trust::next_log_hash(vault_.chain, vault_.cursor, vault_.own_head);
        return sealed;
    }
    [[nodiscard]] const store::VaultRow& vault() const { return vault_; }
    [[nodiscard]] const trust::DeviceKeys& keys() const { return keys_; }

private:
    Random& random_;
    trust::DeviceKeys keys_;
    store::VaultRow vault_;
    const trust::VaultRoster& roster_;
    trust::EpochKey key_;
};

Bytes framed(const client::Identity& identity, std::uint64_t counter,
             const wire::TurnRequest& request) {
    return trust::make_frame(identity.root, identity.keys.id, counter, wire::encode(request),
                             identity.keys.signing.secret);
}

}  // namespace

std::vector<PreparedTurn> prepare_turns(client::Profile& profile, std::size_t count) {
    store::Store& store = profile.store();
    const auto identity = test::must("read the identity", client::load_identity(store));
    auto keyring = test::must("load the lists", client::Keyring::load(store, *identity));
    store::SyncStore sync(store);
    const auto care = test::must("find the vault", sync.vault(identity->care_vault));
    const auto own = test::must("find the vault", sync.vault(identity->private_vault));
    Sealer sealer(profile, *care, keyring);
    client::RequestCounter counter(store);
    std::vector<PreparedTurn> turns;
    for (std::size_t i = 0; i < count; ++i) {
        wire::TurnRequest request = empty_turn(store, keyring);
        request.vaults = {cursor_of(sealer.vault(), keyring), cursor_of(*own, keyring)};
        request.envelopes = {sealer.next()};
        const std::uint64_t number = test::must("count", counter.next());
        turns.push_back(
            {.request = http_request(identity->server, framed(*identity, number, request)),
             .position = sealer.vault().cursor});
    }
    return turns;
}

LoadClient::LoadClient(const client::ServerAddress& server, std::vector<PreparedTurn> turns)
    : connection_(server), turns_(std::move(turns)) {
    connection_.stop_waiting();
    latencies_ms_.reserve(turns_.size());
}

void LoadClient::begin_turn() {
    if (done()) return;
    since_sent_ = {};
    const Bytes& request = turns_[next_].request;
    // A request of a few hundred bytes always fits the socket's buffer.
    test::require(connection_.write_some(request) == request.size(), "A socket took half a turn.");
}

void LoadClient::go_on() {
    std::array<char, 16 * 1024> buffer{};
    while (const std::size_t count = connection_.read_some(buffer)) {
        received_.append(buffer.data(), count);
        const auto answer = whole_answer(received_);
        if (!answer) continue;
        latencies_ms_.push_back(since_sent_.ms());
        check(*answer);
        received_.clear();
        ++next_;
        begin_turn();
    }
}

void LoadClient::check(const TlsAnswer& answer) const {
    test::require(answer.status == 200,
                  "Under load the server answers " + std::to_string(answer.status));
    const auto response = test::must("parse an answer", wire::parse_turn_response(answer.body));
    test::require(response.receipts.size() == 1 &&
                      response.receipts.front().position == turns_[next_].position,
                  "A record under load has no receipt.");
}

}  // namespace evenkeel::bench
