#include "app/model/risk.h"

#include "app/model/safety_phrases.h"
#include "core/base/characters.h"
#include "core/store/sync_store.h"
#include "core/words/tr.h"
#include "sync/client/practice_policy.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr std::int64_t recent_ms = 7 * ms_per_day;
constexpr std::size_t told_lines_max = 3;  // on the client's card; all that wait are shown

std::string safe(const PhiText& text, std::size_t characters_max) {
    return display_text(text.reveal(), characters_max);
}

bool is_recent(const store::KeptRisk& risk, const Moment& now) {
    return now.instant - risk.answer.when.instant < recent_ms;
}

std::string reader_of(const RiskAcknowledgement& read) {
    return safe(read.name, limits::name_characters_max);
}

std::string sentence_of(const RiskAcknowledgement& read) {
    if (!read.sentence) return "";
    return safe(*read.sentence, limits::acknowledgement_characters_max);
}

Result<RiskState> state_of(store::Store& store, VaultId record, const store::KeptRisk& risk) {
    if (!risk.shared) return RiskState::held_back;
    if (!risk.acknowledged.empty()) return RiskState::read;
    TRY_ASSIGN(const bool left, store::has_left(store, record, risk.id));
    return left ? RiskState::sent : RiskState::here;
}

// As its teller reads it.
std::string status_of(RiskState state, const store::KeptRisk& risk, const Moment& now) {
    switch (state) {
        case RiskState::here:
            return tr(
                "It is on this device only. Nobody can see it before this device has synced.");
        case RiskState::held_back:
            return tr(
                "It did not leave: sharing was paused first. Your clinician does not have it.");
        case RiskState::sent:
            return tr("It was sent. Nobody has said yet that they have read it.");
        case RiskState::read:
            break;
    }
    const RiskAcknowledgement& first = risk.acknowledged.front();
    return tr("Read by {0} {1}.", reader_of(first), relative_moment(first.when.instant, now));
}

// As the care team reads it.
std::string standing_of(const store::KeptRisk& risk, const Moment& now) {
    if (risk.acknowledged.empty()) return "Nobody has acknowledged it yet.";
    std::vector<std::string> who;
    for (const RiskAcknowledgement& read : risk.acknowledged) {
        who.push_back(reader_of(read) + " " + relative_moment(read.when.instant, now));
    }
    return "Acknowledged by " + joined(who) + ".";
}

Result<RiskLine> line_of(store::Store& store, const store::KeptRisk& risk, const Moment& now) {
    RiskLine line{.id = risk.id, .told = relative_moment(risk.answer.when.instant, now)};
    line.state = risk.acknowledged.empty() ? RiskState::sent : RiskState::read;
    if (risk.answer.words) line.words = risk.answer.words->reveal();
    line.status = standing_of(risk, now);
    if (!risk.acknowledged.empty()) line.sentence = sentence_of(risk.acknowledged.front());
    TRY_ASSIGN(const auto arrived, store::arrival_of(store, risk.id));
    line.arrived = arrived ? "It came to this device " + relative_moment(*arrived, now) + "."
                           : "When it came to this device was not noted.";
    line.shown = "The device showed: " + safe(risk.answer.shown, limits::risk_shown_characters_max);
    return line;
}

std::string brief_line(const RiskLine& line) {
    std::string text = "Told " + line.told + ", on the card with numbers to call.";
    text += line.words.empty() ? " Without further words." : " “" + line.words + "”";
    text += " " + line.arrived + " " + line.status;
    if (!line.sentence.empty()) text += " To the client: “" + line.sentence + "”";
    return text + " " + line.shown;
}

}  // namespace

std::vector<std::string> said_before(const PracticePolicy& policy) {
    return {watching_words(policy),
            tr("At night and at weekends: {0}", display_text(policy.plan->out_of_hours.reveal(),
                                                             limits::out_of_hours_characters_max)),
            tr("What you tell here cannot be kept private or taken back: your care team reads it, "
               "whatever you share otherwise.")};
}

std::string why_not_told(const std::optional<PracticePolicy>& policy, bool paused) {
    if (!answers_for_safety(policy)) {
        return tr(
            "Your practice has not said who would read this and when, so it is not collected "
            "here. Please call.");
    }
    if (paused) {
        return tr(
            "Sharing is paused, so nothing you tell here would reach your clinician. Please "
            "call.");
    }
    return "";
}

std::string card_words(const std::vector<OwnNumber>& own, std::string_view country, Day today,
                       const PracticePolicy& policy) {
    std::vector<std::string> called;
    for (const OwnNumber& number : own) called.push_back(number.name + " " + number.number);
    const auto numbers = crisis_numbers_of(country);
    for (const CrisisNumber& number : numbers) {
        called.push_back(std::string(number.name) + " " + std::string(number.number));
    }
    std::string text = listed(called) + ". " + unchecked_words(numbers, today);
    for (const std::string& said : said_before(policy)) text += " " + said;
    return std::string(first_characters(text, limits::risk_shown_characters_max));
}

