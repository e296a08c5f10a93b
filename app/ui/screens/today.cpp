// Today: a whole day in a few taps, each saved as it is made.
#include "app/model/phrases.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::TodayView;

constexpr float two_columns_min_dp = 340;
constexpr int days_looked_back = 28;
std::string about(const model::UseLine& line) {
    if (!line.offered_minutes) {
        return line.limit_minutes ? tr("Agreed {0}", duration(*line.limit_minutes)) : "";
    }
    const std::string last = duration(*line.offered_minutes);
    if (!line.limit_minutes) return tr("Last time {0}", last);
    return tr("Last time {0} · agreed {1}", last, duration(*line.limit_minutes));
}

void use_card(const Screen& screen, const TodayView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        for (std::size_t i = 0; i < view.use.size(); ++i) {
            const model::UseLine& line = view.use[i];
            ui.scope(i, [&] {
                if (i > 0) ui.hairline();
                ui.pair(group_name(line.group), about(line));
                ui.group("group", group_name(line.group),
                         [&] { use_stepper(screen, view.day, line); });
            });
        }
        ui.hairline();
        day_complete(screen, view.day, view.today, view.complete);
        if (ui.row("screen-time", {.title = tr("Screen time"),
                                   .detail = tr("In one tap, and what it was for"),
                                   .icon = Icon::device})) {
            screen.local.above = Above::screen_time;
        }
    });
}

std::optional<std::size_t> index_of_answer(const std::optional<Answer>& answer) {
    if (!answer || *answer == Answer::not_applicable) return std::nullopt;
    return static_cast<std::size_t>(*answer) - 1;
}

struct NoteRow {
    std::string_view unwritten;
    std::string_view written;
    const std::string& note;
    bool is_private = true;
};

// Leads to the page where it is written.
void note_row(const Screen& screen, const NoteRow& row, std::optional<EntityId> boundary) {
    const bool is_written = !row.note.empty();
    if (screen.ui.row("note",
                      {.title = is_written ? row.written : row.unwritten,
                       .detail = is_written ? std::string_view(row.note) : std::string_view{},
                       .badge = !is_written      ? ""
                                : row.is_private ? tr("Only for you")
                                                 : tr("Shared"),
                       .icon = Icon::pencil})) {
        screen.local.note = {.boundary = boundary};
        screen.local.above = Above::note;
    }
}

// One who did not keep to it may say why, and need not.
void reason_row(const Screen& screen, const model::AnswerLine& line) {
    const bool was_kept = line.answer == Answer::kept || line.answer == Answer::not_applicable;
    if (!line.answer || (was_kept && line.note.empty())) return;
    note_row(screen,
             {tr("Say why (optional)"), tr("What you say of it"), line.note, line.note_private},
             line.boundary);
}

void boundary_answers(const Screen& screen, const TodayView& view) {
    if (view.boundaries.empty()) return;
    const std::array<std::string_view, 3> words = {tr("Kept"), tr("Partly"), tr("Not today")};
    constexpr std::array<Answer, 3> answers = {Answer::kept, Answer::partly, Answer::broken};
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Boundaries"), 3);
        for (const model::AnswerLine& line : view.boundaries) {
            ui.scope(scope_of(line.boundary), [&] {
                ui.text(line.title);
                const auto chosen =
                    ui.segmented("answer", line.title, words, index_of_answer(line.answer));
                if (chosen) {
                    screen.post(model::AnswerBoundary{
                        .day = view.day, .boundary = line.boundary, .answer = answers[*chosen]});
                }
                if (line.log_differs) {
                    ui.text(tr("Your minutes say something else. Both are kept."),
                            TextStyle::caption, Tone::muted);
                }
                reason_row(screen, line);
            });
        }
    });
}

void day_note(const Screen& screen, const TodayView& view) {
    screen.ui.card([&] {
        note_row(screen,
                 {tr("Add a note (optional)"), tr("Your note"), view.note, view.note_private},
                 std::nullopt);
    });
}

void next_session(const Screen& screen, const TodayView& view) {
    if (!view.next_session) return;
    const std::string title = tr("Next session: {0}", view.next_session->text);
    screen.ui.card([&] {
        if (screen.ui.row("session", {.title = title, .icon = Icon::people})) {
            open_session(screen, std::nullopt, *view.next_session);
        }
    });
}

