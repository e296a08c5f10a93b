#include "core/report/activitywatch_live.h"

#include <nlohmann/json.hpp>

namespace evenkeel::report {

namespace {

constexpr std::size_t buckets_max = 100;

Error not_activitywatch() {
    return {ErrorCode::wrong_server, "What answers there is not ActivityWatch."};
}

// Names of watchers may hold spaces and letters of any script.
std::string in_path(std::string_view name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string path;
    for (const char letter : name) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
        const auto byte = static_cast<unsigned char>(letter);
        if (plain) {
            path += letter;
        } else {
            path += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return path;
}

std::string text_of(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_watched(const std::string& type) {
    return type == "currentwindow" || type == "web.tab.current" || type == "afkstatus";
}

}  // namespace

Result<std::vector<WatchBucket>> read_watch_buckets(std::string_view json) {
    const auto answer = nlohmann::json::parse(json, nullptr, false);
    if (!answer.is_object()) return not_activitywatch();
    std::vector<WatchBucket> buckets;
    for (const auto& [id, facts] : answer.items()) {
        if (!facts.is_object()) return not_activitywatch();
        const std::string type = text_of(facts, "type");
        if (is_watched(type)) buckets.push_back({id, type, text_of(facts, "hostname")});
    }
    if (buckets.size() > buckets_max) {
        return Error(ErrorCode::invalid_input, "ActivityWatch has more than {} buckets.")
            .with(static_cast<long long>(buckets_max));
    }
    return buckets;
}

std::string events_path(const WatchBucket& bucket, const TimeSpan& span) {
    return buckets_path + in_path(bucket.id) + "/events?start=" + print_rfc3339(span.start) +
           "&end=" + print_rfc3339(span.end);
}

Result<std::string> watch_export(const std::vector<WatchBucket>& buckets,
                                 const std::vector<std::string>& events) {
    ASSERT(buckets.size() == events.size());
    std::string text;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const bool is_list = events[i].starts_with('[') && nlohmann::json::accept(events[i]);
        if (!is_list) return not_activitywatch();
        const auto quoted = [](const std::string& word) { return nlohmann::json(word).dump(); };
        text += (text.empty() ? "" : ",") + quoted(buckets[i].id) +
                ":{\"type\":" + quoted(buckets[i].type) +
                ",\"hostname\":" + quoted(buckets[i].host) + ",\"events\":" + events[i] + "}";
    }
    return "{\"buckets\":{" + text + "}}";
}

}  // namespace evenkeel::report
