// Walks a JSON document of any size without building a tree of it, and without recursion. For the
// .cpp files here only.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace evenkeel::report {

constexpr std::size_t json_depth_max = 32;

// null, true or false, a number, a string.
using JsonScalar = std::variant<std::monostate, bool, std::int64_t, double, std::string_view>;

// Derive, and override what is of interest. A path names the keys from the root to the value;
// elements of an array have the empty key.
class JsonWalk : public nlohmann::json_sax<nlohmann::json> {
public:
    using Path = std::vector<std::string>;

    // Walks the whole text, or stops at the first error; `invalid_json` is the sentence for text
    // that is no JSON.
    Result<void> walk(std::string_view text, const Error& invalid_json);

protected:
    virtual Result<void> value(const Path& path, const JsonScalar& scalar) = 0;
    virtual Result<void> opened(const Path&) { return {}; }  // an object begins
    virtual Result<void> closed(const Path&) { return {}; }  // an object ends

private:
    bool take(const JsonScalar& scalar);
    bool open();
    bool accept(const Result<void>& result);
    // True where the container that holds the next value is an array.
    [[nodiscard]] bool in_array() const { return !arrays_.empty() && arrays_.back(); }

    bool null() override { return take(std::monostate()); }
    bool boolean(bool flag) override { return take(flag); }
    bool number_integer(std::int64_t number) override { return take(number); }
    bool number_unsigned(std::uint64_t number) override;
    bool number_float(double number, const std::string&) override { return take(number); }
    bool string(std::string& text) override { return take(std::string_view(text)); }
    bool binary(nlohmann::json::binary_t&) override { return false; }
    bool start_object(std::size_t) override;
    bool key(std::string& name) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

    Path path_;
    std::vector<bool> arrays_;  // one per open container
    std::optional<Error> error_;
};

// A whole number or text of the kind expected; nothing otherwise.
std::optional<std::int64_t> whole_number(const JsonScalar& scalar);
std::optional<double> any_number(const JsonScalar& scalar);
std::optional<std::string_view> words(const JsonScalar& scalar);

}  // namespace evenkeel::report
