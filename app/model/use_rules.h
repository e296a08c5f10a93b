// Which programs and sites count as what, for this person: the rules that come with the program,
// after those they made themselves. Theirs are kept on the one device, in its store, and never
// sent.
#pragma once

#include "core/report/import_rules.h"
#include "core/store/store.h"

namespace evenkeel::model {

constexpr std::size_t own_rules_max = 200;  // as many as a person can look through

// The rules that come with the program.
const report::ImportRules& shipped_rules();

Result<std::vector<report::ImportRule>> own_rules(store::Store& store);
// The newest stands first, and so decides. A second rule for a pattern takes the first one's place.
// Refuses a pattern that is empty, longer than 100 bytes or more than one line.
Result<void> add_own_rule(store::Store& store, const report::ImportRule& rule);
Result<void> remove_own_rule(store::Store& store, const std::string& pattern);

// Both, the person's own first.
Result<report::ImportRules> use_rules(store::Store& store);

}  // namespace evenkeel::model
