#include "core/delta/reading.h"

#include "core/base/assert.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace evenkeel::delta {

namespace {

// A value in the order of entries: by field first.
struct Place {
    std::uint32_t field = 0;
    DeltaId id = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

bool is_redaction(const Copy& copy) {
    return copy.vault == VaultType::care && copy.delta.action == Action::redaction;
}

class Reader {
public:
    Reader(const EntityLog& log, Scope scope) : log_(log), scope_(scope), ended_(log) {}

    std::vector<Entry> read() && {
        const auto& copies = log_.copies();
        entries_.reserve(copies.size() * 2);
        for (std::size_t i = 0; i < copies.size();) {
            std::size_t end = i + 1;
            while (end < copies.size() && copies[end].delta.id == copies[i].delta.id) ++end;
            read_copies(i, end);
            i = end;
        }
        unite_entries();
        mark_superseded();
        return std::move(entries_);
    }

private:
    // Rule 6: copies of one delta are one delta; the highest revision among them gives the clock.
    void read_copies(std::size_t begin, std::size_t end) {
        const Delta* newest = nullptr;
        for (std::size_t i = begin; i < end; ++i) {
            const auto& [vault, delta] = log_.copies()[i];
            if (!counts(scope_, vault)) continue;
            if (newest == nullptr ||
                std::tie(newest->revision, newest->clock) < std::tie(delta.revision, delta.clock)) {
                newest = &delta;
            }
        }
        for (std::size_t i = begin; i < end && newest != nullptr; ++i) {
            const auto& copy = log_.copies()[i];
            if (counts(scope_, copy.vault)) read_copy(copy, newest->clock);
        }
    }

    void read_copy(const Copy& copy, ClockStamp clock) {
        switch (copy.delta.action) {
            case Action::write:
                return read_write(copy, clock);
            case Action::retirement:
                return read_retirement(copy);
            case Action::redaction:
                return read_redaction(copy);
            case Action::deletion:
                return;  // covers values, replaces none
        }
    }

    void read_write(const Copy& copy, ClockStamp clock) {
        for (const auto& change : copy.delta.fields) {
            Entry entry{.field = change.number, .id = copy.delta.id, .clock = clock};
            entry.origin = &copy.delta.origin;
            entry.vault = copy.vault;
            entry.generation = generation_of(copy.delta, change);
            // Rule 7: a redaction hides care values of the generation it ended, whenever they come.
            const bool hidden =
                copy.vault == VaultType::care && ended_.hides(change.number, entry.generation);
            if (!hidden) entry.bytes = &change.value;
            entries_.push_back(entry);
            supersede(change.number, copy.delta.id, change.replaces);
        }
    }

    // Rule 7: a retirement counts only where its successor is present. Its place is the private
    // vault; its successor is a care delta, so the whole log is asked.
    void read_retirement(const Copy& copy) {
        if (copy.vault != VaultType::private_ || !is_present(copy.delta.successor)) return;
        for (const auto& ref : copy.delta.covers) replaced_.push_back({ref.field, ref.delta});
    }

    void read_redaction(const Copy& copy) {
        if (!is_redaction(copy)) return;
        for (const auto& value : copy.delta.redacted) {
            Entry entry{.field = value.ref.field, .id = value.ref.delta, .clock = value.clock};
            entry.listed = true;
            entries_.push_back(entry);
            supersede(value.ref.field, value.ref.delta, value.replaces);
        }
    }

    // No honest delta replaces itself; one that says so would vanish.
    void supersede(std::uint32_t field, DeltaId by, const std::vector<DeltaId>& replaced) {
        for (const DeltaId id : replaced) {
            if (id != by) replaced_.push_back({field, id});
        }
    }

