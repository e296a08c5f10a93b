// Entities for readers: the words and numbers of a record without its bytes.
#include "core/domain/intake_rules.h"
#include "core/domain/local_time.h"
#include "core/report/json_format.h"

#include <nlohmann/json.hpp>

#include <array>

namespace evenkeel::report {

namespace {

using Json = nlohmann::ordered_json;

// The name of an enum's value, which starts at 1; a number for values of newer versions.
template <typename Enum, std::size_t size>
Json word(Enum value, const std::array<const char*, size>& names) {
    const auto number = static_cast<std::size_t>(value);
    if (number == 0 || number > size) return number;
    return names[number - 1];
}

constexpr std::array modes{"daily_check_in", "momentary"};
constexpr std::array sources{"estimated", "device", "imported"};
constexpr std::array origins{"library", "person", "practice", "drafted"};
constexpr std::array rhythms{"once", "daily", "weekly"};
constexpr std::array answers{"kept", "partly", "broken", "not_applicable"};
constexpr std::array decisions{"accept", "decline", "withdraw", "pause", "resume"};
constexpr std::array roles{"client", "clinician", "admin"};
constexpr std::array places{"in_person", "video", "phone"};
constexpr std::array states{"planned", "held", "missed", "cancelled"};
constexpr std::array check_rhythms{"every_weekday", "within_days", "before_session"};
constexpr std::array risk_sources{"crisis_card"};
constexpr std::array shared{"mood", "use", "boundary_answers", "journal", "private_counts"};

void put(Json& json, const char* key, const std::optional<PhiText>& text) {
    if (text) json[key] = text->reveal();
}
void put(Json& json, const char* key, const std::optional<Phi<std::uint32_t>>& number) {
    if (number) json[key] = number->reveal();
}
void put(Json& json, const char* key, const PhiText& text) {
    if (!text.reveal().empty()) json[key] = text.reveal();
}
void put_late(Json& json, const std::optional<Instant>& entered) {
    if (entered) json["entered_late"] = print_rfc3339(*entered);
}

void put(Json& json, const ToolVerdict& verdict) {
    json["status"] = evenkeel::name(verdict.status).text;
    put(json, "conditions", verdict.conditions);
    put(json, "reviewer", verdict.reviewer_name);
    if (verdict.reviewed) json["reviewed"] = print_date(*verdict.reviewed);
}

Json with_time(const When& when) {
    Json json;
    json["day"] = print_date(when.day);
    json["time"] = print_rfc3339(when.instant, when.offset_minutes);
    json["zone"] = when.zone;
    return json;
}

struct Readable {
    const BoundaryDocument* document;

