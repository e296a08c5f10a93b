// A record as plain lines, for comparing the stores that two ways of doing the same have made.
#pragma once

#include <string>

namespace evenkeel::test {

// Of what `export json` writes: one line for each entity in each vault, sorted: its kind, whether
// it is private, and what it says. Without what differs from run to run: ids, hashes, and the hour
// and minute of each moment; and without who looked at it when, which depends on how one looks.
std::string record_lines(const std::string& exported_json);

// With EVENKEEL_UPDATE_GOLDENS in the environment, `lines` become the file tests/golden/NAME.
void update_golden_if_asked(const std::string& name, const std::string& lines);
// Empty where `lines` are those of that file; else the first line that differs.
std::string differs_from_golden(const std::string& name, const std::string& lines);

}  // namespace evenkeel::test
