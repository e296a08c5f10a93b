// What becomes of pushed envelopes: R1, R2, R4, R13, R15, R16, R30 and the ends of removed devices.
#include "tests/sync/server/practice_world.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <sys/resource.h>

namespace evenkeel::server {
namespace {

ByteArray<16> chain_after(const std::vector<Hash32>& hashes) {
    Hash32 chain{};
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        chain = trust::next_log_hash(chain, i + 1, hashes[i]);
    }
    ByteArray<16> start{};
    std::copy_n(chain.begin(), start.size(), start.begin());
    return start;
}

Hash32 hash_of(ByteView envelope) {
    return trust::envelope_hash(trust::parse_envelope(envelope).value());
}

TEST_CASE("envelopes are stored once, however often and in whatever batches they come") {
    Practice practice;
    std::vector<Bytes> all;
    for (int i = 0; i < 4; ++i)
        all.push_back(practice.notary.envelope(practice.client, practice.care));
    auto& server = practice.server;
    const auto push = [&](std::size_t from, std::size_t count) {
        const std::vector<Bytes> part(all.begin() + static_cast<std::ptrdiff_t>(from),
                                      all.begin() + static_cast<std::ptrdiff_t>(from + count));
        return text_of(server.turn(practice.notary, practice.client, {.envelopes = part}));
    };
    CHECK(push(0, 2) == "stored 1 at 1 x2\n");
    CHECK(push(0, 4) == "stored 1 at 1 x4\n");
    CHECK(push(3, 1) == "stored 4 at 4 x1\n");
    CHECK(push(1, 1) == "stored 2 at 2 x1\n");
    CHECK(server.storage().counts().value().envelopes == 4);
}

TEST_CASE("the same place with other bytes is a fork, and nothing is stored") {
    Practice practice;
    TestDevice copy = practice.client;
    const Bytes first = practice.notary.envelope(practice.client, practice.care);
    const Bytes other = practice.notary.envelope(copy, practice.care);
    practice.server.turn(practice.notary, practice.client, {.envelopes = {first}});
    CHECK(text_of(practice.server.turn(practice.notary, practice.client, {.envelopes = {other}})) ==
          "refused 4 detail 0\n");
    CHECK(practice.server.storage().counts().value().envelopes == 1);
}

TEST_CASE("a gap is refused with the sequence that is wanted, and one bad item stops no other") {
    Practice practice;
    const Bytes first = practice.notary.envelope(practice.client, practice.care);
    const Bytes second = practice.notary.envelope(practice.client, practice.care);
    Bytes forged = first;
    forged[200] ^= 1;
    auto& server = practice.server;
    CHECK(text_of(server.turn(practice.notary, practice.client, {.envelopes = {second}})) ==
          "refused 3 detail 1\n");
    CHECK(text_of(server.turn(practice.notary, practice.client,
                              {.envelopes = {forged, Bytes(9, 9), first, second}})) ==
          "stored 1 at 1 x2\nrefused 1 detail 0\nrefused 1 detail 0\n");
}

TEST_CASE("a device is given others' envelopes and only told of its own") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const Bytes hers = notary.envelope(client, care);
    const Bytes his = notary.envelope(admin, care);
    const Bytes hers_again = notary.envelope(client, care);
    server.turn(notary, client, {.envelopes = {hers}});
    server.turn(notary, admin, {.envelopes = {his}});
    server.turn(notary, client, {.envelopes = {hers_again}});

    const auto page = server.turn(notary, client).vaults.at(0);
    REQUIRE(page.items.size() == 3);
    CHECK(page.items[0].own_sequence == 1);
    CHECK(page.items[1].envelope == his);
    CHECK(page.items[2].own_sequence == 2);
    CHECK(page.position == 3);
    CHECK(page.own_sequence == 2);
    CHECK(page.own_head == hash_of(hers_again));
}

TEST_CASE("after pushing, the next pull of a device that read its receipts is idle and small") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    std::vector<Bytes> all;
    std::vector<Hash32> hashes;
    for (int i = 0; i < 300; ++i) {
        all.push_back(notary.envelope(client, care));
        hashes.push_back(hash_of(all.back()));
    }
    client.cursors[0].position = 0;
    const auto pushed = server.turn(notary, client, {.envelopes = all});
    CHECK(text_of(pushed) == "stored 1 at 1 x300\n");
    CHECK((pushed.vaults.empty() || pushed.vaults[0].items.empty()));

    client.cursors[0].position = 300;
    client.cursors[0].chain = chain_after(hashes);
    wire::TurnRequest idle{.epoch = pushed.epoch, .staff_roster = 1, .vaults = client.cursors};
    const Bytes frame = trust::make_frame(notary.staff.root(), client.keys.id, ++client.counter,
                                          wire::encode(idle), client.keys.signing.secret);
    const Reply reply = server.post(frame);
    CHECK(reply.status == Status::ok);
    CHECK(frame.size() <= 200);      // and about 180 bytes of HTTP around it
    CHECK(reply.body.size() <= 40);  // and 40 bytes of HTTP around it
}

