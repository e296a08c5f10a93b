// The options that describe a boundary, for `boundary propose` and `boundary counter`.
#pragma once

#include "sync/client/agreements.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace evenkeel::cli {

struct BoundaryOptions {
    // Exactly one of these says what kind it is.
    std::string daily_limit, weekly_limit, curfew, attest, at_a_time, never, cue, contact;
    std::uint32_t times_a_day = 0;
    std::vector<std::string> only_for;
    // These belong to one kind each.
    std::string action;
    std::uint32_t break_minutes = 5, reply_within_hours = 0;
    std::vector<std::string> contact_for, contact_not_for;
    std::vector<std::string> groups;
    std::string grace = "0";
    std::vector<std::string> weekdays;
    std::string evidence = "log";
    std::string reason, question, study_question, review, starts, text;
    bool counts_work = false;
};

void add_boundary_options(CLI::App& command, BoundaryOptions& options);
// "mon" to "sun" as bits, bit 0 is Monday, as in the terms; none is 0.
Result<std::uint32_t> read_weekdays(const std::vector<std::string>& names);
// A boundary is named by its id or the first digits of it, as `list` shows them.
Result<EntityId> find_boundary(const client::BoundaryBook& book, const std::string& id);
Result<client::BoundaryDraft> read_draft(const BoundaryOptions& options, Day now_day);

}  // namespace evenkeel::cli
