// A document that a person reads or prints: headings, sentences and small charts, in reading order.
//
// Every writer puts out the same texts in the same order, so that what one format says the others
// say too. Texts may hold a client's words: documents are for the person who asked for them.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace evenkeel::report {

enum class TextKind { plain, strong, item, quote, caption };
struct Paragraph {
    TextKind kind = TextKind::plain;
    std::string text;  // may have line breaks where it is a quote
};

// One value per day, oldest first; a day without one is a gap, and nothing is joined over it.
enum class ChartKind { line, bars };
struct Chart {
    ChartKind kind = ChartKind::line;
    std::string title;     // what is drawn, for who cannot see it
    std::string sentence;  // what it shows, in words
    std::vector<std::optional<double>> values;
    double high = 1;  // the axis ends there; it begins at 0
    std::string high_label;
    std::optional<double> goal;  // a dashed line
    std::string goal_label;
    std::string first_label;  // below the first day
    std::string last_label;   // below the last day
};

using Part = std::variant<Paragraph, Chart>;
struct Section {
    std::string heading;
    std::vector<Part> parts;
};

struct Document {
    std::string mark;  // "Confidential", on every page
    std::string title;
    std::vector<std::string> head;  // period, made when and by whom
    std::vector<Section> sections;
    std::string foot;  // what the document does not claim
};

// Plain UTF-8 text, lines wrapped at 80 characters. Charts are their sentence alone.
std::string write_text(const Document& document);
// One HTML file that refers to nothing outside it and runs nothing: charts are inline SVG.
std::string write_html(const Document& document);

// The TrueType files that are embedded, so that the page looks the same on every machine.
struct PdfFonts {
    std::string regular;
    std::string bold;
};
// A4 with page numbers. The text stands in the file in reading order and can be copied out of it.
// Letters that the fonts do not have are shown as a box; not_found where a font file is missing.
Result<Bytes> write_pdf(const Document& document, const PdfFonts& fonts);

}  // namespace evenkeel::report
