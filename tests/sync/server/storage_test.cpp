// What stays in the server's files, and what does not.
#include "tests/sync/server/practice_world.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace evenkeel::server {
namespace {

std::string waiting_log(const std::string& folder) { return folder + "/" + log_file_name + "-wal"; }

// Whether any file of the server holds the middle of a sealed envelope.
bool holds(const std::string& folder, ByteView envelope) {
    const ByteView wanted = envelope.subspan(trust::envelope_stub_bytes, 16);
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream stream(file.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        if (bytes.find(as_text(wanted)) != std::string::npos) return true;
    }
    return false;
}

TEST_CASE("no file of a server that tidied up holds what was redacted") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const Bytes envelope = notary.envelope(client, care);
    server.turn(notary, client, {.envelopes = {envelope}});
    REQUIRE(server.storage().tidy_up().ok());
    REQUIRE(holds(folder.path(), envelope));

    server.turn(notary, client, {.log_objects = {notary.redaction(client, envelope)}});
    REQUIRE(server.storage().tidy_up().ok());
    CHECK_FALSE(holds(folder.path(), envelope));
}

TEST_CASE("a quiet moment keeps the length of the log that commits are written to") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    server.turn(notary, client, {.envelopes = {notary.envelope(client, care)}});
    const auto length = std::filesystem::file_size(waiting_log(folder.path()));
    REQUIRE(length > 0);

    REQUIRE(server.storage().tidy_up().ok());
    server.turn(notary, client);
    CHECK(std::filesystem::file_size(waiting_log(folder.path())) == length);
}

}  // namespace
}  // namespace evenkeel::server
