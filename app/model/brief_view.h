// The session brief as plain data, in the order in which it is read.
#pragma once

#include "app/model/client_view.h"
#include "core/domain/use.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::model {

struct OverviewDay {
    Day day;
    std::optional<std::uint32_t> mood;
    std::array<std::optional<std::uint32_t>, use_group_count> minutes;
    bool late = false;
    std::string beside;  // what else was said of the mood: "09:15 4, 18:00 6 · family"; or empty
};

// How often it was kept beside the time before.
enum class Trend { too_early, less, same, more };

// One boundary that was in force on some day of the time.
struct BriefBoundary {
    EntityId boundary;
    std::string title;     // "Social media, at most 60 min"
    std::string sentence;  // as both signed it
    std::string kept;      // "Kept on 11 of 13 known days; 1 day unknown"
    Trend trend = Trend::too_early;
    std::string trend_words;             // "Kept more often than in the 28 days before."
    std::string review;                  // "Review on Thu 3 Dec"; empty: none was agreed
    bool review_due = false;             // by today
    std::string waiting;                 // a proposal that nobody has answered; empty: none
    std::vector<DayOutcome> days;        // as SessionBrief::days
    std::vector<std::string> overrides;  // days that were not kept, with the note that was shared
};

// A journal page that was shared.
struct BriefPage {
    EntityId id;
    std::string day;    // "Thu 3 Dec"
    std::string title;  // may be empty
    std::string text;   // its beginning
    bool shortened = false;
    bool brought = false;  // marked to be brought to the session
    bool waits = false;    // for a reply
};

struct SessionBrief {
    std::string name;
    std::string made;    // "Sat 28 Nov, 14:05"
    std::string period;  // "Since the session on Thu 3 Dec, that day included: 14 days."
    std::string next;    // "Next session: ..."; empty: none is planned
    std::vector<std::string> agenda;
    std::vector<OverviewDay> days;  // of the time, oldest first, the last is today

    std::string safety;
    std::vector<std::string> risks;     // what the client told, one for each
    std::vector<std::string> coverage;  // what is stale is said first
    std::string synced;  // "Last synced today 20:00."; empty where that is stale or not known
    std::string mood;    // better or worse as far as the days say, then the figures
    std::vector<BriefBoundary> boundaries;
    std::array<std::string, use_group_count> use;
    std::array<std::optional<std::uint32_t>, use_group_count> agreed_minutes;  // per day
    std::vector<std::string> use_details;  // what AI was used for, time of day, reliance
    std::vector<BriefPage> pages;          // brought ones first, then those that wait
    std::string pages_sentence;            // how many there are, or that there is none
    std::vector<std::string> impact;
    std::string impact_basis;  // which method and values are behind it; may be empty
    std::vector<std::string> to_do;
    std::vector<std::string> plan;  // "In the room: the panic diary"; empty: none is written
};

}  // namespace evenkeel::model
