#include "app/model/use_rules.h"

#include "core/base/characters.h"
#include "core/codec/byte_cursor.h"
#include "core/domain/text.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

using report::ImportRule;
using report::ImportTarget;

constexpr const char* value_name = "use rules";
constexpr Byte layout_version = 1;
constexpr std::size_t pattern_bytes_max = 100;  // as in a file of rules

constexpr const char* shipped_text =
#include "assets/import_rules.inc"
    ;

Error unreadable() {
    return {ErrorCode::damaged, "Your rules for programs and sites cannot be read."};
}

Result<void> keep(store::Store& store, const std::vector<ImportRule>& rules) {
    codec::ByteWriter writer;
    writer.byte(layout_version);
    writer.varint(rules.size());
    for (const ImportRule& rule : rules) {
        writer.byte(static_cast<Byte>(rule.target));
        writer.bytes(as_bytes(rule.pattern));
    }
    return store.set_value(value_name, std::move(writer).finish());
}

}  // namespace

const report::ImportRules& shipped_rules() {
    // A test reads the file, so it cannot fail here.
    static const report::ImportRules rules = report::parse_import_rules(shipped_text).value();
    return rules;
}

Result<std::vector<ImportRule>> own_rules(store::Store& store) {
    TRY_ASSIGN(const auto kept, store.value(value_name));
    std::vector<ImportRule> rules;
    if (!kept) return rules;
    codec::ByteReader reader(*kept);
    if (reader.byte() != layout_version) return unreadable();
    for (auto left = reader.count(2); left > 0; --left) {
        const Byte target = reader.byte();
        if (target > static_cast<Byte>(ImportTarget::ignore)) reader.fail();
        rules.push_back({to_string(reader.bytes()), static_cast<ImportTarget>(target)});
    }
    if (!reader.ok() || !reader.at_end()) return unreadable();
    return rules;
}

Result<void> add_own_rule(store::Store& store, const ImportRule& rule) {
    const std::string pattern = plain_words(rule.pattern);
    const bool is_line = !pattern.empty() && pattern.size() <= pattern_bytes_max &&
                         display_text(pattern, pattern_bytes_max) == pattern;
    if (!is_line) {
        return Error(ErrorCode::invalid_input,
                     "A rule needs a part of a program's or site's name, on one line of at most "
                     "{} letters.")
            .with(pattern_bytes_max);
    }
    TRY_ASSIGN(auto rules, own_rules(store));
    std::erase_if(rules, [&](const ImportRule& other) { return other.pattern == pattern; });
    if (rules.size() >= own_rules_max) {
        return Error(ErrorCode::invalid_input, "There are {} rules of your own; remove one first.")
            .with(own_rules_max);
    }
    rules.insert(rules.begin(), {pattern, rule.target});
    return keep(store, rules);
}

Result<void> remove_own_rule(store::Store& store, const std::string& pattern) {
    TRY_ASSIGN(auto rules, own_rules(store));
    std::erase_if(rules, [&](const ImportRule& rule) { return rule.pattern == pattern; });
    return keep(store, rules);
}

Result<report::ImportRules> use_rules(store::Store& store) {
    TRY_ASSIGN(auto own, own_rules(store));
    report::ImportRules rules = shipped_rules();
    rules.rules.insert(rules.rules.begin(), own.begin(), own.end());
    return rules;
}

}  // namespace evenkeel::model
