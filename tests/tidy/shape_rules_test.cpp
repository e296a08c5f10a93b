// The rules about size, each tried on a sample that breaks it.
#include "tests/tidy/blank.h"
#include "tests/tidy/shape.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::tidy {

namespace {

std::string lines(std::size_t count, std::string_view line = "    step();\n") {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += line;
    return text;
}

std::string shape_of(std::string path, std::string_view text) {
    return to_text(check_shape(source_from(std::move(path), text)));
}

// The functions of a sample, as "name 1-3" each.
std::string functions_in(std::string_view text) {
    std::string found;
    for (const FunctionSpan& span : functions_of(source_from("core/base/sample.cpp", text))) {
        found += (found.empty() ? "" : ", ") + span.name + " " + std::to_string(span.first_line) +
                 "-" + std::to_string(span.last_line);
    }
    return found;
}

}  // namespace

TEST_CASE("comments and literals are blanked, and nothing moves") {
    CHECK(blank_words("a(); // b()\nc();") == "a();       \nc();");
    CHECK(blank_words("a(/* b\nc */ d);") == "a(    \n     d);");
    CHECK(blank_words(R"(say("x\"{", '}', 20'000);)") == R"(say("    ", ' ', 20'000);)");
    CHECK(blank_words("auto s = R\"x(a\n\"{)x\";e") == "auto s = R\"   \n    \";e");
}

TEST_CASE("functions are found in namespaces and classes, with their signatures") {
    CHECK(functions_in("namespace a {\nint one(int x) {\n    return x;\n}\n}\n") == "one 2-4");
    CHECK(functions_in("class A {\npublic:\n    int two() const { return 2; }\n};\n") == "two 3-3");
    CHECK(functions_in("int three(int a,\n          int b) {\n    if (a) {\n    }\n}\n") ==
          "three 1-5");
    CHECK(functions_in("template <typename T>\nstruct A {\n    A() : x_{1}, y_(2) {\n    }\n"
                       "    T x_{}, y_{3};\n};\n") == "A 3-4");
    CHECK(
        functions_in("auto f(int a) -> Result<int> {\n}\nbool operator==(A, B) noexcept {\n}\n") ==
        "f 1-2, operator== 3-4");
    CHECK(functions_in("TEST_CASE(\"a { b\") {\n    CHECK(true);\n}\n") == "TEST_CASE 1-3");
}

TEST_CASE("tables, types and macros are no functions") {
    CHECK(functions_in("constexpr int numbers[] = {\n    1,\n    2,\n};\n") == "");
    CHECK(functions_in("const std::array rows = {\n    Row{f(1), 2},\n};\n") == "");
    CHECK(functions_in("enum class Kind : int { a, b };\nstruct [[nodiscard]] B {\n};\n") == "");
    CHECK(functions_in("#define TRY(x) \\\n    do {       \\\n    } while (x)\nint y{1};\n") == "");
}

TEST_CASE("a function of more than 70 lines is too long") {
    CHECK(shape_of("core/base/a.cpp", "void f() {\n" + lines(68) + "}\n") == "");
    CHECK(shape_of("core/base/a.cpp", "\nvoid f() {\n" + lines(69) + "}\n") ==
          "core/base/a.cpp:2: f has 71 lines; the wall is 70, so give a part of it a name "
          "[function-length]\n");
}

TEST_CASE("a file of more than 500 lines is too long, and a main of more than 150") {
    CHECK(shape_of("core/base/a.cpp", lines(500, "int a;\n")) == "");
    CHECK(shape_of("core/base/a.cpp", lines(501, "int a;\n")) ==
          "core/base/a.cpp:501: 501 lines; at most 500 here, so split it [file-length]\n");
    CHECK(shape_of("app/cli_main.cpp", lines(151, "int a;\n")) != "");
    CHECK(shape_of("app/cli/log.cpp", lines(151, "int a;\n")) == "");
    CHECK(shape_of("proto/delta.proto", lines(501, "// a\n")) != "");
}

TEST_CASE("a line is at most 100 columns, counted as a reader counts them") {
    CHECK(shape_of("core/base/a.cpp", std::string(100, 'a')) == "");
    CHECK(shape_of("core/base/a.cpp", "\n" + std::string(101, 'a')) ==
          "core/base/a.cpp:2: 101 columns; break the line at 100 [line-length]\n");
    CHECK(shape_of("core/base/a.cpp", "// " + lines(97, "\u00e9")) == "");
    CHECK(shape_of("README.md", std::string(300, 'a')) == "");
}

TEST_CASE("a header says what it is for, and guards itself") {
    CHECK(shape_of("core/base/a.h", "// A thing.\n#pragma once\n") == "");
    CHECK(shape_of("core/base/a.h", "#pragma once\n") ==
          "core/base/a.h:1: the first line of a header says what it is for [header-purpose]\n");
    CHECK(shape_of("core/base/a.h", "// A thing.\n") ==
          "core/base/a.h:1: a header says #pragma once [header-guard]\n");
}

TEST_CASE("the trusted core holds at most 2000 lines of code, whatever the rest holds") {
    const auto part = source_from("sync/trust/a.cpp", lines(1000, "int a;\n"));
    const auto drop = source_from("sync/trust/b.h", "// Said, not counted.\nint b;\n");
    const auto other = source_from("sync/wire/a.cpp", lines(1000, "int a;\n"));
    CHECK(check_trusted_core({part, part, other}).empty());
    CHECK(to_text(check_trusted_core({part, part, drop})) ==
          "sync/trust:0: 2001 lines of code; the trusted core holds at most 2000 [trusted-core]\n");
}

TEST_CASE("lengths are told in one sentence") {
    const auto small = source_from("a/a.cpp", "int a;\n");
    const auto large = source_from("b/b.cpp", lines(9, "int a;\n"));
    CHECK(describe_lengths({small, large, small}) ==
          "3 C++ files, median length 1 lines, longest b/b.cpp with 9");
}

}  // namespace evenkeel::tidy
