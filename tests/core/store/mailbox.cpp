#include "tests/core/store/mailbox.h"

#include "core/base/limits.h"
#include "core/codec/batch.h"
#include "core/codec/fields.h"

#include <utility>

namespace evenkeel::test {

using store::Received;

namespace {

// As many of the items as fit one body, as others will read them; `rows` are theirs.
std::vector<delta::Delta> through_the_wire(DeviceId author,
                                           const std::vector<store::OutboxItem>& items,
                                           std::vector<std::int64_t>& rows) {
    codec::BatchWriter writer(author, limits::envelope_body_bytes_max);
    for (const auto& item : items) {
        if (!writer.add(item.delta, codec::is_shareable_field)) break;
        rows.push_back(item.row);
    }
    auto decoded = must(codec::decode_batch(writer.finish(), author));
    if (rows.empty() || !decoded.parked.empty() || decoded.deltas.size() != rows.size()) {
        throw std::runtime_error("a device sealed what others cannot read");
    }
    return std::move(decoded.deltas);
}

bool same_envelope(const Received& a, const Received& b) {
    return a.envelope.author == b.envelope.author && a.envelope.sequence == b.envelope.sequence;
}

}  // namespace

void Mailbox::push(Device& device, std::size_t count) {
    must(device.sync().advance_redactions());
    seal(device, count, device.clock.time);
    post(device, [] { return Fortune::stored; });
}

void Mailbox::seal(Device& device, std::size_t count, Instant server_time) {
    auto sync = device.sync();
    const DeviceId author = device.store().device();
    for (const auto& vault : must(sync.vaults())) {
        for (std::uint64_t sequence = vault.own_sequence + 1;; ++sequence) {
            const auto items = must(sync.unsealed(vault.id, server_time, count));
            if (items.empty()) break;
            Received received;
            received.envelope = {.vault = vault.id, .author = author, .sequence = sequence};
            ++hashes_;
            for (std::size_t i = 0; i < 8; ++i) {
                received.envelope.hash[i] = static_cast<Byte>(hashes_ >> (8 * i));
            }
            received.envelope.bytes = to_bytes(as_bytes("sealed"));
            std::vector<std::int64_t> rows;
            received.deltas = through_the_wire(author, items, rows);
            must(sync.append_sealed(vault.id, received.envelope, rows));
            waiting_[author].push_back(std::move(received));
        }
    }
}

void Mailbox::post(Device& device, const std::function<Fortune()>& fortune) {
    auto& waiting = waiting_[device.store().device()];
    for (auto& received : std::exchange(waiting, {})) {
        const auto [vault, sequence] =
            std::pair(received.envelope.vault, received.envelope.sequence);
        const Fortune what = fortune();
        if (what == Fortune::refused && !has(received)) {
            must(device.sync().refuse(vault, sequence, "The server refused it."));
            continue;
        }
        const std::uint64_t position = place(received);
        if (what == Fortune::receipt_lost) {
            waiting.push_back(std::move(received));
        } else {
            must(device.sync().record_receipt(vault, sequence, position));
        }
    }
}

bool Mailbox::has(const Received& received) {
    const auto& kept = vaults[received.envelope.vault];
    return std::any_of(kept.begin(), kept.end(),
                       [&](const Received& other) { return same_envelope(other, received); });
}

std::uint64_t Mailbox::place(const Received& received) {
    auto& kept = vaults[received.envelope.vault];
    for (const auto& other : kept) {
        if (same_envelope(other, received)) return other.envelope.position;
    }
    kept.push_back(received);
    kept.back().envelope.position = kept.size();
    return kept.size();
}

store::ApplySummary Mailbox::pull(Device& device, std::size_t count) {
    return pull(device, count, device.clock.time);
}

store::ApplySummary Mailbox::pull(Device& device, std::size_t count, Instant server_time) {
    auto sync = device.sync();
    store::ApplySummary total;
    for (const auto& vault : must(sync.vaults())) {
        const auto& kept = vaults[vault.id];
        for (std::size_t cursor = vault.cursor; cursor < kept.size();) {
            std::vector<Received> page;
            for (std::size_t i = 0; i < count && cursor < kept.size(); ++i, ++cursor) {
                // A device does not download its own (R15).
                if (kept[cursor].envelope.author != device.store().device()) {
                    page.push_back(kept[cursor]);
                }
            }
            const auto part = must(sync.apply_page(vault.id, page, cursor, {}, server_time));
            total.deltas_applied += part.deltas_applied;
            total.parked += part.parked;
            total.quarantined += part.quarantined;
            total.deletions_held += part.deletions_held;
        }
    }
    return total;
}

void Mailbox::exchange(std::vector<Device*> devices) {
    // Receiving can make more to send: a late value is saved, a redaction becomes due.
    for (int round = 0; round < 6; ++round) {
        for (auto* device : devices) push(*device);
        for (auto* device : devices) pull(*device);
    }
}

void Mailbox::rewind(Device& device) {
    for (const auto& vault : must(device.sync().vaults())) {
        must(device.sync().reset_cursor(vault.id, 0, {}));
    }
}

void Mailbox::repeat(Device& device, std::size_t count) {
    rewind(device);
    pull(device, count);
}

}  // namespace evenkeel::test
