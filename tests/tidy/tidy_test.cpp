// The project's own files keep the project's rules. Each rule is tried on a bad sample elsewhere
// in this folder; here it meets the real tree.
#include "tests/tidy/banned.h"
#include "tests/tidy/documents.h"
#include "tests/tidy/layers.h"
#include "tests/tidy/sentences.h"
#include "tests/tidy/shape.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdio>

namespace evenkeel::tidy {

namespace {

const SourceFiles& project() {
    static const SourceFiles files = read_tree(EVENKEEL_SOURCE_DIR);
    return files;
}

// An empty file if there is none of that name, so that the rule itself reports it.
SourceFile project_file(std::string_view path) {
    for (const SourceFile& file : project()) {
        if (file.path == path) return file;
    }
    return source_from(std::string(path), "");
}

// Prints each finding on a line of its own, unwrapped, so that an editor can jump to it.
void expect_none(const Findings& findings) {
    std::printf("%s", to_text(findings).c_str());
    CHECK(findings.size() == 0);
}

template <typename Rule>
void expect_none_in_each_file(Rule rule) {
    Findings all;
    for (const SourceFile& file : project()) {
        for (Finding& finding : rule(file)) all.push_back(std::move(finding));
    }
    expect_none(all);
}

}  // namespace

TEST_CASE("the project's files are found") {
    CHECK(project().size() > 30);
    CHECK_FALSE(project_file("core/base/result.h").lines.empty());
    CHECK_FALSE(project_file("tests/tidy/tidy_test.cpp").lines.empty());
}

TEST_CASE("every include follows the layer table of ARCHITECTURE.md") {
    const Layers layers = layers_from(project_file("ARCHITECTURE.md"));
    REQUIRE(layers.size() > 10);
    expect_none_in_each_file([&](const SourceFile& file) { return check_includes(file, layers); });
    expect_none(check_rare_headers(project()));
}

TEST_CASE("CMake links only what the layer table allows, and the table keeps the laws") {
    const Layers layers = layers_from(project_file("ARCHITECTURE.md"));
    expect_none(check_links(project_file("CMakeLists.txt"), layers));
    expect_none(check_laws(layers));
}

TEST_CASE("files, functions and lines are short") {
    std::printf("%s\n", describe_lengths(project()).c_str());
    expect_none_in_each_file(check_shape);
}

TEST_CASE("the trusted core can be read in a day") { expect_none(check_trusted_core(project())); }

TEST_CASE("room for heads, digests and a snapshot object stays reserved on the wire") {
    for (const char* path : {"proto/delta.proto", "proto/trust.proto"}) {
        const auto& lines = project_file(path).lines;
        CHECK(std::ranges::count(lines, R"(  reserved "heads", "state_digest", "snapshot";)") == 1);
    }
    CHECK(std::ranges::count(project_file("proto/delta.proto").lines, "  reserved 8, 9, 10;") == 1);
    CHECK(std::ranges::count(project_file("proto/trust.proto").lines, "  reserved 12 to 19;") == 1);
}

TEST_CASE("nobody makes a banned call") {
    expect_none_in_each_file(check_banned);
    expect_none(check_tls_switches(project()));
}

TEST_CASE("what clients read is translated") {
    expect_none_in_each_file(check_sentences);
    const SourceFile errors = project_file("assets/strings/errors.txt");
    CHECK(errors.lines.size() > 50);
    expect_none(check_errors(errors, project()));
}

TEST_CASE("nothing is left over and every test runs") { expect_none_in_each_file(check_marks); }

TEST_CASE("each page has one title, and no file knows its machine") {
    expect_none_in_each_file(check_title);
    expect_none_in_each_file(check_places);
}

}  // namespace evenkeel::tidy
