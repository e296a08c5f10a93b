// A boundary, put together with the sentence that both will sign before one's eyes.
#include "app/model/boundary_examples.h"
#include "app/ui/screens/composer_rule.h"
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::BoundaryForm;

constexpr std::uint32_t all_weekdays = 0x7F;
constexpr std::size_t reason_characters_max = 300;
constexpr std::size_t question_characters_max = 120;

// No bit set means every day, and so do all of them.
void weekdays(Ui& ui, BoundaryForm& form) {
    const std::array<std::string_view, 7> names = {tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"),
                                                   tr("Fri"), tr("Sat"), tr("Sun")};
    ui.text(tr("On these days"), TextStyle::caption, Tone::muted);
    ui.flow([&] {
        for (std::uint32_t i = 0; i < names.size(); ++i) {
            ui.scope(i, [&] {
                const std::uint32_t set = form.weekdays == 0 ? all_weekdays : form.weekdays;
                const std::uint32_t bit = 1U << i;
                if (!ui.check_chip("weekday", names[i], (set & bit) != 0)) return;
                const std::uint32_t changed = set ^ bit;
                form.weekdays = changed == all_weekdays ? 0 : changed;
            });
        }
    });
}

void review(Ui& ui, BoundaryForm& form) {
    const std::array<std::string_view, 4> names = {tr("2 weeks"), tr("4 weeks"), tr("8 weeks"),
                                                   tr("No date")};
    constexpr std::array<std::uint32_t, 4> weeks = {2, 4, 8, 0};
    ui.text(tr("Look at it together after"), TextStyle::caption, Tone::muted);
    const auto place = std::find(weeks.begin(), weeks.end(), form.review_weeks);
    const auto chosen = place == weeks.end()
                            ? std::nullopt
                            : std::optional(static_cast<std::size_t>(place - weeks.begin()));
    if (const auto picked = ui.segmented("review", tr("Review after"), names, chosen)) {
        form.review_weeks = weeks[*picked];
    }
}

// Only where the log could decide is there anything to choose.
void evidence(Ui& ui, BoundaryForm& form) {
    const auto terms = model::terms_of(form);
    if (!terms.ok() || !log_can_decide(terms.value().rule)) return;
    const std::array<std::string_view, 2> names = {tr("The answer each day"), tr("What is logged")};
    ui.text(tr("What counts as kept"), TextStyle::caption, Tone::muted);
    const std::size_t chosen = form.evidence == Evidence::log ? 1 : 0;
    if (const auto picked = ui.segmented("evidence", tr("What counts as kept"), names, chosen)) {
        form.evidence = *picked == 1 ? Evidence::log : Evidence::answer;
    }
}

std::span<const model::ProposalDraft> drafts(const model::Snapshot& snapshot) {
    if (snapshot.client) return snapshot.client->boundaries.drafts;
    const bool is_open = snapshot.clinician && snapshot.clinician->overview;
    if (is_open) return snapshot.clinician->overview->drafts;
    return {};
}

void keep_composed(const Screen& screen) {
    ComposerForm& composed = screen.local.composer;
    if (auto intent = unkept(composed)) screen.post(*std::move(intent));
    composed.asked = composed.form;
}

void look_after_composed(const Screen& screen) {
    ComposerForm& composed = screen.local.composer;
    if (composed.form == composed.asked) return;
    if (!(composed.form == composed.seen)) {
        composed.seen = composed.form;
        composed.changed_ms = screen.ui.now_ms();
    }
    if (hand_has_paused(screen.ui, composed.changed_ms)) keep_composed(screen);
}

// Only what was changed can be thrown away.
void begin_anew(const Screen& screen) {
    ComposerForm& composed = screen.local.composer;
    if (composed.form == composed.begun) return;
    if (!screen.ui.button("anew", tr("Begin anew"), ButtonStyle::quiet)) return;
    composed.form = composed.begun;
    keep_composed(screen);
}

void send(const Screen& screen) {
    ComposerForm& composed = screen.local.composer;
    composed.asked = composed.form;  // the engine forgets the draft with what is sent
    if (composed.boundary) {
        screen.post(model::Counter{
            .record = composed.record, .boundary = *composed.boundary, .form = composed.form});
    } else {
        screen.post(model::Propose{.record = composed.record, .form = composed.form});
    }
    screen.local.above = Above::none;
}

