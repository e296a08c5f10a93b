// Boundaries as both people see them, and what either may do with one.
#include "app/ui/screens/chart_axes.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

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
            return {tr("Waits for your answer"), Tone::accent};
        case waits_for_them:
            return {tr("Waits for their answer"), Tone::muted};
        case in_force:
            return {tr("In force"), Tone::primary};
        case paused:
            return {tr("Paused"), Tone::caution};
        case contested:
            return {tr("Answered in two ways; agree on one together"), Tone::caution};
        case ended:
            return {tr("Ended"), Tone::muted};
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
    DotStrip strip{.title = tr("This week"),
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
    if (!card.since) return card.review_day ? tr("Review on {0}", short_day(*card.review_day)) : "";
    if (!card.review_day) return tr("Since {0}", short_day(*card.since));
    return tr("Since {0} · review on {1}", short_day(*card.since), short_day(*card.review_day));
}

void review_line(Ui& ui, const model::ReviewLine& line) {
    ui.text(line.text, TextStyle::caption, Tone::muted);
    if (!line.words.empty()) ui.text(tr("“{0}”", line.words), TextStyle::body, Tone::muted);
}

// The newest review; the earlier ones on demand.
void reviews(const Screen& screen, const BoundaryCard& card) {
    if (card.reviews.empty()) return;
    Ui& ui = screen.ui;
    ui.space(12);
    ui.text(tr("Last review"), TextStyle::label);
    review_line(ui, card.reviews.front());
    if (card.reviews.size() == 1) return;
    auto& open = screen.local.open_reviews;
    const bool is_open = open == card.id;
    ui.flow([&] {
        const std::string_view label =
            is_open ? tr("Hide earlier reviews") : tr("Show earlier reviews");
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
        if (!screen.ui.button("review", tr("Review it"), style, Icon::check)) return;
        open_review(screen, *screen.snapshot.clinician->overview, card.id);
    }
    void change() const {
        if (!card.form) return;
        if (!screen.ui.button("change", tr("Suggest a change"))) return;
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
    actions.say(ui.button("accept", tr("Accept"), ButtonStyle::primary, Icon::check),
                Decision::accept);
    actions.say(ui.button("decline", tr("Decline")), Decision::decline);
    actions.change();
}

void buttons(const Actions& actions) {
    Ui& ui = actions.screen.ui;
    using enum BoundaryStage;
    switch (actions.card.stage) {
        case waits_for_me:
            return answer_buttons(actions);
        case waits_for_them:
            return actions.withdraw(
                tr("Take it back"), tr("Take this proposal back?"),
                tr("They can no longer accept it. What was agreed before stays."));
        case in_force:
            actions.review();
            actions.change();
            actions.say(ui.button("pause", tr("Pause")), Decision::pause);
            return actions.withdraw(tr("Withdraw"), tr("Withdraw from this boundary?"),
                                    tr("From today on it no longer counts for either of you. The "
                                       "days until now stay."));
        case paused:
            actions.review();
            actions.say(ui.button("resume", tr("Resume")), Decision::resume);
            return actions.withdraw(
                tr("Withdraw"), tr("Withdraw from this boundary?"),
                tr("It does not count again for either of you. The days until now stay."));
        case contested:
            actions.change();
            return actions.withdraw(tr("Withdraw"), tr("Withdraw from this boundary?"),
                                    tr("It no longer counts for either of you."));
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
        if (!card.reason.empty())
            ui.text(tr("Why: {0}", card.reason), TextStyle::body, Tone::muted);
        if (!card.study_question.empty()) {
            ui.text(tr("To find out: {0}", card.study_question), TextStyle::body, Tone::muted);
        }
        if (!card.in_force_sentence.empty()) {
            ui.text(tr("Until then this holds: {0}", card.in_force_sentence), TextStyle::body,
                    Tone::muted);
        }
        const bool counts =
            card.stage == BoundaryStage::in_force || card.stage == BoundaryStage::paused;
        if (counts) week(screen, card);
        const std::string when = dates(card);
        const std::string by = tr("Proposed by {0}", card.proposed_by);
        ui.text(when.empty() ? by : by + " · " + when, TextStyle::caption, Tone::muted);
        if (card.review_due) ui.status(Icon::clock, tr("Its review is due."), Tone::accent);
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
