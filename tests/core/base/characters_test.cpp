#include "core/base/characters.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;

TEST_CASE("E15: text from elsewhere is shown without tricks and not without end") {
    CHECK(display_text("Dr\x07 A\x1b[31mmara", 80) == "Dr A[31mmara");
    CHECK(display_text("abc\u202Egnp.exe", 80) == "abcgnp.exe");
    CHECK(display_text("a\u200Bb\uFEFFc\u2066d\u00ADe", 80) == "abcde");
    CHECK(display_text("مهدی می\u200Cخواهم", 80) == "مهدی می\u200Cخواهم");
    CHECK(display_text("\xff\xc0\x80 ok \xed\xa0\x80\xf8\x88", 80) == " ok ");
    CHECK(display_text("line\ntwo", 80) == "line\ntwo");
    CHECK(display_text("ab\xc3", 80) == "ab");
    CHECK(display_text("ääää", 3) == "äää");
    CHECK(display_text(std::string(1'000'000, 'x'), 80).size() == 80);
}

TEST_CASE("a beginning never ends inside a character, whatever the bytes are") {
    CHECK(first_characters("abc", 2) == "ab");
    CHECK(first_characters("äöü", 2) == "äö");
    CHECK(first_characters("a😀b", 2) == "a😀");
    CHECK(first_characters("ab", 9) == "ab");
    CHECK(first_characters("ab", 0).empty());
    CHECK(first_characters("\xff\xc3", 1) == "\xff");
}
