#include "app/model/proposal_draft.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace evenkeel::model {

namespace {

constexpr std::string_view heading = "evenkeel proposal 1";
constexpr std::string_view boundary_name = "boundary";

std::string prefix_of(VaultId record) { return "proposal " + to_hex(record) + " "; }
std::string draft_name(VaultId record, const std::optional<EntityId>& boundary) {
    return prefix_of(record) + (boundary ? to_hex(*boundary) : "new");
}

// One value is one line.
std::string escaped(std::string_view text) {
    std::string line;
    for (const char character : text) {
        if (character == '\\') {
            line += "\\\\";
        } else if (character == '\n') {
            line += "\\n";
        } else {
            line += character;
        }
    }
    return line;
}

std::string unescaped(std::string_view line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool is_escape = line[i] == '\\' && i + 1 < line.size();
        if (!is_escape) {
            text += line[i];
            continue;
        }
        ++i;
        text += line[i] == 'n' ? '\n' : line[i];
    }
    return text;
}

class Writer {
public:
    void field(std::string_view name, const std::string& text) {
        lines_ += std::string(name) + " " + escaped(text) + "\n";
    }
    void field(std::string_view name, std::uint32_t number) { field(name, std::to_string(number)); }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void field(std::string_view name, Enum value) {
        field(name, static_cast<std::uint32_t>(value));
    }
    void field(std::string_view name, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) field(name, text);
    }
    void field(std::string_view name, const std::vector<UseGroup>& groups) {
        for (const UseGroup group : groups) field(name, group);
    }
    [[nodiscard]] std::string take() { return std::move(lines_); }

private:
    std::string lines_ = std::string(heading) + "\n";
};

class Reader {
public:
    explicit Reader(std::string_view text) {
        while (!text.empty()) {
            const std::string_view line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(text.size(), line.size() + 1));
            const std::size_t space = line.find(' ');
            if (space == std::string_view::npos) continue;
            lines_[std::string(line.substr(0, space))].push_back(unescaped(line.substr(space + 1)));
        }
    }
    void field(std::string_view name, std::string& text) const {
        if (const auto* all = find(name)) text = all->back();
    }
    void field(std::string_view name, std::uint32_t& number) const {
        if (const auto* all = find(name)) number = number_in(all->back()).value_or(number);
    }
    // The last of an enumeration is not known here: what does not belong is refused by terms_of.
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void field(std::string_view name, Enum& value) const {
        std::uint32_t number = static_cast<std::uint32_t>(value);
        field(name, number);
        value = static_cast<Enum>(number);
    }
    void field(std::string_view name, std::vector<std::string>& texts) const {
        const auto* all = find(name);
        texts = all != nullptr ? *all : std::vector<std::string>();
    }
    void field(std::string_view name, std::vector<UseGroup>& groups) const {
        groups.clear();
        const auto* all = find(name);
        if (all == nullptr) return;
        for (const std::string& word : *all) {
            const auto number = number_in(word);
            if (!number || *number < 1 || *number > use_group_count) continue;
            groups.push_back(static_cast<UseGroup>(*number));
        }
    }

private:
    [[nodiscard]] const std::vector<std::string>* find(std::string_view name) const {
        const auto found = lines_.find(std::string(name));
        return found == lines_.end() ? nullptr : &found->second;
    }
    static std::optional<std::uint32_t> number_in(const std::string& word) {
        std::uint32_t number = 0;
        const char* const end = word.data() + word.size();
        const auto read = std::from_chars(word.data(), end, number);
        const bool is_number = read.ec == std::errc{} && read.ptr == end;
        return is_number ? std::optional(number) : std::nullopt;
    }

    std::map<std::string, std::vector<std::string>> lines_;
};

// Names each field once, for writing and for reading.
void fields(auto& lines, auto& form) {
    lines.field("kind", form.kind);
    lines.field("group", form.groups);
    lines.field("minutes", form.minutes_max);
    lines.field("week_minutes", form.week_minutes_max);
    lines.field("grace", form.grace_minutes);
    lines.field("from", form.from_minute);
    lines.field("to", form.to_minute);
    lines.field("times", form.times_max);
    lines.field("break", form.break_minutes);
    const auto choice = [&lines](const std::string& name, auto& words) {
        lines.field(name, words.chosen);
        lines.field(name + "_agreed", words.agreed);
        lines.field(name + "_typed", words.typed);
    };
    choice("purpose", form.purposes);
    lines.field("statement", form.statement);
    lines.field("situation", form.situation);
    lines.field("cue", form.cue);
    lines.field("action", form.action);
    lines.field("channel", form.channel);
    choice("contact_for", form.contact_for);
    choice("contact_not_for", form.contact_not_for);
    lines.field("reply_hours", form.reply_within_hours);
    lines.field("weekdays", form.weekdays);
    lines.field("evidence", form.evidence);
    lines.field("reason", form.reason);
    lines.field("question", form.question);
    lines.field("study", form.study_question);
    lines.field("review_weeks", form.review_weeks);
}

}  // namespace

std::string print_proposal(const ProposalDraft& draft) {
    Writer lines;
    if (draft.boundary) lines.field(boundary_name, to_hex(*draft.boundary));
    fields(lines, draft.form);
    return lines.take();
}

std::optional<ProposalDraft> parse_proposal(std::string_view text) {
    if (!text.starts_with(heading)) return std::nullopt;
    const Reader lines(text);
    ProposalDraft draft;
    std::string boundary;
    lines.field(boundary_name, boundary);
    if (!boundary.empty()) {
        const auto bytes = from_hex(boundary);
        draft.boundary = bytes ? EntityId::from(*bytes) : std::nullopt;
        if (!draft.boundary) return std::nullopt;
    }
    fields(lines, draft.form);
    const bool is_known = draft.form.kind <= FormKind::attested;
    return is_known ? std::optional(std::move(draft)) : std::nullopt;
}

Result<void> keep_proposal(store::Store& store, VaultId record, const ProposalDraft& draft) {
    return store.save_draft(draft_name(record, draft.boundary), print_proposal(draft));
}

Result<void> forget_proposal(store::Store& store, VaultId record,
                             const std::optional<EntityId>& boundary) {
    return store.save_draft(draft_name(record, boundary), "");
}

Result<std::vector<ProposalDraft>> read_proposals(store::Store& store, VaultId record) {
    TRY_ASSIGN(const auto saved, store.drafts(prefix_of(record)));
    std::vector<ProposalDraft> drafts;
    for (const store::SavedDraft& one : saved) {
        if (auto draft = parse_proposal(one.text)) drafts.push_back(*std::move(draft));
    }
    return drafts;
}

}  // namespace evenkeel::model
