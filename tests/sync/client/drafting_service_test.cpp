// Where a model that drafts may be: over TLS, or on this very device.
#include "sync/client/drafting_service.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::client;

namespace {

bool is_taken(const std::string& url) { return check({.url = url, .model = "small"}).ok(); }

}  // namespace

TEST_CASE("a model is asked over TLS, or on this very device") {
    CHECK(is_taken("https://models.example/v1"));
    CHECK(is_taken("https://models.example:8080/v1/"));
    CHECK(is_taken("http://localhost:11434/v1"));
    CHECK(is_taken("http://127.0.0.1:11434/v1"));
    CHECK(is_taken("http://[::1]:11434/v1"));
    CHECK_FALSE(is_taken("http://models.example/v1"));
    CHECK_FALSE(is_taken("ftp://localhost/v1"));
    CHECK_FALSE(is_taken("localhost:11434"));
    CHECK_FALSE(is_taken("https://"));
    CHECK_FALSE(is_taken(""));
}

TEST_CASE("an address cannot name this device and mean another") {
    CHECK_FALSE(is_taken("http://localhost@models.example/v1"));
    CHECK_FALSE(is_taken("http://localhost:x@models.example/v1"));
    CHECK_FALSE(is_taken("http://localhost.models.example/v1"));
    CHECK_FALSE(is_taken("http://localhost\\@models.example/v1"));
    CHECK_FALSE(is_taken("http://localhost#@models.example/v1"));
    CHECK_FALSE(is_taken("http://localhost/v1\r\nX-Other: 1"));
}

TEST_CASE("a model's name and key bring no second header in") {
    CHECK_FALSE(check({.url = "https://m.example/v1", .model = ""}).ok());
    CHECK_FALSE(check({.url = "https://m.example/v1", .model = "m", .key = "a\r\nX: b"}).ok());
    CHECK(check({.url = "https://m.example/v1/", .model = "m", .key = "a"}).value().url ==
          "https://m.example/v1");
    CHECK(host_of("https://m.example:8080/v1") == "m.example");
    CHECK(host_of("http://[::1]:8080/v1") == "[::1]");
}