Result<store::SavedEntry> tell_clinician(store::Store& store, VaultId record,
                                         const std::string& words, std::string_view country) {
    TRY_ASSIGN(const auto policy, client::policy_in(store, record));
    TRY_ASSIGN(const bool paused, store::sharing_paused(store, record));
    if (!answers_for_safety(policy)) {
        return Error(ErrorCode::refused,
                     "Your practice has not said who would read this and when; nothing was saved. "
                     "Please call.");
    }
    if (paused) {
        return Error(ErrorCode::refused,
                     "Sharing is paused, so this would not reach anyone; nothing was saved. "
                     "Please call.");
    }
    TRY_ASSIGN(const Day today, store::today(store));
    RiskAnswer answer;
    const bool is_blank = words.find_first_not_of(" \t\r\n") == std::string::npos;
    if (!is_blank) answer.words = PhiText(words);
    answer.shown = PhiText(card_words(own_numbers(policy), country, today, *policy));
    return store::tell_risk(store, record, std::move(answer));
}

Result<store::SavedEntry> acknowledge(store::Store& store, VaultId record,
                                      const client::Identity& self, EntityId answer,
                                      const std::string& sentence) {
    if (self.role == Role::client) {
        return Error(ErrorCode::refused, "That is for clinicians; nothing was changed.");
    }
    RiskAcknowledgement read{
        .when = {}, .answer = answer, .author = self.user, .name = PhiText(self.name)};
    const bool is_blank = sentence.find_first_not_of(" \t\r\n") == std::string::npos;
    if (!is_blank) read.sentence = PhiText(sentence);
    return store::acknowledge_risk(store, record, std::move(read));
}

Result<std::vector<RiskLine>> told_lines(store::Store& store, VaultId record, const Moment& now) {
    TRY_ASSIGN(const auto risks, store::read_risks(store, record));
    std::vector<RiskLine> lines;
    for (const store::KeptRisk& risk : risks) {
        const bool is_shown =
            risk.waits() || (is_recent(risk, now) && lines.size() < told_lines_max);
        if (!is_shown) continue;
        RiskLine line{.id = risk.id, .told = relative_moment(risk.answer.when.instant, now)};
        TRY_ASSIGN(line.state, state_of(store, record, risk));
        if (risk.answer.words) line.words = risk.answer.words->reveal();
        line.status = status_of(line.state, risk, now);
        if (line.state == RiskState::read) line.sentence = sentence_of(risk.acknowledged.front());
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::vector<RiskLine>> risk_lines(store::Store& store, VaultId record, const Moment& now) {
    TRY_ASSIGN(const auto risks, store::read_risks(store, record));
    std::vector<RiskLine> lines;
    for (const store::KeptRisk& risk : risks) {
        TRY_ASSIGN(auto line, line_of(store, risk, now));
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<RiskNeed> risk_need(store::Store& store, VaultId record) {
    TRY_ASSIGN(const auto risks, store::read_risks(store, record));
    RiskNeed need;
    for (const store::KeptRisk& risk : risks) {
        if (!risk.waits()) continue;
        const Instant told = risk.answer.when.instant;
        need.since = need.waiting == 0 ? told : std::min(need.since, told);
        ++need.waiting;
    }
    return need;
}

std::string need_words(const RiskNeed& need, const Moment& now) {
    if (need.waiting == 0) return "";
    const std::string since = relative_moment(need.since, now);
    if (need.waiting == 1) return "Told you about their safety; waits since " + since;
    return "Told you about their safety " + std::to_string(need.waiting) + " times; waits since " +
           since;
}

Result<RiskBrief> risk_brief(store::Store& store, VaultId record, Instant since,
                             const Moment& now) {
    TRY_ASSIGN(const auto risks, store::read_risks(store, record));
    RiskBrief brief;
    std::size_t waiting = 0;
    for (const store::KeptRisk& risk : risks) {
        if (!risk.waits() && risk.answer.when.instant < since) continue;
        waiting += risk.waits() ? 1 : 0;
        TRY_ASSIGN(const auto line, line_of(store, risk, now));
        brief.lines.push_back(brief_line(line));
    }
    if (brief.lines.empty()) {
        brief.sentence =
            "None reported. No question here asks about safety and no machine reads the words: "
            "ask.";
        return brief;
    }
    brief.sentence =
        "The client told you about their safety " +
        (brief.lines.size() == 1 ? std::string("once")
                                 : std::to_string(brief.lines.size()) + " times") +
        ". " +
        (waiting == 0 ? std::string("All of it was acknowledged.")
                      : count_of(waiting, "waits", "wait") + " for a person to acknowledge it.");
    return brief;
}

Result<void> note_risk_arrivals(store::Store& store) {
    TRY_ASSIGN(const auto vaults, store::SyncStore(store).vaults());
    for (const store::VaultRow& vault : vaults) {
        if (vault.type == delta::VaultType::care) TRY(store::note_arrivals(store, vault.record));
    }
    return {};
}

}  // namespace evenkeel::model
