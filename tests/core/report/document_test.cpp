// A document says the same in every format, in the same order, whatever its texts try.
#include "core/report/document.h"

#include "tests/support/plain.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::report {
namespace {

using test::one_line;
using test::words_of_html;
using test::words_of_pdf;

const PdfFonts fonts{.regular = EVENKEEL_PDF_FONTS "/DejaVuSans.ttf",
                     .bold = EVENKEEL_PDF_FONTS "/DejaVuSans-Bold.ttf"};

Chart small_chart() {
    return {.kind = ChartKind::line,
            .title = "Mood",
            .sentence = "Median mood 6 of 10 on 5 days.",
            .values = {4, 5, std::nullopt, 6, 7},
            .high = 10,
            .high_label = "10",
            .first_label = "Mon 1 Dec",
            .last_label = "Fri 5 Dec"};
}

Document document_with(std::vector<Part> parts) {
    return {.mark = "Confidential",
            .title = "Session brief: Zoë",
            .head = {"Since the session on Thu 3 Dec."},
            .sections = {{.heading = "Words", .parts = std::move(parts)}},
            .foot = "Not a score."};
}

std::string pdf_of(const Document& document) {
    auto pdf = write_pdf(document, fonts);
    if (!pdf.ok()) FAIL(pdf.error().sentence());
    return std::string(as_text(pdf.value()));
}

// Where each of the texts stands, each after the one before.
void check_order(const std::string& words, const std::vector<std::string>& texts) {
    std::size_t place = 0;
    for (const std::string& text : texts) {
        INFO(text);
        const std::size_t found = words.find(text, place);
        REQUIRE(found != std::string::npos);
        place = found + text.size();
    }
}

TEST_CASE("Every format says the same in the same order") {
    const Document document = document_with(
        {Paragraph{TextKind::strong, "Evenings"}, Paragraph{TextKind::quote, "One line.\nAnother."},
         small_chart(), Paragraph{TextKind::item, "First thing"},
         Paragraph{TextKind::item, "Second thing"}});
    const std::vector<std::string> texts = {"Confidential",
                                            "Session brief: Zoë",
                                            "Since the session on Thu 3 Dec.",
                                            "Words",
                                            "Evenings",
                                            "One line.",
                                            "Another.",
                                            "Median mood 6 of 10 on 5 days.",
                                            "First thing",
                                            "Second thing",
                                            "Not a score."};
    check_order(one_line(write_text(document)), texts);
    check_order(words_of_html(write_html(document)), texts);
    check_order(words_of_pdf(pdf_of(document)), texts);
}

TEST_CASE("A page of HTML runs nothing, fetches nothing, and shows markup as it was typed") {
    const std::string typed = "<script>alert('x')</script> <img src=http://e.test/x> & \"quoted\"";
    const std::string html = write_html(document_with({Paragraph{TextKind::quote, typed}}));
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("http://") == html.find("http://e.test"));
    CHECK(html.find("https://") == std::string::npos);
    CHECK(html.find("default-src 'none'") != std::string::npos);
    CHECK(words_of_html(html).find(typed) != std::string::npos);
    CHECK(words_of_pdf(pdf_of(document_with({Paragraph{TextKind::quote, typed}}))).find(typed) !=
          std::string::npos);
}

TEST_CASE("A gap in the days stays a gap in the picture") {
    const std::string html = write_html(document_with({small_chart()}));
    const std::size_t begin = html.find("<path d=\"");
    REQUIRE(begin != std::string::npos);
    const std::string path = html.substr(begin, html.find('"', begin + 9) - begin);
    CHECK(std::count(path.begin(), path.end(), 'M') == 2);
    CHECK(std::count(path.begin(), path.end(), 'L') == 2);
}

TEST_CASE("Very long words, other scripts and emoji do no harm") {
    const std::string word(700, 'w');
    const std::string hebrew = "\u05e9\u05dc\u05d5\u05dd";
    const Document document = document_with(
        {Paragraph{TextKind::quote, word}, Paragraph{TextKind::quote, hebrew + " \U0001F600"},
         Paragraph{TextKind::plain, "Ełżbieta Čapková Ωμέγα"}, Paragraph{TextKind::plain, ""},
         Chart{.sentence = "Nothing was said."}});
    const std::string pdf = words_of_pdf(pdf_of(document));
    CHECK(std::count(pdf.begin(), pdf.end(), 'w') >= 700);
    CHECK(pdf.find("Ełżbieta Čapková Ωμέγα") != std::string::npos);
    CHECK(pdf.find("Nothing was said.") != std::string::npos);
    CHECK(write_text(document).find(hebrew) != std::string::npos);
    CHECK(words_of_html(write_html(document)).find("\U0001F600") != std::string::npos);
}

TEST_CASE("Many lines fill several pages, each line whole and once, with page numbers") {
    std::vector<Part> parts;
    for (int i = 0; i < 150; ++i) {
        parts.emplace_back(
            Paragraph{TextKind::plain, "Line number " + std::to_string(i) + " ends."});
    }
    const std::string pdf = words_of_pdf(pdf_of(document_with(parts)));
    for (int i = 0; i < 150; ++i) {
        const std::string line = "Line number " + std::to_string(i) + " ends.";
        INFO(line);
        const std::size_t found = pdf.find(line);
        CHECK(found != std::string::npos);
        CHECK(pdf.find(line, found + 1) == std::string::npos);
    }
    CHECK(pdf.find("Confidential · page 1 of 4") != std::string::npos);
    CHECK(pdf.find("Confidential · page 4 of 4") != std::string::npos);
}

TEST_CASE("Where the typeface is not installed, HTML is offered in its place") {
    const auto failed = write_pdf(document_with({}), {.regular = "/none.ttf", .bold = "/none.ttf"});
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().code() == ErrorCode::not_found);
    CHECK(failed.error().sentence().ends_with("Save it as HTML instead."));
}

}  // namespace
}  // namespace evenkeel::report
