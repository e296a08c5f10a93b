// Rules about size: a file, a function and a line that can be taken in at once.
#pragma once

#include "tests/tidy/source_file.h"

namespace evenkeel::tidy {

constexpr std::size_t file_lines_max = 500;
constexpr std::size_t function_lines_max = 70;
constexpr std::size_t line_columns_max = 100;
constexpr std::size_t main_lines_max = 150;
// What an outside reviewer can read in a day or two (see SECURITY.md).
// Lines of code; comments, which hold the byte formats, and blank lines are not counted.
constexpr std::size_t trusted_core_lines_max = 2000;

struct FunctionSpan {
    std::string name;
    std::size_t first_line = 0;  // where its signature begins
    std::size_t last_line = 0;   // where its body ends
};

// The functions and test cases a file defines at namespace or class scope, in order. Works on
// formatted code by following braces; it does not look into macros.
std::vector<FunctionSpan> functions_of(const SourceFile& file);

Findings check_shape(const SourceFile& file);
Findings check_trusted_core(const SourceFiles& files);

// One line for people: how many C++ files there are, their median length and the longest.
std::string describe_lengths(const SourceFiles& files);

}  // namespace evenkeel::tidy
