// The rules about layers, each tried on a sample that breaks it.
#include "tests/tidy/layers.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::tidy {

namespace {

constexpr std::string_view table = R"(# Layers

| Folder | What lives there | May know | Third-party headers |
|---|---|---|---|
| `proto` | the wire | nothing | none |
| `core/base` | ids | nothing | none |
| `core/sql` | statements | base | `sqlite3.h` |
| `core/store` | the file | base, sql | none |
| `sync/client` | turns | base, store | `curl/` |
| `sync/server` | the mailbox | base, sql, proto | `boost/asio/`, `boost/beast/` |
| `platform` | the system | base | the system's, `libsecret/` |
| `app/*_main.cpp` | programs | everything | any |
| `tests` | stories | everything | any |

Words after the table | are | not | rows.
)";

Layers layers() { return layers_from(source_from("ARCHITECTURE.md", table)); }

std::string include_in(std::string path, std::string_view line) {
    return to_text(check_includes(source_from(std::move(path), line), layers()));
}

}  // namespace

TEST_CASE("the table is read row by row") {
    const Layers read = layers();
    REQUIRE(read.size() == 9);
    CHECK(read[3].folder == "core/store");
    CHECK(read[3].name == "store");
    CHECK(read[3].knows == std::set<std::string>{"base", "sql"});
    CHECK(read[5].headers == std::vector<std::string>{"boost/asio/", "boost/beast/"});
    CHECK(read[6].system_headers);
    CHECK(read[8].any_header);
}

TEST_CASE("a page without a table gives no layers, so nothing passes by accident") {
    CHECK(layers_from(source_from("ARCHITECTURE.md", "# Layers\n")).empty());
    const auto file = source_from("core/base/ids.h", "#include <vector>\n");
    CHECK(to_text(check_includes(file, {})) ==
          "core/base/ids.h:0: its folder has no row in ARCHITECTURE.md [layer-table]\n");
}

TEST_CASE("an include against the direction is refused, one along it is not") {
    CHECK(include_in("core/sql/statement.h", "#include \"core/base/ids.h\"") == "");
    CHECK(include_in("core/sql/statement.h", "#include \"core/sql/error.h\"") == "");
    CHECK(include_in("core/base/ids.h", "\n#include \"core/sql/statement.h\"") ==
          "core/base/ids.h:2: core/base may not know core/sql [include-direction]\n");
    CHECK(include_in("sync/server/turn.cpp", "#include \"sync/client/turn.h\"") != "");
    CHECK(include_in("sync/server/turn.cpp", "#include \"core/store/store.h\"") != "");
    CHECK(include_in("sync/client/turn.cpp", "#include \"proto/delta.pb.h\"") != "");
    CHECK(include_in("sync/server/turn.cpp", "#include \"proto/delta.pb.h\"") == "");
    CHECK(include_in("app/cli_main.cpp", "#include \"sync/client/turn.h\"") == "");
    CHECK(include_in("tests/sync/turn_test.cpp", "#include \"sync/server/turn.h\"") == "");
}

TEST_CASE("an include is written from the root, and its folder has a row") {
    CHECK(include_in("core/sql/statement.cpp", "#include \"statement.h\"") != "");
    CHECK(include_in("core/sql/statement.cpp", "#include \"core/magic/wand.h\"") != "");
    CHECK(include_in("core/magic/wand.h", "#include <vector>") != "");
}

TEST_CASE("a third-party header stays where its row is") {
    CHECK(include_in("core/sql/statement.cpp", "#include <sqlite3.h>") == "");
    CHECK(include_in("core/store/store.cpp", "#include <sqlite3.h>") ==
          "core/store/store.cpp:1: <sqlite3.h> is not among the headers core/store may use "
          "[include-direction]\n");
    CHECK(include_in("sync/server/listener.cpp", "#include <boost/beast/http.hpp>") == "");
    CHECK(include_in("sync/client/turn.cpp", "#include <boost/beast/http.hpp>") != "");
    CHECK(include_in("tests/core/sql_test.cpp", "#include <sqlite3.h>") == "");
}

TEST_CASE("headers of the system are for platform, and platform gets no others with them") {
    CHECK(include_in("platform/linux/files.cpp", "#include <sys/stat.h>") == "");
    CHECK(include_in("platform/linux/files.cpp", "#include <sqlite3.h>") != "");
    CHECK(include_in("core/store/store.cpp", "#include <unistd.h>") != "");
    CHECK(include_in("core/store/store.cpp", "#include <vector>") == "");
}

TEST_CASE("the core does without threads, prints and randomness of its own") {
    CHECK(include_in("core/store/store.cpp", "#include <thread>") != "");
    CHECK(include_in("core/store/store.cpp", "#include <iostream>") != "");
    CHECK(include_in("sync/server/turn.cpp", "#include <thread>") == "");
    CHECK(include_in("sync/server/turn.cpp", "#include <regex>") != "");
}

TEST_CASE("an include inside a comment or a string is none") {
    CHECK(include_in("core/base/ids.h", "// #include \"core/sql/statement.h\"") == "");
    CHECK(include_in("core/base/ids.h", "/*\n#include \"core/sql/statement.h\"\n*/") == "");
    CHECK(include_in("core/base/ids.h", "auto a = R\"(\n#include <sqlite3.h>\n)\";") == "");
}

TEST_CASE("a third file that sees libcurl is one too many") {
    const auto first = source_from("sync/client/http.cpp", "#include <curl/curl.h>\n");
    const auto second = source_from("sync/client/late/curl.cpp", "#include <curl/curl.h>\n");
    const auto third = source_from("sync/client/push.cpp", "\n#include <curl/curl.h>\n");
    const auto test = source_from("tests/sync/http_test.cpp", "#include <curl/curl.h>\n");
    CHECK(check_rare_headers({first, second, test}).empty());
    CHECK(check_rare_headers({first, second, third}).size() == 3);
}

TEST_CASE("CMake links only what the table allows") {
    const auto links = [](std::string_view text) {
        return to_text(check_links(source_from("CMakeLists.txt", text), layers()));
    };
    CHECK(
        links("evenkeel_layer(base core/base)\n"
              "evenkeel_layer(store core/store USES base\n    PRIVATE_USES sql PkgConfig::x)\n") ==
        "");
    CHECK(links("# One line.\nevenkeel_layer(sql core/sql USES base store)\n") ==
          "CMakeLists.txt:2: core/sql links store, which its row in ARCHITECTURE.md does not allow "
          "[layer-table]\n");
    CHECK(links("evenkeel_layer(magic core/magic USES base)\n") ==
          "CMakeLists.txt:1: core/magic has no row in the table of ARCHITECTURE.md "
          "[layer-table]\n");
}

TEST_CASE("no row may break a law of the design") {
    CHECK(to_text(check_laws(layers())) == "");
    const auto with_row = [](std::string_view row) {
        const std::string page = "| Folder | What | May know | Headers |\n" + std::string(row);
        return to_text(check_laws(layers_from(source_from("ARCHITECTURE.md", page))));
    };
    CHECK(with_row("| `sync/server` | mailbox | base, client | none |") ==
          "ARCHITECTURE.md:2: sync/server must never know client [layer-law]\n");
    CHECK(with_row("| `core/store` | file | base, server | none |") != "");
    CHECK(with_row("| `core/store` | file | everything | none |") != "");
}

}  // namespace evenkeel::tidy
