#include "core/base/limits.h"
#include "sync/server/turn.h"

namespace evenkeel::server {

using wire::RefusalCode;

Result<void> Turn::push_invites() {
    for (const InviteId& invite : request_.invites_done) TRY(finish(invite));
    for (const wire::InviteOffer& invite : request_.invites) TRY(offer(invite));
    return {};
}

// Any device of a clinician may confirm what another of them offered; a client's device only what
// it offered itself, since the server takes a client's user id on its word.
bool Turn::owns(const InviteRecord& invite) const {
    if (invite.device == caller_) return true;
    const auto offerer = registry_.device(invite.device);
    return registry_.is_staff(caller_) && offerer && offerer->staff && invite.user == known_.user;
}

Result<void> Turn::finish(const InviteId& id) {
    TRY_ASSIGN(const auto invite, storage_.invite(id));
    if (invite && !owns(*invite)) {
        return refuse({.invite = id}, RefusalCode::not_a_member);
    }
    if (invite) TRY(storage_.forget_invite(id));
    response_.receipts.push_back({.invite = id});
    return {};
}

Result<void> Turn::offer(const wire::InviteOffer& offer) {
    const wire::Refusal refusal{.invite = offer.invite};
    if (offer.role != wire::InviteRole::device && !registry_.is_staff(caller_)) {
        return refuse(refusal, RefusalCode::not_a_member);
    }
    if (offer.blob.size() > limits::invite_blob_bytes_max) {
        return refuse(refusal, RefusalCode::too_large);
    }
    TRY_ASSIGN(const auto known, storage_.invite(offer.invite));
    if (known) {
        if (!owns(*known) || known->blob != offer.blob) {
            return refuse(refusal, RefusalCode::invite_used);
        }
        response_.receipts.push_back({.invite = offer.invite});
        return {};
    }
    // By this clock alone: a device whose clock runs ahead cannot make an invite last longer.
    const std::int64_t lifetime = offer.role == wire::InviteRole::device
                                      ? evenkeel::limits::device_invite_lifetime_ms
                                      : evenkeel::limits::invite_lifetime_ms;
    const Instant expires{std::min(offer.expires.ms, now_.ms + lifetime)};
    if (expires <= now_) return refuse(refusal, RefusalCode::invite_expired);
    TRY_ASSIGN(const std::uint64_t open, storage_.open_invites(known_.user, now_));
    if (open >= limits::open_invites_per_user) return refuse(refusal, RefusalCode::quota);

    TRY(storage_.put_invite({.invite = offer.invite,
                             .role = offer.role,
                             .expires = expires,
                             .device = caller_,
                             .user = known_.user,
                             .blob = offer.blob}));
    response_.receipts.push_back({.invite = offer.invite});
    return {};
}

Result<void> Turn::answer_invites() {
    if (!registry_.has_answers(known_.user)) return {};
    TRY_ASSIGN(const auto answered, storage_.answered_invites(known_.user));
    for (const InviteRecord& invite : answered) {
        if (!owns(invite)) continue;
        if (!takes(invite.answer.size())) return {};
        response_.invite_answers.push_back({invite.invite, invite.answer, invite.vault});
    }
    return {};
}

}  // namespace evenkeel::server
