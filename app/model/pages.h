// Reading journal pages with what came back to them.
#pragma once

#include "app/model/journal_view.h"
#include "app/model/record_desk.h"
#include "sync/client/enrolment.h"

namespace evenkeel::model {

// For whom the pages are read.
struct PageReader {
    UserId self;
    Day today;
    const std::vector<client::MemberLine>& members;  // what people are called
    std::optional<std::uint32_t> reply_days = {};    // within which a reply is promised
};

// The client's own, private ones included; newest first.
Result<Pages> read_own_pages(RecordDesk& desk, const PageReader& reader);
// What the client shared, as their care team sees it; in the order of WordsView.
Result<Pages> read_shared_pages(RecordDesk& desk, const PageReader& reader);
// The client's pages that were deleted within the time of the trash, newest first.
Result<std::vector<TrashedPage>> read_trashed_pages(RecordDesk& desk, Day today);

// What a record's shared pages ask of the care team.
struct WordsNeed {
    std::size_t new_pages = 0;            // nobody of the team has opened them
    std::optional<Day> reply_owed_since;  // the day the first unanswered one was opened
    std::optional<Day> promised_for;      // the first promised day that is over without a reply
};
Result<WordsNeed> words_need(store::Store& store, VaultId record, Day today);

// Within how many days the client of that record was told that a shared page is answered.
Result<std::optional<std::uint32_t>> promised_days(store::Store& store, VaultId record);

}  // namespace evenkeel::model