TEST_CASE("a cursor is continued where it stands, and pages are cut by size without loss") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    std::vector<Bytes> all;
    std::vector<Hash32> hashes;
    for (int i = 0; i < 20; ++i) {
        all.push_back(notary.envelope(client, care, 60'000));
        hashes.push_back(hash_of(all.back()));
    }
    for (const Bytes& envelope : all) server.turn(notary, client, {.envelopes = {envelope}});

    std::vector<Bytes> received;
    int turns = 0;
    bool more = true;
    while (more && turns < 10) {
        const auto response = server.turn(notary, admin);
        REQUIRE(response.vaults.size() == 1);
        CHECK(wire::encode(response).size() <= 1024 * 1024);
        for (const auto& item : response.vaults[0].items) received.push_back(item.envelope);
        admin.cursors[0].position = response.vaults[0].position;
        admin.cursors[0].chain =
            chain_after({hashes.begin(), hashes.begin() + static_cast<long>(received.size())});
        more = response.more;
        ++turns;
    }
    CHECK(received == all);
    CHECK(turns == 2);
}

TEST_CASE("a server that lost its end says where to look, and takes everything back from anybody") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const Bytes first = notary.envelope(client, care);
    const Bytes lost = notary.envelope(client, care);
    server.turn(notary, client, {.envelopes = {first}});

    // The admin had read two; the server was restored to a state with one.
    admin.cursors[0].position = 2;
    admin.cursors[0].chain = chain_after({hash_of(first), hash_of(lost)});
    auto response = server.turn(notary, admin);
    REQUIRE(response.vaults.size() == 1);
    CHECK(response.vaults[0].reset);
    CHECK(response.vaults[0].reset_position == 1);
    CHECK(response.vaults[0].items.empty());

    admin.cursors[0].position = 1;
    admin.cursors[0].chain = chain_after({hash_of(first)});
    response = server.turn(notary, admin, {.envelopes = {lost}});
    CHECK(text_of(response) == "stored 2 at 2 x1\n");
    CHECK(response.receipts[0].author == client.keys.id);

    admin.cursors[0].chain[0] ^= 1;  // another log altogether
    response = server.turn(notary, admin);
    CHECK(response.vaults[0].reset);
    CHECK(response.vaults[0].reset_position == 0);
}

TEST_CASE("a removed device ends at its cut, and what lies before still counts") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const Bytes before = notary.envelope(admin, care);
    const Bytes within = notary.envelope(admin, care);
    const Bytes beyond = notary.envelope(admin, care);
    server.turn(notary, admin, {.envelopes = {before}});

    const auto cut_at = [&](std::uint64_t sequence, const Hash32& hash) {
        return [&, sequence, hash](trust::VaultRoster& draft) {
            trust::remove_device(draft, {admin.keys.id, sequence, hash, false});
        };
    };
    // Below what is stored: others may have read it.
    const Bytes too_early = notary.propose_roster(care, client, cut_at(0, Hash32{}));
    CHECK(text_of(server.turn(notary, client, {.vault_rosters = {too_early}})) ==
          "refused 5 detail 2\n");
    const Bytes third = notary.next_roster(care, client, cut_at(2, hash_of(within)));
    CHECK(text_of(server.turn(notary, client, {.vault_rosters = {third}})) == "roster 3\n");

    // The client had received both from elsewhere.
    CHECK(text_of(server.turn(notary, client, {.envelopes = {within, beyond}})) ==
          "stored 2 at 2 x1\nrefused 7 detail 0\n");
    const auto former = server.turn(notary, admin, {.envelopes = {beyond}});
    CHECK(text_of(former) == "refused 7 detail 0\n");
    REQUIRE(former.vaults.size() == 1);
    CHECK(former.vaults[0].rosters == std::vector<Bytes>{third});
    CHECK(former.vaults[0].items.empty());
}

TEST_CASE("an envelope under an unknown roster waits for that roster") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const Bytes third = notary.next_roster(care, client, [](trust::VaultRoster&) {});
    const Bytes sealed = notary.envelope(client, care);
    CHECK(text_of(server.turn(notary, client, {.envelopes = {sealed}})) == "refused 8 detail 0\n");
    CHECK(text_of(server.turn(notary, client, {.envelopes = {sealed}, .vault_rosters = {third}})) ==
          "roster 3\nstored 1 at 1 x1\n");
}

