#include "sync/server/turn.h"

namespace evenkeel::server {

using wire::RefusalCode;

Result<void> Turn::push_envelopes() {
    for (std::size_t i = 0; i < request_.envelopes.size(); ++i) {
        const Bytes& bytes = request_.envelopes[i];
        if (const auto& view = prepared_.envelopes[i]) {
            TRY(push_envelope(bytes, *view));
        } else {
            TRY(refuse({.object = wire::log_object_hash(bytes)}, RefusalCode::malformed));
        }
    }
    return {};
}

// Null after a refusal. Not told apart: no such vault, and one the caller never belonged to.
Result<Vault*> Turn::vault_to_write(const VaultId& id, wire::Refusal refusal) {
    Vault* const none = nullptr;
    TRY_ASSIGN(Vault * vault, registry_.vault(id));
    if (vault == nullptr || !is_member(*vault)) {
        const bool left = vault != nullptr && vault->roster.cut(caller_) != nullptr;
        TRY(refuse(refusal, left ? RefusalCode::cut_off : RefusalCode::not_a_member));
        return none;
    }
    if (vault->erased()) {
        TRY(refuse(refusal, RefusalCode::erased));
        return none;
    }
    return vault;
}

Result<void> Turn::push_envelope(const Bytes& bytes, const trust::EnvelopeView& view) {
    const trust::EnvelopeHeader& header = view.header();
    const wire::Refusal refusal{
        .vault = header.vault, .author = header.author, .sequence = header.sequence};
    TRY_ASSIGN(Vault * vault, vault_to_write(header.vault, refusal));
    if (vault == nullptr) return {};

    const Hash32 hash = trust::envelope_hash(view);
    TRY_ASSIGN(AuthorHead head, registry_.author_head(*vault, header.author));
    if (header.sequence <= head.sequence) {
        TRY_ASSIGN(const bool same, answer_repeated(*vault, header, hash));
        return same ? Result<void>() : refuse(refusal, RefusalCode::forked_device);
    }
    if (const auto reason = reason_against(*vault, view, hash)) return refuse(refusal, *reason);

    if (header.sequence != head.sequence + 1) {
        TRY(fill_with_void_marks(*vault, header.author));
        TRY_ASSIGN(head, registry_.author_head(*vault, header.author));
    }
    if (header.sequence != head.sequence + 1) {
        return refuse(refusal, RefusalCode::gap, head.sequence + 1);
    }
    if (header.previous != head.hash) return refuse(refusal, RefusalCode::forked_device);

    TRY(registry_.append(
        *vault, {.author = header.author, .sequence = header.sequence, .bytes = bytes}, hash));
    registry_.set_author_head(*vault, header.author, {header.sequence, hash});
    receipt(*vault, header.author, header.sequence, vault->head.position);
    return {};
}

// R1: the same bytes again get the same receipt. False: other bytes have this place (R2).
Result<bool> Turn::answer_repeated(const Vault& vault, const trust::EnvelopeHeader& header,
                                   const Hash32& hash) {
    TRY_ASSIGN(const auto row, storage_.row(vault.id, header.author, header.sequence));
    if (!row) return false;
    const auto stored = trust::parse_envelope(row->bytes);
    if (!stored.ok() || trust::envelope_hash(stored.value()) != hash) return false;
    receipt(vault, header.author, header.sequence, row->position);
    return true;
}

// What can be said against an envelope apart from its place in the chain.
std::optional<RefusalCode> Turn::reason_against(const Vault& vault, const trust::EnvelopeView& view,
                                                const Hash32& hash) const {
    const trust::EnvelopeHeader& header = view.header();
    if (!vault.has_roster(header.epoch, header.roster_hash)) return RefusalCode::unknown_roster;
    if (!vault.roster.accepts_sequence(header.author, header.sequence)) {
        const bool was_member = vault.roster.cut(header.author) != nullptr;
        return was_member ? RefusalCode::cut_off : RefusalCode::not_a_member;
    }
    const auto author = registry_.device(header.author);
    if (!author || !trust::verify_author(view, author->signing_key)) return RefusalCode::malformed;
    // What is missing from an envelope must have been taken out by its own user.
    if (view.is_stub() && !redacted_here_.contains(hash)) return RefusalCode::malformed;
    return std::nullopt;
}

}  // namespace evenkeel::server
