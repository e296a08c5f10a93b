// What a practice keeps about its clients' records, and its bytes.
#include "core/codec/entity.h"
#include "core/codec/message.h"
#include "proto/entity.pb.h"

namespace evenkeel::codec {

Bytes encode(const RecordView& view) {
    proto::RecordView message;
    put_when(message, view.when);
    message.set_viewer(view.viewer.string());
    message.set_section(static_cast<std::uint32_t>(view.section));
    return serialized(message);
}

Bytes encode(const RecordHold& hold) {
    proto::RecordHold message;
    put_when(message, hold.when);
    message.set_record(hold.record.string());
    if (hold.reason) message.set_reason(hold.reason->reveal());
    message.set_by(hold.by.string());
    if (hold.lifted) message.set_lifted_s(hold.lifted->ms / ms_per_second);
    if (hold.lifted_by) message.set_lifted_by(hold.lifted_by->string());
    return serialized(message);
}

Bytes encode(const RecordClosed& closed) {
    proto::RecordClosed message;
    put_when(message, closed.when);
    message.set_record(closed.record.string());
    if (closed.ended) message.set_ended_day(static_cast<std::uint32_t>(closed.ended->number));
    message.set_by(closed.by.string());
    return serialized(message);
}

Result<RecordView> decode_record_view(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::RecordView>(fragment));
    const auto viewer = UserId::from(message.viewer());
    if (!viewer) return unreadable();
    RecordView view{.when = read_when(message), .viewer = *viewer};
    if (message.has_section()) view.section = static_cast<ViewedSection>(message.section());
    return view;
}

Result<RecordHold> decode_record_hold(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::RecordHold>(fragment));
    const auto record = VaultId::from(message.record());
    const auto by = UserId::from(message.by());
    if (!record || !by) return unreadable();
    RecordHold hold{.when = read_when(message), .record = *record};
    if (message.has_reason()) hold.reason = PhiText(message.reason());
    hold.by = *by;
    // A time that cannot be is still a word that it was lifted; it then counts from the beginning.
    if (message.has_lifted_s()) {
        const bool can_be = is_plausible_instant_s(message.lifted_s());
        hold.lifted = can_be ? Instant{message.lifted_s() * ms_per_second} : hold.when.instant;
    }
    hold.lifted_by = UserId::from(message.lifted_by());
    return hold;
}

Result<RecordClosed> decode_record_closed(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::RecordClosed>(fragment));
    const auto record = VaultId::from(message.record());
    const auto by = UserId::from(message.by());
    if (!record || !by) return unreadable();
    RecordClosed closed{.when = read_when(message), .record = *record};
    if (message.has_ended_day()) {
        closed.ended = Day{static_cast<std::int32_t>(message.ended_day())};
    }
    closed.by = *by;
    return closed;
}

}  // namespace evenkeel::codec
