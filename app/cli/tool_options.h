// The options that describe an entry of the register, for `tool add` and `tool edit`.
#pragma once

#include "app/model/tools.h"

#include <CLI/CLI.hpp>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace evenkeel::cli {

struct ToolOptions {
    model::ToolForm form;
    std::string kind, status, evidence;  // as they are named at the terminal; empty: not given
    // What was given at all.
    std::vector<std::pair<const CLI::Option*, std::string model::ToolForm::*>> texts;
    std::array<const CLI::Option*, tool_areas.size()> areas{};
};

// `options` must outlive the command.
void add_tool_options(CLI::App& command, ToolOptions& options);
// The form with what was given in the place of what stood there.
model::ToolForm changed(model::ToolForm form, const ToolOptions& options);

}  // namespace evenkeel::cli
