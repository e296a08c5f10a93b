// The program without its window.
#pragma once

#include <string>

namespace evenkeel::background {

// Reminds with what this system has, until it is asked to end; the exit code. With EVENKEEL_TEST_
// CLOCK=1 and a file "now" in the profile's folder, that file is the clock, each of its changes is
// a moment, and every look is told on the standard output.
int run(const std::string& profile_directory);

}  // namespace evenkeel::background