void signed_sentence(const Screen& screen) {
    Ui& ui = screen.ui;
    const BoundaryForm& form = screen.local.composer.form;
    ui.card([&] {
        ui.text(tr("What both of you sign"), TextStyle::caption, Tone::muted);
        const auto terms = model::terms_of(form);
        if (terms.ok()) {
            ui.text(model::live_sentence(form), TextStyle::title);
        } else {
            ui.text(tr("The sentence appears here once it is complete."), TextStyle::body,
                    Tone::muted);
        }
        ui.space(16);
        if (!terms.ok()) {
            ui.disabled_button("send", tr("Send this proposal"),
                               tr_known(terms.error().sentence()));
        } else if (ui.button("send", tr("Send this proposal"), ButtonStyle::primary, Icon::send)) {
            send(screen);
        }
        ui.text(tr("It counts only once the other has accepted it."), TextStyle::caption,
                Tone::muted);
        begin_anew(screen);
    });
}

// What others agreed on, to change and not to copy.
void examples(const Screen& screen) {
    Ui& ui = screen.ui;
    ComposerForm& composed = screen.local.composer;
    if (!composed.shows_examples) return;
    const bool closed = ui.sheet("examples", tr("Start from an example"), [&] {
        ui.text(tr("It fills in the form. Change what does not fit."), TextStyle::body,
                Tone::muted);
        std::uint64_t place = 0;
        for (const model::BoundaryExample& example : model::boundary_examples()) {
            ui.scope(place++, [&] {
                const std::string sentence = model::live_sentence(example.form);
                if (!ui.row("example", {.title = tr(example.name), .detail = sentence})) return;
                std::string reason = std::move(composed.form.reason);
                composed.form = example.form;
                composed.form.reason = std::move(reason);
                composed.shows_examples = false;
            });
        }
    });
    if (closed) composed.shows_examples = false;
}

}  // namespace

void open_composer(const Screen& screen, const std::optional<VaultId>& record,
                   const std::optional<EntityId>& boundary, const model::BoundaryForm& form) {
    ComposerForm composed{.record = record, .boundary = boundary, .form = form, .begun = form};
    for (const model::ProposalDraft& draft : drafts(screen.snapshot)) {
        if (draft.boundary == boundary) composed.form = draft.form;
    }
    composed.asked = composed.form;
    composed.seen = composed.form;
    screen.local.composer = std::move(composed);
    screen.local.above = Above::composer;
}

std::optional<model::Intent> unkept(const ComposerForm& composed) {
    if (composed.form == composed.asked) return std::nullopt;
    if (composed.form == composed.begun) {
        return model::ForgetProposal{.record = composed.record, .boundary = composed.boundary};
    }
    return model::KeepProposal{.record = composed.record,
                               .draft = {.boundary = composed.boundary, .form = composed.form}};
}

void composer(const Screen& screen) {
    Ui& ui = screen.ui;
    ComposerForm& composed = screen.local.composer;
    constexpr float column_min_dp = 340;
    ui.page("composer", [&] {
        if (page_head(screen, composed.boundary ? tr("Suggest a change") : tr("Propose a boundary"),
                      tr("Back"))) {
            keep_composed(screen);
            screen.local.above = Above::none;
        }
        signed_sentence(screen);
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            ui.card([&] {
                if (column == 0) {
                    composer_rule(ui, composed.form);
                    if (composed.boundary) return;
                    ui.space(12);
                    if (ui.button("examples", tr("Start from an example"), ButtonStyle::quiet)) {
                        composed.shows_examples = true;
                    }
                    return;
                }
                weekdays(ui, composed.form);
                evidence(ui, composed.form);
                review(ui, composed.form);
                ui.space(12);
                ui.field(
                    "reason", tr("Why this matters (both of you read it)"), composed.form.reason,
                    {.kind = FieldKind::lines, .characters_max = reason_characters_max, .rows = 3});
                ui.field(
                    "study", tr("What you both want to find out (optional)"),
                    composed.form.study_question,
                    {.hint = tr("Do I sleep better?"), .characters_max = question_characters_max});
                ui.field("question", tr("What is asked each day (optional)"),
                         composed.form.question,
                         {.hint = tr("Did you keep to this today?"),
                          .characters_max = question_characters_max});
                if (screen.snapshot.client) {
                    ui.text(screen.snapshot.nobody_watches, TextStyle::caption, Tone::muted);
                }
            });
        });
    });
    examples(screen);
    look_after_composed(screen);
}

}  // namespace evenkeel::ui
