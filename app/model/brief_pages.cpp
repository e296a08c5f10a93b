// The words of the brief: pages that were shared, those to be brought to the session first.
#include "app/model/brief_parts.h"
#include "app/model/replies.h"
#include "core/base/characters.h"
#include "core/codec/entity.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// At most so many characters, and whether that is all of it.
std::pair<std::string, bool> beginning_of(const std::string& text) {
    const std::string_view beginning = first_characters(text, brief_page_characters_max);
    if (beginning.size() == text.size()) return {text, false};
    return {std::string(beginning) + "…", true};
}

std::string sentence_of(const std::vector<BriefPage>& pages, std::size_t shared) {
    if (shared == 0) return "No page was shared in this time.";
    const std::size_t others = shared - pages.size();
    if (others == 0) return "";
    return count_of(others, "other page was", "other pages were") +
           " shared; none waits for a reply.";
}

bool is_of_the_time(const JournalPage& page, const BriefTime& time) {
    return time.since ? page.when.instant >= *time.since && page.when.day >= time.first
                      : page.when.day >= time.first;
}

}  // namespace

Result<BriefPages> brief_pages(const BriefSource& source) {
    RecordDesk& desk = source.desk;
    TRY_ASSIGN(const auto feedback, read_feedback(desk.store(), desk.record()));
    TRY_ASSIGN(const auto rows,
               desk.store().list({.record = desk.record(), .kind = EntityKind::journal_page}));
    BriefPages result;
    std::size_t shared = 0;
    for (const store::EntityRow& row : rows) {
        const auto read = codec::decode_journal_page(row.fragment);
        if (!read.ok() || !row.has_shared || row.has_private) continue;
        const JournalPage& page = read.value();
        if (!page.text || page.text->reveal().empty()) continue;  // taken back: no words are left
        const auto said = feedback.find(row.id);
        const bool waits = said == feedback.end() || !is_settled(said->second);
        if (waits) {
            ++result.waiting;
            result.oldest_waiting =
                std::min(result.oldest_waiting.value_or(page.when.day), page.when.day);
        }
        if (!is_of_the_time(page, source.time)) continue;
        ++shared;
        const bool brought = page.bring_to_session.value_or(false);
        if (!brought && !waits) continue;
        auto [text, shortened] = beginning_of(page.text->reveal());
        result.pages.push_back({.id = row.id,
                                .day = short_date(page.when.day),
                                .title = page.title ? page.title->reveal() : "",
                                .text = std::move(text),
                                .shortened = shortened,
                                .brought = brought,
                                .waits = waits});
    }
    std::ranges::stable_partition(result.pages, &BriefPage::brought);
    result.sentence = sentence_of(result.pages, shared);
    return result;
}

}  // namespace evenkeel::model