void reminder(const Screen& screen, const TodayView& view) {
    if (!view.reminder) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.badge(tr("Reminder"), Tone::accent);
        ui.notice(view.reminder->sentence);
        ui.flow([&] {
            if (ui.button("snooze", tr("Not now"))) screen.post(model::SnoozeReminder{});
        });
    });
}

// What a person wrote back is said before anything is asked.
void answered(const Screen& screen) {
    const model::JournalView& journal = screen.snapshot.client->journal;
    if (journal.unread.empty()) return;
    const model::PageLine* page = model::find_page(journal.pages, journal.unread.front());
    if (page == nullptr) return;
    const std::string more =
        journal.unread.size() == 1
            ? ""
            : tr_n("And {0} more page has a new reply", "And {0} more pages have a new reply",
                   journal.unread.size() - 1);
    screen.ui.card([&] {
        if (screen.ui.row("answered",
                          {.title = tr("{0} answered your page of {1}",
                                       model::capitalised(page->replies.back().author), page->day),
                           .detail = more,
                           .icon = Icon::book})) {
            open_page(screen, page->id);
        }
    });
}

void asked(const Screen& screen) {
    const auto& due = screen.snapshot.client->journal.due;
    if (due.empty()) return;
    const model::GivenPrompt& first = due.front();
    screen.ui.card([&] {
        if (screen.ui.row(
                "asked",
                {.title = tr("{0} asks: {1}", model::capitalised(first.by), first.question),
                 .detail = due.size() == 1 ? ""
                                           : tr_n("And {0} more question", "And {0} more questions",
                                                  due.size() - 1),
                 .icon = Icon::book})) {
            answer_question(screen, first);
        }
    });
}

void days_so_far(const Screen& screen, const TodayView& view) {
    Ui& ui = screen.ui;
    ui.text(tr("You noted {0} of the last {1} days.", view.days_logged_of_28, days_looked_back),
            TextStyle::caption, Tone::muted);
    const bool offers = std::any_of(view.blank_days.begin(), view.blank_days.end(),
                                    [&](Day day) { return day != view.day && day != view.today; });
    if (!offers) return;
    ui.text(tr("Fill in an earlier day, if you like:"), TextStyle::caption, Tone::muted);
    ui.flow([&] {
        for (const Day day : view.blank_days) {
            if (day == view.day || day == view.today) continue;
            ui.scope(static_cast<std::uint64_t>(day.number), [&] {
                if (ui.offer_chip("fill", weekday_and_date(day))) {
                    screen.post(model::ShowDay{day});
                }
            });
        }
    });
}

void title(const Screen& screen, const TodayView& view) {
    Ui& ui = screen.ui;
    const bool earlier = view.day != view.today;
    ui.text(long_day(view.day), TextStyle::body, Tone::muted);
    ui.space(0);
    const std::string question =
        earlier ? tr("How was {0}?", weekday_name(view.day)) : tr("How was today?");
    if (page_head(screen, question, earlier ? tr("Back to today") : "")) {
        screen.post(model::ShowDay{view.today});
    }
}

// Phones ask in the order of a day; wide windows put what is said every day beside each other.
void cards(const Screen& screen, const TodayView& view) {
    if (screen.ui.is_phone()) {
        mood_card(screen);
        use_card(screen, view);
        boundary_answers(screen, view);
        day_note(screen, view);
        return;
    }
    screen.ui.columns(2, two_columns_min_dp, [&](std::size_t column) {
        if (column == 1) return use_card(screen, view);
        mood_card(screen);
        boundary_answers(screen, view);
        day_note(screen, view);
    });
}

}  // namespace

void today(const Screen& screen) {
    const TodayView& view = screen.snapshot.client->today;
    screen.ui.page("today", [&] {
        title(screen, view);
        held_deletions(screen);
        told_card(screen);
        asked_about_colleague(screen);
        reminder(screen, view);
        answered(screen);
        asked(screen);
        cards(screen, view);
        next_session(screen, view);
        intake_card(screen);
        days_so_far(screen, view);
        sync_line(screen);
    });
}

}  // namespace evenkeel::ui
