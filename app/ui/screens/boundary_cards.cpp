// Boundaries as both people see them, and what either may do with one.
#include "app/ui/screens/chart_axes.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"

namespace evenkeel::ui {
namespace {

using model::BoundaryCard;
using model::BoundaryStage;

struct StageWords {
    std::string_view text;
    Tone tone;
};

StageWords words_of(BoundaryStage stage) {
    using enum BoundaryStage;
    switch (stage) {
        case waits_for_me:
            return {"Waits for your answer", Tone::accent};
        case waits_for_them:
            return {"Waits for their answer", Tone::muted};
        case in_force:
            return {"In force", Tone::primary};
        case paused:
            return {"Paused", Tone::caution};
        case contested:
            return {"Answered in two ways; agree on one together", Tone::caution};
        case ended:
            return {"Ended", Tone::muted};
    }
    return {"", Tone::muted};
}

DotState dot_of(model::DayOutcome outcome) { return static_cast<DotState>(outcome); }
static_assert(static_cast<int>(DotState::kept) == static_cast<int>(model::DayOutcome::kept) &&
              static_cast<int>(DotState::partly) == static_cast<int>(model::DayOutcome::partly) &&
              static_cast<int>(DotState::broken) == static_cast<int>(model::DayOutcome::broken) &&
              static_cast<int>(DotState::not_applicable) ==
                  static_cast<int>(model::DayOutcome::not_applicable) &&
              static_cast<int>(DotState::blank) == static_cast<int>(model::DayOutcome::blank));

void week(const Screen& screen, const BoundaryCard& card) {
    DotStrip strip{.title = "This week",
                   .sentence = card.kept_sentence,
                   .days = {},
                   .day_labels = {},
                   .names = day_names(card.week_days.front())};
    for (std::size_t i = 0; i < card.week.size(); ++i) {
        strip.days.push_back(dot_of(card.week[i]));
        strip.day_labels.emplace_back(weekday_letter(card.week_days[i]));
    }
    screen.ui.dot_strip(strip);
}

std::string dates(const BoundaryCard& card) {
    std::string text;
    if (card.since) text = "Since " + short_day(*card.since);
    if (card.review_day) {
        text += (text.empty() ? "Review on " : " · review on ") + short_day(*card.review_day);
    }
    return text;
}

void review_line(Ui& ui, const model::ReviewLine& line) {
    ui.text(line.text, TextStyle::caption, Tone::muted);
    if (!line.words.empty()) ui.text("“" + line.words + "”", TextStyle::body, Tone::muted);
}

// The newest review; the earlier ones on demand.
void reviews(const Screen& screen, const BoundaryCard& card) {
    if (card.reviews.empty()) return;
    Ui& ui = screen.ui;
    ui.space(12);
    ui.text("Last review", TextStyle::label);
    review_line(ui, card.reviews.front());
    if (card.reviews.size() == 1) return;
    auto& open = screen.local.open_reviews;
    const bool is_open = open == card.id;
    ui.flow([&] {
        const std::string_view label = is_open ? "Hide earlier reviews" : "Show earlier reviews";
        if (!ui.button("reviews", label, ButtonStyle::quiet)) return;
        open = is_open ? std::nullopt : std::optional(card.id);
    });
    if (!is_open) return;
    for (std::size_t i = 1; i < card.reviews.size(); ++i) {
        ui.scope(i, [&] { review_line(ui, card.reviews[i]); });
    }
}

struct Actions {
    const Screen& screen;
    const std::optional<VaultId>& record;
    const BoundaryCard& card;