    bool is_present(DeltaId id) {
        const auto& copies = log_.copies();
        const auto before = [](const Copy& copy, DeltaId wanted) { return copy.delta.id < wanted; };
        const auto place = std::lower_bound(copies.begin(), copies.end(), id, before);
        if (place != copies.end() && place->delta.id == id) return true;
        if (!remembered_) remember_redacted();
        return std::binary_search(remembered_->begin(), remembered_->end(), id);
    }

    void remember_redacted() {
        remembered_.emplace();
        for (const auto& copy : log_.copies()) {
            if (!is_redaction(copy)) continue;
            for (const auto& value : copy.delta.redacted) remembered_->push_back(value.ref.delta);
        }
        std::sort(remembered_->begin(), remembered_->end());
    }

    // Copies of one value in several vaults, and what redactions remember of it, become one entry:
    // one that shows the bytes, care first, or else what a redaction remembers.
    void unite_entries() {
        const auto rank = [](const Entry& e) {
            return std::tuple(e.field, e.id, e.bytes == nullptr, !e.listed, e.vault, ~e.clock);
        };
        const auto less = [&](const Entry& a, const Entry& b) { return rank(a) < rank(b); };
        if (!std::is_sorted(entries_.begin(), entries_.end(), less)) {
            std::sort(entries_.begin(), entries_.end(), less);
        }
        std::size_t kept = 0;
        for (std::size_t i = 1; i < entries_.size(); ++i) {
            if (entries_[kept].field == entries_[i].field && entries_[kept].id == entries_[i].id) {
                entries_[kept].listed |= entries_[i].listed;
            } else if (++kept != i) {
                entries_[kept] = entries_[i];
            }
        }
        if (!entries_.empty()) entries_.resize(kept + 1);
    }

    // Rule 1: the heads of a field are its values that no present delta replaces.
    void mark_superseded() {
        std::sort(replaced_.begin(), replaced_.end());
        auto next = replaced_.begin();
        for (auto& entry : entries_) {
            const Place place{entry.field, entry.id};
            while (next != replaced_.end() && *next < place) ++next;
            entry.superseded = next != replaced_.end() && *next == place;
        }
    }

    const EntityLog& log_;
    Scope scope_;
    EndedGenerations ended_;
    std::vector<Entry> entries_;
    std::vector<Place> replaced_;
    std::optional<std::vector<DeltaId>> remembered_;
};

}  // namespace

std::vector<Entry> read_entries(const EntityLog& log, Scope scope) {
    return Reader(log, scope).read();
}

EndedGenerations::EndedGenerations(const EntityLog& log) {
    for (const auto& copy : log.copies()) {
        if (!is_redaction(copy)) continue;
        ends_.push_back({copy.delta.redacted_field, copy.delta.generation});
    }
    std::sort(ends_.begin(), ends_.end(), [](const End& a, const End& b) {
        return std::tie(a.field, b.generation) < std::tie(b.field, a.generation);
    });
    const auto last = std::unique(ends_.begin(), ends_.end(),
                                  [](const End& a, const End& b) { return a.field == b.field; });
    ends_.erase(last, ends_.end());
}

const EndedGenerations::End* EndedGenerations::find(std::uint32_t field) const {
    const auto end = std::lower_bound(ends_.begin(), ends_.end(), field,
                                      [](const End& e, std::uint32_t f) { return e.field < f; });
    return end != ends_.end() && end->field == field ? &*end : nullptr;
}

std::uint32_t EndedGenerations::first_open(std::uint32_t field) const {
    const End* end = find(field);
    if (end == nullptr) return 0;
    constexpr auto last = std::numeric_limits<std::uint32_t>::max();
    return end->generation == last ? last : end->generation + 1;
}

std::uint32_t EndedGenerations::last_ended(std::uint32_t field) const {
    const End* end = find(field);
    ASSERT(end != nullptr);
    return end->generation;
}

bool EndedGenerations::hides(std::uint32_t field, std::uint32_t generation) const {
    const End* end = find(field);
    return end != nullptr && generation <= end->generation;
}

}  // namespace evenkeel::delta
