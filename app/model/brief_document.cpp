#include "app/model/brief_document.h"

#include "app/model/day_use.h"
#include "app/model/phrases.h"
#include "core/base/characters.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::model {

namespace {

using report::Chart;
using report::ChartKind;
using report::Paragraph;
using report::Part;
using report::Section;
using report::TextKind;

constexpr double minutes_per_hour = 60;
constexpr double mood_max = 10;

class SectionMaker {
public:
    explicit SectionMaker(std::string heading)
        : section_{.heading = std::move(heading), .parts = {}} {}

    SectionMaker& add(TextKind kind, std::string_view text) {
        if (!text.empty()) section_.parts.emplace_back(Paragraph{kind, display_lines(text)});
        return *this;
    }
    SectionMaker& add(TextKind kind, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) add(kind, text);
        return *this;
    }
    SectionMaker& add(Chart chart) {
        section_.parts.emplace_back(std::move(chart));
        return *this;
    }
    Section finished() { return std::move(section_); }

private:
    Section section_;
};

Chart chart_of(const SessionBrief& brief, ChartKind kind, std::string title, std::string sentence) {
    Chart chart{.kind = kind, .title = std::move(title), .sentence = std::move(sentence)};
    if (brief.days.empty()) return chart;
    chart.first_label = short_date(brief.days.front().day);
    chart.last_label = short_date(brief.days.back().day);
    return chart;
}

Chart mood_chart(const SessionBrief& brief) {
    Chart chart = chart_of(brief, ChartKind::line, "Mood of each day, 0 to 10", brief.mood);
    chart.high = mood_max;
    chart.high_label = "10";
    for (const OverviewDay& day : brief.days) {
        chart.values.push_back(day.mood ? std::optional<double>(*day.mood) : std::nullopt);
    }
    return chart;
}

Chart use_chart(const SessionBrief& brief, std::size_t which) {
    const std::string title = group_title(use_groups[which]);
    Chart chart = chart_of(brief, ChartKind::bars, title + ", hours of each day", brief.use[which]);
    double most = 1;
    for (const OverviewDay& day : brief.days) {
        const auto& minutes = day.minutes[which];
        chart.values.push_back(minutes ? std::optional(*minutes / minutes_per_hour) : std::nullopt);
        most = std::max(most, chart.values.back().value_or(0));
    }
    if (const auto& agreed = brief.agreed_minutes[which]) {
        chart.goal = *agreed / minutes_per_hour;
        chart.goal_label = "agreed " + limit_duration(*agreed);
        most = std::max(most, *chart.goal);
    }
    chart.high = std::ceil(most);
    chart.high_label = std::to_string(static_cast<int>(chart.high)) + " h";
    const bool is_said = std::ranges::any_of(chart.values, [](auto& value) { return !!value; });
    if (!is_said) chart.values.clear();
    return chart;
}

Section coverage(const SessionBrief& brief) {
    return SectionMaker("Coverage")
        .add(TextKind::plain, brief.coverage)
        .add(TextKind::plain, brief.synced)
        .finished();
}

Section mood(const SessionBrief& brief) {
    return SectionMaker("Mood").add(mood_chart(brief)).finished();
}

// An arrow beside the words, where the days allow one.
std::string arrow_of(Trend trend) {
    switch (trend) {
        case Trend::less:
            return "↓ ";
        case Trend::same:
            return "→ ";
        case Trend::more:
            return "↑ ";
        case Trend::too_early:
            break;
    }
    return "";
}

Section boundaries(const SessionBrief& brief) {
    SectionMaker made("Boundaries");
    if (brief.boundaries.empty()) made.add(TextKind::plain, "No boundary was in force.");
    for (const BriefBoundary& boundary : brief.boundaries) {
        made.add(TextKind::strong, boundary.sentence)
            .add(TextKind::plain, boundary.kept)
            .add(TextKind::plain, arrow_of(boundary.trend) + boundary.trend_words)
            .add(TextKind::plain, boundary.review)
            .add(TextKind::plain, boundary.waiting)
            .add(TextKind::item, boundary.overrides);
    }
    return made.finished();
}

Section use(const SessionBrief& brief) {
    SectionMaker made("Screen time");
    for (std::size_t i = 0; i < use_group_count; ++i) made.add(use_chart(brief, i));
    return made.add(TextKind::plain, brief.use_details).finished();
}

Section pages(const SessionBrief& brief) {
    SectionMaker made("Words");
    for (const BriefPage& page : brief.pages) {
        std::string head = page.day;
        if (page.brought) head += " · brought to the session";
        if (page.waits) head += " · waits for a reply";
        if (page.shortened) head += " · its beginning";
        if (!page.title.empty()) made.add(TextKind::strong, page.title);
        made.add(TextKind::caption, head).add(TextKind::quote, page.text);
    }
    return made.add(TextKind::plain, brief.pages_sentence).finished();
}

}  // namespace

report::Document brief_document(const SessionBrief& brief, const std::string& made_by) {
    report::Document document{.mark = "Confidential",
                              .title = display_lines("Session brief: " + brief.name)};
    document.head = {brief.period, display_lines("Made " + brief.made + " by " + made_by + ".")};
    if (!brief.next.empty()) document.head.push_back(brief.next);
    for (const std::string& line : brief.agenda) {
        document.head.push_back(display_lines("To talk about: " + line));
    }
    document.sections = {
        SectionMaker("Safety")
            .add(TextKind::plain, brief.safety)
            .add(TextKind::item, brief.risks)
            .finished(),
        coverage(brief),
        mood(brief),
        boundaries(brief),
        use(brief),
        pages(brief),
        SectionMaker("Since each boundary began")
            .add(TextKind::plain, brief.impact)
            .add(TextKind::caption, brief.impact_basis)
            .finished(),
        SectionMaker("To do").add(TextKind::item, brief.to_do).finished()};
    if (!brief.plan.empty()) {
        document.sections.push_back(
            SectionMaker("Plan together").add(TextKind::item, brief.plan).finished());
    }
    document.foot =
        "Made by Evenkeel from what was shared. Minutes and moods are what the client said or a "
        "device measured; they are not a score, and nothing here says what caused what.";
    return document;
}

std::optional<BriefFormat> brief_format_of(const std::string& path) {
    if (path.ends_with(".pdf")) return BriefFormat::pdf;
    if (path.ends_with(".html")) return BriefFormat::html;
    if (path.ends_with(".txt")) return BriefFormat::text;
    return std::nullopt;
}

Result<Bytes> document_bytes(const report::Document& document, BriefFormat format) {
    switch (format) {
        case BriefFormat::text:
            return to_bytes(as_bytes(report::write_text(document)));
        case BriefFormat::html:
            return to_bytes(as_bytes(report::write_html(document)));
        case BriefFormat::pdf:
            break;
    }
    const std::string folder = EVENKEEL_PDF_FONTS;
    return report::write_pdf(
        document, {.regular = folder + "/DejaVuSans.ttf", .bold = folder + "/DejaVuSans-Bold.ttf"});
}

Result<Bytes> brief_bytes(const SessionBrief& brief, const std::string& made_by,
                          BriefFormat format) {
    return document_bytes(brief_document(brief, made_by), format);
}

}  // namespace evenkeel::model