TEST_CASE("a redaction leaves the stub, keeps every hash, and is itself delivered") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const Bytes first = notary.envelope(client, care);
    const Bytes second = notary.envelope(client, care);
    server.turn(notary, client, {.envelopes = {first, second}});
    const Bytes by_other = notary.redaction(admin, first);
    const Bytes redaction = notary.redaction(client, first);
    CHECK(text_of(server.turn(notary, admin, {.log_objects = {by_other}})) ==
          "refused 1 detail 0\n");
    CHECK(text_of(server.turn(notary, client, {.log_objects = {redaction}})) == "object at 3\n");
    CHECK(text_of(server.turn(notary, client, {.log_objects = {redaction}})) == "object at 3\n");

    const auto items = server.turn(notary, admin).vaults.at(0).items;
    REQUIRE(items.size() == 3);
    CHECK(items[0].envelope == trust::make_stub(trust::parse_envelope(first).value()));
    CHECK(items[1].envelope == second);
    CHECK(items[2].log_object == redaction);
    // The author's retry of the whole envelope is answered, and brings nothing back.
    CHECK(text_of(server.turn(notary, client, {.envelopes = {first}})) == "stored 1 at 1 x1\n");
    CHECK(server.turn(notary, admin).vaults.at(0).items[0].envelope.size() == 232);
    // A stub alone is no envelope.
    const Bytes third = notary.envelope(client, care);
    const Bytes stub = trust::make_stub(trust::parse_envelope(third).value());
    CHECK(text_of(server.turn(notary, client, {.envelopes = {stub}})) == "refused 1 detail 0\n");
    CHECK(text_of(server.turn(
              notary, admin,
              {.envelopes = {stub}, .log_objects = {notary.redaction(client, third)}})) ==
          "stored 3 at 4 x1\nobject at 5\n");
}

TEST_CASE("a redaction of a place no envelope can have is refused") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    for (const std::uint64_t sequence : {std::uint64_t{1} << 63, UINT64_MAX}) {
        const Bytes redaction = trust::sign_redaction(
            {care.id, client.keys.id, sequence, {}, client.keys.id}, client.keys.signing.secret);
        CHECK(text_of(server.turn(notary, client, {.log_objects = {redaction}})) ==
              "refused 1 detail 0\n");
    }
}

TEST_CASE("a void mark fills the place of an envelope that was refused for good") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const Bytes bad = notary.envelope(client, care);
    const Bytes next = notary.envelope(client, care);
    const Bytes mark = notary.void_mark(client, bad);
    CHECK(text_of(server.turn(notary, client, {.envelopes = {next}, .log_objects = {mark}})) ==
          "object at 1\nstored 2 at 2 x1\n");
    CHECK(text_of(server.turn(notary, client, {.envelopes = {next}, .log_objects = {mark}})) ==
          "stored 2 at 2 x1\nobject at 1\n");
    const auto items = server.turn(notary, admin).vaults.at(0).items;
    REQUIRE(items.size() == 2);
    CHECK(items[0].log_object == mark);
    CHECK(items[1].envelope == next);
    // The author too is given the mark itself, not only told of a place of its own.
    CHECK(server.turn(notary, client).vaults.at(0).items[0].log_object == mark);
}

TEST_CASE("everything is as it was after the server starts again") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const Bytes first = notary.envelope(client, care);
    server.turn(notary, client, {.envelopes = {first}});
    const auto before = server.turn(notary, admin);
    server.reopen();
    const auto after = server.turn(notary, admin);
    CHECK(after.epoch == before.epoch);
    CHECK(after.vaults.at(0).items.at(0).envelope == first);
    const Bytes second = notary.envelope(client, care);
    CHECK(text_of(server.turn(notary, client, {.envelopes = {second}})) == "stored 2 at 2 x1\n");
}

// Files of this process may not grow beyond `bytes` while it lives.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit less{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &less);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
};

TEST_CASE("a full disk is answered with 503, loses nothing, and everything goes on afterwards") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    std::vector<Bytes> all;
    for (int i = 0; i < 40; ++i) all.push_back(notary.envelope(client, care, 60'000));
    std::size_t stored = 0;
    Status status = Status::ok;
    {
        const FullDisk full(1024UL * 1024);
        while (stored < all.size()) {
            status = server.post_turn(notary, client, {.envelopes = {all[stored]}}).status;
            if (status != Status::ok) break;
            ++stored;
        }
        CHECK(status == Status::unavailable);
        CHECK(server.post_turn(notary, client, {.envelopes = {all[stored]}}).status ==
              Status::unavailable);
    }
    CHECK(server.storage().counts().value().envelopes == stored);
    CHECK(text_of(server.turn(notary, client, {.envelopes = {all[stored]}})) ==
          "stored " + std::to_string(stored + 1) + " at " + std::to_string(stored + 1) + " x1\n");
}

}  // namespace
}  // namespace evenkeel::server
