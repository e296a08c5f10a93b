// The intents of a client's day (see intent.h): what is said of it, tap by tap.
#pragma once

#include "core/domain/boundary.h"

#include <cstddef>
#include <optional>
#include <string>

namespace evenkeel::model {

struct ShowDay {
    Day day;
};  // today, or an earlier one to backfill
struct SetMood {
    Day day;
    std::uint32_t mood = 0;
};
// A word to find the day by; as it is typed, or as it stands there.
struct SetTag {
    Day day;
    std::string tag;
    bool chosen = true;
};
// A further rating, of a moment: it never becomes the mood of the day.
struct AddMoment {
    Day day;
    std::optional<std::uint32_t> minute;  // 0..1439 on the wall clock; none: now
    std::uint32_t mood = 0;
};
// Of the day shown.
struct ChangeMoment {
    EntityId moment;
    std::uint32_t minute = 0;
    std::optional<std::uint32_t> mood;  // none: as it is
};
struct DeleteMoment {
    EntityId moment;
};
struct SetNote {
    Day day;
    std::string note;
    bool is_private = true;
};
struct SetUse {
    Day day;
    UseGroup group = UseGroup::internet;
    std::uint32_t minutes = 0;
};
// "That is all for today": what is not noted counts as none. `complete` false takes it back.
struct SetComplete {
    Day day;
    bool complete = true;
};
struct SetPurpose {
    EntityId entry;
    std::string purpose;
};
struct DeleteEntry {
    EntityId entry;
};
struct AnswerBoundary {
    Day day;
    EntityId boundary;
    Answer answer = Answer::kept;
};
// What somebody says of an answer they gave; empty: nothing any more.
struct SetAnswerNote {
    Day day;
    EntityId boundary;
    std::string note;
    bool is_private = true;
};
// The page of trends is shown, over so many days; 0: not any more. Only then they are made.
struct ShowTrends {
    std::size_t day_count = 0;
};
struct Undo {};
struct SnoozeReminder {};

}  // namespace evenkeel::model
