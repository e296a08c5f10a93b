// The PDF writer: the only place that knows libharu.
#include "core/base/characters.h"
#include "core/report/document.h"

#include <algorithm>
#include <cstring>
#include <hpdf.h>
#include <memory>
#include <string_view>

namespace evenkeel::report {

namespace {

// Points: 72 an inch. A4 with 18 mm around.
constexpr float page_width = 595.28F;
constexpr float page_height = 841.89F;
constexpr float margin = 51;
constexpr float content_width = page_width - 2 * margin;
constexpr float lowest = margin + 14;  // above the page number

constexpr float line_chart_height = 66;
constexpr float bar_chart_height = 42;
constexpr float chart_left = 34;  // the labels of the axis stand before it

struct Color {
    float red, green, blue;
};
constexpr Color ink{0.11F, 0.14F, 0.19F};
constexpr Color soft{0.33F, 0.38F, 0.43F};
constexpr Color pale{0.78F, 0.81F, 0.85F};
constexpr Color teal{0.18F, 0.44F, 0.42F};
constexpr Color blue{0.36F, 0.50F, 0.66F};

struct Style {
    float size = 10;
    bool bold = false;
    Color color = ink;
    float indent = 0;
    [[nodiscard]] float line() const { return size * 1.42F; }
};
constexpr Style title_style{.size = 18, .bold = true};
constexpr Style heading_style{.size = 12.5F, .bold = true};
constexpr Style strong_style{.size = 10, .bold = true};
constexpr Style body_style{};
constexpr Style item_style{.indent = 11};
constexpr Style quote_style{.indent = 11};
constexpr Style caption_style{.size = 8.5F, .color = soft};
constexpr Style label_style{.size = 7.5F, .color = soft};

// Without control characters; libharu numbers characters by 16 bits, so that of those beyond (most
// emoji) only a mark can be printed.
std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const auto point = next_code_point(text, at);
        if (!point) ++at;
        if (!point || *point > 0xFFFF) {
            out += "\xEF\xBF\xBD";
        } else {
            out += *point < 0x20 ? std::string_view(" ") : text.substr(start, at - start);
        }
    }
    return out;
}

void ignore_error(HPDF_STATUS, HPDF_STATUS, void*) {}  // asked for at the end

struct FreeDocument {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using OpenDocument = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, FreeDocument>;

class Press {
public:
    Press(HPDF_Doc document, HPDF_Font regular, HPDF_Font bold)
        : document_(document), regular_(regular), bold_(bold) {
        begin_page();
    }

    void paragraph(std::string_view text, const Style& style, std::string_view before = {}) {
        bool is_first = true;
        while (true) {
            const std::size_t end = text.find('\n');
            for (const std::string& line : wrapped(printable(text.substr(0, end)), style)) {
                need(style.line());
                y_ -= style.line();
                if (is_first && !before.empty()) put(margin, y_, before, style);
                put(margin + style.indent, y_, line, style);
                is_first = false;
            }
            if (end == std::string_view::npos) return;
            text.remove_prefix(end + 1);
        }
    }
    void heading(std::string_view text) {
        // Never alone at the foot of a page.
        need(14 + heading_style.line() + 3 * body_style.line());
        space(14);
        paragraph(text, heading_style);
        space(2);
    }
    void space(float points) { y_ -= points; }
    void need(float points) {
        if (y_ - points < lowest) begin_page();
    }

    void chart(const Chart& chart) {
        const float height = chart.kind == ChartKind::line ? line_chart_height : bar_chart_height;
        const auto sentence = wrapped(printable(chart.sentence), body_style).size();
        need(static_cast<float>(sentence) * body_style.line() + height + 24);
        paragraph(chart.sentence, body_style);
        if (chart.values.empty() || chart.high <= 0) return;
        space(10);
        draw(chart, height);
        space(height + 14);
    }

