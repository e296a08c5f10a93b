// The way through an intake: part by part, each tap saved, and at the end what was said.
#include "app/model/phrases.h"
#include "app/ui/screens/intake.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>
#include <utility>

namespace evenkeel::ui {
namespace {

using model::IntakePage;
using model::IntakeSection;
using model::IntakeStage;

constexpr float column_min_dp = 340;

void save_after_pause(const Screen& screen) {
    const IntakeDraft& draft = screen.local.intake;
    if (!draft.unsaved.empty() && hand_has_paused(screen.ui, draft.changed_ms)) {
        save_intake(screen);
    }
}

void leave(const Screen& screen) {
    save_intake(screen);
    screen.local.intake = {};
    if (screen.snapshot.stage == model::Stage::client) screen.local.above = Above::none;
}

void go_to(const Screen& screen, std::size_t part) {
    save_intake(screen);
    screen.local.intake.part = part;
}

// Phones ask below each other; wide windows in two columns, read one after the other.
void questions(const Screen& screen, const std::optional<VaultId>& record, const IntakePage& page,
               const IntakeSection& section) {
    const auto& lines = section.lines;
    const std::size_t half = (lines.size() + 1) / 2;
    if (screen.ui.is_phone() || lines.size() == 1) {
        for (const auto& line : lines) intake_question(screen, record, page, line);
        return;
    }
    screen.ui.columns(2, column_min_dp, [&](std::size_t column) {
        const std::size_t first = column == 0 ? 0 : half;
        const std::size_t last = column == 0 ? half : lines.size();
        for (std::size_t i = first; i < last; ++i) {
            intake_question(screen, record, page, lines[i]);
        }
    });
}

void one_part(const Screen& screen, const std::optional<VaultId>& record, const IntakePage& page,
              std::size_t part) {
    Ui& ui = screen.ui;
    const IntakeSection& section = page.parts[part];
    if (page_head(screen, tr_known(section.title), tr("Stop here"))) return leave(screen);
    ui.text(tr("Part {0} of {1}. Leave blank what you like; each answer is saved as you give it.",
               part + 1, page.parts.size()),
            TextStyle::body, Tone::muted);
    questions(screen, record, page, section);
    ui.space(16);
    ui.flow([&] {
        if (part > 0 && ui.button("back", tr("Back"))) go_to(screen, part - 1);
        const bool is_last = part + 1 == page.parts.size();
        if (ui.button("next", is_last ? tr("See what you said") : tr("Next"),
                      ButtonStyle::primary)) {
            go_to(screen, part + 1);
        }
    });
}

void share_buttons(const Screen& screen, const IntakePage& page) {
    Ui& ui = screen.ui;
    const std::string who = seen_by_names(screen.snapshot.client->sharing);
    ui.text(screen.snapshot.nobody_watches, TextStyle::caption, Tone::muted);
    ui.flow([&] {
        const bool is_new = page.stage != IntakeStage::shared;
        const std::string label = page.stage == IntakeStage::changed_since
                                      ? tr("Share what changed")
                                      : tr("Share this with {0}", who);
        if (is_new && ui.button("share", label, ButtonStyle::primary, Icon::send)) {
            screen.post(model::ShareIntake{page.id});
            leave(screen);
        }
        if (!page.is_finished && ui.button("keep", tr("Finish, and keep it to myself"))) {
            screen.post(model::FinishIntake{.record = std::nullopt, .intake = page.id});
            leave(screen);
        }
    });
}

void review(const Screen& screen, const std::optional<VaultId>& record, const IntakePage& page) {
    Ui& ui = screen.ui;
    const bool is_client = page.stage != IntakeStage::with_clinician;
    if (page_head(screen, is_client ? tr("What you said") : tr("What was said"),
                  tr("Back to the questions"))) {
        return go_to(screen, page.parts.size() - 1);
    }
    if (is_client) {
        ui.text(tr("This is exactly what {0} will see if you share it. Until then only you do.",
                   seen_by_names(screen.snapshot.client->sharing)));
    } else {
        ui.text(tr("The client sees the same."));
    }
    intake_reading(screen, page, true);
    ui.card([&] {
        ui.text(tr(model::not_an_emergency_service));
        ui.flow([&] {
            if (ui.button("help", tr("Numbers to call now"), ButtonStyle::secondary,
                          Icon::lifebuoy)) {
                screen.local.crisis_open = true;
            }
        });
    });
    if (is_client) return share_buttons(screen, page);
    ui.flow([&] {
        if (page.is_finished) return;
        if (ui.button("finish", tr("Finish"), ButtonStyle::primary, Icon::check)) {
            screen.post(model::FinishIntake{.record = record, .intake = page.id});
            leave(screen);
        }
    });
}

}  // namespace

std::vector<model::AnswerIntake> take_unsaved(IntakeDraft& draft) {
    std::vector<model::AnswerIntake> answers;
    if (!draft.id) return answers;
    for (const auto& [question, record] : std::exchange(draft.unsaved, {})) {
        answers.push_back({.record = record,
                           .intake = *draft.id,
                           .question = question,
                           .answer = {.number = {}, .choices = {}, .text = draft.typed[question]}});
    }
    return answers;
}

void save_intake(const Screen& screen) {
    for (model::AnswerIntake& answer : take_unsaved(screen.local.intake)) {
        screen.post(std::move(answer));
    }
}

void intake_reading(const Screen& screen, const IntakePage& page, bool can_change) {
    Ui& ui = screen.ui;
    if (!page.compared_with.empty()) {
        ui.card([&] {
            ui.heading(tr("Changed since {0}", page.compared_with), 2);
            if (page.changes.empty()) ui.text(tr("Nothing that was answered both times."));
            for (const std::string& change : page.changes) ui.text(change);
        });
    }
    for (std::size_t part = 0; part < page.parts.size(); ++part) {
        ui.scope(part, [&] {
            const IntakeSection& section = page.parts[part];
            ui.group("part", tr_known(section.title), [&] {
                ui.card([&] {
                    ui.heading(tr_known(section.title), 2);
                    for (const model::IntakeLine& line : section.lines) {
                        ui.pair(tr_known(line.question.name), line.said,
                                line.answer.is_blank() ? Tone::muted : Tone::normal);
                        for (const std::string& also : line.also) {
                            ui.pair(tr("Also written, on another device"), also, Tone::normal);
                        }
                    }
                    if (!can_change) return;
                    ui.flow([&] {
                        if (ui.button("change", tr("Change"), ButtonStyle::quiet))
                            go_to(screen, part);
                    });
                });
            });
        });
    }
}

void intake_filling(const Screen& screen, const std::optional<VaultId>& record,
                    const IntakePage& page) {
    IntakeDraft& draft = screen.local.intake;
    if (draft.id != page.id) draft = {.filling = true, .id = page.id};
    const std::size_t part = draft.part.value_or(page.continue_at);
    draft.part = part;
    screen.ui.scope(part, [&] {
        screen.ui.page("intake", [&] {
            if (part < page.parts.size()) return one_part(screen, record, page, part);
            review(screen, record, page);
        });
    });
    save_after_pause(screen);
}

const IntakePage* find_page(const model::IntakesView& view, const EntityId& id) {
    if (view.open && view.open->id == id) return &*view.open;
    const auto found = std::ranges::find(view.finished, id, &IntakePage::id);
    return found == view.finished.end() ? nullptr : &*found;
}

}  // namespace evenkeel::ui