    [[nodiscard]] model::Decide decide(Decision decision) const {
        return {
            .record = record, .boundary = card.id, .decision = decision, .version = card.version};
    }
    void review() const {
        if (!card.reviewable || !screen.snapshot.clinician->overview) return;
        const auto style = card.review_due ? ButtonStyle::primary : ButtonStyle::secondary;
        if (!screen.ui.button("review", "Review it", style, Icon::check)) return;
        open_review(screen, *screen.snapshot.clinician->overview, card.id);
    }
    void change() const {
        if (!card.form) return;
        if (!screen.ui.button("change", "Suggest a change")) return;
        open_composer(screen, record, card.id, *card.form);
    }
    void say(bool pressed, Decision decision) const {
        if (pressed) screen.post(decide(decision));
    }
    void withdraw(std::string_view label, std::string title, std::string sentence) const {
        if (!screen.ui.button("withdraw", label)) return;
        screen.local.confirmation = Confirmation{.title = std::move(title),
                                                 .sentence = std::move(sentence),
                                                 .button = std::string(label),
                                                 .intent = decide(Decision::withdraw)};
    }
};

void answer_buttons(const Actions& actions) {
    Ui& ui = actions.screen.ui;
    actions.say(ui.button("accept", "Accept", ButtonStyle::primary, Icon::check), Decision::accept);
    actions.say(ui.button("decline", "Decline"), Decision::decline);
    actions.change();
}

void buttons(const Actions& actions) {
    Ui& ui = actions.screen.ui;
    using enum BoundaryStage;
    switch (actions.card.stage) {
        case waits_for_me:
            return answer_buttons(actions);
        case waits_for_them:
            return actions.withdraw("Take it back", "Take this proposal back?",
                                    "They can no longer accept it. What was agreed before stays.");
        case in_force:
            actions.review();
            actions.change();
            actions.say(ui.button("pause", "Pause"), Decision::pause);
            return actions.withdraw(
                "Withdraw", "Withdraw from this boundary?",
                "From today on it no longer counts for either of you. The days until now stay.");
        case paused:
            actions.review();
            actions.say(ui.button("resume", "Resume"), Decision::resume);
            return actions.withdraw(
                "Withdraw", "Withdraw from this boundary?",
                "It does not count again for either of you. The days until now stay.");
        case contested:
            actions.change();
            return actions.withdraw("Withdraw", "Withdraw from this boundary?",
                                    "It no longer counts for either of you.");
        case ended:
            return;
    }
}

void boundary_card(const Screen& screen, const std::optional<VaultId>& record,
                   const BoundaryCard& card) {
    Ui& ui = screen.ui;
    ui.card([&] {
        const StageWords stage = words_of(card.stage);
        ui.badge(stage.text, stage.tone);
        ui.text(card.sentence, TextStyle::label);
        if (!card.reason.empty()) ui.text("Why: " + card.reason, TextStyle::body, Tone::muted);
        if (!card.study_question.empty()) {
            ui.text("To find out: " + card.study_question, TextStyle::body, Tone::muted);
        }
        if (!card.in_force_sentence.empty()) {
            ui.text("Until then this holds: " + card.in_force_sentence, TextStyle::body,
                    Tone::muted);
        }
        const bool counts =
            card.stage == BoundaryStage::in_force || card.stage == BoundaryStage::paused;
        if (counts) week(screen, card);
        const std::string when = dates(card);
        const std::string by = "Proposed by " + card.proposed_by;
        ui.text(when.empty() ? by : by + " · " + when, TextStyle::caption, Tone::muted);
        if (card.review_due) ui.status(Icon::clock, "Its review is due.", Tone::accent);
        reviews(screen, card);
        if (card.stage == BoundaryStage::ended) return;
        ui.space(12);
        ui.flow([&] { buttons({screen, record, card}); });
    });
}

}  // namespace

void boundary_cards(const Screen& screen, const std::optional<VaultId>& record,
                    const std::vector<BoundaryCard>& cards) {
    for (const BoundaryCard& card : cards) {
        screen.ui.scope(scope_of(card.id), [&] {
            screen.ui.group("boundary", card.sentence,
                            [&] { boundary_card(screen, record, card); });
        });
    }
}

}  // namespace evenkeel::ui
