// Which programs and sites belong to which group of use. A file of plain patterns, no expressions.
#pragma once

#include "core/domain/use.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::report {

enum class ImportTarget { internet, social, ai, duty, ignore };

struct ImportRule {
    std::string pattern;  // lower case; found anywhere in the text, without regard to case
    ImportTarget target = ImportTarget::ignore;
};

// The first rule that matches decides. assets/import_rules.json has the ones we ship.
struct ImportRules {
    std::vector<std::string> browsers;  // patterns of program names whose windows show websites
    std::vector<ImportRule> rules;
};

// `{"browsers": ["firefox"], "rules": [{"pattern": "reddit.com", "group": "social"}]}`, where the
// group is internet, social, ai, duty (work or study) or ignore. At most 2,000 patterns of 1..100
// characters.
[[nodiscard]] Result<ImportRules> parse_import_rules(std::string_view json);

// The rule for a program's window; nothing if none matches.
std::optional<ImportTarget> classify_window(const ImportRules& rules, std::string_view app,
                                            std::string_view title);
// The rule for a website, by its host first, then by its title; nothing if none matches.
std::optional<ImportTarget> classify_site(const ImportRules& rules, std::string_view url,
                                          std::string_view title);
bool is_browser(const ImportRules& rules, std::string_view app);

// The host of a URL in lower case, without user, port and path; empty if there is none.
std::string host_of(std::string_view url);

}  // namespace evenkeel::report
