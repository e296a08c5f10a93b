// The thin layer over SQLite.
#include "core/sql/database.h"

#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using sql::Connection;
using sql::Reading;
using sql::Transaction;

namespace {

std::unique_ptr<Connection> open_memory() {
    auto opened = Connection::open(":memory:", {});
    REQUIRE(opened.ok());
    auto connection = std::move(opened).value();
    REQUIRE(connection->execute("CREATE TABLE pair (name TEXT, bytes BLOB, number INTEGER) STRICT")
                .ok());
    return connection;
}

std::int64_t count(Connection& connection) {
    return connection.number("SELECT count(*) FROM pair").value().value_or(-1);
}

}  // namespace

TEST_CASE("what is bound is read back: text, bytes, numbers, blanks") {
    auto connection = open_memory();
    const std::optional<std::int64_t> none;
    REQUIRE(
        connection->run("INSERT INTO pair VALUES (?, ?, ?)", std::string("a"), Bytes{}, none).ok());
    REQUIRE(connection
                ->run("INSERT INTO pair VALUES (?, ?, ?)", std::string(""), Bytes{0, 1},
                      std::uint64_t{0xffffffffffffffffULL})
                .ok());
    auto rows =
        std::move(connection->query("SELECT name, bytes, number FROM pair ORDER BY rowid")).value();
    REQUIRE(rows.step().value());
    CHECK(rows.text(0) == "a");
    CHECK_FALSE(rows.is_null(1));
    CHECK(rows.blob(1).empty());
    CHECK(rows.is_null(2));
    REQUIRE(rows.step().value());
    CHECK(rows.text(0).empty());
    CHECK(to_bytes(rows.blob(1)) == Bytes{0, 1});
    CHECK(rows.unsigned_integer(2) == 0xffffffffffffffffULL);
    CHECK_FALSE(rows.step().value());
}

TEST_CASE("one text may run inside itself") {
    auto connection = open_memory();
    for (int i = 0; i < 3; ++i)
        REQUIRE(connection->run("INSERT INTO pair (number) VALUES (?)", i).ok());
    int seen = 0;
    for (int depth = 0; depth < 1; ++depth) {
        auto outer = std::move(connection->query("SELECT number FROM pair")).value();
        while (outer.step().value()) {
            auto inner = std::move(connection->query("SELECT number FROM pair")).value();
            while (inner.step().value()) ++seen;
        }
    }
    CHECK(seen == 9);
}

TEST_CASE("a transaction that is not committed never was, an inner one goes alone") {
    auto connection = open_memory();
    {
        auto outer = std::move(Transaction::begin(*connection)).value();
        REQUIRE(connection->run("INSERT INTO pair (number) VALUES (1)").ok());
        {
            auto inner = std::move(Transaction::begin(*connection)).value();
            REQUIRE(connection->run("INSERT INTO pair (number) VALUES (2)").ok());
        }
        CHECK(count(*connection) == 1);
        REQUIRE(outer.commit().ok());
    }
    CHECK(count(*connection) == 1);
    {
        auto outer = std::move(Transaction::begin(*connection)).value();
        REQUIRE(connection->run("INSERT INTO pair (number) VALUES (3)").ok());
    }
    CHECK(count(*connection) == 1);
    CHECK_FALSE(connection->in_transaction());
}

TEST_CASE("what is read at once is of one moment, whoever writes meanwhile") {
    const test::ScratchFolder folder;
    const auto one = std::move(Connection::open(folder.path("file.db"), {})).value();
    const auto other = std::move(Connection::open(folder.path("file.db"), {})).value();
    REQUIRE(one->execute("PRAGMA journal_mode = WAL; CREATE TABLE pair (number INTEGER)").ok());
    {
        const auto reading = std::move(Reading::begin(*one)).value();
        const auto inner = std::move(Reading::begin(*one)).value();
        CHECK(count(*one) == 0);
        REQUIRE(other->run("INSERT INTO pair VALUES (1)").ok());
        CHECK(count(*one) == 0);
    }
    CHECK(count(*one) == 1);
}

TEST_CASE("nothing can be saved while something is read at once, and again afterwards") {
    auto connection = open_memory();
    {
        const auto reading = std::move(Reading::begin(*connection)).value();
        const auto refused = Transaction::begin(*connection);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code() == ErrorCode::internal);
    }
    auto transaction = std::move(Transaction::begin(*connection)).value();
    REQUIRE(connection->run("INSERT INTO pair (number) VALUES (1)").ok());
    {
        const auto reading = std::move(Reading::begin(*connection)).value();
        CHECK(count(*connection) == 1);
    }
    REQUIRE(transaction.commit().ok());
    CHECK(count(*connection) == 1);
}

TEST_CASE("a wrong number of parameters is a bug that shows") {
    auto connection = open_memory();
    const auto result = connection->run("INSERT INTO pair (number) VALUES (?)", 1, 2);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code() == ErrorCode::internal);
}

TEST_CASE("an error names the code, never the values") {
    auto connection = open_memory();
    const auto result =
        connection->run("INSERT INTO pair (number) VALUES (?)", std::string("secret"));
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().sentence().find("secret") == std::string::npos);
}

TEST_CASE("no statement can rewrite the schema behind SQLite's back") {
    auto connection = open_memory();
    REQUIRE(connection->execute("PRAGMA writable_schema = ON").ok());
    CHECK_FALSE(connection->execute("UPDATE sqlite_schema SET sql = 'broken'").ok());
    CHECK(count(*connection) == 0);
}
