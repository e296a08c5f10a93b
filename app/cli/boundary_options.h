// The options that describe a boundary, for `boundary propose` and `boundary counter`.
#pragma once

#include "sync/client/agreements.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace evenkeel::cli {

struct BoundaryOptions {
    std::string daily_limit, weekly_limit, curfew, attest;  // exactly one is given
    std::vector<std::string> groups;
    std::string grace = "0";
    std::vector<std::string> weekdays;
    std::string evidence = "log";
    std::string reason, question, review, starts, text;
    bool counts_work = false;
};

void add_boundary_options(CLI::App& command, BoundaryOptions& options);
Result<client::BoundaryDraft> read_draft(const BoundaryOptions& options, Day now_day);

}  // namespace evenkeel::cli
