// What belongs to sessions, and its bytes: notes, reviews of boundaries, lines of the plan.
#include "core/codec/entity.h"
#include "core/codec/message.h"
#include "proto/entity.pb.h"

namespace evenkeel::codec {

Bytes encode(const SessionNote& note) {
    proto::SessionNote message;
    put_when(message, note.when);
    message.set_client(note.client.string());
    if (note.appointment) message.set_appointment(note.appointment->string());
    if (note.text) message.set_text(note.text->reveal());
    return serialized(message);
}

Bytes encode(const BoundaryReview& review) {
    proto::BoundaryReview message;
    put_when(message, review.when);
    message.set_boundary(review.boundary.string());
    message.set_version(review.version);
    message.set_outcome(static_cast<std::uint32_t>(review.outcome));
    if (review.words) message.set_words(review.words->reveal());
    if (review.next) message.set_next_day(static_cast<std::uint32_t>(review.next->number));
    message.set_author(review.author.string());
    return serialized(message);
}

Bytes encode(const PlanItem& item) {
    proto::PlanItem message;
    put_when(message, item.when);
    if (item.text) message.set_text(item.text->reveal());
    message.set_place(static_cast<std::uint32_t>(item.place));
    message.set_state(static_cast<std::uint32_t>(item.state));
    message.set_author(item.author.string());
    return serialized(message);
}

Result<SessionNote> decode_session_note(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::SessionNote>(fragment));
    const auto client = VaultId::from(message.client());
    if (!client) return unreadable();
    return SessionNote{.when = read_when(message),
                       .client = *client,
                       .appointment = EntityId::from(message.appointment()),
                       .text = read_text(message.has_text(), message.text())};
}

Result<BoundaryReview> decode_boundary_review(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::BoundaryReview>(fragment));
    const auto boundary = EntityId::from(message.boundary());
    const auto author = UserId::from(message.author());
    if (!boundary || !author || !message.has_outcome()) return unreadable();
    BoundaryReview review{.when = read_when(message),
                          .boundary = *boundary,
                          .version = message.version(),
                          .outcome = static_cast<ReviewOutcome>(message.outcome()),
                          .words = read_text(message.has_words(), message.words()),
                          .next = std::nullopt,
                          .author = *author};
    if (message.has_next_day()) review.next = Day{static_cast<std::int32_t>(message.next_day())};
    return review;
}

Result<PlanItem> decode_plan_item(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::PlanItem>(fragment));
    const auto author = UserId::from(message.author());
    if (!author || !message.has_place() || !message.has_state()) return unreadable();
    return PlanItem{.when = read_when(message),
                    .text = read_text(message.has_text(), message.text()),
                    .place = static_cast<PlanPlace>(message.place()),
                    .state = static_cast<PlanState>(message.state()),
                    .author = *author};
}

}  // namespace evenkeel::codec
