// The days of one record as they were last read, so that a tap reads only the day it changed.
#pragma once

#include "core/insight/day_summary.h"
#include "core/store/store.h"
#include "sync/client/agreements.h"

#include <map>

namespace evenkeel::model {

template <typename Entity>
struct Kept {
    EntityId id;
    bool has_private = false;  // some shown value is private
    bool has_shared = false;   // some shown value is shared
    Instant instant;
    Entity entity;
};

struct DayEntries {
    std::vector<Kept<MoodEntry>> moods;
    std::vector<Kept<UseEntry>> uses;
    std::vector<Kept<Coverage>> coverage;
    std::vector<Kept<BoundaryAnswer>> answers;
};

class EntryCache {
public:
    EntryCache(store::Store& store, VaultId record) : store_(&store), record_(record) {}

    // Reads what is not here yet of the days `first`..`last`.
    Result<void> need(Day first, Day last);
    // The day is read anew by the next `need`.
    void forget(Day day) { days_.erase(day); }
    void forget_all() { days_.clear(); }
    // What `need` read; a day it did not read is blank.
    [[nodiscard]] const DayEntries& day(Day day) const;

    // The check-in of the day, null if there is none.
    [[nodiscard]] const Kept<MoodEntry>* check_in(Day day) const;
    // Something was said about mood or screen time: the day counts as logged.
    [[nodiscard]] bool is_logged(Day day) const;
    // The person said of the day that this is all.
    [[nodiscard]] bool is_complete(Day day) const;

    [[nodiscard]] VaultId record() const { return record_; }

private:
    store::Store* store_;
    VaultId record_;
    std::map<Day, DayEntries> days_;
};

// One summary per day, as core/insight makes them; reads what it needs around the range.
Result<std::vector<insight::DaySummary>> summarise(EntryCache& cache, const std::string& zone,
                                                   insight::DayRange range,
                                                   const client::BoundaryBook& book);

}  // namespace evenkeel::model
