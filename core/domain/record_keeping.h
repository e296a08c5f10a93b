// What a practice keeps about its clients' records: who opened one, what must not be removed, and
// when a treatment ended.
#pragma once

#include "core/base/ids.h"
#include "core/domain/mood.h"

namespace evenkeel {

// What of a record was opened.
enum class ViewedSection : std::uint32_t {
    record = 1,  // the client's page in the window, with all it holds
    days = 2,
    journal = 3,
    intake = 4,
    boundaries = 5,
    sessions = 6,
    prompts = 7,
    tools = 8,
    brief = 9,
    history = 10,  // of one entry, or what lies in the trash
    export_ = 11,
};
constexpr std::uint32_t viewed_section_count = 11;
// "the record", "the journal", ...; of a newer version "a part this version does not know".
Literal name(ViewedSection section);

// That a person of the staff opened a client's record. Written before anything of it is shown, and
// never changed; the device is the one that wrote it.
struct RecordView {
    When when;
    UserId viewer;
    ViewedSection section = ViewedSection::record;
    friend bool operator==(const RecordView&, const RecordView&) = default;
};

// Refuses one without a viewer.
[[nodiscard]] Result<void> validate(const RecordView& view);

// While one that was not lifted stands, the record is not removed and its retention does not end.
struct RecordHold {
    When when;  // since
    VaultId record;
    std::optional<PhiText> reason;
    UserId by;
    std::optional<Instant> lifted;
    std::optional<UserId> lifted_by;
    friend bool operator==(const RecordHold&, const RecordHold&) = default;
};

// Refuses one without its record or its person, and a reason that is empty or above
// limits::hold_reason_characters_max.
[[nodiscard]] Result<void> validate(const RecordHold& hold);

// When the treatment of one record ended, as the practice says; no day: it goes on.
struct RecordClosed {
    When when;  // it was said
    VaultId record;
    std::optional<Day> ended;
    UserId by;
    friend bool operator==(const RecordClosed&, const RecordClosed&) = default;
};

// Refuses one without its record or its person.
[[nodiscard]] Result<void> validate(const RecordClosed& closed);

}  // namespace evenkeel
