#include "core/codec/entity.h"
#include "core/codec/message.h"
#include "proto/entity.pb.h"

namespace evenkeel::codec {

namespace {

template <typename Message>
void put_late(Message& message, const std::optional<Instant>& entered) {
    if (entered) message.set_entered_late_s(entered->ms / ms_per_second);
}

template <typename Id>
std::string id_bytes(const Id& id) {
    return id.string();
}

template <typename Enum>
std::uint32_t number(Enum value) {
    return static_cast<std::uint32_t>(value);
}

}  // namespace

Bytes encode(const MoodEntry& entry) {
    proto::MoodEntry message;
    put_when(message, entry.when);
    put_late(message, entry.entered_late);
    if (entry.mood) message.set_mood(entry.mood->reveal());
    if (entry.energy) message.set_energy(entry.energy->reveal());
    if (entry.stress) message.set_stress(entry.stress->reveal());
    if (entry.sleep) message.set_sleep_minutes(entry.sleep->reveal());
    for (const auto& tag : entry.tags) message.add_tags(tag.reveal());
    if (entry.note) message.set_note(entry.note->reveal());
    message.set_mode(number(entry.mode));
    return serialized(message);
}

Bytes encode(const UseEntry& entry) {
    proto::UseEntry message;
    put_when(message, entry.when);
    put_late(message, entry.entered_late);
    if (entry.group) message.set_group(number(*entry.group));
    if (entry.minutes) message.set_minutes(entry.minutes->reveal());
    if (entry.purpose) message.set_purpose(entry.purpose->reveal());
    if (entry.tool) message.set_tool(entry.tool->reveal());
    message.set_source(number(entry.source));
    if (entry.note) message.set_note(entry.note->reveal());
    if (entry.span) message.set_span(true);
    if (entry.duty != Duty::none) message.set_duty(number(entry.duty));
    return serialized(message);
}

Bytes encode(const Coverage& coverage) {
    proto::Coverage message;
    put_when(message, coverage.when);
    message.set_minutes(coverage.minutes ? coverage.minutes->reveal() : 0);
    for (const auto group : coverage.groups) message.add_groups(number(group));
    message.set_source(number(coverage.source));
    return serialized(message);
}

Bytes encode(const BoundaryVersion& version) {
    proto::BoundaryVersion message;
    put_when(message, version.when);
    message.set_document(to_string(version.document));
    return serialized(message);
}

Bytes encode(const BoundaryDecision& decision) {
    proto::BoundaryDecision message;
    put_when(message, decision.when);
    message.set_boundary(id_bytes(decision.boundary));
    message.set_version_hash(to_string(decision.version_hash));
    message.set_decision(number(decision.decision));
    message.set_role(number(decision.role));
    if (!decision.signature.empty()) message.set_signature(to_string(decision.signature));
    if (decision.device) message.set_device(id_bytes(*decision.device));
    if (decision.note) message.set_note(decision.note->reveal());
    return serialized(message);
}

Bytes encode(const BoundaryAnswer& answer) {
    proto::BoundaryAnswer message;
    put_when(message, answer.when);
    put_late(message, answer.entered_late);
    message.set_boundary(id_bytes(answer.boundary));
    if (answer.answer) message.set_answer(number(answer.answer->reveal()));
    if (answer.note) message.set_note(answer.note->reveal());
    return serialized(message);
}

Bytes encode(const JournalPage& page) {
    proto::JournalPage message;
    put_when(message, page.when);
    put_late(message, page.entered_late);
    if (page.title) message.set_title(page.title->reveal());
    if (page.text) message.set_text(page.text->reveal());
    if (page.bring_to_session) message.set_bring_to_session(*page.bring_to_session);
    if (page.prompt) message.set_prompt(id_bytes(*page.prompt));
    if (page.shared_on) {
        message.set_shared_on_day(static_cast<std::uint32_t>(page.shared_on->number));
    }
    return serialized(message);
}

Bytes encode(const Feedback& feedback) {
    proto::Feedback message;
    put_when(message, feedback.when);
    message.set_about(id_bytes(feedback.about));
    if (feedback.text) message.set_text(feedback.text->reveal());
    message.set_author(id_bytes(feedback.author));
    if (feedback.no_reply) message.set_no_reply(true);
    return serialized(message);
}

Bytes encode(const Appointment& appointment) {
    proto::Appointment message;
    put_when(message, appointment.when);
    if (appointment.minutes) message.set_minutes(*appointment.minutes);
    if (appointment.place) message.set_place(number(*appointment.place));
    message.set_state(number(appointment.state));
    if (appointment.agenda) message.set_agenda(appointment.agenda->reveal());
    return serialized(message);
}

Bytes encode(const Consent& consent) {
    proto::Consent message;
    put_when(message, consent.when);
    message.set_data(number(consent.data));
    message.set_given(consent.given);
    message.set_text_version(consent.text_version);
    return serialized(message);
}

Bytes encode(const Person& person) {
    proto::Person message;
    message.set_user(id_bytes(person.user));
    if (person.name) message.set_name(person.name->reveal());
    message.set_role(number(person.role));
    return serialized(message);
}

Bytes encode(const InviteUnderWay& invite) {
    proto::InviteUnderWay message;
    put_when(message, invite.when);
    message.set_invite(id_bytes(invite.invite));
    if (invite.secret) message.set_secret(to_string(invite.secret->reveal()));
    message.set_role(number(invite.role));
    if (invite.name) message.set_name(invite.name->reveal());
    message.set_expires_s(invite.expires.ms / ms_per_second);
    if (invite.user) message.set_user(id_bytes(*invite.user));
    if (invite.vault) message.set_vault(id_bytes(*invite.vault));
    message.set_state(number(invite.state));
    return serialized(message);
}

Bytes encode(const AgendaItem& item) {
    proto::AgendaItem message;
    put_when(message, item.when);
    message.set_appointment(id_bytes(item.appointment));
    if (item.text) message.set_text(item.text->reveal());
    message.set_author(id_bytes(item.author));
    message.set_done(item.done);
    return serialized(message);
}

Bytes encode(const PromptAssignment& prompt) {
    proto::PromptAssignment message;
    put_when(message, prompt.when);
    if (prompt.question) message.set_question(prompt.question->reveal());
    if (prompt.theme) message.set_theme(prompt.theme->reveal());
    message.set_origin(number(prompt.origin));
    message.set_author(id_bytes(prompt.author));
    message.set_rhythm(number(prompt.rhythm));
    if (prompt.weekdays != 0) message.set_weekdays(prompt.weekdays);
    message.set_from_day(static_cast<std::uint32_t>(prompt.from.number));
    if (prompt.to) message.set_to_day(static_cast<std::uint32_t>(prompt.to->number));
    if (prompt.ended) message.set_ended(true);
    return serialized(message);
}

Bytes encode(const PracticePrompt& prompt) {
    proto::PracticePrompt message;
    put_when(message, prompt.when);
    if (prompt.question) message.set_question(prompt.question->reveal());
    message.set_author(id_bytes(prompt.author));
    if (prompt.retired) message.set_retired(true);
    if (prompt.drafted) message.set_drafted(true);
    return serialized(message);
}

Bytes encode(const AnyEntity& entity) {
    return std::visit(
        [](const auto& one) {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, std::monostate>) {
                return Bytes{};
            } else {
                return encode(one);
            }
        },
        entity);
}

}  // namespace evenkeel::codec
