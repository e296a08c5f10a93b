#include "core/store/merging.h"

#include "core/base/limits.h"
#include "core/codec/batch.h"
#include "core/codec/entity_log.h"
#include "core/codec/fields.h"
#include "core/store/outbox.h"

namespace evenkeel::store {

using delta::Action;
using delta::Delta;
using delta::VaultType;

namespace {

// R31 also asks when a pull deletes more than this share of what is here. A few deletions are what
// a person does by hand, however little there is.
constexpr std::int64_t deletions_asked_percent = 5;
constexpr std::size_t deletions_never_asked = 4;

constexpr const char* newer_rule = "An entry follows a rule of a newer version.";
constexpr const char* bad_field = "A part of an entry is not what its kind allows.";

// As parked deltas are kept: a body of its own, to be decoded again after an upgrade.
Bytes body_of(const Delta& delta, DeviceId author) {
    codec::BatchWriter writer(author, limits::envelope_body_bytes_max);
    return writer.add(delta, codec::is_shareable_field) ? writer.finish()
                                                        : codec::encode_delta(delta);
}

// When the clocks of the others are near enough for it.
std::int64_t due_ms(const Delta& delta) {
    return delta::stamp_ms(delta.clock) - limits::clock_ahead_ms_max;
}

Delta only_field(const Delta& delta, const delta::FieldChange& change) {
    Delta part = delta;
    part.fields = {change};
    return part;
}

}  // namespace

Merging::Group& Merging::group_of(EntityId id) {
    const auto [place, is_new] = places_.try_emplace(id, groups_.size());
    if (is_new) groups_.push_back({.id = id, .deltas = {}});
    return groups_[place->second];
}

void Merging::take_checked(Delta delta) {
    newest_ = std::max(newest_, delta.clock);
    group_of(delta.entity).deltas.push_back(std::move(delta));
}

Result<DeltaNames> Merging::take(Received& received, Instant server_time) {
    DeltaNames names;
    names.reserve(received.deltas.size());
    for (Delta& delta : received.deltas) {
        names.push_back({delta.entity, delta.id});
        TRY(take_one(received.envelope, std::move(delta), server_time));
    }
    for (const auto& parked : received.parked) {
        TRY(park(database_, vault_.number, received.envelope, parked.reason, parked.bytes));
        ++summary_.parked;
    }
    return names;
}

Result<void> Merging::take_one(const EnvelopeRow& envelope, Delta checked, Instant server_time) {
    if (checked.must_understand > codec::must_understand_max) {
        ++summary_.parked;
        return park(database_, vault_.number, envelope, newer_rule,
                    body_of(checked, envelope.author));
    }
    for (auto change = checked.fields.begin(); change != checked.fields.end();) {
        if (codec::check_field(checked.kind, change->number, change->value).ok()) {
            ++change;
            continue;
        }
        ++summary_.parked;
        TRY(park(database_, vault_.number, envelope, bad_field,
                 body_of(only_field(checked, *change), envelope.author)));
        change = checked.fields.erase(change);
    }
    if (checked.action == Action::write && checked.fields.empty()) return {};
    if (due_ms(checked) > server_time.ms) {
        TRY_ASSIGN(const bool dated_again, is_dated_again(checked));
        if (!dated_again) return quarantine(checked);
        group_of(checked.entity).deltas.push_back(std::move(checked));
        return {};
    }
    if (checked.revision > 0) TRY(release_copies(checked));
    take_checked(std::move(checked));
    return {};
}

// Rule 6: a copy with a higher revision gives the clock, so this one's says nothing any more.
Result<bool> Merging::is_dated_again(const Delta& early) {
    const auto gives_clock = [&](const Delta& other) {
        return other.id == early.id && other.revision > early.revision;
    };
    const auto& taken = group_of(early.entity).deltas;
    if (std::any_of(taken.begin(), taken.end(), gives_clock)) return true;
    TRY_ASSIGN(const auto entity, load_entity(database_, record_.number, early.entity));
    const Delta* const known = entity.find(early.id, vault_.type);
    return known != nullptr && gives_clock(*known);
}

Result<void> Merging::quarantine(const Delta& early) {
    ++summary_.quarantined;
    return database_.sql().run(
        "INSERT INTO quarantine (vault, id, due_ms, delta) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        vault_.number, early.id, due_ms(early), codec::encode_delta(early));
}

// The device that was ahead dated its delta again: the copies that wait are merged with this one,
// and their clock counts for nothing. Only such a delta has a revision, so nothing else asks.
Result<void> Merging::release_copies(const Delta& dated_again) {
    std::vector<std::int64_t> released;
    {
        TRY_ASSIGN(auto rows, database_.sql().query("SELECT number, delta FROM quarantine "
                                                    "WHERE vault = ? AND id = ?",
                                                    vault_.number, dated_again.id));
        while (true) {
            TRY_ASSIGN(const bool more, rows.step());
            if (!more) break;
            TRY_ASSIGN(auto early, codec::decode_delta(rows.blob(1)));
            if (early.revision >= dated_again.revision) continue;
            released.push_back(rows.integer(0));
            group_of(early.entity).deltas.push_back(std::move(early));
        }
    }
    for (const std::int64_t number : released) {
        TRY(database_.sql().run("DELETE FROM quarantine WHERE number = ?", number));
    }
    return {};
}

// Whether the group deletes something that is here and alive. What was deleted before this vault
// was joined is history, and this device's own deletions were meant.
Result<bool> Merging::would_delete(const Group& group) {
    bool deletes = false;
    for (const Delta& delta : group.deltas) {
        deletes =
            deletes || (delta.action == Action::deletion && delta.origin != database_.device() &&
                        delta::stamp_ms(delta.clock) >= vault_.added.ms);
    }
    if (!deletes) return false;
    TRY_ASSIGN(auto entity, load_entity(database_, record_.number, group.id));
    const auto before = delta::view(entity.log);
    if (!before.exists || before.deleted) return false;
    for (const Delta& delta : group.deltas) entity.log.add({vault_.type, delta});
    return delta::view(entity.log).deleted;
}

Result<void> Merging::hold_deletions() {
    std::vector<Group*> deleting;
    for (Group& group : groups_) {
        TRY_ASSIGN(const bool deletes, would_delete(group));
        if (deletes) deleting.push_back(&group);
    }
    if (deleting.size() <= deletions_never_asked) return {};
    if (deleting.size() <= limits::deletions_per_pull_asked) {
        TRY_ASSIGN(const auto live, count_live(database_, record_.number));
        const auto count = static_cast<std::int64_t>(deleting.size());
        if (count * 100 <= live * deletions_asked_percent) return {};
    }
    for (Group* group : deleting) {
        for (const Delta& delta : group->deltas) {
            if (delta.action != Action::deletion) continue;
            TRY(
                database_.sql().run("INSERT INTO held_deletion (vault, delta) VALUES (?, ?) "
                                    "ON CONFLICT DO NOTHING",
                                    vault_.number, codec::encode_delta(delta)));
            ++summary_.deletions_held;
        }
        std::erase_if(group->deltas,
                      [](const Delta& delta) { return delta.action == Action::deletion; });
    }
    return {};
}

Result<void> Merging::merge() {
    for (Group& group : groups_) {
        if (!group.deltas.empty()) TRY(merge_group(group));
    }
    return newest_ == 0 ? Result<void>() : database_.observe(newest_);
}

// R22: the log is read inside the transaction, so what was edited meanwhile is merged.
Result<void> Merging::merge_group(Group& group) {
    TRY_ASSIGN(auto entity, load_entity(database_, record_.number, group.id));
    std::size_t added = 0;
    for (Delta& delta : group.deltas) {
        // Two devices may share one thing, each for itself: what waits here is elsewhere by now.
        if (entity.find(delta.id, vault_.type) != nullptr) {
            TRY(note_elsewhere(database_, vault_.number, entity.number, delta));
        }
        if (entity.log.add({vault_.type, std::move(delta)})) ++added;
    }
    group.number = entity.number;
    if (added == 0) return {};
    summary_.deltas_applied += added;
    TRY(save_late_values(entity));
    group.number = entity.number;
    return {};
}

// Rule 7: a value of a generation that had ended arrives from a device that did not know. The first
// own device keeps it privately and takes it back from the others.
Result<void> Merging::save_late_values(Entity& entity) {
    std::vector<std::uint32_t> fields;
    if (vault_.type == VaultType::care && record_.private_) {
        for (auto& late : delta::reissue_late(entity.log)) {
            for (const auto& change : late.fields) fields.push_back(change.number);
            entity.add_local(*record_.private_, std::move(late));
        }
    }
    TRY(save_entity(database_, record_, entity));
    return queue_late_redactions(entity, fields);
}

Result<void> Merging::queue_late_redactions(const Entity& entity,
                                            const std::vector<std::uint32_t>& fields) {
    if (fields.empty()) return {};
    TRY_ASSIGN(const auto row, newest_row(database_));
    for (const auto field : fields) {
        TRY(
            database_.sql().run("INSERT INTO redaction (vault, entity, field, late, after_row) "
                                "VALUES (?1, ?2, ?3, 1, ?4) "
                                "ON CONFLICT DO UPDATE SET after_row = ?4",
                                vault_.number, entity.number, field, row));
    }
    return {};
}

std::vector<Content> Merging::contents_of(const DeltaNames& names) const {
    std::vector<Content> contents;
    contents.reserve(names.size());
    for (const DeltaName& name : names) contents.push_back({number_of(name.entity), name.delta});
    return contents;
}

// 0 if none of the entity's deltas were merged.
std::int64_t Merging::number_of(EntityId id) const {
    const auto place = places_.find(id);
    return place == places_.end() ? 0 : groups_[place->second].number;
}

}  // namespace evenkeel::store
