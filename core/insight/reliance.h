// Whether AI is turned to more for company or comfort than in the weeks before, and people less,
// as far as what was logged says so. A thing to talk about with its numbers, never an alarm: time
// with people away from screens is not logged, and nothing here is a measure of a person.
#pragma once

#include "core/domain/use.h"
#include "core/insight/level_change.h"

#include <vector>

namespace evenkeel::insight {

// Four weeks against the four before: long enough for the 14 known days that level_change asks of
// each, short enough to be about now.
constexpr std::int32_t reliance_days = 28;
// People enter minutes in quarters of an hour; a smaller difference is below what they tell apart.
constexpr double reliance_step_minutes = 15;

// What was logged of one logical day.
struct LoggedDay {
    std::vector<UseEntry> use;
    bool complete = false;  // the person said that this is all: what is not noted was none
};

enum class Course { cannot_tell, more, about_the_same, less };

// Minutes a day, now against before.
struct DailyMinutes {
    LevelChange change;
    double mean_before = 0;  // of the known days; 0 where there are none
    double mean_now = 0;
    Course course = Course::cannot_tell;
};

struct Reliance {
    bool any_ai = false;   // some AI use was logged at all
    DailyMinutes comfort;  // with AI, for company or comfort
    DailyMinutes contact;  // internet and social media, for messages or company with people
};

// One LoggedDay per calendar day, oldest first. A day is known if the use was logged, or the day
// said to be complete, and what all of it was for was said.
Reliance reliance(std::span<const LoggedDay> before, std::span<const LoggedDay> now);

}  // namespace evenkeel::insight
