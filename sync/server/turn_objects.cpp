#include "sync/server/turn.h"

namespace evenkeel::server {

using wire::RefusalCode;

void Turn::read_log_objects() {
    for (std::size_t i = 0; i < request_.log_objects.size(); ++i) {
        const Bytes& bytes = request_.log_objects[i];
        if (auto mark = trust::parse_void_mark(bytes); mark.ok()) {
            const trust::Redaction& place = mark.value().place;
            void_marks_.insert_or_assign({place.vault, place.author, place.sequence},
                                         WaitingVoid{i, mark.value()});
        } else if (auto redaction = trust::parse_redaction(bytes); redaction.ok()) {
            if (is_signed_by_own_user(bytes, redaction.value())) {
                redacted_here_.insert(redaction.value().envelope_hash);
            }
        }
    }
}

// Both devices may be former ones: who belonged to whom is settled by the first roster.
bool Turn::is_signed_by_own_user(const Bytes& bytes, const trust::Redaction& place) {
    const auto author = registry_.device(place.author);
    const auto signer = registry_.device(place.signer);
    return author && signer && author->user == signer->user &&
           trust::verify_log_object(bytes, signer->signing_key);
}

// An envelope may follow a place that a mark of the same request fills.
Result<void> Turn::fill_with_void_marks(Vault& vault, const DeviceId& author) {
    while (true) {
        TRY_ASSIGN(const AuthorHead before, registry_.author_head(vault, author));
        const auto place = void_marks_.find({vault.id, author, before.sequence + 1});
        if (place == void_marks_.end()) return {};
        const WaitingVoid waiting = place->second;
        void_marks_.erase(place);
        TRY(push_void_mark(request_.log_objects[waiting.index], waiting.mark));
        TRY_ASSIGN(const AuthorHead after, registry_.author_head(vault, author));
        if (after.sequence == before.sequence) return {};
    }
}

Result<void> Turn::push_log_objects() {
    for (std::size_t i = 0; i < request_.log_objects.size(); ++i) {
        const Bytes& bytes = request_.log_objects[i];
        if (auto mark = trust::parse_void_mark(bytes); mark.ok()) {
            const trust::Redaction& place = mark.value().place;
            const auto waiting = void_marks_.find({place.vault, place.author, place.sequence});
            const bool used = waiting == void_marks_.end() || waiting->second.index != i;
            if (!used) TRY(push_void_mark(bytes, mark.value()));
        } else if (auto redaction = trust::parse_redaction(bytes); redaction.ok()) {
            TRY(push_redaction(bytes, redaction.value()));
        } else {
            TRY(refuse({.object = wire::log_object_hash(bytes)}, RefusalCode::malformed));
        }
    }
    return {};
}

Result<void> Turn::push_void_mark(const Bytes& bytes, const trust::VoidMark& mark) {
    const trust::Redaction& place = mark.place;
    const wire::Refusal refusal{.vault = place.vault,
                                .author = place.author,
                                .sequence = place.sequence,
                                .object = wire::log_object_hash(bytes)};
    TRY_ASSIGN(Vault * vault, vault_to_write(place.vault, refusal));
    if (vault == nullptr) return {};
    TRY_ASSIGN(const AuthorHead head, registry_.author_head(*vault, place.author));
    if (place.sequence <= head.sequence) return answer_filled(*vault, bytes, refusal, place);

    TRY_ASSIGN(const trust::EnvelopeView stub, trust::parse_envelope(mark.stub));
    const auto author = registry_.device(place.author);
    if (!is_signed_by_own_user(bytes, place) || !trust::verify_author(stub, author->signing_key)) {
        return refuse(refusal, RefusalCode::malformed);
    }
    if (!vault->roster.accepts_sequence(place.author, place.sequence)) {
        return refuse(refusal, RefusalCode::cut_off);
    }
    if (place.sequence != head.sequence + 1) {
        return refuse(refusal, RefusalCode::gap, head.sequence + 1);
    }
    if (stub.header().previous != head.hash) return refuse(refusal, RefusalCode::forked_device);

    TRY(registry_.append(*vault,
                         {.author = place.author, .sequence = place.sequence, .bytes = bytes},
                         *refusal.object));
    registry_.set_author_head(*vault, place.author, {place.sequence, place.envelope_hash});
    receipt_object(*vault, bytes, vault->head.position);
    return {};
}

Result<void> Turn::answer_filled(Vault& vault, const Bytes& bytes, const wire::Refusal& refusal,
                                 const trust::Redaction& place) {
    TRY_ASSIGN(const auto row, storage_.row(vault.id, place.author, place.sequence));
    if (!row || row->bytes != bytes) return refuse(refusal, RefusalCode::forked_device);
    receipt_object(vault, bytes, row->position);
    return {};
}

Result<void> Turn::push_redaction(const Bytes& bytes, const trust::Redaction& redaction) {
    const wire::Refusal refusal{.vault = redaction.vault,
                                .author = redaction.author,
                                .sequence = redaction.sequence,
                                .object = wire::log_object_hash(bytes)};
    TRY_ASSIGN(Vault * vault, vault_to_write(redaction.vault, refusal));
    if (vault == nullptr) return {};
    // The log keeps minus this number (sqlite_log.cpp). No envelope has a higher one.
    if (redaction.sequence >= wipe_receipt_place || !is_signed_by_own_user(bytes, redaction)) {
        return refuse(refusal, RefusalCode::malformed);
    }

    TRY_ASSIGN(const auto known,
               storage_.redactions(vault->id, redaction.author, redaction.sequence));
    for (const LogRow& row : known) {
        if (row.bytes != bytes) continue;
        receipt_object(*vault, bytes, row.position);
        return {};
    }
    TRY_ASSIGN(const auto row, storage_.row(vault->id, redaction.author, redaction.sequence));
    if (!row) {
        TRY_ASSIGN(const AuthorHead head, registry_.author_head(*vault, redaction.author));
        return refuse(refusal, RefusalCode::gap, head.sequence + 1);
    }
    const auto envelope = trust::parse_envelope(row->bytes);
    if (!envelope.ok() || trust::envelope_hash(envelope.value()) != redaction.envelope_hash) {
        return refuse(refusal, RefusalCode::forked_device);
    }
    TRY(registry_.append(
        *vault, {.author = redaction.author, .redacts = redaction.sequence, .bytes = bytes},
        *refusal.object));
    receipt_object(*vault, bytes, vault->head.position);
    if (envelope.value().is_stub()) return {};
    return storage_.replace_bytes(vault->id, row->position, trust::make_stub(envelope.value()));
}

}  // namespace evenkeel::server
