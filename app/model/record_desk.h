// One open record: the client's own, or that of the client a clinician reads.
#pragma once

#include "app/model/entry_cache.h"
#include "app/model/journal_view.h"
#include "app/model/phrases.h"
#include "core/store/boundary_reviews.h"
#include "core/store/intakes.h"

namespace evenkeel::model {

struct RecordDesk {
    client::Profile& profile;
    EntryCache entries;
    std::optional<client::BoundaryBook> book_read;  // signatures are checked once
    std::optional<JournalView> journal;             // the client's own, but for drafts
    std::optional<std::vector<store::KeptIntake>> intakes_read;
    std::optional<std::vector<BoundaryReview>> reviews_read;

    RecordDesk(client::Profile& opened, VaultId record)
        : profile(opened), entries(opened.store(), record) {}

    [[nodiscard]] VaultId record() const { return entries.record(); }
    [[nodiscard]] store::Store& store() const { return profile.store(); }
    [[nodiscard]] Moment now() const {
        const Clock& clock = profile.ports().clock;
        return {.instant = clock.now(), .zone = clock.zone_name()};
    }

    // A further device that nobody has let in yet may read nothing: its book is empty until then.
    Result<const client::BoundaryBook*> book() {
        if (!book_read) {
            auto read = client::boundaries(profile, record());
            const bool is_outside = !read.ok() && read.error().code() == ErrorCode::not_found;
            if (!read.ok() && !is_outside) return read.error();
            book_read = is_outside ? client::BoundaryBook{} : std::move(read).value();
        }
        return &*book_read;
    }
    // Oldest first.
    Result<const std::vector<store::KeptIntake>*> intakes() {
        if (!intakes_read) {
            TRY_ASSIGN(intakes_read, store::read_intakes(store(), record()));
        }
        return &*intakes_read;
    }
    // Oldest first.
    Result<const std::vector<BoundaryReview>*> reviews() {
        if (!reviews_read) {
            TRY_ASSIGN(reviews_read, store::read_reviews(store(), record()));
        }
        return &*reviews_read;
    }
    // Something came from elsewhere: everything is read anew.
    void forget() {
        entries.forget_all();
        intakes_read.reset();
        reviews_read.reset();
        book_read.reset();
        journal.reset();
    }
};

// The version whose signatures are asked for or stand: what waits for `reader` first, then what
// waits for the other side, what is contested, what is in force, and the newest.
const VersionRecord& shown_version(const client::BoundaryBook& book,
                                   const BoundaryStanding& standing, Role reader);
// The newest open proposal of one side, null if there is none.
const VersionRecord* open_version(const client::BoundaryBook& book,
                                  const BoundaryStanding& standing, Role written_by);
const BoundaryStanding* find_standing(const client::BoundaryBook& book, EntityId boundary);
// The version in force on that day and that weekday; null if none is.
const VersionRecord* version_of_day(const client::BoundaryBook& book,
                                    const BoundaryStanding& standing, Day day);

}  // namespace evenkeel::model
