#include "app/model/day_use.h"
#include "app/model/tags.h"
#include "app/model/views.h"
#include "core/domain/boundary_text.h"
#include "core/store/entries.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

const Kept<BoundaryAnswer>* answer_of(const DayEntries& entries, EntityId boundary) {
    for (const Kept<BoundaryAnswer>& kept : entries.answers) {
        if (kept.entity.boundary == boundary && kept.entity.answer) return &kept;
    }
    return nullptr;
}

Result<void> take_answer(RecordDesk& desk, const Kept<BoundaryAnswer>& kept, AnswerLine& line) {
    line.answer = kept.entity.answer->reveal();
    if (!kept.entity.note) return {};
    line.note = kept.entity.note->reveal();
    TRY_ASSIGN(line.note_private, store::has_private_note(desk.store(), desk.record(),
                                                          EntityKind::boundary_answer, kept.id));
    return {};
}

Result<std::vector<AnswerLine>> answer_lines(RecordDesk& desk, const client::BoundaryBook& book,
                                             const insight::DaySummary& day) {
    std::vector<AnswerLine> lines;
    for (const insight::BoundaryOfDay& of_day : day.boundaries) {
        const BoundaryStanding* standing = find_standing(book, of_day.boundary);
        const VersionRecord* version =
            standing ? version_of_day(book, *standing, day.day) : nullptr;
        if (version == nullptr) continue;
        const BoundaryDocument& document = version->document;
        const std::string& question = document.question.reveal();
        AnswerLine line{
            .boundary = of_day.boundary,
            .title = short_title(document),
            .question = question.empty() ? standard_question(document.terms).reveal() : question,
            .from_log = outcome_of(of_day.evaluation.log),
            .log_differs = of_day.evaluation.differs};
        const auto* answer = answer_of(desk.entries.day(day.day), of_day.boundary);
        if (answer != nullptr) TRY(take_answer(desk, *answer, line));
        lines.push_back(std::move(line));
    }
    std::ranges::sort(lines, {}, &AnswerLine::title);
    return lines;
}

// A time that cannot be read here stands at the day's beginning.
MomentLine moment_line(const Kept<MoodEntry>& kept) {
    const MoodEntry& entry = kept.entity;
    const auto local = local_time(entry.when.instant, entry.when.zone);
    MomentLine line{.id = kept.id, .mood = {}, .tags = words_of(entry.tags)};
    line.minute =
        static_cast<std::uint32_t>(local.ok() ? local.value().minute : day_start_minute_default);
    if (entry.mood) line.mood = entry.mood->reveal();
    line.is_private = !kept.has_shared;
    return line;
}

void add_moments(const DayEntries& entries, TodayView& view) {
    std::vector<const Kept<MoodEntry>*> moments;
    for (const Kept<MoodEntry>& kept : entries.moods) {
        if (kept.entity.mode == MoodMode::momentary) moments.push_back(&kept);
    }
    std::ranges::sort(moments, {}, [](const auto* kept) { return kept->entity.when.instant; });
    for (const auto* kept : moments) view.moments.push_back(moment_line(*kept));
}

}  // namespace

Result<ClientDays> read_client_days(RecordDesk& desk, Day today, Day shown) {
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    const std::string zone = desk.now().zone;
    // Four weeks back from whichever is earlier: offers and counts look that far.
    TRY(desk.entries.need(std::min(shown, today + -week_days) + -month_days, today));
    ClientDays days{.today = today, .shown = shown, .week = {}, .of_shown = {}};
    TRY_ASSIGN(days.week, summarise(desk.entries, zone, {today + (1 - week_days), today}, *book));
    if (today - shown < week_days) {
        days.of_shown = days.week[static_cast<std::size_t>(week_days - 1 - (today - shown))];
        return days;
    }
    TRY_ASSIGN(const auto one, summarise(desk.entries, zone, {shown, shown}, *book));
    days.of_shown = one.front();
    return days;
}

Result<TodayView> today_view(RecordDesk& desk, const ClientDays& days) {
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    TodayView view{.day = days.shown, .today = days.today, .mood = {}};
    if (const Kept<MoodEntry>* mood = desk.entries.check_in(days.shown)) {
        if (mood->entity.mood) view.mood = mood->entity.mood->reveal();
        view.tags = words_of(mood->entity.tags);
        if (mood->entity.note) {
            view.note = mood->entity.note->reveal();
            TRY_ASSIGN(view.note_private, store::has_private_note(desk.store(), desk.record(),
                                                                  EntityKind::mood, mood->id));
        }
    }
    view.offered_tags = offered_tags(desk.entries, days.shown);
    add_moments(desk.entries.day(days.shown), view);
    view.use = use_lines(desk.entries, *book, days.shown, month_days);
    view.complete = desk.entries.is_complete(days.shown);
    TRY_ASSIGN(view.boundaries, answer_lines(desk, *book, days.of_shown));
    for (std::int32_t back = 0; back < month_days; ++back) {
        const Day day = days.today + -back;
        const bool logged = desk.entries.is_logged(day);
        view.days_logged_of_28 += logged ? 1 : 0;
        if (back > 0 && back < week_days && !logged) view.blank_days.push_back(day);
    }
    return view;
}

}  // namespace evenkeel::model