    Json operator()(const std::monostate&) const { return Json::object(); }
    Json operator()(const MoodEntry& entry) const {
        auto json = with_time(entry.when);
        put_late(json, entry.entered_late);
        put(json, "mood", entry.mood);
        put(json, "energy", entry.energy);
        put(json, "stress", entry.stress);
        put(json, "sleep_minutes", entry.sleep);
        for (const auto& tag : entry.tags) json["tags"].push_back(tag.reveal());
        put(json, "note", entry.note);
        json["mode"] = word(entry.mode, modes);
        return json;
    }
    Json operator()(const UseEntry& entry) const {
        auto json = with_time(entry.when);
        put_late(json, entry.entered_late);
        if (entry.group) json["group"] = name(*entry.group).text;
        put(json, "minutes", entry.minutes);
        put(json, "purpose", entry.purpose);
        put(json, "tool", entry.tool);
        json["source"] = word(entry.source, sources);
        put(json, "note", entry.note);
        if (entry.span) json["span"] = true;
        if (entry.duty != Duty::none) json["work_or_study"] = true;
        return json;
    }
    Json operator()(const Coverage& coverage) const {
        auto json = with_time(coverage.when);
        if (!coverage.minutes) json["whole_day"] = true;
        put(json, "minutes", coverage.minutes);
        for (const auto group : coverage.groups) json["groups"].push_back(name(group).text);
        json["source"] = word(coverage.source, sources);
        return json;
    }
    Json operator()(const BoundaryVersion& version) const {
        auto json = with_time(version.when);
        if (document == nullptr) return json;
        json["boundary"] = to_hex(document->boundary);
        json["version"] = document->version;
        json["text"] = document->text.reveal();
        json["language"] = document->language;
        put(json, "reason", document->reason);
        put(json, "question", document->question);
        const bool has_study = !document->study_question.reveal().empty();
        if (has_study) put(json, "study_question", document->study_question);
        json["starts"] = print_date(document->starts_day);
        if (document->review_day) json["review"] = print_date(*document->review_day);
        return json;
    }
    Json operator()(const BoundaryDecision& decision) const {
        auto json = with_time(decision.when);
        json["boundary"] = to_hex(decision.boundary);
        json["version_hash"] = to_hex(decision.version_hash);
        json["decision"] = word(decision.decision, decisions);
        json["role"] = word(decision.role, roles);
        put(json, "note", decision.note);
        return json;
    }
    Json operator()(const BoundaryAnswer& answer) const {
        auto json = with_time(answer.when);
        put_late(json, answer.entered_late);
        json["boundary"] = to_hex(answer.boundary);
        if (answer.answer) json["answer"] = word(answer.answer->reveal(), answers);
        put(json, "note", answer.note);
        return json;
    }
    Json operator()(const JournalPage& page) const {
        auto json = with_time(page.when);
        put_late(json, page.entered_late);
        put(json, "title", page.title);
        put(json, "text", page.text);
        if (page.bring_to_session) json["bring_to_session"] = *page.bring_to_session;
        if (page.prompt) json["prompt"] = to_hex(*page.prompt);
        if (page.shared_on) json["shared_on"] = print_date(*page.shared_on);
        return json;
    }
    Json operator()(const Feedback& feedback) const {
        auto json = with_time(feedback.when);
        json["about"] = to_hex(feedback.about);
        put(json, "text", feedback.text);
        json["author"] = to_hex(feedback.author);
        if (feedback.no_reply) json["no_reply"] = true;
        return json;
    }
    Json operator()(const Appointment& appointment) const {
        auto json = with_time(appointment.when);
        if (appointment.minutes) json["minutes"] = *appointment.minutes;
        if (appointment.place) json["place"] = word(*appointment.place, places);
        json["state"] = word(appointment.state, states);
        put(json, "agenda", appointment.agenda);
        return json;
    }
    Json operator()(const AgendaItem& item) const {
        auto json = with_time(item.when);
        json["appointment"] = to_hex(item.appointment);
        put(json, "text", item.text);
        json["author"] = to_hex(item.author);
        json["done"] = item.done;
        return json;
    }
    Json operator()(const Consent& consent) const {
        auto json = with_time(consent.when);
        json["data"] = word(consent.data, shared);
        json["given"] = consent.given;
        json["text_version"] = consent.text_version;
        return json;
    }
    Json operator()(const Person& person) const {
        Json json;
        json["user"] = to_hex(person.user);
        put(json, "name", person.name);
        json["role"] = word(person.role, roles);
        return json;
    }
    Json operator()(const Intake& intake) const {
        auto json = with_time(intake.when);
        json["form_version"] = intake.form_version;
        json["answered"] = evenkeel::name(intake.mode).text;
        json["author"] = to_hex(intake.author);
        if (intake.finished) json["finished"] = print_date(*intake.finished);
        // By the question's name; a question of a newer form has only its number.
        for (const auto& [number, answer] : intake.answers) {
            const IntakeQuestion* const question = find_question(intake_form(), number);
            const std::string key = question ? question->key : "question_" + std::to_string(number);
            json["answers"][key] =
                said(question ? *question : IntakeQuestion{}, answer.reveal()).reveal();
        }
        return json;
    }
    Json operator()(const ToolEntry& entry) const {
        auto json = with_time(entry.when);
        put(json, "name", entry.name);
        put(json, "maker", entry.maker);
        put(json, "version", entry.version);
        json["kind"] = evenkeel::name(entry.kind).text;
        put(json, "where", entry.where);
        put(json, entry.verdict);
        if (entry.evidence) json["evidence_level"] = evenkeel::name(*entry.evidence).text;
        for (std::size_t i = 0; i < tool_areas.size(); ++i) {
            put(json, tool_areas[i].key, entry.areas[i]);
        }
        put(json, "policy_url", entry.policy_url);
        if (entry.policy_day) json["policy_day"] = print_date(*entry.policy_day);
        return json;
    }
    Json operator()(const ToolCard& card) const {
        auto json = with_time(card.when);
        put(json, "name", card.facts.name);
        put(json, "maker", card.facts.maker);
        json["kind"] = evenkeel::name(card.facts.kind).text;
        put(json, "where", card.facts.where);
        put(json, card.facts.verdict);
        if (card.recommended) {
            put(json, "recommended_because", card.recommended->why);
            put(json, "recommended_by", card.recommended->by_name);
            json["recommended_at"] = print_rfc3339(card.recommended->at);
        }
        return json;
    }
    // Holds a secret and is of no use to a reader.
    Json operator()(const InviteUnderWay&) const { return Json::object(); }
    Json operator()(const PromptAssignment& prompt) const {
        auto json = with_time(prompt.when);
        put(json, "question", prompt.question);
        put(json, "theme", prompt.theme);
        json["origin"] = word(prompt.origin, origins);
        json["author"] = to_hex(prompt.author);
        json["rhythm"] = word(prompt.rhythm, rhythms);
        if (prompt.weekdays != 0) json["weekdays"] = prompt.weekdays;
        json["from"] = print_date(prompt.from);
        if (prompt.to) json["to"] = print_date(*prompt.to);
        json["ended"] = prompt.ended;
        return json;
    }
    Json operator()(const PracticePolicy& policy) const {
        auto json = with_time(policy.when);
        json["version"] = policy.version;
        if (policy.reply_days) json["reply_days"] = *policy.reply_days;
        if (policy.retention_years) json["retention_years"] = *policy.retention_years;
        json["author"] = to_hex(policy.author);
        if (policy.plan) {
            put(json["plan"], "who", policy.plan->who);
            json["plan"]["rhythm"] = word(policy.plan->rhythm, check_rhythms);
            if (policy.plan->days > 0) json["plan"]["days"] = policy.plan->days;
            put(json["plan"], "out_of_hours", policy.plan->out_of_hours);
        }
        for (const PracticeNumber& number : policy.numbers) {
            Json line;
            put(line, "name", number.name);
            put(line, "number", number.number);
            put(line, "hours", number.hours);
            json["numbers"].push_back(std::move(line));
        }
        return json;
    }
    Json operator()(const RiskAnswer& answer) const {
        auto json = with_time(answer.when);
        json["source"] = word(answer.source, risk_sources);
        put(json, "words", answer.words);
        put(json, "shown", answer.shown);
        return json;
    }
    Json operator()(const RiskAcknowledgement& acknowledgement) const {
        auto json = with_time(acknowledgement.when);
        json["answer"] = to_hex(acknowledgement.answer);
        json["author"] = to_hex(acknowledgement.author);
        put(json, "name", acknowledgement.name);
        put(json, "sentence", acknowledgement.sentence);
        return json;
    }
    Json operator()(const PracticePrompt& prompt) const {
        auto json = with_time(prompt.when);
        put(json, "question", prompt.question);
        json["author"] = to_hex(prompt.author);
        json["retired"] = prompt.retired;
        json["drafted"] = prompt.drafted;
        return json;
    }
    Json operator()(const RecordView& view) const {
        auto json = with_time(view.when);
        json["viewer"] = to_hex(view.viewer);
        json["opened"] = evenkeel::name(view.section).text;
        return json;
    }
    Json operator()(const RecordHold& hold) const {
        auto json = with_time(hold.when);
        json["record"] = to_hex(hold.record);
        put(json, "reason", hold.reason);
        json["by"] = to_hex(hold.by);
        if (hold.lifted) json["lifted"] = print_rfc3339(*hold.lifted);
        if (hold.lifted_by) json["lifted_by"] = to_hex(*hold.lifted_by);
        return json;
    }
    Json operator()(const RecordClosed& closed) const {
        auto json = with_time(closed.when);
        json["record"] = to_hex(closed.record);
        if (closed.ended) json["ended"] = print_date(*closed.ended);
        json["by"] = to_hex(closed.by);
        return json;
    }
    Json operator()(const SessionNote& note) const {
        auto json = with_time(note.when);
        json["client"] = to_hex(note.client);
        if (note.appointment) json["appointment"] = to_hex(*note.appointment);
        put(json, "text", note.text);
        return json;
    }
    Json operator()(const BoundaryReview& review) const {
        auto json = with_time(review.when);
        json["boundary"] = to_hex(review.boundary);
        json["version"] = review.version;
        json["outcome"] = evenkeel::name(review.outcome).text;
        put(json, "words", review.words);
        if (review.next) json["next_review"] = print_date(*review.next);
        json["author"] = to_hex(review.author);
        return json;
    }
    Json operator()(const PlanItem& item) const {
        auto json = with_time(item.when);
        put(json, "text", item.text);
        json["place"] = evenkeel::name(item.place).text;
        json["state"] = evenkeel::name(item.state).text;
        json["author"] = to_hex(item.author);
        return json;
    }
};

}  // namespace

std::string readable_json(const AnyEntity& entity, const BoundaryDocument* document) {
    // Bytes that are no text cannot come from our codec; if they do, a mark stands in their place.
    return std::visit(Readable{document}, entity)
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace evenkeel::report
