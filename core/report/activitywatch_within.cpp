#include "core/report/activitywatch_within.h"

#include <nlohmann/json.hpp>

namespace evenkeel::report {

namespace {

constexpr double seconds_max = 7.0 * 24 * 3600;  // as in an export

// False where it lies outside.
Result<bool> cut(nlohmann::json& event, const TimeSpan& span) {
    const auto start = event.find("timestamp");
    const auto length = event.find("duration");
    const bool has_time =
        start != event.end() && start->is_string() && length != event.end() && length->is_number();
    if (!has_time)
        return Error(ErrorCode::wrong_server, "What answers there is not ActivityWatch.");
    const double seconds = length->get<double>();
    if (!(seconds >= 0 && seconds <= seconds_max)) return false;
    TRY_ASSIGN(const Instant from, parse_rfc3339(start->get<std::string>()));
    const TimeSpan whole{from, from + static_cast<std::int64_t>(seconds * ms_per_second)};
    const TimeSpan part = intersection(whole, span);
    if (part.start == part.end) return false;
    if (part == whole) return true;
    *start = print_rfc3339(part.start);
    *length = static_cast<double>(length_ms(part)) / ms_per_second;
    return true;
}

}  // namespace

Result<std::string> events_within(std::string_view answer, const TimeSpan& span) {
    auto events = nlohmann::json::parse(answer, nullptr, false);
    if (!events.is_array()) {
        return Error(ErrorCode::wrong_server, "What answers there is not ActivityWatch.");
    }
    auto kept = nlohmann::json::array();
    for (auto& event : events) {
        if (!event.is_object()) event = nlohmann::json::object();
        TRY_ASSIGN(const bool is_within, cut(event, span));
        if (is_within) kept.push_back(std::move(event));
    }
    return kept.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace evenkeel::report
