#include "app/model/replies.h"

#include "core/codec/entity.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

const std::string read_name = "journal replies read";
constexpr std::size_t id_bytes = 16;

}  // namespace

Result<FeedbackByPage> read_feedback(store::Store& store, VaultId record) {
    TRY_ASSIGN(const auto rows, store.list({.record = record, .kind = EntityKind::feedback}));
    FeedbackByPage by_page;
    for (const store::EntityRow& row : rows) {
        auto feedback = codec::decode_feedback(row.fragment);
        if (!feedback.ok()) continue;
        const EntityId about = feedback.value().about;
        by_page[about].push_back({.id = row.id, .feedback = std::move(feedback).value()});
    }
    return by_page;
}

bool is_settled(const std::vector<FeedbackLine>& lines) {
    return std::ranges::any_of(
        lines, [](const FeedbackLine& line) { return line.is_reply() || line.feedback.no_reply; });
}

Result<std::set<EntityId>> read_replies(store::Store& store) {
    TRY_ASSIGN(const auto kept, store.value(read_name));
    std::set<EntityId> ids;
    if (!kept) return ids;
    for (ByteView rest = *kept; rest.size() >= id_bytes; rest = rest.subspan(id_bytes)) {
        ids.insert(*EntityId::from(rest.first(id_bytes)));
    }
    return ids;
}

Result<void> mark_read(store::Store& store, const std::vector<EntityId>& replies) {
    TRY_ASSIGN(auto ids, read_replies(store));
    const std::size_t before = ids.size();
    ids.insert(replies.begin(), replies.end());
    if (ids.size() == before) return {};
    Bytes bytes;
    for (const EntityId& id : ids) append(bytes, id.view());
    return store.set_value(read_name, bytes);
}

Result<void> mark_read(store::Store& store, const FeedbackByPage& feedback, EntityId page) {
    const auto found = feedback.find(page);
    if (found == feedback.end()) return {};
    std::vector<EntityId> replies;
    for (const FeedbackLine& line : found->second) {
        if (line.is_reply()) replies.push_back(line.id);
    }
    return mark_read(store, replies);
}

}  // namespace evenkeel::model
