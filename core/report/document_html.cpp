#include "core/report/document.h"

#include <array>
#include <charconv>
#include <string_view>

namespace evenkeel::report {

namespace {

constexpr double chart_width = 640;
constexpr double chart_height = 96;

// The page is whole by itself, whatever a text in it says; and no browser may fetch for it.
constexpr std::string_view head_of_page = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<style>
:root { color-scheme: light; }
body { font: 16px/1.5 Inter, system-ui, sans-serif; color: #1c2430; background: #fff;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .25rem 0 .5rem; }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; padding-top: .75rem;
  border-top: 1px solid #d5dae1; }
h3 { font-size: 1rem; margin: .9rem 0 .2rem; }
p, ul, blockquote, figure { margin: .4rem 0; }
ul { padding-left: 1.25rem; }
blockquote { padding: .25rem 0 .25rem .9rem; border-left: 3px solid #b9c2cd;
  white-space: pre-wrap; }
figure { margin: .75rem 0; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 11px Inter, system-ui, sans-serif; fill: #55606e; }
.mark { font-weight: 600; }
.head p, .caption, footer { color: #55606e; font-size: .9rem; margin: .1rem 0; }
footer { margin-top: 2rem; padding-top: .75rem; border-top: 1px solid #d5dae1; }
@page { size: A4; margin: 18mm; }
@media print { body { font-size: 10.5pt; margin: 0; max-width: none; padding: 0; }
  h2, figure { break-inside: avoid; break-after: avoid; } figure, li { break-after: auto; } }
</style>
)html";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default: {
                // Control characters mean nothing here; some would end the file for a reader.
                const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\n';
                out += is_control ? ' ' : c;
            }
        }
    }
    return out;
}

std::string element(std::string_view tag, std::string_view text) {
    const std::string_view name = tag.substr(0, tag.find(' '));
    // Text of either direction keeps to itself.
    return "<" + std::string(tag) + " dir=\"auto\">" + escaped(text) + "</" + std::string(name) +
           ">\n";
}

std::string number(double value) {
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
    return {text.data(), end.ptr};
}

// Where values lie in the picture.
class Places {
public:
    explicit Places(const Chart& chart) : chart_(chart) {}
    [[nodiscard]] double x(std::size_t day) const {
        const auto days = static_cast<double>(chart_.values.size());
        return left + (static_cast<double>(day) + 0.5) / days * (chart_width - left);
    }
    [[nodiscard]] double y(double value) const {
        return top + (1 - value / chart_.high) * (bottom - top);
    }
    [[nodiscard]] double bar_width() const {
        return (chart_width - left) / static_cast<double>(chart_.values.size()) * 0.6;
    }

    static constexpr double left = 40;
    static constexpr double top = 12;
    static constexpr double bottom = chart_height - 18;

private:
    const Chart& chart_;
};

// One stroke per run of days without a gap; a day alone is a dot.
std::string line_of(const Chart& chart, const Places& places) {
    std::string path;
    std::string dots;
    bool is_joined = false;
    for (std::size_t i = 0; i < chart.values.size(); ++i) {
        if (!chart.values[i]) {
            is_joined = false;
            continue;
        }
        const std::string x = number(places.x(i));
        const std::string y = number(places.y(*chart.values[i]));
        path += (is_joined ? "L" : "M") + x + " " + y;
        dots += "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"2.5\" fill=\"#2f6f6a\"/>";
        is_joined = true;
    }
    if (path.empty()) return "";
    return "<path d=\"" + path + "\" fill=\"none\" stroke=\"#2f6f6a\" stroke-width=\"2\"/>" + dots;
}

std::string bars_of(const Chart& chart, const Places& places) {
    std::string bars;
    for (std::size_t i = 0; i < chart.values.size(); ++i) {
        if (!chart.values[i]) continue;
        const double y = places.y(*chart.values[i]);
        bars += "<rect x=\"" + number(places.x(i) - places.bar_width() / 2) + "\" y=\"" +
                number(y) + "\" width=\"" + number(places.bar_width()) + "\" height=\"" +
                number(Places::bottom - y) + "\" fill=\"#5d7fa8\"/>";
    }
    return bars;
}

std::string label(double x, double y, std::string_view anchor, std::string_view text) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" +
           std::string(anchor) + "\">" + escaped(text) + "</text>";
}

std::string rule(double y, std::string_view style) {
    return "<line x1=\"" + number(Places::left) + "\" x2=\"" + number(chart_width) + "\" y1=\"" +
           number(y) + "\" y2=\"" + number(y) + "\" " + std::string(style) + "/>";
}

std::string picture(const Chart& chart) {
    const Places places(chart);
    std::string svg = "<svg viewBox=\"0 0 " + number(chart_width) + " " + number(chart_height) +
                      "\" role=\"img\" aria-label=\"" + escaped(chart.title) + "\">";
    svg += rule(Places::bottom, "stroke=\"#b9c2cd\"") + rule(Places::top, "stroke=\"#e4e8ed\"");
    svg += label(Places::left - 6, Places::top + 4, "end", chart.high_label);
    svg += label(Places::left - 6, Places::bottom + 4, "end", "0");
    svg += chart.kind == ChartKind::line ? line_of(chart, places) : bars_of(chart, places);
    if (chart.goal) {
        svg += rule(places.y(*chart.goal), "stroke=\"#1c2430\" stroke-dasharray=\"4 3\"");
        svg += label(chart_width, places.y(*chart.goal) - 4, "end", chart.goal_label);
    }
    svg += label(Places::left, chart_height - 4, "start", chart.first_label);
    svg += label(chart_width, chart_height - 4, "end", chart.last_label);
    return svg + "</svg>\n";
}

class PartWriter {
public:
    explicit PartWriter(std::string& out) : out_(out) {}

    void operator()(const Paragraph& paragraph) {
        set_list(paragraph.kind == TextKind::item);
        switch (paragraph.kind) {
            case TextKind::plain:
                out_ += element("p", paragraph.text);
                break;
            case TextKind::strong:
                out_ += element("h3", paragraph.text);
                break;
            case TextKind::item:
                out_ += element("li", paragraph.text);
                break;
            case TextKind::quote:
                out_ += element("blockquote", paragraph.text);
                break;
            case TextKind::caption:
                out_ += element("p class=\"caption\"", paragraph.text);
                break;
        }
    }
    void operator()(const Chart& chart) {
        set_list(false);
        out_ += "<figure>\n" + element("figcaption", chart.sentence);
        const bool has_days = !chart.values.empty() && chart.high > 0;
        out_ += (has_days ? picture(chart) : std::string()) + "</figure>\n";
    }
    // Items next to each other are one list.
    void set_list(bool is_list) {
        if (is_list != is_list_) out_ += is_list ? "<ul>\n" : "</ul>\n";
        is_list_ = is_list;
    }

private:
    std::string& out_;
    bool is_list_ = false;
};

}  // namespace

std::string write_html(const Document& document) {
    std::string out(head_of_page);
    out += "<title>" + escaped(document.title) +
           "</title>\n</head>\n<body>\n<header class=\"head\">\n";
    out += element("p class=\"mark\"", document.mark) + element("h1", document.title);
    for (const std::string& line : document.head) out += element("p", line);
    out += "</header>\n<main>\n";
    for (const Section& section : document.sections) {
        out += "<section>\n" + element("h2", section.heading);
        PartWriter writer(out);
        for (const Part& part : section.parts) std::visit(writer, part);
        writer.set_list(false);
        out += "</section>\n";
    }
    return out + "</main>\n" + element("footer", document.foot) + "</body>\n</html>\n";
}

}  // namespace evenkeel::report