    void finish(std::string_view mark) {
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            page_ = pages_[i];
            const std::string text = printable(mark) + " · page " + std::to_string(i + 1) + " of " +
                                     std::to_string(pages_.size());
            put(margin, margin - 12, text, caption_style);
        }
    }

private:
    void begin_page() {
        page_ = HPDF_AddPage(document_);
        HPDF_Page_SetSize(page_, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
        pages_.push_back(page_);
        y_ = page_height - margin;
    }
    [[nodiscard]] float width_of(const std::string& text, const Style& style) const {
        HPDF_Page_SetFontAndSize(page_, style.bold ? bold_ : regular_, style.size);
        return HPDF_Page_TextWidth(page_, text.c_str());
    }
    void put(float x, float y, std::string_view text, const Style& style) {
        HPDF_Page_BeginText(page_);
        HPDF_Page_SetFontAndSize(page_, style.bold ? bold_ : regular_, style.size);
        HPDF_Page_SetRGBFill(page_, style.color.red, style.color.green, style.color.blue);
        HPDF_Page_TextOut(page_, x, y, std::string(text).c_str());
        HPDF_Page_EndText(page_);
    }
    void stroke(float from_x, float from_y, float to_x, float to_y, const Color& color,
                float width = 0.6F) {
        HPDF_Page_SetRGBStroke(page_, color.red, color.green, color.blue);
        HPDF_Page_SetLineWidth(page_, width);
        HPDF_Page_MoveTo(page_, from_x, from_y);
        HPDF_Page_LineTo(page_, to_x, to_y);
        HPDF_Page_Stroke(page_);
    }

    // Between words; a word that is wider than the line is cut between characters.
    [[nodiscard]] std::vector<std::string> wrapped(const std::string& text,
                                                   const Style& style) const {
        const float room = content_width - style.indent;
        std::vector<std::string> lines(1);
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            const std::string word = text.substr(at, end - at);
            const std::string joined = lines.back() + (lines.back().empty() ? "" : " ") + word;
            if (width_of(joined, style) <= room) {
                lines.back() = joined;
            } else {
                if (!lines.back().empty()) lines.emplace_back();
                add_long_word(word, room, style, lines);
            }
            at = end + 1;
        }
        return lines;
    }
    void add_long_word(const std::string& word, float room, const Style& style,
                       std::vector<std::string>& lines) const {
        for (std::string_view rest = word; !rest.empty();) {
            const std::string character(first_characters(rest, 1));
            const std::string longer = lines.back() + character;
            if (!lines.back().empty() && width_of(longer, style) > room) {
                lines.push_back(character);
            } else {
                lines.back() = longer;
            }
            rest.remove_prefix(character.size());
        }
    }

    void draw(const Chart& chart, float height) {
        const float left = margin + chart_left;
        const float right = margin + content_width;
        const float top = y_;
        const float bottom = y_ - height;
        const auto place = [&](double value) {
            return bottom + static_cast<float>(value / chart.high) * (top - bottom);
        };
        put(margin, top - 3, chart.high_label, label_style);
        put(margin, bottom - 1, "0", label_style);
        stroke(left, bottom, right, bottom, pale);
        stroke(left, top, right, top, pale);
        const float day_width = (right - left) / static_cast<float>(chart.values.size());
        for (std::size_t i = 0; i < chart.values.size(); ++i) {
            if (!chart.values[i]) continue;
            const float x = left + (static_cast<float>(i) + 0.5F) * day_width;
            const float y = place(*chart.values[i]);
            if (chart.kind == ChartKind::bars) {
                bar(x, bottom, y, day_width);
                continue;
            }
            // Joined to the day before only where that one has a value too.
            if (i > 0 && chart.values[i - 1]) {
                stroke(x - day_width, place(*chart.values[i - 1]), x, y, teal, 1.4F);
            }
            HPDF_Page_SetRGBFill(page_, teal.red, teal.green, teal.blue);
            HPDF_Page_Circle(page_, x, y, 1.7F);
            HPDF_Page_Fill(page_);
        }
        if (chart.goal) goal(chart, left, right, place(*chart.goal));
        put(left, bottom - 10, chart.first_label, label_style);
        const std::string last = printable(chart.last_label);
        put(right - width_of(last, label_style), bottom - 10, last, label_style);
    }
    void bar(float x, float bottom, float top, float day_width) {
        const float width = day_width * 0.6F;
        HPDF_Page_SetRGBFill(page_, blue.red, blue.green, blue.blue);
        HPDF_Page_Rectangle(page_, x - width / 2, bottom, width, std::max(top - bottom, 0.6F));
        HPDF_Page_Fill(page_);
    }
    void goal(const Chart& chart, float left, float right, float y) {
        const HPDF_UINT16 dashes[] = {3, 2};
        HPDF_Page_SetDash(page_, dashes, 2, 0);
        stroke(left, y, right, y, ink);
        HPDF_Page_SetDash(page_, nullptr, 0, 0);
        const std::string text = printable(chart.goal_label);
        put(right - width_of(text, label_style), y + 2.5F, text, label_style);
    }

