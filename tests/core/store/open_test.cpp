// Opening a file that is wrong, damaged, newer, in use or on a full disk.
#include "core/store/database.h"
#include "tests/core/store/device.h"
#include "tests/core/store/mailbox.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace evenkeel;
using namespace evenkeel::test;
using store::Store;

namespace {

struct Ports {
    FrozenClock clock;
    SeededRandom random{1};
    PlainIds ids;
    store::Context context{clock, random, ids};
};

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

// A profile with enough in it to have a hundred pages.
void fill(const std::string& path) {
    Device phone(1, Part::client, path);
    for (int i = 0; i < 100; ++i) phone.page(std::string(3000, 'w'));
}

ErrorCode open_code(const std::string& path, Byte key = 7) {
    Ports ports;
    const auto opened = Store::open(path, test_key(key), ports.context);
    REQUIRE_FALSE(opened.ok());
    return opened.error().code();
}

}  // namespace

TEST_CASE("nothing a person typed can be read in the file without its key") {
    TempFolder folder;
    const auto path = folder.file("store.db");
    {
        Device phone(1, Part::client, path);
        phone.page("the words nobody else may read");
        CHECK(read_file(path).find("nobody else") == std::string::npos);
        CHECK(read_file(path + "-wal").find("nobody else") == std::string::npos);
    }
    CHECK(read_file(path).find("nobody else") == std::string::npos);
    CHECK(read_file(path).substr(0, 6) != "SQLite");
}

TEST_CASE("what waited in a file of the first schema still waits in the next one") {
    TempFolder folder;
    Device phone(1, Part::client, folder.file("store.db"));
    auto& sql = phone.store().database().sql();
    for (const char* old :
         {"DROP TABLE quarantine", "DROP TABLE held_deletion",
          "CREATE TABLE quarantine (number INTEGER PRIMARY KEY, "
          "vault INTEGER NOT NULL, due_ms INTEGER NOT NULL, "
          "delta BLOB NOT NULL UNIQUE) STRICT",
          "CREATE TABLE held_deletion (number INTEGER PRIMARY KEY, "
          "vault INTEGER NOT NULL, delta BLOB NOT NULL UNIQUE) STRICT",
          "INSERT INTO quarantine VALUES (1, 1, 5, x'01')",
          "INSERT INTO held_deletion VALUES (1, 1, x'02')",
          "ALTER TABLE outbox DROP COLUMN elsewhere", "PRAGMA user_version = 1"}) {
        must(sql.execute(old));
    }
    phone.reopen();
    CHECK(must(phone.sync().quarantined_count()) == 1);
    CHECK(must(phone.sync().held_deletions()) == 1);
}

TEST_CASE("a wrong key is told from a damaged file") {
    TempFolder folder;
    const auto path = folder.file("store.db");
    fill(path);
    CHECK(open_code(path, 8) == ErrorCode::wrong_passphrase);

    const std::string whole = read_file(path);
    REQUIRE(whole.size() > 100'000);
    std::string bytes = whole;
    bytes[100] = static_cast<char>(bytes[100] ^ 1);  // in the first page, behind the salt
    write_file(path, bytes);
    CHECK(open_code(path) == ErrorCode::damaged);
}

TEST_CASE("flipped bytes further in are damage when they are read, never wrong values") {
    TempFolder folder;
    const auto path = folder.file("store.db");
    fill(path);
    std::string bytes = read_file(path);
    for (std::size_t at = 4096 * 6 + 50; at < bytes.size(); at += 4096) {
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
    }
    write_file(path, bytes);
    Ports ports;
    auto opened = Store::open(path, test_key(), ports.context);
    if (!opened.ok()) {
        CHECK(opened.error().code() == ErrorCode::damaged);
        return;
    }
    const auto listed = opened.value()->list({.record = care_vault});
    REQUIRE_FALSE(listed.ok());
    CHECK(listed.error().code() == ErrorCode::damaged);
}

TEST_CASE("a file of a newer version is refused, and not one byte of it changes") {
    TempFolder folder;
    const auto path = folder.file("store.db");
    fill(path);
    {
        Ports ports;
        auto opened = must(Store::open(path, test_key(), ports.context));
        must(opened->database().sql().execute("PRAGMA user_version = 999"));
    }
    const auto before = read_file(path);
    CHECK(open_code(path) == ErrorCode::unsupported);
    CHECK(read_file(path) == before);
}

TEST_CASE("a file of the first schema opens, and what waited in it is released in its time") {
    TempFolder folder;
    const auto path = folder.file("store.db");
    Device phone(1, Part::client);
    Mailbox mailbox;
    phone.clock.time = phone.clock.time + ms_per_hour;
    const auto early = phone.mood(7);
    mailbox.push(phone);
    Device laptop(2, Part::client, path);
    CHECK(mailbox.pull(laptop).quarantined == 1);
    auto& sql = laptop.store().database().sql();
    must(sql.execute("DROP INDEX quarantine_by_delta"));
    must(sql.execute("ALTER TABLE quarantine DROP COLUMN id"));
    must(sql.execute("ALTER TABLE outbox DROP COLUMN elsewhere"));
    must(sql.execute("PRAGMA user_version = 1"));
    laptop.reopen();
    CHECK(must(laptop.sync().release_quarantined(phone.clock.time)).deltas_applied == 1);
    CHECK(laptop.say(early) == "mood 7");
}

TEST_CASE("a full disk is said, and what was saved before is safe") {
    TempFolder folder;
    const auto path = folder.file("store.db");
    EntityId id;
    {
        Device phone(1, Part::client, path);
        id = phone.page("saved");
        must(phone.store().database().sql().execute("PRAGMA max_page_count = 60"));
        store::Operation operation(phone.store(), care_vault, "journal page");
        for (int i = 0; i < 20; ++i) {
            must(operation.write(
                {.kind = EntityKind::journal_page,
                 .fragment = page_fragment(std::string(19'000, 'w'), phone.clock.time)}));
        }
        const auto result = operation.commit();
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code() == ErrorCode::disk_full);
        CHECK(phone.say(id) == "text saved");
        CHECK(must(phone.store().list({.record = care_vault})).size() == 1);
        phone.mood(3);
    }
    Device again(1, Part::client, path);
    CHECK(again.say(id) == "text saved");
}

TEST_CASE("a file another program is writing is busy, which is no damage") {
    TempFolder folder;
    const auto path = folder.file("store.db");
    Device phone(1, Part::client, path);
    Device other(1, Part::client, path);
    must(other.store().database().sql().execute("PRAGMA busy_timeout = 1"));
    const auto result = phone.store().transaction(
        [&]() -> Result<void> { return other.store().set_value("theme", Bytes{1}); });
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code() == ErrorCode::busy);
}

TEST_CASE("a folder that is not there is said plainly") {
    CHECK(open_code("/no/such/folder/store.db") == ErrorCode::not_found);
}

TEST_CASE("no error sentence carries anything a person typed") {
    TempFolder folder;
    Device phone(1, Part::client, folder.file("store.db"));
    store::Operation operation(phone.store(), care_vault, "journal page");
    const auto result =
        operation.write({.kind = EntityKind::journal_page,
                         .fragment = page_fragment(std::string(70'000, 'w'), phone.clock.time)});
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().sentence().find("www") == std::string::npos);
}
