// For programs whose only answer to an error is to stop and say it.
#pragma once

#include "core/base/result.h"

#include <stdexcept>
#include <string>

namespace evenkeel::test {

[[noreturn]] inline void stop_with(const std::string& sentence) {
    throw std::runtime_error(sentence);
}

// `doing` says what was attempted.
template <typename T>
T must(const std::string& doing, Result<T> result) {
    if (!result.ok()) stop_with(doing + ": " + result.error().sentence());
    return std::move(result).value();
}

inline void must(const std::string& doing, const Result<void>& result) {
    if (!result.ok()) stop_with(doing + ": " + result.error().sentence());
}

inline void require(bool condition, const std::string& sentence) {
    if (!condition) stop_with(sentence);
}

}  // namespace evenkeel::test
