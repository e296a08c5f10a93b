// A server that lies about a record's access log is found out at ordinary sync turns.
#include "sync/client/access_log.h"
#include "tests/sync/client/world.h"

namespace evenkeel::client {
namespace {

// A clinician's device that has seen how far the access log of the client's record goes.
struct Watched {
    World world;
    Device* reader = nullptr;
    std::uint32_t moods = 0;

    Watched() {
        world.settle();
        reader = world.clinician.get();
        read_something();
    }
    // The reader is given an entry, so the log gets a line and its new head comes along.
    SyncReport read_something() {
        world.client->log_mood(moods++ % 10);
        world.client->sync();
        return reader->sync();
    }
    [[nodiscard]] AccessHead seen() const {
        return seen_access_head(reader->profile->store(), world.record).value();
    }
    // What the next head is turned into.
    void lie(const std::function<void(wire::VaultPage&)>& change) {
        reader->wire->tamper = [this, change](wire::TurnResponse& response) {
            for (wire::VaultPage& page : response.vaults) {
                if (page.vault == world.record && page.access_head) change(page);
            }
        };
    }
};

bool tells_of_it(const SyncReport& report) {
    return std::ranges::any_of(report.notices, [](const std::string& notice) {
        return notice.starts_with("The server's access log of a record was altered");
    });
}

// The head that `lines` lead to from `before`.
AccessHead head_of(VaultId record, AccessHead before,
                   const std::vector<wire::AccessLogEntry>& lines) {
    for (const wire::AccessLogEntry& line : lines) {
        before = next_access_head(record, before, line);
    }
    return before;
}

}  // namespace

TEST_CASE("an access log that only grows is followed line by line, without a word") {
    Watched watched;
    const AccessHead before = watched.seen();
    REQUIRE(before.index > 0);
    CHECK_FALSE(tells_of_it(watched.read_something()));
    CHECK(watched.seen().index == before.index + 1);

    // More lines than one answer tells of are caught up with.
    Device& client = *watched.world.client;
    for (int i = 0; i < 70; ++i) {
        REQUIRE(
            fetch_access_log(*client.profile, watched.world.record, watched.world.connect(client))
                .ok());
    }
    for (int i = 0; i < 3; ++i) CHECK_FALSE(tells_of_it(watched.read_something()));
    const auto lines = fetch_access_log(*watched.reader->profile, watched.world.record,
                                        watched.world.connect(*watched.reader));
    REQUIRE(lines.ok());
    CHECK_FALSE(tells_of_it(watched.read_something()));
}

TEST_CASE("a shortened, rewritten, forked or withheld access log is told at the next turn") {
    Watched watched;
    const AccessHead before = watched.seen();
    SECTION("shortened") {
        watched.lie([&](wire::VaultPage& page) {
            page.access_index = before.index - 1;
            page.access_lines.clear();
        });
    }
    SECTION("its newest line rewritten") {
        watched.lie([&](wire::VaultPage& page) {
            page.access_index = before.index;
            page.access_lines.clear();
        });
    }
    SECTION("an earlier line rewritten, and all that follows fits it") {
        watched.lie([&](wire::VaultPage& page) {
            AccessHead forged = before;
            forged.hash[0] ^= 1;
            page.access_head = head_of(watched.world.record, forged, page.access_lines).hash;
        });
    }
    SECTION("another line than the one that its head stands for") {
        watched.lie([](wire::VaultPage& page) { page.access_lines.at(0).device = DeviceId{}; });
    }
    SECTION("a line taken out") {
        watched.lie([&](wire::VaultPage& page) {
            for (wire::AccessLogEntry& line : page.access_lines) ++line.index;
            page.access_index += 1;
            page.access_head = head_of(watched.world.record, before, page.access_lines).hash;
        });
    }
    SECTION("lines withheld") {
        watched.lie([](wire::VaultPage& page) { page.access_lines.clear(); });
    }
    const SyncReport report = watched.read_something();
    INFO(describe(report));
    CHECK(tells_of_it(report));
    CHECK(report.state == SyncState::settled);  // the entries themselves are not held up
    // What was seen is kept as the proof, also over a restart; the true log goes on from it.
    CHECK(watched.seen().hash == before.hash);
    watched.reader->close();
    watched.reader->open();
    CHECK_FALSE(tells_of_it(watched.read_something()));
    CHECK(watched.seen().index > before.index);
}

TEST_CASE("a server that was restored begins its access log anew, and that it was is told") {
    Watched watched;
    watched.world.server.found(watched.world.files.path("new-server"),
                               watched.world.client->identity().root);
    watched.world.sync_all();
    const SyncReport report = watched.read_something();
    INFO(describe(report));
    CHECK_FALSE(tells_of_it(report));
    CHECK_FALSE(report.notices.empty());
}

}  // namespace evenkeel::client
