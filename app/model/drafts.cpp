#include "app/model/drafts.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace evenkeel::model {

namespace {

using Of = DraftKey::Of;

const std::string prefix = "journal ";

struct Kind {
    Of of;
    std::string_view name;
};
constexpr std::array<Kind, 7> kinds = {
    Kind{Of::new_page, "new"},  {Of::page, "page"}, {Of::prompt, "prompt"}, {Of::reply, "reply"},
    {Of::new_note, "new-note"}, {Of::note, "note"}, {Of::review, "review"}};

std::string name_of(const DraftKey& key) {
    std::string name = prefix;
    for (const Kind& kind : kinds) {
        if (kind.of == key.of) name += kind.name;
    }
    return name + " " + to_hex(key.about);
}

std::optional<DraftKey> key_of(std::string_view name) {
    name.remove_prefix(prefix.size());
    const auto blank = name.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    const auto about = from_hex(name.substr(blank + 1));
    const auto id = about ? EntityId::from(*about) : std::nullopt;
    for (const Kind& kind : kinds) {
        if (id && kind.name == name.substr(0, blank)) return DraftKey{kind.of, *id};
    }
    return std::nullopt;
}

// One line for when it was saved, one for the question, then the text as it is.
std::string packed(Instant saved, std::string title, const std::string& text) {
    std::ranges::replace(title, '\n', ' ');
    return std::to_string(saved.ms) + "\n" + title + "\n" + text;
}

std::optional<DraftLine> unpacked(const DraftKey& key, std::string_view kept, const Moment& now) {
    const auto first = kept.find('\n');
    const auto second = first == kept.npos ? kept.npos : kept.find('\n', first + 1);
    if (second == kept.npos) return std::nullopt;
    Instant saved;
    const auto [end, failure] = std::from_chars(kept.data(), kept.data() + first, saved.ms);
    if (failure != std::errc{} || end != kept.data() + first) return std::nullopt;
    return DraftLine{.key = key,
                     .title = std::string(kept.substr(first + 1, second - first - 1)),
                     .text = std::string(kept.substr(second + 1)),
                     .saved = relative_moment(saved, now)};
}

}  // namespace

Result<void> keep_draft(store::Store& store, const DraftKey& key, const std::string& title,
                        const std::string& text) {
    if (text.empty()) return forget_draft(store, key);
    return store.save_draft(name_of(key), packed(store.context().clock.now(), title, text));
}

Result<void> forget_draft(store::Store& store, const DraftKey& key) {
    return store.save_draft(name_of(key), "");
}

Result<std::vector<DraftLine>> read_drafts(store::Store& store, const Moment& now) {
    TRY_ASSIGN(const auto saved, store.drafts(prefix));
    std::vector<DraftLine> lines;
    for (const store::SavedDraft& draft : saved) {
        const auto key = key_of(draft.name);
        auto line = key ? unpacked(*key, draft.text, now) : std::nullopt;
        if (line) lines.push_back(*std::move(line));
    }
    return lines;
}

}  // namespace evenkeel::model
