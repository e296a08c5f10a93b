// A boundary is looked at together in a session; here the clinician notes what came out.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"
#include "app/ui/screens/words.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

#include <algorithm>
#include <utility>

namespace evenkeel::ui {
namespace {

using model::BoundaryCard;

// As long as people look ahead; what is agreed on a later day is a change of the terms.
constexpr std::int32_t review_days_ahead_max = 366;
constexpr std::int32_t week_days = 7;

const BoundaryCard* find_card(const model::OverviewView& view, EntityId boundary) {
    const auto found = std::ranges::find(view.boundaries, boundary, &BoundaryCard::id);
    return found == view.boundaries.end() ? nullptr : &*found;
}

std::string_view consequence(ReviewOutcome outcome) {
    switch (outcome) {
        case ReviewOutcome::keep:
            return tr("The signed terms stay as they are.");
        case ReviewOutcome::change:
            return tr(
                "Next you write the new terms. They count once both of you have signed them; until "
                "then the present ones hold.");
        case ReviewOutcome::pause:
            return tr("It is paused from today. Either of you can resume it.");
        case ReviewOutcome::end:
            return tr(
                "From today on it no longer counts for either of you. The days until now stay.");
    }
    return "";
}

void outcome(Ui& ui, ReviewForm& form) {
    const std::array<std::string_view, 4> names = {
        tr_as("outcome of a review", "Keep"), tr_as("outcome of a review", "Change"),
        tr_as("outcome of a review", "Pause"), tr_as("outcome of a review", "End")};
    ui.text(tr("What came out"), TextStyle::caption, Tone::muted);
    if (const auto chosen = ui.segmented("outcome", tr("What came out"), names,
                                         static_cast<std::size_t>(form.outcome) - 1)) {
        form.outcome = static_cast<ReviewOutcome>(*chosen + 1);
    }
    ui.text(consequence(form.outcome), TextStyle::caption, Tone::muted);
}

void next_day(Ui& ui, ReviewForm& form, Day today) {
    ui.text(tr("Next review"), TextStyle::caption, Tone::muted);
    ui.flow([&] {
        const std::array<std::string_view, 3> names = {tr("In two weeks"), tr("In four weeks"),
                                                       tr("In eight weeks")};
        constexpr std::array<std::int32_t, 3> weeks = {2, 4, 8};
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Day day = today + weeks[i] * week_days;
            ui.scope(i, [&] {
                if (ui.chip("jump", names[i], form.next == day)) form.next = day;
            });
        }
        if (ui.chip("none", tr_as("next review", "None"), !form.next)) form.next.reset();
    });
    if (!form.next) return;
    const auto days =
        ui.stepper("day", tr("Day"), weekday_and_date(*form.next), *form.next - today > 1,
                   *form.next - today < review_days_ahead_max);
    if (days) form.next = *form.next + *days;
}

model::DraftKey words_of(EntityId boundary) {
    return {.of = model::DraftKey::Of::review, .about = boundary};
}

// What is typed stays a draft until the engine has made a review of it.
void save(const Screen& screen, const BoundaryCard& card) {
    const ReviewForm& form = screen.local.review;
    keep_typed(screen);
    model::ReviewBoundary asked{
        .record = form.record,
        .boundary = form.boundary,
        .version = card.version,
        .outcome = form.outcome,
        .words = std::exchange(screen.local.typing, {}).text,
        .next = form.outcome == ReviewOutcome::end ? std::nullopt : form.next};
    screen.local.above = Above::none;
    if (form.outcome == ReviewOutcome::end) {
        screen.local.confirmation = Confirmation{
            .title = tr("End this boundary?"),
            .sentence =
                tr("From today on it no longer counts for either of you. The days until now stay."),
            .button = tr("End it"),
            .intent = std::move(asked)};
        return;
    }
    screen.post(std::move(asked));
    if (form.outcome != ReviewOutcome::change || !card.form) return;
    open_composer(screen, form.record, card.id, *card.form);
}

}  // namespace

void open_review(const Screen& screen, const model::OverviewView& view, EntityId boundary) {
    keep_typed(screen);
    constexpr std::int32_t usual_days = 28;
    screen.local.review = {.record = view.record,
                           .boundary = boundary,
                           .outcome = ReviewOutcome::keep,
                           .next = view.today + usual_days};
    begin_typing(screen, words_of(boundary), "", "");
    screen.local.above = Above::review;
}

void review(const Screen& screen, const model::OverviewView& view) {
    Ui& ui = screen.ui;
    ReviewForm& form = screen.local.review;
    const BoundaryCard* card = find_card(view, form.boundary);
    ui.page("review", [&] {
        if (page_head(screen, tr_as("of a boundary", "Review"), tr("Back"))) {
            keep_typed(screen);
            screen.local.above = Above::none;
        }
        if (card == nullptr || !card->reviewable) {
            ui.text(tr("This boundary is not in force any more."), TextStyle::body, Tone::muted);
            return;
        }
        const bool has_proposal = !card->in_force_sentence.empty();
        ui.text(has_proposal ? card->in_force_sentence : card->sentence, TextStyle::title);
        if (has_proposal) {
            ui.text(tr("A proposal waits: answer it, or take it back, before you review."));
            return;
        }
        ui.card([&] {
            outcome(ui, form);
            ui.space(16);
            if (is_typing(screen, words_of(form.boundary))) {
                (void)typing_field(screen, {.label = tr("What was said, if anything"),
                                            .hint = tr("Both of you read this."),
                                            .characters_max = limits::note_characters_max,
                                            .rows = 3});
            }
            if (form.outcome != ReviewOutcome::end) {
                ui.space(16);
                next_day(ui, form, view.today);
            }
            ui.space(12);
            ui.flow([&] {
                if (ui.button("save", tr("Save the review"), ButtonStyle::primary, Icon::check)) {
                    save(screen, *card);
                }
            });
        });
        ui.text(tr("{0} reads this on their own boundaries after the next sync.", view.name),
                TextStyle::caption, Tone::muted);
    });
}

}  // namespace evenkeel::ui