    HPDF_Doc document_;
    HPDF_Font regular_;
    HPDF_Font bold_;
    HPDF_Page page_ = nullptr;
    std::vector<HPDF_Page> pages_;
    float y_ = 0;  // the lowest point that is used
};

struct PartPrinter {
    Press& press;

    void operator()(const Paragraph& paragraph) const {
        switch (paragraph.kind) {
            case TextKind::plain:
                return press.paragraph(paragraph.text, body_style);
            case TextKind::strong:
                press.need(4 + 2 * strong_style.line());
                press.space(4);
                return press.paragraph(paragraph.text, strong_style);
            case TextKind::item:
                return press.paragraph(paragraph.text, item_style, "•");
            case TextKind::quote:
                return press.paragraph(paragraph.text, quote_style);
            case TextKind::caption:
                return press.paragraph(paragraph.text, caption_style);
        }
    }
    void operator()(const Chart& chart) const { press.chart(chart); }
};

HPDF_Font load(HPDF_Doc document, const std::string& path) {
    const char* name = HPDF_LoadTTFontFromFile(document, path.c_str(), HPDF_TRUE);
    return name == nullptr ? nullptr : HPDF_GetFont(document, name, "UTF-8");
}

Result<Bytes> bytes_of(HPDF_Doc document) {
    const Error failed(ErrorCode::internal, "The PDF could not be made. Save it as HTML instead.");
    if (HPDF_GetError(document) != HPDF_OK || HPDF_SaveToStream(document) != HPDF_OK) {
        return failed;
    }
    Bytes bytes(HPDF_GetStreamSize(document));
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    HPDF_ResetStream(document);
    HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    if (size != bytes.size()) return failed;
    return bytes;
}

}  // namespace

Result<Bytes> write_pdf(const Document& document, const PdfFonts& fonts) {
    const OpenDocument file(HPDF_New(&ignore_error, nullptr));
    if (!file) return Error(ErrorCode::internal, "The PDF could not be begun.");
    HPDF_UseUTFEncodings(file.get());
    HPDF_SetCompressionMode(file.get(), HPDF_COMP_ALL);
    HPDF_Font regular = load(file.get(), fonts.regular);
    HPDF_Font bold = load(file.get(), fonts.bold);
    if (regular == nullptr || bold == nullptr) {
        return Error(ErrorCode::not_found,
                     "The typeface for PDF files (DejaVu Sans) is not installed. Save it as HTML "
                     "instead.");
    }
    Press press(file.get(), regular, bold);
    press.paragraph(document.mark, strong_style);
    press.space(4);
    press.paragraph(document.title, title_style);
    press.space(4);
    for (const std::string& line : document.head) press.paragraph(line, caption_style);
    for (const Section& section : document.sections) {
        press.heading(section.heading);
        for (const Part& part : section.parts) std::visit(PartPrinter{press}, part);
    }
    press.space(12);
    press.paragraph(document.foot, caption_style);
    press.finish(document.mark);
    return bytes_of(file.get());
}

}  // namespace evenkeel::report
