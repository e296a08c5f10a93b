#include "app/model/import_entries.h"

#include "core/codec/entity.h"
#include "core/report/rescuetime.h"

#include <algorithm>
#include <map>
#include <set>

namespace evenkeel::model {

namespace {

constexpr std::uint32_t mood_note_field = 9;  // MoodEntry.note in proto/entity.proto

store::Write write_of(EntityId id, EntityKind kind, Bytes fragment, store::Placement placement) {
    return {.kind = kind,
            .id = id,
            .fragment = std::move(fragment),
            .scope = {},
            .placement = placement,
            .private_fields = {}};
}

// Days on which an import of another program counted already.
class CountedDays {
public:
    CountedDays(store::Store& store, VaultId record, UseMeter meter)
        : store_(store), record_(record), meter_(meter) {}

    Result<bool> by_another(Day day) {
        if (const auto known = known_.find(day); known != known_.end()) return known->second;
        const auto ids = report::rescuetime_ids({record_, store_.context().ids}, day);
        TRY_ASSIGN(const auto rows, store_.list({.record = record_,
                                                 .kind = EntityKind::use,
                                                 .day_from = day,
                                                 .day_to = day,
                                                 .subject = std::nullopt}));
        bool found = false;
        for (const store::EntityRow& row : rows) {
            const auto entry = codec::decode_use(row.fragment);
            if (!entry.ok() || entry.value().source != UseSource::imported) continue;
            const bool is_rescuetime = std::ranges::find(ids, row.id) != ids.end();
            found = found || is_rescuetime != (meter_ == UseMeter::rescuetime);
        }
        known_[day] = found;
        return found;
    }

private:
    store::Store& store_;
    VaultId record_;
    UseMeter meter_;
    std::map<Day, bool> known_;
};

Result<void> add_mood(store::Store& store, VaultId record, const report::ImportedMood& mood,
                      store::Placement placement, store::Operation& operation,
                      ImportSummary& summary) {
    MoodEntry entry = mood.entry;
    const EntityId check_in = store.daily_id(record, EntityKind::mood, EntityId{}, entry.when.day);
    TRY_ASSIGN(const auto of_day, store.find(record, check_in));
    TRY_ASSIGN(const auto of_moment, store.find(record, mood.id));
    const bool is_the_check_in = of_day && of_day->instant == entry.when.instant;
    if (of_moment || is_the_check_in) {
        ++summary.already_here;
        return {};
    }
    const bool becomes_check_in = mood.last_of_day && !of_day;
    if (becomes_check_in) entry.mode = MoodMode::daily_check_in;
    TRY(validate(entry));
    auto write = write_of(becomes_check_in ? check_in : mood.id, EntityKind::mood,
                          codec::encode(entry), placement);
    write.private_fields.push_back(mood_note_field);
    TRY(operation.write(write));
    ++summary.entries;
    return {};
}

}  // namespace

Result<ImportSummary> import_use(store::Store& store, VaultId record, UseMeter meter,
                                 std::span<const report::ImportedUse> use,
                                 std::span<const report::ImportedCoverage> coverage,
                                 store::Placement placement) {
    ImportSummary summary;
    CountedDays counted(store, record, meter);
    std::set<Day> days_left_out;
    store::Operation operation(store, record, "import");
    // A longer file of the same program brings the same days with more minutes: those are
    // completed, and what did not change makes no new value.
    const auto add = [&](EntityId id, EntityKind kind, Day day,
                         const Bytes& fragment) -> Result<void> {
        TRY_ASSIGN(const bool by_another, counted.by_another(day));
        if (by_another) {
            days_left_out.insert(day);
            return {};
        }
        TRY_ASSIGN(const auto present, store.find(record, id));
        if (present && (present->deleted || present->edited)) {
            ++summary.already_here;
            return {};
        }
        present ? ++summary.already_here : ++summary.entries;
        TRY(operation.write(write_of(id, kind, fragment, placement)));
        return {};
    };
    for (const report::ImportedUse& one : use) {
        TRY(add(one.id, EntityKind::use, one.entry.when.day, codec::encode(one.entry)));
    }
    for (const report::ImportedCoverage& one : coverage) {
        TRY(add(one.id, EntityKind::coverage, one.coverage.when.day, codec::encode(one.coverage)));
    }
    TRY(operation.commit());
    summary.days_left_out = days_left_out.size();
    return summary;
}

Result<ImportSummary> import_moods(store::Store& store, VaultId record,
                                   std::span<const report::ImportedMood> moods,
                                   store::Placement placement) {
    ImportSummary summary;
    store::Operation operation(store, record, "import");
    for (const report::ImportedMood& mood : moods) {
        TRY(add_mood(store, record, mood, placement, operation, summary));
    }
    TRY(operation.commit());
    return summary;
}

}  // namespace evenkeel::model
