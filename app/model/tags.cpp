#include "app/model/tags.h"

#include "app/model/phrases.h"
#include "core/base/limits.h"
#include "core/domain/text.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr std::int32_t days_before = 28;
// More chips than this are read, not tapped.
constexpr std::size_t offered_max = 12;

void add_once(std::vector<std::string>& tags, const std::string& tag) {
    if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(tag);
}

std::map<std::string, std::size_t> counted_before(const EntryCache& entries, Day shown) {
    std::map<std::string, std::size_t> counts;
    for (std::int32_t back = 1; back <= days_before; ++back) {
        for (const Kept<MoodEntry>& kept : entries.day(shown + -back).moods) {
            for (const PhiText& tag : kept.entity.tags) ++counts[tag.reveal()];
        }
    }
    return counts;
}

std::string trimmed(const std::string& text) {
    constexpr const char* blanks = " \t\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::vector<std::string> words_of(const std::vector<PhiText>& tags) {
    std::vector<std::string> words;
    for (const PhiText& tag : tags) words.push_back(tag.reveal());
    return words;
}

std::vector<std::string> offered_tags(const EntryCache& entries, Day shown) {
    const auto counts = counted_before(entries, shown);
    std::vector<std::string> offered;
    for (const auto& [tag, count] : counts) offered.push_back(tag);
    std::ranges::stable_sort(offered, std::greater<>(),
                             [&](const std::string& tag) { return counts.at(tag); });
    offered.resize(std::min(offered.size(), offered_max));
    if (const Kept<MoodEntry>* check_in = entries.check_in(shown)) {
        for (const PhiText& tag : check_in->entity.tags) add_once(offered, tag.reveal());
    }
    std::ranges::sort(offered);
    return offered;
}

std::string beside_the_mood(const DayEntries& day) {
    std::vector<const MoodEntry*> moments;
    std::string tags;
    for (const Kept<MoodEntry>& kept : day.moods) {
        const MoodEntry& entry = kept.entity;
        if (entry.mode == MoodMode::momentary && entry.mood) moments.push_back(&entry);
        for (const PhiText& tag : entry.tags) tags += (tags.empty() ? "" : ", ") + tag.reveal();
    }
    std::ranges::sort(moments, {}, [](const MoodEntry* entry) { return entry->when.instant; });
    std::string text;
    for (const MoodEntry* entry : moments) {
        text += (text.empty() ? "" : ", ") + clock_words(entry->when.instant, entry->when.zone) +
                " " + std::to_string(entry->mood->reveal());
    }
    if (!text.empty() && !tags.empty()) text += " · ";
    return text + tags;
}

Result<std::string> read_tag(const std::string& typed, const std::vector<std::string>& known) {
    std::string tag = trimmed(typed);
    if (tag.empty()) return Error(ErrorCode::invalid_input, "The tag is empty; type a word first.");
    if (tag.find(',') != std::string::npos) {
        return Error(ErrorCode::invalid_input, "One tag at a time, without a comma.");
    }
    TRY(check_text(tag, "A tag", limits::tag_characters_max));
    const auto same = std::ranges::find(known, plain_words(tag),
                                        [](const std::string& one) { return plain_words(one); });
    return same == known.end() ? tag : *same;
}

}  // namespace evenkeel::model
