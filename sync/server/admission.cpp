#include "sync/server/admission.h"

namespace evenkeel::server {

using Admitted = std::variant<Reply, PreparedCall>;

Admission::Admission(const Directory& directory, const RateLimits& limits)
    : directory_(directory),
      rates_(limits),
      nobody_(trust::signing_keys_from_seed(trust::SymmetricKey{}).public_key) {}

Admitted Admission::admit(ByteView body, const std::string& network, Instant now) {
    if (body.empty()) return Reply{Status::malformed, {}};
    if (body[0] == static_cast<Byte>(wire::Call::turn)) return admit_turn(body, now);
    if (!rates_.admit_unsigned(network, now)) return Reply{Status::too_often, {}};
    return admit_unsigned(body);
}

Admitted Admission::admit_turn(ByteView body, Instant now) {
    const auto frame = trust::parse_frame(body);
    if (!frame.ok()) return Reply{Status::malformed, {}};
    const auto known = directory_.find(frame.value().device);
    const auto root = directory_.root();
    // Checked in any case, so that a known device cannot be told from an unknown one by time.
    const bool signed_well =
        trust::verify_frame(frame.value(), root.value_or(trust::RootFingerprint{}),
                            known ? known->signing_key : nobody_);
    if (!known || !root || !signed_well) return Reply{Status::unauthenticated, {}};
    if (!rates_.admit_device(frame.value().device, known->staff, body.size(), now)) {
        return Reply{Status::too_often, {}};
    }
    auto request = wire::parse_turn_request(frame.value().payload);
    if (!request.ok()) return Reply{Status::malformed, {}};

    PreparedTurn turn;
    turn.device = frame.value().device;
    turn.counter = {frame.value().counter, trust::payload_hash(frame.value().payload)};
    turn.request = std::move(request).value();
    turn.envelopes.reserve(turn.request.envelopes.size());
    for (const Bytes& envelope : turn.request.envelopes) {
        const auto view = trust::parse_envelope(envelope);
        turn.envelopes.push_back(view.ok() ? std::optional(view.value()) : std::nullopt);
    }
    return PreparedCall(std::move(turn));
}

Admitted Admission::admit_unsigned(ByteView body) {
    const Reply malformed{Status::malformed, {}};
    switch (static_cast<wire::Call>(body[0])) {
        case wire::Call::invite_fetch:
            if (auto call = wire::parse_invite_fetch(body); call.ok()) {
                return PreparedCall(std::move(call).value());
            }
            return malformed;
        case wire::Call::invite_answer:
            if (auto call = wire::parse_invite_answer(body); call.ok()) {
                return PreparedCall(
                    PreparedAnswer{std::move(call).value(), trust::payload_hash(body)});
            }
            return malformed;
        case wire::Call::set_up:
            if (auto call = wire::parse_set_up(body); call.ok()) {
                return PreparedCall(std::move(call).value());
            }
            return malformed;
        case wire::Call::rebirth:
            if (auto call = wire::parse_rebirth(body); call.ok()) {
                return PreparedCall(std::move(call).value());
            }
            return malformed;
        case wire::Call::wiped:
            if (auto call = wire::parse_wiped(body); call.ok()) {
                return PreparedCall(std::move(call).value());
            }
            return malformed;
        default:
            return malformed;
    }
}

}  // namespace evenkeel::server
