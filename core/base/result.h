// Errors are values. A function that can fail returns Result<T>; TRY and TRY_ASSIGN pass errors on.
#pragma once

#include "core/base/assert.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace evenkeel {

enum class ErrorCode {
    invalid_input,     // the person can mend what they gave
    not_found,         // nothing here has that name or id
    wrong_passphrase,  // the passphrase does not open the profile
    refused,           // a rule, a right or the other side says no
    damaged,           // stored or received bytes are not what was written
    disk_full,         // the disk took no more; what was saved before is safe
    busy,              // another process holds what we need
    no_network,        // the server could not be reached; everything is kept
    wrong_server,      // something answered that is not the practice's server
    expired,           // an invite or pin is past its time
    unsupported,       // written by a newer version
    internal,          // a bug on our side
};

// Text fixed at compile time: it cannot contain anything a person typed.
struct Literal {
    const char* text;
    consteval Literal(const char* literal) : text(literal) {}  // NOLINT: implicit on purpose
};

// One clear sentence for the person, safe to log: made of literals and counts only.
class Error {
public:
    Error(ErrorCode code, Literal sentence) : code_(code), sentence_(sentence.text) {}

    // Replaces the first "{}" of the sentence by a count (never by text).
    Error with(long long count) && {
        if (const auto place = sentence_.find("{}"); place != std::string::npos) {
            sentence_.replace(place, 2, std::to_string(count));
        }
        return std::move(*this);
    }
    // Replaces the first "{}" by another literal, as a field's or unit's name.
    Error with(Literal name) && {
        if (const auto place = sentence_.find("{}"); place != std::string::npos) {
            sentence_.replace(place, 2, name.text);
        }
        return std::move(*this);
    }

    [[nodiscard]] ErrorCode code() const { return code_; }
    [[nodiscard]] const std::string& sentence() const { return sentence_; }

private:
    ErrorCode code_;
    std::string sentence_;
};

// A value, or the reason there is none. Reading the one that is not there is a bug and asserts.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    [[nodiscard]] T& value() & {
        ASSERT(ok());
        return std::get<0>(state_);
    }
    [[nodiscard]] const T& value() const& {
        ASSERT(ok());
        return std::get<0>(state_);
    }
    [[nodiscard]] T&& value() && {
        ASSERT(ok());
        return std::get<0>(std::move(state_));
    }
    [[nodiscard]] const Error& error() const {
        ASSERT(!ok());
        return std::get<1>(state_);
    }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}  // NOLINT

    [[nodiscard]] bool ok() const { return !error_.has_value(); }
    [[nodiscard]] const Error& error() const {
        ASSERT(!ok());
        return *error_;
    }

private:
    std::optional<Error> error_;
};

}  // namespace evenkeel

#define EVENKEEL_JOIN_(a, b) a##b
#define EVENKEEL_JOIN(a, b) EVENKEEL_JOIN_(a, b)

// Runs an expression of type Result<...> and returns its error from this function, if it has one.
#define TRY(expression)                                         \
    do {                                                        \
        if (auto try_result = (expression); !try_result.ok()) { \
            return try_result.error();                          \
        }                                                       \
    } while (false)

#define EVENKEEL_TRY_ASSIGN(name, declaration, expression) \
    auto name = (expression);                              \
    if (!name.ok()) return name.error();                   \
    declaration = std::move(name).value()

// TRY_ASSIGN(auto page, read_page()): declares `page`, or returns the error.
#define TRY_ASSIGN(declaration, expression) \
    EVENKEEL_TRY_ASSIGN(EVENKEEL_JOIN(try_value_, __LINE__), declaration, expression)
