#include "sync/wire/messages.h"

#include "sync/trust/log_object.h"

namespace evenkeel::wire {

Literal refusal_sentence(RefusalCode code) {
    switch (code) {
        case RefusalCode::malformed:
            return "The server could not read this item.";
        case RefusalCode::not_a_member:
            return "This device is not a member of that record.";
        case RefusalCode::gap:
            return "An earlier item is missing on the server.";
        case RefusalCode::forked_device:
            return "Another copy of this device has already written here.";
        case RefusalCode::roster_conflict:
            return "The list of members was changed by somebody else first.";
        case RefusalCode::roster_invalid:
            return "The server did not accept this list of members.";
        case RefusalCode::cut_off:
            return "This device was removed before it wrote this.";
        case RefusalCode::unknown_roster:
            return "The server does not hold the list of members this item was sealed under.";
        case RefusalCode::invite_used:
            return "This invite was used or is no longer known; ask for a new one.";
        case RefusalCode::invite_expired:
            return "This invite has expired; ask for a new one.";
        case RefusalCode::too_large:
            return "This item is larger than the server takes.";
        case RefusalCode::quota:
            return "The server takes no more of these for now; it will be tried again.";
        case RefusalCode::wrong_server:
            return "This server belongs to another practice.";
        case RefusalCode::erased:
            return "This record was erased.";
    }
    return "The server refused this item.";
}

bool refused_for_good(RefusalCode code) {
    switch (code) {
        case RefusalCode::malformed:
        case RefusalCode::too_large:
            return true;
        default:
            return false;
    }
}

Hash32 log_object_hash(ByteView object) {
    // The tag's other use hashes 72 bytes; no log object has that length.
    return trust::hash(trust::tag::log_chain, {object});
}

}  // namespace evenkeel::wire
