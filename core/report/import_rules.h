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
    std::string pattern;  // lower case; matches without regard to case
    ImportTarget target = ImportTarget::ignore;
};

// A pattern with a dot, as "x.com", matches whole names only: "x.com" and "mobile.x.com", never
// "netflix.com". Any other matches anywhere. The first rule that matches decides.
// assets/import_rules.json has the ones we ship.
struct ImportRules {
    std::vector<std::string> browsers;  // patterns of program names whose windows show websites
    std::vector<ImportRule> rules;
};

// `{"browsers": ["firefox"], "rules": [{"pattern": "reddit.com", "group": "social"}]}`, where the
// group is internet, social, ai, duty (work or study) or ignore. At most 2,000 patterns of 1..100
// characters.
[[nodiscard]] Result<ImportRules> parse_import_rules(std::string_view json);

// The rule for a program's window, by the program; a browser's window by its title, since every
// site is the same program. Nothing if none matches.
std::optional<ImportTarget> classify_window(const ImportRules& rules, std::string_view app,
                                            std::string_view title);
// The rule for a website by its host, which says more than any title. Nothing if none matches.
std::optional<ImportTarget> classify_site(const ImportRules& rules, std::string_view url);

// The browser a program, or a watcher of one, belongs to: its place in `browsers`.
std::optional<std::size_t> browser_of(const ImportRules& rules, std::string_view app);

// The host of a URL in lower case, without user, port and path; empty if there is none.
std::string host_of(std::string_view url);

}  // namespace evenkeel::report
