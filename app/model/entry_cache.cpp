#include "app/model/entry_cache.h"

#include "core/codec/entity.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// A weekly limit looks at the whole week around a day, and a span may begin the day before.
constexpr std::int32_t margin_days = 7;

template <typename Entity>
void keep(const store::EntityRow& row, Result<Entity> entity, std::vector<Kept<Entity>>& kept) {
    // A row that cannot be read is shown by `history`, not counted as something it may not be.
    if (!entity.ok()) return;
    kept.push_back({.id = row.id,
                    .has_private = row.has_private,
                    .has_shared = row.has_shared,
                    .instant = row.instant.value_or(row.created),
                    .entity = std::move(entity).value()});
}

void keep(const store::EntityRow& row, DayEntries& day) {
    switch (static_cast<EntityKind>(row.kind)) {
        case EntityKind::mood:
            return keep(row, codec::decode_mood(row.fragment), day.moods);
        case EntityKind::use:
            return keep(row, codec::decode_use(row.fragment), day.uses);
        case EntityKind::coverage:
            return keep(row, codec::decode_coverage(row.fragment), day.coverage);
        case EntityKind::boundary_answer:
            return keep(row, codec::decode_boundary_answer(row.fragment), day.answers);
        default:
            return;
    }
}

template <typename Entity>
void gather(const std::vector<Kept<Entity>>& kept, std::vector<Entity>& all) {
    for (const Kept<Entity>& one : kept) all.push_back(one.entity);
}

}  // namespace

Result<void> EntryCache::need(Day first, Day last) {
    while (first <= last && days_.contains(first)) first = first + 1;
    while (first <= last && days_.contains(last)) last = last + -1;
    if (first > last) return {};
    for (Day day = first; day <= last; day = day + 1) days_[day] = {};
    for (const EntityKind kind :
         {EntityKind::mood, EntityKind::use, EntityKind::coverage, EntityKind::boundary_answer}) {
        const auto rows =
            store_->list({.record = record_, .kind = kind, .day_from = first, .day_to = last});
        if (!rows.ok()) {
            forget_all();
            return rows.error();
        }
        for (const store::EntityRow& row : rows.value()) {
            if (row.day) keep(row, days_[*row.day]);
        }
    }
    return {};
}

const DayEntries& EntryCache::day(Day day) const {
    static const DayEntries blank;
    const auto found = days_.find(day);
    return found == days_.end() ? blank : found->second;
}

const Kept<MoodEntry>* EntryCache::check_in(Day of) const {
    const auto& moods = day(of).moods;
    const auto found = std::ranges::find_if(moods, [](const Kept<MoodEntry>& mood) {
        return mood.entity.mode == MoodMode::daily_check_in;
    });
    return found == moods.end() ? nullptr : &*found;
}

bool EntryCache::is_logged(Day of) const {
    const DayEntries& entries = day(of);
    return !entries.moods.empty() || !entries.uses.empty();
}

bool EntryCache::is_complete(Day of) const {
    return std::ranges::any_of(day(of).coverage, [](const Kept<Coverage>& kept) {
        return !kept.entity.minutes && kept.entity.groups.empty();
    });
}

Result<std::vector<insight::DaySummary>> summarise(EntryCache& cache, const std::string& zone,
                                                   insight::DayRange range,
                                                   const client::BoundaryBook& book) {
    const Day first = range.first + -margin_days;
    const Day last = range.last + margin_days;
    TRY(cache.need(first, last));
    std::vector<MoodEntry> moods;
    std::vector<UseEntry> use;
    std::vector<Coverage> coverage;
    std::vector<BoundaryAnswer> answers;
    for (Day day = first; day <= last; day = day + 1) {
        const DayEntries& entries = cache.day(day);
        gather(entries.moods, moods);
        gather(entries.uses, use);
        gather(entries.coverage, coverage);
        gather(entries.answers, answers);
    }
    std::vector<insight::JudgedBoundary> judged;
    for (const BoundaryStanding& standing : book.standings) {
        judged.push_back({.standing = standing, .versions = book.versions});
    }
    return insight::summarise_days(
        range, moods, insight::Records{.use = use, .coverage = coverage, .answers = answers},
        judged, insight::DayPlace{.start_zone = zone, .end_zone = zone});
}

}  // namespace evenkeel::model
