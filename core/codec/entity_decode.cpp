#include "core/codec/entity.h"
#include "core/codec/message.h"
#include "proto/entity.pb.h"

namespace evenkeel::codec {

namespace {

std::optional<Instant> read_instant(bool present, std::int64_t seconds) {
    if (!present || !is_plausible_instant_s(seconds)) return std::nullopt;
    return Instant{seconds * ms_per_second};
}

std::optional<Phi<std::uint32_t>> read_number(bool present, std::uint32_t number) {
    return present ? std::optional(Phi<std::uint32_t>(number)) : std::nullopt;
}

}  // namespace

Result<MoodEntry> decode_mood(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::MoodEntry>(fragment));
    MoodEntry entry{.when = read_when(message)};
    entry.entered_late = read_instant(message.has_entered_late_s(), message.entered_late_s());
    entry.mood = read_number(message.has_mood(), message.mood());
    entry.energy = read_number(message.has_energy(), message.energy());
    entry.stress = read_number(message.has_stress(), message.stress());
    entry.sleep = read_number(message.has_sleep_minutes(), message.sleep_minutes());
    for (const auto& tag : message.tags()) entry.tags.emplace_back(tag);
    entry.note = read_text(message.has_note(), message.note());
    if (message.has_mode()) entry.mode = static_cast<MoodMode>(message.mode());
    return entry;
}

Result<UseEntry> decode_use(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::UseEntry>(fragment));
    UseEntry entry{.when = read_when(message)};
    entry.entered_late = read_instant(message.has_entered_late_s(), message.entered_late_s());
    if (message.has_group()) entry.group = static_cast<UseGroup>(message.group());
    entry.minutes = read_number(message.has_minutes(), message.minutes());
    entry.purpose = read_text(message.has_purpose(), message.purpose());
    entry.tool = read_text(message.has_tool(), message.tool());
    if (message.has_source()) entry.source = static_cast<UseSource>(message.source());
    entry.note = read_text(message.has_note(), message.note());
    entry.span = message.span();
    entry.duty = static_cast<Duty>(message.duty());
    return entry;
}

Result<Coverage> decode_coverage(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::Coverage>(fragment));
    Coverage coverage{.when = read_when(message)};
    if (message.minutes() != 0) coverage.minutes = Minutes(message.minutes());
    for (const auto group : message.groups()) {
        coverage.groups.push_back(static_cast<UseGroup>(group));
    }
    if (message.has_source()) coverage.source = static_cast<UseSource>(message.source());
    return coverage;
}

Result<BoundaryVersion> decode_boundary_version(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::BoundaryVersion>(fragment));
    if (message.document().empty()) return unreadable();
    return BoundaryVersion{.when = read_when(message),
                           .document = to_bytes(as_bytes(message.document()))};
}

Result<BoundaryDecision> decode_boundary_decision(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::BoundaryDecision>(fragment));
    const auto boundary = EntityId::from(message.boundary());
    const auto& hash = message.version_hash();
    BoundaryDecision decision{.when = read_when(message)};
    if (!boundary || hash.size() != decision.version_hash.size() || !message.has_decision() ||
        !message.has_role()) {
        return unreadable();
    }
    decision.boundary = *boundary;
    std::copy(hash.begin(), hash.end(), decision.version_hash.begin());
    decision.decision = static_cast<Decision>(message.decision());
    decision.role = static_cast<Role>(message.role());
    decision.signature = to_bytes(as_bytes(message.signature()));
    decision.device = DeviceId::from(message.device());
    decision.note = read_text(message.has_note(), message.note());
    return decision;
}

Result<BoundaryAnswer> decode_boundary_answer(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::BoundaryAnswer>(fragment));
    const auto boundary = EntityId::from(message.boundary());
    if (!boundary) return unreadable();
    BoundaryAnswer answer{.when = read_when(message)};
    answer.entered_late = read_instant(message.has_entered_late_s(), message.entered_late_s());
    answer.boundary = *boundary;
    if (message.has_answer()) answer.answer = Phi(static_cast<Answer>(message.answer()));
    answer.note = read_text(message.has_note(), message.note());
    return answer;
}

Result<JournalPage> decode_journal_page(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::JournalPage>(fragment));
    JournalPage page{.when = read_when(message)};
    page.entered_late = read_instant(message.has_entered_late_s(), message.entered_late_s());
    page.title = read_text(message.has_title(), message.title());
    page.text = read_text(message.has_text(), message.text());
    if (message.has_bring_to_session()) page.bring_to_session = message.bring_to_session();
    page.prompt = EntityId::from(message.prompt());
    if (message.has_shared_on_day()) {
        page.shared_on = Day{static_cast<std::int32_t>(message.shared_on_day())};
    }
    return page;
}

