#include "app/model/proposal_draft.h"

#include "core/codec/byte_cursor.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr Byte layout_version = 1;
constexpr std::size_t id_bytes = sizeof(EntityId);

std::string value_name(VaultId record) { return "proposals " + to_hex(record); }

struct Writer {
    codec::ByteWriter bytes;

    void field(std::uint32_t number) { bytes.varint(number); }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void field(Enum value) { field(static_cast<std::uint32_t>(value)); }
    void field(const std::string& text) { bytes.bytes(as_bytes(text)); }
    template <typename Item>
    void field(const std::vector<Item>& items) {
        bytes.varint(items.size());
        for (const Item& item : items) field(item);
    }
};

struct Reader {
    codec::ByteReader bytes;

    void field(std::uint32_t& number) { number = bytes.small(); }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void field(Enum& value) { value = static_cast<Enum>(bytes.small()); }
    void field(std::string& text) { text = to_string(bytes.bytes()); }
    template <typename Item>
    void field(std::vector<Item>& items) {
        items.resize(bytes.count(1));
        for (Item& item : items) field(item);
    }
};

// Names each field once, for writing and for reading.
void fields(auto& cursor, auto& form) {
    const auto all = [&cursor](auto&... field) { (cursor.field(field), ...); };
    const auto choice = [&all](auto& words) { all(words.chosen, words.agreed, words.typed); };
    all(form.kind, form.groups, form.minutes_max, form.week_minutes_max, form.grace_minutes,
        form.from_minute, form.to_minute, form.times_max, form.break_minutes);
    choice(form.purposes);
    all(form.statement, form.situation, form.cue, form.action, form.channel);
    choice(form.contact_for);
    choice(form.contact_not_for);
    all(form.reply_within_hours, form.weekdays, form.evidence, form.reason, form.question,
        form.study_question, form.review_weeks);
}

bool is_known(const BoundaryForm& form) {
    const bool has_groups = std::ranges::all_of(form.groups, [](UseGroup group) {
        return group >= UseGroup::internet && group <= UseGroup::ai;
    });
    return has_groups && form.kind >= FormKind::limit_per_day && form.kind <= FormKind::attested &&
           (form.evidence == Evidence::log || form.evidence == Evidence::answer);
}

Result<void> keep(store::Store& store, VaultId record, const std::vector<ProposalDraft>& drafts) {
    if (drafts.empty()) return store.erase_value(value_name(record));
    return store.set_value(value_name(record), print_proposals(drafts));
}

}  // namespace

Bytes print_proposals(const std::vector<ProposalDraft>& drafts) {
    Writer writer;
    writer.bytes.byte(layout_version);
    writer.bytes.varint(drafts.size());
    for (const ProposalDraft& draft : drafts) {
        writer.bytes.raw(draft.boundary.value_or(EntityId()).view());
        fields(writer, draft.form);
    }
    return std::move(writer.bytes).finish();
}

std::optional<std::vector<ProposalDraft>> parse_proposals(ByteView bytes) {
    Reader reader{codec::ByteReader(bytes)};
    if (reader.bytes.byte() != layout_version) return std::nullopt;
    std::vector<ProposalDraft> drafts;
    for (auto left = reader.bytes.count(id_bytes); left > 0; --left) {
        ProposalDraft draft{EntityId::from(reader.bytes.raw(id_bytes)), {}};
        if (draft.boundary && draft.boundary->is_none()) draft.boundary.reset();
        fields(reader, draft.form);
        if (!reader.bytes.ok() || !is_known(draft.form)) return std::nullopt;
        drafts.push_back(std::move(draft));
    }
    const bool is_whole = reader.bytes.ok() && reader.bytes.at_end();
    return is_whole ? std::optional(std::move(drafts)) : std::nullopt;
}

Result<void> keep_proposal(store::Store& store, VaultId record, const ProposalDraft& draft) {
    TRY_ASSIGN(auto drafts, read_proposals(store, record));
    std::erase_if(drafts, [&](const auto& old) { return old.boundary == draft.boundary; });
    drafts.push_back(draft);
    return keep(store, record, drafts);
}

Result<void> forget_proposal(store::Store& store, VaultId record,
                             const std::optional<EntityId>& boundary) {
    TRY_ASSIGN(auto drafts, read_proposals(store, record));
    const auto forgotten =
        std::erase_if(drafts, [&](const auto& draft) { return draft.boundary == boundary; });
    return forgotten > 0 ? keep(store, record, drafts) : Result<void>();
}

Result<std::vector<ProposalDraft>> read_proposals(store::Store& store, VaultId record) {
    TRY_ASSIGN(const auto kept, store.value(value_name(record)));
    if (!kept) return std::vector<ProposalDraft>();
    return parse_proposals(*kept).value_or(std::vector<ProposalDraft>());
}

}  // namespace evenkeel::model
