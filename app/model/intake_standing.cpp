#include "app/model/intake_standing.h"

#include "app/model/intake_words.h"

#include <algorithm>

namespace evenkeel::model {

IntakeStanding intake_standing(const std::vector<store::KeptIntake>& intakes, Role reader) {
    IntakeStanding standing;
    for (const store::KeptIntake& kept : intakes) {
        const bool is_clients = kept.intake.mode == IntakeMode::alone;
        if (kept.intake.finished) {
            standing.finished.insert(standing.finished.begin(), &kept);
            if (kept.shared && kept.shared->finished) standing.asked = nullptr;
        } else {
            if (is_clients) standing.asked = &kept;
            if (is_clients == (reader == Role::client)) standing.open = &kept;
        }
    }
    const bool has_reached_them = std::ranges::any_of(intakes, [](const store::KeptIntake& kept) {
        return kept.shared && kept.shared->finished;
    });
    standing.is_due = !has_reached_them || standing.asked != nullptr;
    return standing;
}

const store::KeptIntake* intake_before(const IntakeStanding& standing,
                                       const store::KeptIntake& now) {
    const auto place = std::ranges::find(standing.finished, &now);
    const auto before = place == standing.finished.end() ? standing.finished.begin() : place + 1;
    return before == standing.finished.end() ? nullptr : *before;
}

std::vector<PhiText> changes_since_before(const IntakeStanding& standing,
                                          const store::KeptIntake& now) {
    const store::KeptIntake* const before = intake_before(standing, now);
    if (before == nullptr) return {};
    return change_sentences(intake_form(), before->intake.answers, now.intake.answers);
}

}  // namespace evenkeel::model
