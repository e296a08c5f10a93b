#include "core/report/json_walk.h"

#include <limits>

namespace evenkeel::report {

Result<void> JsonWalk::walk(std::string_view text, const Error& invalid_json) {
    path_.clear();
    arrays_.clear();
    error_.reset();
    nlohmann::json_sax<nlohmann::json>* events = this;
    if (nlohmann::json::sax_parse(text.begin(), text.end(), events)) return {};
    return error_ ? *error_ : invalid_json;
}

bool JsonWalk::accept(const Result<void>& result) {
    if (!result.ok()) error_ = result.error();
    return result.ok();
}

bool JsonWalk::take(const JsonScalar& scalar) {
    if (!in_array()) return accept(value(path_, scalar));
    path_.emplace_back();
    const bool taken = accept(value(path_, scalar));
    path_.pop_back();
    return taken;
}

bool JsonWalk::number_unsigned(std::uint64_t number) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (number > most) return take(static_cast<double>(number));
    return take(static_cast<std::int64_t>(number));
}

// A container in an array has the empty key, as every element has; one in an object has its key.
bool JsonWalk::open() {
    if (arrays_.size() >= json_depth_max) {
        error_ = Error(ErrorCode::invalid_input, "The file nests deeper than {} levels.")
                     .with(json_depth_max);
        return false;
    }
    if (in_array()) path_.emplace_back();
    return true;
}

bool JsonWalk::start_object(std::size_t) {
    if (!open()) return false;
    arrays_.push_back(false);
    if (!accept(opened(path_))) return false;
    path_.emplace_back();  // the place of the keys to come
    return true;
}

bool JsonWalk::key(std::string& name) {
    path_.back() = std::move(name);
    return true;
}

bool JsonWalk::end_object() {
    path_.pop_back();
    arrays_.pop_back();
    const bool going_on = accept(closed(path_));
    if (in_array()) path_.pop_back();
    return going_on;
}

bool JsonWalk::start_array(std::size_t) {
    if (!open()) return false;
    arrays_.push_back(true);
    return true;
}

bool JsonWalk::end_array() {
    arrays_.pop_back();
    if (in_array()) path_.pop_back();
    return true;
}

std::optional<std::int64_t> whole_number(const JsonScalar& scalar) {
    const auto* number = std::get_if<std::int64_t>(&scalar);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

std::optional<double> any_number(const JsonScalar& scalar) {
    if (const auto whole = whole_number(scalar)) return static_cast<double>(*whole);
    const auto* number = std::get_if<double>(&scalar);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

std::optional<std::string_view> words(const JsonScalar& scalar) {
    const auto* text = std::get_if<std::string_view>(&scalar);
    return text == nullptr ? std::nullopt : std::optional(*text);
}

}  // namespace evenkeel::report
