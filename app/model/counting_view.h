// Screen time that is counted for a person, by consent: what the screens show, and ask for.
#pragma once

#include "core/base/time.h"
#include "core/domain/use.h"
#include "core/report/import_rules.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::model {

using UseTarget = report::ImportTarget;

// Who counts on this computer. One at a time, so that nothing is counted twice.
enum class CountingBy : std::uint32_t { nobody = 0, activitywatch = 1, window = 2 };

// Internet, social media, AI, and work and study: what is counted apart.
constexpr std::size_t counted_kinds = 4;
using CountedMinutes = std::array<std::uint32_t, counted_kinds>;

struct CountedLine {
    std::size_t kind = 0;  // its place in CountedMinutes
    std::string title;     // "Social media", "Work and study"
    std::uint32_t minutes = 0;
    std::optional<std::uint32_t> said;  // by the person that day; then it stays as it is
};
// What was counted on a day, and waits for the person's word. Nobody else has it.
struct CountedProposal {
    Day day;
    std::string title;  // "Today so far", "Yesterday", "Friday 27 November"
    std::vector<CountedLine> lines;
};

struct RuleLine {
    std::string pattern;
    UseTarget target = UseTarget::ignore;
};

// A file that was looked at and not imported yet.
struct FoundFileView {
    std::vector<std::string> sentences;
    bool can_be_shared = false;  // of its kind something is shared with the care team
    bool says_itself = false;    // our own export: it says what of it is private
    std::string path;
    std::vector<std::string> own_names;  // of moods that have no number yet, as the file has them
};

struct CountingView {
    CountingBy by = CountingBy::nobody;
    bool paused = false;
    std::string status;             // "Counting since today 9:10."; empty: nobody counts
    std::string trouble;            // why nothing is counted now though it is wanted; or empty
    bool can_see_windows = false;   // this system has something that could tell
    bool can_count_closed = false;  // and a program that goes on when the window is closed
    bool closed = false;            // which is wanted
    std::vector<CountedProposal> proposals;  // newest first
    std::vector<RuleLine> own_rules;         // newest first, the order in which they decide
    std::vector<RuleLine> shipped_rules;
    std::optional<FoundFileView> found;
    std::vector<std::string> imported;  // what the last import did
};

// ---- Intents
struct SetCounting {
    CountingBy by = CountingBy::nobody;
};
struct PauseCounting {
    bool paused = false;
};
struct SetCountingClosed {
    bool closed = false;
};
// The person's word on a proposal. `minutes`: as they are kept; one that was changed is theirs, an
// estimate. None: not this day.
struct AnswerCounted {
    Day day;
    std::optional<CountedMinutes> minutes;
};
struct AddUseRule {
    std::string pattern;
    UseTarget target = UseTarget::internet;
};
struct RemoveUseRule {
    std::string pattern;
};
// Copied from a phone's own page of screen time, as people type durations; empty: not said.
struct ReadOffPhone {
    Day day;
    std::array<std::string, use_group_count> durations;  // internet, social media, AI
};
struct LookAtFile {
    std::string path;
    std::map<std::string, std::uint32_t> moods;  // the person's own names for them, each 0..10
};
struct ImportFound {
    bool only_for_me = true;
};
struct ForgetFound {};

}  // namespace evenkeel::model
