#include "core/domain/text.h"
#include "core/report/document.h"

#include <string_view>

namespace evenkeel::report {

namespace {

constexpr std::size_t line_characters_max = 80;

std::size_t characters_in(std::string_view text) {
    return count_characters(text).value_or(text.size());
}

// Wrapped between words; each line after the first begins with `indent`. A longer word stays whole.
void add_wrapped(std::string& out, std::string_view text, const std::string& first,
                 const std::string& indent) {
    std::string line = first;
    bool is_empty = true;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(" \n");
        const std::string_view word = text.substr(0, end);
        const bool fits = characters_in(line) + 1 + characters_in(word) <= line_characters_max;
        if (!is_empty && !fits) {
            out += line + "\n";
            line = indent;
            is_empty = true;
        }
        if (!word.empty()) {
            line += (is_empty ? "" : " ") + std::string(word);
            is_empty = false;
        }
        if (end == std::string_view::npos) break;
        if (text[end] == '\n') {
            out += line + "\n";
            line = indent;
            is_empty = true;
        }
        text.remove_prefix(end + 1);
    }
    out += line + "\n";
}

struct PartWriter {
    std::string& out;

    void operator()(const Paragraph& paragraph) const {
        switch (paragraph.kind) {
            case TextKind::item:
                return add_wrapped(out, paragraph.text, "- ", "  ");
            case TextKind::quote:
                return add_wrapped(out, paragraph.text, "  | ", "  | ");
            default:
                return add_wrapped(out, paragraph.text, "", "");
        }
    }
    void operator()(const Chart& chart) const { add_wrapped(out, chart.sentence, "", ""); }
};

}  // namespace

std::string write_text(const Document& document) {
    std::string out = document.mark + "\n\n" + document.title + "\n" +
                      std::string(characters_in(document.title), '=') + "\n";
    for (const std::string& line : document.head) add_wrapped(out, line, "", "");
    for (const Section& section : document.sections) {
        out +=
            "\n" + section.heading + "\n" + std::string(characters_in(section.heading), '-') + "\n";
        for (const Part& part : section.parts) std::visit(PartWriter{out}, part);
    }
    out += "\n";
    add_wrapped(out, document.foot, "", "");
    return out;
}

}  // namespace evenkeel::report
