// Tools the client logged in the time of the brief, and that the practice has yet to look at.
#include "app/model/brief_parts.h"
#include "core/store/tools.h"

#include <map>

namespace evenkeel::model {

Result<std::vector<std::string>> tools_due(const BriefSource& source) {
    TRY_ASSIGN(const auto cards, store::read_cards(source.desk.store(), source.desk.record()));
    std::map<std::string, const ToolVerdict*> verdicts;  // by the plain words of the name
    for (const store::KeptCard& kept : cards) {
        const ToolFacts& facts = kept.card.facts;
        verdicts[plain_words(facts.name.reveal())] = &facts.verdict;
    }
    std::map<std::string, std::string> unknown;  // as they were typed
    std::map<std::string, std::string> old;
    for (const insight::DaySummary& day : source.ranges.now) {
        for (const auto& kept : source.desk.entries.day(day.day).uses) {
            if (!kept.entity.tool || !kept.has_shared) continue;
            const std::string& name = kept.entity.tool->reveal();
            const std::string plain = plain_words(name);
            if (plain.empty()) continue;
            const auto found = verdicts.find(plain);
            const bool is_known =
                found != verdicts.end() && found->second->status != ToolStatus::not_reviewed;
            if (!is_known) {
                unknown[plain] = name;
            } else if (is_review_due(*found->second, source.time.today)) {
                old[plain] = name;
            }
        }
    }
    const auto names = [](const std::map<std::string, std::string>& typed) {
        std::vector<std::string> words;
        for (const auto& [plain, name] : typed) words.push_back(name);
        return joined(words);
    };
    std::vector<std::string> lines;
    if (!unknown.empty()) lines.push_back("Logged, and not vetted yet: " + names(unknown) + ".");
    if (!old.empty()) lines.push_back("Logged, and due for another review: " + names(old) + ".");
    return lines;
}

}  // namespace evenkeel::model