Result<Feedback> decode_feedback(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::Feedback>(fragment));
    const auto about = EntityId::from(message.about());
    const auto author = UserId::from(message.author());
    if (!about || !author) return unreadable();
    return Feedback{.when = read_when(message),
                    .about = *about,
                    .text = read_text(message.has_text(), message.text()),
                    .author = *author,
                    .no_reply = message.no_reply()};
}

Result<Appointment> decode_appointment(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::Appointment>(fragment));
    Appointment appointment{.when = read_when(message)};
    if (message.has_minutes()) appointment.minutes = message.minutes();
    if (message.has_place()) appointment.place = static_cast<Place>(message.place());
    if (message.has_state()) appointment.state = static_cast<AppointmentState>(message.state());
    appointment.agenda = read_text(message.has_agenda(), message.agenda());
    return appointment;
}

Result<Consent> decode_consent(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::Consent>(fragment));
    if (!message.has_data()) return unreadable();
    return Consent{.when = read_when(message),
                   .data = static_cast<SharedData>(message.data()),
                   .given = message.given(),
                   .text_version = message.text_version()};
}

Result<Person> decode_person(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed<proto::Person>(fragment));
    const auto user = UserId::from(message.user());
    if (!user) return unreadable();
    Person person{.user = *user, .name = read_text(message.has_name(), message.name())};
    if (message.has_role()) person.role = static_cast<Role>(message.role());
    return person;
}

Result<InviteUnderWay> decode_invite_under_way(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::InviteUnderWay>(fragment));
    const auto id = InviteId::from(message.invite());
    const auto expires = read_instant(message.has_expires_s(), message.expires_s());
    if (!id || !expires) return unreadable();
    InviteUnderWay invite{.when = read_when(message), .invite = *id, .expires = *expires};
    if (message.secret().size() == invite_secret_bytes) {
        ByteArray<invite_secret_bytes> secret{};
        std::copy(message.secret().begin(), message.secret().end(), secret.begin());
        invite.secret = InviteSecret(secret);
    }
    if (message.has_role()) invite.role = static_cast<Role>(message.role());
    invite.name = read_text(message.has_name(), message.name());
    invite.user = UserId::from(message.user());
    invite.vault = VaultId::from(message.vault());
    if (message.has_state()) invite.state = static_cast<InviteState>(message.state());
    return invite;
}

Result<AgendaItem> decode_agenda_item(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::AgendaItem>(fragment));
    const auto appointment = EntityId::from(message.appointment());
    const auto author = UserId::from(message.author());
    if (!appointment || !author) return unreadable();
    return AgendaItem{.when = read_when(message),
                      .appointment = *appointment,
                      .text = read_text(message.has_text(), message.text()),
                      .author = *author,
                      .done = message.done()};
}

Result<PromptAssignment> decode_prompt_assignment(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::PromptAssignment>(fragment));
    const auto author = UserId::from(message.author());
    if (!author || !message.has_from_day()) return unreadable();
    const auto day = [](std::uint32_t number) { return Day{static_cast<std::int32_t>(number)}; };
    PromptAssignment prompt{.when = read_when(message)};
    prompt.question = read_text(message.has_question(), message.question());
    prompt.theme = read_text(message.has_theme(), message.theme());
    if (message.has_origin()) prompt.origin = static_cast<PromptOrigin>(message.origin());
    prompt.author = *author;
    if (message.has_rhythm()) prompt.rhythm = static_cast<PromptRhythm>(message.rhythm());
    prompt.weekdays = message.weekdays();
    prompt.from = day(message.from_day());
    if (message.has_to_day()) prompt.to = day(message.to_day());
    prompt.ended = message.ended();
    return prompt;
}

Result<PracticePrompt> decode_practice_prompt(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::PracticePrompt>(fragment));
    const auto author = UserId::from(message.author());
    if (!author) return unreadable();
    PracticePrompt prompt{.when = read_when(message)};
    prompt.question = read_text(message.has_question(), message.question());
    prompt.author = *author;
    prompt.retired = message.retired();
    prompt.drafted = message.drafted();
    return prompt;
}

}  // namespace evenkeel::codec
