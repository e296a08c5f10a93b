// The rules about calls, marks and pages, each tried on a sample that breaks it.
#include "tests/tidy/banned.h"
#include "tests/tidy/documents.h"
#include "tests/tidy/sentences.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::tidy {

namespace {

bool is_banned(std::string_view line, std::string path = "core/store/sample.cpp") {
    return !check_banned(source_from(std::move(path), line)).empty();
}

bool is_marked(std::string_view line, std::string path = "core/store/sample.cpp") {
    return !check_marks(source_from(std::move(path), line)).empty();
}

bool is_misplaced(std::string_view line) {
    return !check_places(source_from("README.md", line)).empty();
}

bool is_untranslated(std::string_view line, std::string path = "app/ui/screens/today.cpp") {
    return !check_sentences(source_from(std::move(path), line)).empty();
}

std::string title_of(std::string_view text) {
    return to_text(check_title(source_from("README.md", text)));
}

}  // namespace

TEST_CASE("a sentence that a client reads goes through the words of their language") {
    CHECK(is_untranslated("ui.text(\"Each page is yours alone.\");"));
    CHECK(is_untranslated("ui.heading(\"Mood\", 3);"));
    CHECK(is_untranslated("const std::string why = \"as agreed, until \" + clock;"));
    CHECK_FALSE(is_untranslated("ui.heading(tr(\"Mood\"), 3);"));
    CHECK_FALSE(
        is_untranslated("return tr_n(\"{0} entry\",\n            \"{0} entries\", count);"));
    CHECK_FALSE(is_untranslated("constexpr Literal name = tr_later(\"Mood\");"));
    CHECK_FALSE(is_untranslated("ui.button(\"quiet-from\", label);  // Not a sentence here."));
    CHECK_FALSE(is_untranslated("return std::to_string(rest) + \" min\";"));
    CHECK_FALSE(is_untranslated("ui.heading(\"Mood\", 3);", "app/ui/screens/caseload.cpp"));
}

TEST_CASE("an error that has translations is one that the program says") {
    const SourceFiles said = {source_from("core/base/a.cpp", "Error(\"It is \"\n    \"full.\");")};
    CHECK(check_errors(source_from("errors.txt", "It is full.\n"), said).empty());
    CHECK(check_errors(source_from("errors.txt", "It was full.\n"), said).size() == 1);
    CHECK(check_errors(source_from("errors.txt", "It is\n"), said).size() == 1);
    const SourceFiles numbered = {source_from("core/base/a.cpp", "Error(\"{} of {} is left.\")")};
    CHECK(check_errors(source_from("errors.txt", "{0} of {1} is left.\n"), numbered).empty());
    CHECK(check_errors(source_from("errors.txt", "{0} of 2 is left.\n"), numbered).size() == 1);
}

TEST_CASE("unsafe calls are banned everywhere, tests included") {
    for (const std::string path : {"core/base/a.cpp", "platform/a.cpp", "tests/core/a.cpp"}) {
        CHECK(is_banned("strcpy(target, source);", path));
        CHECK(is_banned("    std::sprintf(text, format);", path));
        CHECK(is_banned("if (ok && gets(line)) return;", path));
        CHECK(is_banned("return rand() % 6;", path));
        CHECK(is_banned("int n = atoi(text);", path));
        CHECK(is_banned("static const std::regex word(text);", path));
    }
    CHECK(is_banned("::system(command);"));
    CHECK(to_text(check_banned(source_from("core/base/a.cpp", "\nrand();"))) ==
          "core/base/a.cpp:2: rand: randomness is handed in (core/base/ports.h) [banned]\n");
}

TEST_CASE("a clock is read in platform and in the programs' main files only") {
    for (const std::string_view line :
         {"auto t = std::time(nullptr);", "auto t = time(nullptr);", "clock_gettime(a, &b);",
          "auto t = std::chrono::system_clock::now();", "auto t = steady_clock::now();"}) {
        CHECK(is_banned(line));
        CHECK(is_banned(line, "sync/server/sample.cpp"));
        CHECK_FALSE(is_banned(line, "platform/linux/clock.cpp"));
        CHECK_FALSE(is_banned(line, "app/server_main.cpp"));
        CHECK(is_banned(line, "app/cli/log.cpp"));
    }
}

TEST_CASE("members, declarations, longer names, comments and strings are no calls") {
    CHECK_FALSE(is_banned("entry.time();"));
    CHECK_FALSE(is_banned("entry->time();"));
    CHECK_FALSE(is_banned("Instant time() const;"));
    CHECK_FALSE(is_banned("const Instant& time() const;"));
    CHECK_FALSE(is_banned("wire::time(entry);"));
    CHECK_FALSE(is_banned("sodium_memcmp(a, b, 32); lifetime(x); snprintf(a, b, c);"));
    CHECK_FALSE(is_banned("// rand() would do\nsay(\"gets(x)\");"));
}

TEST_CASE("secrets are not compared by memcmp") {
    CHECK(is_banned("if (std::memcmp(a, b, 32) == 0) return;", "sync/trust/sample.cpp"));
    CHECK_FALSE(is_banned("if (std::memcmp(a, b, 32) == 0) return;", "core/delta/sample.cpp"));
}

