#include "sync/client/turn_pages.h"

#include "sync/client/opening.h"
#include "sync/client/server_loss.h"
#include "sync/client/successor.h"
#include "sync/client/wiped.h"

namespace evenkeel::client {
namespace {

// One place of the log as this answer tells it: an item of the page, or a receipt.
struct Told {
    const wire::LogItem* item = nullptr;
    DeviceId pushed_author;  // with `pushed_sequence`: an envelope this device pushed
    std::uint64_t pushed_sequence = 0;
    const Hash32* pushed_object = nullptr;
};
using Places = std::map<std::uint64_t, Told>;

// The envelopes of the request that is being answered, by vault.
using Pushed = std::map<VaultId, std::set<std::pair<DeviceId, std::uint64_t>>>;

Pushed pushed_in(const wire::TurnRequest& request) {
    Pushed pushed;
    for (const Bytes& bytes : request.envelopes) {
        const auto envelope = trust::parse_envelope(bytes);
        if (!envelope.ok()) continue;
        const trust::EnvelopeHeader& header = envelope.value().header();
        pushed[header.vault].emplace(header.author, header.sequence);
    }
    return pushed;
}

// A receipt speaks only of what was just sent, and of each envelope once: a run may claim any
// length, and an answer may hold thousands of runs.
void add_receipts(const TurnState& state, const wire::TurnResponse& response, VaultId vault,
                  Pushed& pushed, Places& places) {
    auto& waiting = pushed[vault];
    for (const wire::Receipt& receipt : response.receipts) {
        if (receipt.vault != vault || receipt.position == 0) continue;
        if (receipt.object) {
            places[receipt.position].pushed_object = &*receipt.object;
            continue;
        }
        const DeviceId author = receipt.author.is_none() ? state.identity.keys.id : receipt.author;
        for (std::uint64_t i = 0; i < receipt.count; ++i) {
            if (waiting.erase({author, receipt.sequence + i}) == 0) break;
            Told& told = places[receipt.position + i];
            told.pushed_author = author;
            told.pushed_sequence = receipt.sequence + i;
        }
    }
}

// Receipts become durable here, whatever else the page holds.
Result<bool> record_receipts(TurnState& state, const Places& places, VaultId vault) {
    bool changed = false;
    for (const auto& [position, told] : places) {
        if (told.pushed_sequence == 0) continue;
        TRY(state.sync.record_receipt(vault, told.pushed_sequence, position, told.pushed_author));
        changed = true;
    }
    return changed;
}

Result<bool> read_one(LogReader& reader, const Told& told) {
    if (told.pushed_object != nullptr) return reader.pushed_object(*told.pushed_object);
    if (told.pushed_sequence != 0) {
        return reader.pushed_envelope(told.pushed_author, told.pushed_sequence);
    }
    if (!told.item->envelope.empty()) return reader.envelope(told.item->envelope);
    if (!told.item->log_object.empty()) return reader.log_object(told.item->log_object);
    return reader.own_envelope(told.item->own_sequence);
}

Result<ReadPage> read_places(TurnState& state, const store::VaultRow& row, const Places& places,
                             std::uint64_t promised) {
    LogReader reader(state.store, state.identity, state.keyring, row);
    bool may_go_on = true;
    for (auto next = places.find(reader.next_position()); may_go_on && next != places.end();
         next = places.find(reader.next_position())) {
        TRY_ASSIGN(may_go_on, read_one(reader, next->second));
    }
    const bool has_hole = may_go_on && reader.next_position() <= promised;
    ReadPage page = std::move(reader).finish();
    page.complete = may_go_on && !has_hole;
    if (has_hole) {
        page.notices.emplace_back("The server left out a part of a record; it is asked again.");
    }
    return page;
}

Result<void> apply(TurnState& state, const store::VaultRow& row, ReadPage page, Instant now) {
    TRY_ASSIGN(const auto summary,
               state.sync.apply_page(row.id, std::move(page.received), page.cursor, page.chain,
                                     state.clock.corrected(now)));
    state.report.received += summary.deltas_applied;
    for (const auto& stub : page.stubs) state.unexplained_stubs.emplace(stub.hash, row.id);
    for (const trust::Redaction& redaction : page.redactions) TRY(redact_held(state, redaction));
    for (const wire::WipeReceipt& receipt : page.wiped) TRY(note_wiped(state.store, receipt));
    return {};
}

// The server names its newest envelope of ours when it is not what it expects us to have.
Result<bool> is_copy(TurnState& state, const store::VaultRow& row, const wire::VaultPage& page) {
    if (page.own_sequence == 0) return false;
    if (page.own_sequence > row.own_sequence) return true;
    TRY_ASSIGN(const auto held,
               state.sync.envelope(row.id, state.identity.keys.id, page.own_sequence));
    return page.own_head && held && held->hash != *page.own_head;
}

Result<PagesOutcome> take_vault(TurnState& state, const store::VaultRow& row,
                                const wire::VaultPage* page, const wire::TurnResponse& response,
                                Pushed& pushed, Instant now) {
    Places places;
    add_receipts(state, response, row.id, pushed, places);
    TRY_ASSIGN(bool changed, record_receipts(state, places, row.id));
    if (page != nullptr && page->reset) {
        TRY(step_back(state, row.id, page->reset_position));
        // Going back is no progress: a server could ask for it in every answer.
        return PagesOutcome{.complete = false, .stepped_back = row.cursor > 0};
    }
    if (page != nullptr) {
        for (const wire::LogItem& item : page->items) {
            places.try_emplace(item.position, Told{.item = &item});
        }
    }
    TRY_ASSIGN(ReadPage read,
               read_places(state, row, places, page == nullptr ? 0 : page->position));
    bool copied = read.knows_more_of_us;
    if (page != nullptr && !copied) {
        TRY_ASSIGN(copied, is_copy(state, row, *page));
    }
    if (copied) {
        TRY(begin_successor(state));
        changed = true;
    }
    for (const std::string& notice : read.notices) state.notice(notice);
    PagesOutcome outcome{.changed = changed, .complete = read.complete};
    if (read.cursor != row.cursor) {
        TRY(apply(state, row, std::move(read), now));
        outcome.changed = true;
    }
    return outcome;
}

}  // namespace

Result<void> redact_held(TurnState& state, const trust::Redaction& named) {
    TRY_ASSIGN(const auto row, state.sync.envelope(named.vault, named.author, named.sequence));
    state.unexplained_stubs.erase(named.envelope_hash);
    if (!row || row->bytes.size() == trust::envelope_stub_bytes) return {};
    TRY_ASSIGN(const trust::EnvelopeView view, trust::parse_envelope(row->bytes));
    return state.sync.apply_redaction(
        {named.vault, named.author, named.sequence, named.envelope_hash}, trust::make_stub(view));
}

Result<PagesOutcome> take_pages(TurnState& state, const wire::TurnRequest& request,
                                const wire::TurnResponse& response, Instant now) {
    PagesOutcome total;
    Pushed pushed = pushed_in(request);
    TRY_ASSIGN(const auto rows, state.sync.vaults());
    for (const store::VaultRow& row : rows) {
        const auto page = std::find_if(response.vaults.begin(), response.vaults.end(),
                                       [&](const auto& other) { return other.vault == row.id; });
        PagesOutcome outcome;
        const auto take = [&]() -> Result<void> {
            TRY_ASSIGN(outcome,
                       take_vault(state, row, page == response.vaults.end() ? nullptr : &*page,
                                  response, pushed, now));
            return {};
        };
        if (const auto taken = state.store.transaction(take); !taken.ok()) {
            const ErrorCode code = taken.error().code();
            if (code == ErrorCode::disk_full || code == ErrorCode::busy) return taken.error();
            state.notice(taken.error().sentence());
            total.complete = false;
            continue;
        }
        total.changed |= outcome.changed;
        total.complete = total.complete && outcome.complete;
        total.stepped_back |= outcome.stepped_back;
    }
    if (!response.more && total.complete && !state.unexplained_stubs.empty()) {
        state.notice("The server removed the content of an item without its author's word.");
    }
    return total;
}

}  // namespace evenkeel::client
