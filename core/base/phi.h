// Protected health information: what a client typed or felt.
#pragma once

#include <compare>
#include <utility>

namespace evenkeel {

// Wraps a client's words or values so that they cannot be printed, logged or formatted by accident:
// there is no operator<<, no conversion and no formatter. `reveal()` is the one door, and its uses
// (codec, export, screens, the terminal's answer to its own user) are easy to find and review.
template <typename T>
class Phi {
public:
    Phi() = default;
    explicit Phi(T value) : value_(std::move(value)) {}

    [[nodiscard]] const T& reveal() const { return value_; }

    friend auto operator<=>(const Phi&, const Phi&) = default;

private:
    T value_{};
};

}  // namespace evenkeel
