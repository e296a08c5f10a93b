#include "app/model/intake_view.h"

#include "app/model/intake_standing.h"
#include "app/model/intake_words.h"
#include "app/model/member_names.h"
#include "app/model/views.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

using store::KeptIntake;

std::string name_of(const CardReader& reader, UserId user) {
    return name_for(reader.self, reader.members, user,
                    reader.role == Role::client ? tr("your clinician") : "the client");
}

IntakeStage stage_of(const KeptIntake& kept) {
    if (kept.intake.mode != IntakeMode::alone) return IntakeStage::with_clinician;
    if (!kept.intake.finished) return IntakeStage::begun;
    if (!kept.shared || !kept.shared->finished) return IntakeStage::only_here;
    const bool is_same = kept.shared->answers == asked_only(intake_form(), kept.intake.answers);
    return is_same ? IntakeStage::shared : IntakeStage::changed_since;
}

std::string title_of(const KeptIntake& kept) {
    const std::string day = full_date(kept.intake.when.day);
    switch (kept.intake.mode) {
        case IntakeMode::alone:
            return tr("{0}, answered alone", day);
        case IntakeMode::together:
            return tr("{0}, answered together", day);
        case IntakeMode::interview:
            return tr("{0}, in an interview", day);
    }
    return day;
}

std::string detail_of(const KeptIntake& kept, const CardReader& reader) {
    switch (stage_of(kept)) {
        case IntakeStage::begun:
            return tr("Not finished. Only you see it.");
        case IntakeStage::only_here:
            return tr("Finished. Only you see it.");
        case IntakeStage::shared:
            return reader.role == Role::client ? tr("Shared as it is.") : "Shared by the client.";
        case IntakeStage::changed_since:
            return tr("Shared. What you changed since then only you see.");
        case IntakeStage::with_clinician:
            return kept.intake.finished ? tr("Written by {0}; both of you see it.",
                                             name_of(reader, kept.intake.author))
                                        : tr("Not finished. Written by {0}; both of you see it.",
                                             name_of(reader, kept.intake.author));
    }
    return "";
}

IntakeLine line_of(const IntakeQuestion& question, const KeptIntake& kept) {
    IntakeLine line{.question = question, .answer = {}, .said = {}, .also = {}};
    if (const IntakeAnswer* given = answer_to(kept.intake.answers, question.number)) {
        line.answer = *given;
    }
    line.said = said_words(question, line.answer);
    if (const auto also = kept.also_typed.find(question.number); also != kept.also_typed.end()) {
        for (const PhiText& words : also->second) line.also.push_back(words.reveal());
    }
    return line;
}

void add_parts(IntakePage& page, const KeptIntake& kept) {
    for (const IntakePart& part : intake_form().parts) {
        IntakeSection section{.title = part.title, .lines = {}};
        for (const IntakeQuestion& question : part.questions) {
            if (!is_asked(intake_form(), question, kept.intake.answers)) continue;
            section.lines.push_back(line_of(question, kept));
            ++page.asked_count;
            if (section.lines.back().answer.is_blank()) continue;
            ++page.said_count;
            page.continue_at = page.parts.size();
        }
        page.parts.push_back(std::move(section));
    }
}

IntakePage page_of(const KeptIntake& kept, const IntakeStanding& standing,
                   const CardReader& reader) {
    const bool is_clients = kept.intake.mode == IntakeMode::alone;
    IntakePage page{.id = kept.id, .stage = stage_of(kept)};
    page.is_finished = kept.intake.finished.has_value();
    page.can_answer = is_clients == (reader.role == Role::client);
    page.title = title_of(kept);
    page.detail = detail_of(kept, reader);
    add_parts(page, kept);
    if (const KeptIntake* before = intake_before(standing, kept)) {
        page.compared_with = tr("the intake of {0}", full_date(before->intake.when.day));
        for (const PhiText& change : changes_since_before(standing, kept)) {
            page.changes.push_back(change.reveal());
        }
    }
    return page;
}

std::string when_words(Day day, Day today) {
    return today - day < 2 ? relative_day(day, today) : tr("on {0}", full_date(day));
}

// To the client: who asks, and what for. To the clinician: whether something is missing.
std::string standing_sentence(const IntakeStanding& standing, const CardReader& reader, Day today) {
    const bool is_client = reader.role == Role::client;
    if (standing.asked != nullptr) {
        const Intake& asked = standing.asked->intake;
        const std::string day = when_words(asked.when.day, today);
        if (is_client && asked.author == reader.self) return tr("You began it {0}.", day);
        if (is_client)
            return tr("{0} asks you to answer this.", capitalised(name_of(reader, asked.author)));
        return "Asked for " + day + ". Nothing was shared yet; the client may be at it.";
    }
    if (standing.finished.empty()) {
        return is_client ? tr("Nobody has asked you these yet.") : "Not answered yet.";
    }
    const Intake& last = standing.finished.front()->intake;
    return tr("Last answered {0}.", when_words(*last.finished, today));
}

}  // namespace

IntakesView intakes_view(const std::vector<KeptIntake>& intakes, const CardReader& reader,
                         Day today) {
    const IntakeStanding standing = intake_standing(intakes, reader.role);
    IntakesView view{.is_due = standing.is_due,
                     .is_asked = standing.asked != nullptr,
                     .standing = standing_sentence(standing, reader, today),
                     .open = {},
                     .finished = {}};
    if (standing.open != nullptr) view.open = page_of(*standing.open, standing, reader);
    for (const KeptIntake& kept : intakes) {
        const bool is_under_way = kept.intake.mode != IntakeMode::alone && !kept.intake.finished;
        if (is_under_way && reader.role == Role::client) {
            view.finished.push_back(page_of(kept, standing, reader));
        }
    }
    for (const KeptIntake* kept : standing.finished) {
        view.finished.push_back(page_of(*kept, standing, reader));
    }
    return view;
}

}  // namespace evenkeel::model
