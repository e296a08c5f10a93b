#include "core/report/csv.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::report;

namespace {

// "a|b;c|d;", or the refusal.
std::string text(std::string_view csv) {
    CsvReader reader(csv);
    CsvRow row;
    std::string shown;
    for (;;) {
        const auto more = reader.next(row);
        if (!more.ok()) return more.error().sentence();
        if (!more.value()) return shown;
        for (std::size_t i = 0; i < row.size(); ++i) shown += (i > 0 ? "|" : "") + row[i];
        shown += ';';
    }
}

}  // namespace

TEST_CASE("fields are read as RFC 4180 has them") {
    CHECK(text("a,b\nc,d\n") == "a|b;c|d;");
    CHECK(text("a,b\r\nc,d") == "a|b;c|d;");
    CHECK(text("\xEF\xBB\xBF"
               "a,b\n") == "a|b;");
    CHECK(text("\"a,1\",\"say \"\"hi\"\"\"\n\"two\nlines\",\n") == "a,1|say \"hi\";two\nlines|;");
    CHECK(text("a\n\n\r\nb\n") == "a;b;");
    CHECK(text("") == "");
    CHECK(text(",\n,") == "|;|;");
}

TEST_CASE("damaged rows are refused by their number and nothing is guessed") {
    CHECK(text("a,b\nc\n") == "Row 2 of the file has more or fewer fields than the first.");
    CHECK(text("a,b\nc,d,e") == "Row 2 of the file has more or fewer fields than the first.");
    CHECK(text("a\n\"b") == "Row 2 of the file has a quote that is not closed.");
    CHECK(text("a\n\"b\"c\n") == "Row 2 of the file has a quote in the wrong place.");
    CHECK(text("a\"b\n") == "Row 1 of the file has a quote in the wrong place.");
    CHECK(text("a\rb\n") == "Row 1 of the file has a quote in the wrong place.");
    CHECK(text("a\xFF\n") == "Row 1 of the file holds bytes that are no text.");
    CHECK(text(std::string("a\0b\n", 4)) == "Row 1 of the file holds bytes that are no text.");
    CHECK(text(std::string(70'000, 'a')) == "Row 1 of the file has a field of more than 64 KiB.");
    CHECK(text(std::string(64, ',')) == "Row 1 of the file has more than 64 fields.");
}

TEST_CASE("no cut or changed byte of a file makes the reader fall over") {
    const std::string whole = "date,note\r\n2026-03-09,\"a \"\"b\"\"\nc\"\r\n2026-03-10,d\r\n";
    for (std::size_t at = 0; at <= whole.size(); ++at) {
        (void)text(whole.substr(0, at));
        for (const char byte : {'"', ',', '\n', '\r', '\0', '\xFF'}) {
            std::string changed = whole;
            changed[std::min(at, whole.size() - 1)] = byte;
            (void)text(changed);
        }
    }
    CHECK(text(whole) == "date|note;2026-03-09|a \"b\"\nc;2026-03-10|d;");
}

TEST_CASE("a column is found by its name without regard to case") {
    const CsvRow header = {" Date ", "Activity"};
    CHECK(column_named(header, "activity") == 1);
    CHECK(column_named(header, "DATE") == 0);
    CHECK_FALSE(column_named(header, "mood").has_value());
}