TEST_CASE("only programs and tests print") {
    for (const std::string_view line :
         {"std::printf(text);", "fprintf(stderr, text);", "std::cout << 1;", "std::cerr << 1;"}) {
        CHECK(is_banned(line));
        CHECK_FALSE(is_banned(line, "app/cli/log.cpp"));
        CHECK_FALSE(is_banned(line, "tests/core/sample.cpp"));
    }
    CHECK_FALSE(is_banned("std::fprintf(stderr, text);", "core/base/assert.cpp"));
}

TEST_CASE("errors are returned, threads and systems stay outside the core") {
    CHECK(is_banned("throw Error();"));
    CHECK_FALSE(is_banned("throw \"a tag reads so\";"));
    CHECK_FALSE(is_banned("throw boost::system::system_error(code);", "sync/server/sample.cpp"));
    CHECK(is_banned("std::thread worker(run);"));
    CHECK_FALSE(is_banned("std::thread worker(run);", "sync/server/sample.cpp"));
    CHECK(is_banned("#ifdef _WIN32"));
    CHECK(is_banned("#if defined(X)", "sync/client/sample.cpp"));
    CHECK_FALSE(is_banned("#ifdef _WIN32", "platform/sample.cpp"));
    CHECK(is_banned("auto home = std::getenv(name);"));
}

TEST_CASE("a client's words stay closed on the wire, on the server and below the codec") {
    CHECK(is_banned("send(entry.note.reveal());", "sync/wire/sample.cpp"));
    CHECK(is_banned("bind(note.reveal());", "core/sql/sample.cpp"));
    CHECK_FALSE(is_banned("message.set_note(entry.note.reveal());", "core/codec/sample.cpp"));
}

TEST_CASE("certificate checks go off once, in the file that pins") {
    const std::string off = "curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 0L);\n";
    const std::string pin = "curl_easy_setopt(h, CURLOPT_PINNEDPUBLICKEY, pin);\n";
    const auto pinned = source_from("sync/client/http.cpp", pin + off);
    CHECK(check_tls_switches({pinned}).empty());
    CHECK(check_tls_switches({source_from("sync/client/http.cpp", off)}).size() == 1);
    CHECK(check_tls_switches({source_from("app/cli/http.cpp", pin + off)}).size() == 1);
    CHECK(to_text(check_tls_switches({source_from("sync/client/http.cpp", pin + off + off)})) ==
          "sync/client/http.cpp:3: CURLOPT_SSL_VERIFYPEER is switched off where no pin takes its "
          "place [tls-switch]\n");
    CHECK(check_tls_switches(
              {source_from("tests/http.cpp", "set(h, CURLOPT_SSL_VERIFYHOST, false);\n")})
              .size() == 1);
    CHECK(check_tls_switches(
              {source_from("sync/client/http.cpp", "set(h, CURLOPT_SSL_VERIFYPEER, 1L);\n")})
              .empty());
}

TEST_CASE("marks of unfinished work are found in code, words and scripts") {
    CHECK(is_marked("// " + std::string("TO") + "DO: later"));
    CHECK(is_marked("# " + std::string("FIX") + "ME", "dev"));
    CHECK(is_marked("A " + std::string("HA") + "CK.", "README.md"));
    CHECK(is_marked("int a;  // " + std::string("XX") + "X"));
    CHECK_FALSE(is_marked("// " + std::string("HA") + "CKERS and masTO" + "DOns"));
}

TEST_CASE("a test that does not run is found") {
    CHECK(is_marked("TEST_CASE(\"a\", \"[" + std::string(".]\") {"), "tests/core/a_test.cpp"));
    CHECK(is_marked("    SK" + std::string("IP(\"not here\");"), "tests/core/a_test.cpp"));
    CHECK(is_marked("TEST_CASE(\"a\", \"[!" + std::string("mayfail]\") {"), "tests/a_test.cpp"));
    CHECK_FALSE(is_marked("TEST_CASE(\"a\", \"[slow]\") {", "tests/core/a_test.cpp"));
}

TEST_CASE("a page begins with its one title") {
    CHECK(title_of("# One\n\n## Two\n\n```sh\n# a comment\n```\n") == "");
    CHECK(title_of("words\n") == "README.md:1: a page has a title [one-title]\n");
    CHECK(title_of("words\n# One\n") == "README.md:2: a page begins with its title [one-title]\n");
    CHECK(title_of("# One\n# Two\n") ==
          "README.md:2: a second title; two pages, or a smaller heading [one-title]\n");
}

TEST_CASE("no file names a machine's folders or a package host") {
    CHECK(is_misplaced("run /ho" + std::string("me/ada/x")));
    CHECK(is_misplaced("\"/wo" + std::string("rk/main\"")));
    CHECK(is_misplaced("from https://deb.debian" + std::string(".org/debian")));
    CHECK_FALSE(is_misplaced("build/wo" + std::string("rk/log and $folder/ro") + "ot/x"));
    CHECK_FALSE(is_misplaced("/var/lib/evenkeel on Debian 12"));
}

TEST_CASE("patterns match a file, a folder, or a star's worth of one name") {
    CHECK(matches_any("sync/trust/a.cpp", "core sync/trust"));
    CHECK_FALSE(matches_any("sync/trusted/a.cpp", "sync/trust"));
    CHECK(matches_any("app/cli_main.cpp", "app/*_main.cpp"));
    CHECK_FALSE(matches_any("app/cli/x_main.cpp", "app/*_main.cpp"));
}

}  // namespace evenkeel::tidy
