#include "app/model/day_book.h"

#include "core/codec/entity.h"

namespace evenkeel::model {

namespace {

// A weekly limit looks at the whole week around a day, and a span may begin the day before.
constexpr std::int32_t margin_days = 7;

template <typename Entity>
Result<std::vector<Entity>> read_kind(store::Store& store, VaultId record, EntityKind kind,
                                      insight::DayRange range, Result<Entity> (*decode)(ByteView)) {
    TRY_ASSIGN(const auto rows, store.list({.record = record,
                                            .kind = kind,
                                            .day_from = range.first + -margin_days,
                                            .day_to = range.last + margin_days,
                                            .subject = std::nullopt}));
    std::vector<Entity> entities;
    entities.reserve(rows.size());
    for (const store::EntityRow& row : rows) {
        // A row that cannot be read is shown by `history`, not counted as something it may not be.
        if (auto entity = decode(row.fragment); entity.ok()) {
            entities.push_back(std::move(entity).value());
        }
    }
    return entities;
}

}  // namespace

Result<std::vector<insight::DaySummary>> summarise(store::Store& store, VaultId record, Day first,
                                                   Day last, const client::BoundaryBook& book) {
    const insight::DayRange range{first, last};
    TRY_ASSIGN(const auto moods,
               read_kind(store, record, EntityKind::mood, range, &codec::decode_mood));
    TRY_ASSIGN(const auto use,
               read_kind(store, record, EntityKind::use, range, &codec::decode_use));
    TRY_ASSIGN(const auto coverage,
               read_kind(store, record, EntityKind::coverage, range, &codec::decode_coverage));
    TRY_ASSIGN(const auto answers, read_kind(store, record, EntityKind::boundary_answer, range,
                                             &codec::decode_boundary_answer));
    std::vector<insight::JudgedBoundary> judged;
    for (const BoundaryStanding& standing : book.standings) {
        judged.push_back({.standing = standing, .versions = book.versions});
    }
    const std::string zone = store.context().clock.zone_name();
    const insight::DayPlace place{.start_zone = zone, .end_zone = zone};
    return insight::summarise_days(
        range, moods, insight::Records{.use = use, .coverage = coverage, .answers = answers},
        judged, place);
}

Result<DayBook> read_days(client::Profile& profile, VaultId record, Day first, Day last) {
    DayBook result;
    TRY_ASSIGN(result.boundaries, client::boundaries(profile, record));
    TRY_ASSIGN(result.days, summarise(profile.store(), record, first, last, result.boundaries));
    return result;
}

}  // namespace evenkeel::model
