// An intake and its bytes: the answers are fields of the entity, one per question, so that two
// devices that answer different questions never write the same field.
#include "core/base/limits.h"
#include "core/codec/byte_cursor.h"
#include "core/codec/entity.h"
#include "core/codec/message.h"
#include "core/delta/field_wire.h"
#include "proto/entity.pb.h"

namespace evenkeel::codec {

namespace {

constexpr std::uint64_t length_type = 2;

Bytes encode(const IntakeAnswer& answer) {
    proto::IntakeAnswer message;
    if (answer.number) message.set_number(*answer.number);
    for (const auto choice : answer.choices) message.add_choices(choice);
    if (!answer.text.empty()) message.set_text(answer.text);
    return serialized(message);
}

std::optional<IntakeAnswer> decode_answer(ByteView payload) {
    proto::IntakeAnswer message;
    if (!parse(message, payload, limits::envelope_body_bytes_max)) return std::nullopt;
    IntakeAnswer answer;
    if (message.has_number()) answer.number = message.number();
    answer.choices.assign(message.choices().begin(), message.choices().end());
    answer.text = message.text();
    return answer;
}

}  // namespace

Bytes encode(const Intake& intake) {
    proto::Intake message;
    put_when(message, intake.when);
    message.set_form_version(intake.form_version);
    message.set_mode(static_cast<std::uint32_t>(intake.mode));
    message.set_author(intake.author.string());
    if (intake.finished) {
        message.set_finished_day(static_cast<std::uint32_t>(intake.finished->number));
    }
    ByteWriter out;
    out.raw(serialized(message));
    for (const auto& [question, answer] : intake.answers) {
        if (answer.reveal().is_blank()) continue;
        out.varint(std::uint64_t{intake_answer_field(question)} << 3 | length_type);
        out.bytes(encode(answer.reveal()));
    }
    return std::move(out).finish();
}

Result<Intake> decode_intake(ByteView fragment) {
    proto::Intake message;
    if (!parse(message, fragment, limits::envelope_body_bytes_max)) return unreadable();
    const auto author = UserId::from(message.author());
    if (!message.has_when() || !is_plausible_instant_s(message.when().instant_s()) || !author) {
        return unreadable();
    }
    Intake intake{.when = read_when(message), .author = *author};
    if (message.has_form_version()) intake.form_version = message.form_version();
    if (message.has_mode()) intake.mode = static_cast<IntakeMode>(message.mode());
    if (message.has_finished_day()) {
        intake.finished = Day{static_cast<std::int32_t>(message.finished_day())};
    }
    constexpr std::uint32_t first = intake_answer_field(1);
    while (const auto part = delta::take_field(fragment)) {
        if (part->number < first || part->type != delta::WireType::length) continue;
        if (part->number > intake_answer_field(limits::intake_question_max)) continue;
        auto answer = decode_answer(part->payload);
        if (!answer) return unreadable();
        // The last of two counts, as with every field.
        const std::uint32_t question = part->number - first + 1;
        intake.answers.erase(question);
        if (!answer->is_blank()) intake.answers.emplace(question, *std::move(answer));
    }
    return intake;
}

Result<IntakeAnswer> decode_intake_answer(ByteView field) {
    const auto part = delta::take_field(field);
    auto answer =
        part && part->type == delta::WireType::length ? decode_answer(part->payload) : std::nullopt;
    return answer ? Result<IntakeAnswer>(*std::move(answer)) : unreadable();
}

}  // namespace evenkeel::codec
