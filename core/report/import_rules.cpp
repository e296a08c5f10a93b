#include "core/report/import_rules.h"

#include "core/report/json_walk.h"

namespace evenkeel::report {

namespace {

constexpr std::size_t patterns_max = 2'000;
constexpr std::size_t pattern_bytes_max = 100;

// ASCII only: hosts have no other letters, and a program's other letters match as they are.
char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string lower(std::string_view text) {
    std::string lowered(text);
    for (auto& letter : lowered) letter = lower(letter);
    return lowered;
}

std::optional<ImportTarget> target_named(std::string_view name) {
    if (name == "internet") return ImportTarget::internet;
    if (name == "social") return ImportTarget::social;
    if (name == "ai") return ImportTarget::ai;
    if (name == "duty") return ImportTarget::duty;
    if (name == "ignore") return ImportTarget::ignore;
    return std::nullopt;
}

class RulesWalk : public JsonWalk {
public:
    ImportRules rules;

private:
    struct Parts {
        std::optional<std::string> pattern;
        std::optional<ImportTarget> target;
    };
    static bool is_rule(const Path& path) {
        return path.size() == 2 && path[0] == "rules" && path[1].empty();
    }
    static Error bad_pattern() {
        return {ErrorCode::invalid_input, "A pattern must have 1 to 100 characters."};
    }

    Result<std::string> pattern_from(const JsonScalar& scalar) {
        const auto text = words(scalar);
        if (!text || text->empty() || text->size() > pattern_bytes_max) return bad_pattern();
        if (rules.browsers.size() + rules.rules.size() >= patterns_max) {
            return Error(ErrorCode::invalid_input, "There are more than {} patterns.")
                .with(patterns_max);
        }
        return lower(*text);
    }

    Result<void> value(const Path& path, const JsonScalar& scalar) override {
        if (path.size() == 2 && path[0] == "browsers" && path[1].empty()) {
            TRY_ASSIGN(auto pattern, pattern_from(scalar));
            rules.browsers.push_back(std::move(pattern));
        } else if (path.size() == 3 && path[0] == "rules" && path[2] == "pattern") {
            TRY_ASSIGN(parts_.pattern, pattern_from(scalar));
        } else if (path.size() == 3 && path[0] == "rules" && path[2] == "group") {
            parts_.target = target_named(words(scalar).value_or(""));
        }
        return {};
    }

    Result<void> opened(const Path& path) override {
        if (is_rule(path)) parts_ = {};
        return {};
    }

    Result<void> closed(const Path& path) override {
        if (!is_rule(path)) return {};
        if (!parts_.pattern || !parts_.target) {
            return Error(ErrorCode::invalid_input,
                         "Rule {} needs a pattern, and as its group internet, social, ai, duty or "
                         "ignore.")
                .with(static_cast<long long>(rules.rules.size() + 1));
        }
        rules.rules.push_back({*parts_.pattern, *parts_.target});
        return {};
    }

    Parts parts_;
};

bool is_name_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
}

// Both are in lower case.
bool matches(std::string_view text, std::string_view pattern) {
    const bool whole = pattern.find('.') != std::string_view::npos;
    for (auto at = text.find(pattern); at != std::string_view::npos;
         at = text.find(pattern, at + 1)) {
        const auto end = at + pattern.size();
        const bool begins = at == 0 || !is_name_letter(text[at - 1]);
        const bool ends = end == text.size() || !is_name_letter(text[end]);
        if (!whole || (begins && ends)) return true;
    }
    return false;
}

std::optional<ImportTarget> first_match(const ImportRules& rules, std::string_view lowered) {
    for (const auto& rule : rules.rules) {
        if (matches(lowered, rule.pattern)) return rule.target;
    }
    return std::nullopt;
}

}  // namespace

Result<ImportRules> parse_import_rules(std::string_view json) {
    RulesWalk walk;
    TRY(walk.walk(json, Error(ErrorCode::invalid_input, "The file of rules is no JSON.")));
    return std::move(walk.rules);
}

std::optional<ImportTarget> classify_window(const ImportRules& rules, std::string_view app,
                                            std::string_view title) {
    return first_match(rules, lower(browser_of(rules, app) ? title : app));
}

std::optional<ImportTarget> classify_site(const ImportRules& rules, std::string_view url) {
    return first_match(rules, host_of(url));
}

std::optional<std::size_t> browser_of(const ImportRules& rules, std::string_view app) {
    const auto lowered = lower(app);
    for (std::size_t i = 0; i < rules.browsers.size(); ++i) {
        if (matches(lowered, rules.browsers[i])) return i;
    }
    return std::nullopt;
}

std::string host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    auto host = url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#\\"));
    if (const auto user = host.rfind('@'); user != std::string_view::npos) {
        host.remove_prefix(user + 1);
    }
    return lower(host.substr(0, host.find(':')));
}

}  // namespace evenkeel::report
