// What a clinician reads in the five minutes before a session: one page, in reading order, over
// exactly the time since the last one.
//
// Blank is never zero, a gap stays a gap, and what is private is neither in it nor counted.
#pragma once

#include "app/model/brief_view.h"
#include "app/model/views.h"

namespace evenkeel::model {

// A longer time than this is no time between two sessions any more; the brief says so.
constexpr std::int32_t brief_days_max = 184;
// Of a page, so many characters are shown; the whole of it is in the journal.
constexpr std::size_t brief_page_characters_max = 600;

struct BriefRequest {
    CardReader reader;
    Day today;
    std::string name;                    // of the client
    std::optional<Instant> last_synced;  // this device, since the program was opened
};

// As the client gave it; `otherwise` where that has not come yet.
std::string client_name(const std::vector<client::MemberLine>& members, VaultId record,
                        const std::string& otherwise);

// Reads the record of the desk as it is now; the same record at the same time gives the same brief.
Result<SessionBrief> session_brief(RecordDesk& desk, const BriefRequest& request);

}  // namespace evenkeel::model
