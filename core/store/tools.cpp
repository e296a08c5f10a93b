#include "core/store/tools.h"

#include "core/base/limits.h"
#include "core/codec/entity.h"
#include "core/store/entries.h"

#include <algorithm>
#include <map>

namespace evenkeel::store {

namespace {

constexpr std::uint32_t area_field_first = 10;
constexpr std::uint32_t recommendation_field = 6;

Result<std::vector<EntityRow>> rows_of(Store& store, RecordId record, EntityKind kind) {
    return store.list({.record = record,
                       .kind = kind,
                       .day_from = std::nullopt,
                       .day_to = std::nullopt,
                       .subject = std::nullopt});
}

void add_also_written(KeptTool& kept, const delta::EntityView& view) {
    for (std::uint32_t area = 0; area < tool_areas.size(); ++area) {
        const auto* field = view.field(area_field_first + area);
        if (field == nullptr) continue;
        for (std::size_t i = 1; i < field->heads.size(); ++i) {
            // A field alone is no whole entry: it is read beside the time every entry has.
            Bytes bytes = codec::encode(ToolEntry{.when = kept.entry.when});
            append(bytes, field->heads[i].bytes);
            const auto read = codec::decode_tool(bytes);
            if (!read.ok() || !read.value().areas[area]) continue;
            kept.also_written.emplace_back(static_cast<ToolArea>(area), *read.value().areas[area]);
        }
    }
}

Result<std::optional<KeptTool>> find_tool(Store& store, RecordId practice, EntityId id) {
    TRY_ASSIGN(const auto row, store.find(practice, id));
    if (!row || row->kind != static_cast<std::uint32_t>(EntityKind::tool) || row->deleted) {
        return std::optional<KeptTool>();
    }
    TRY_ASSIGN(auto entry, codec::decode_tool(row->fragment));
    return std::optional(KeptTool{.id = id, .entry = std::move(entry), .also_written = {}});
}

EntityId card_id(Store& store, RecordId record, EntityId tool) {
    return store.daily_id(record, EntityKind::tool_card, tool, Day{});
}

Write write_of(EntityId id, const ToolCard& card, std::vector<std::uint32_t> scope = {}) {
    return {.kind = EntityKind::tool_card,
            .id = id,
            .fragment = codec::encode(card),
            .scope = std::move(scope),
            .placement = Placement::shared,
            .private_fields = {}};
}

// Of use to every client, or recommended to this one.
bool belongs_to_client(const ToolEntry& entry, const KeptCard* card) {
    if (card != nullptr && card->card.recommended) return true;
    return !is_resource(entry.kind) &&
           (card != nullptr || entry.verdict.status != ToolStatus::not_reviewed);
}

struct HandOut {
    Store& store;
    RecordId record;
    Operation operation;
    When now;
    std::size_t changed = 0;

    Result<void> bring_up(const KeptTool& tool, const KeptCard* card) {
        const ToolFacts facts = facts_of(tool.entry);
        if (!belongs_to_client(tool.entry, card)) {
            return card == nullptr ? Result<void>() : take_away(card->id);
        }
        if (card != nullptr && card->card.facts.saved > facts.saved) return {};  // newer than ours
        if (card != nullptr && card->card.facts == facts) return {};
        const ToolCard brought{
            .when = card != nullptr ? card->card.when : now,
            .source = tool.id,
            .facts = facts,
            .recommended = card != nullptr ? card->card.recommended : std::nullopt};
        TRY(validate(brought));
        TRY(operation.write(write_of(card_id(store, record, tool.id), brought)));
        ++changed;
        return {};
    }

    Result<void> take_away(EntityId card) {
        TRY(operation.remove(card));
        ++changed;
        return {};
    }
};

const KeptCard* card_of(const std::vector<KeptCard>& cards, EntityId tool) {
    const auto found =
        std::ranges::find_if(cards, [&](const KeptCard& kept) { return kept.card.source == tool; });
    return found == cards.end() ? nullptr : &*found;
}

// The same bytes for the same register, whatever order its changes came in.
Result<Bytes> state_of_register(Store& store, RecordId practice) {
    TRY_ASSIGN(const auto rows, store.list({.record = practice,
                                            .kind = EntityKind::tool,
                                            .day_from = std::nullopt,
                                            .day_to = std::nullopt,
                                            .subject = std::nullopt,
                                            .with_deleted = true}));
    std::map<EntityId, const EntityRow*> by_id;
    for (const EntityRow& row : rows) by_id[row.id] = &row;
    Bytes all;
    for (const auto& [id, row] : by_id) {
        append(all, id.bytes);
        all.push_back(row->deleted ? 1 : 0);
        append_big_endian(all, static_cast<std::uint32_t>(row->fragment.size()));
        append(all, row->fragment);
    }
    const auto state = store.context().ids.derive(all);
    return Bytes(state.begin(), state.end());
}

Result<std::size_t> hand_out_to(Store& store, RecordId practice, RecordId record,
                                const std::vector<KeptTool>& tools) {
    TRY_ASSIGN(const auto cards, read_cards(store, record));
    TRY_ASSIGN(const When now, entry_when(store, {}));
    HandOut work{.store = store,
                 .record = record,
                 .operation = Operation(store, record, "cards of the register", UndoStep::none),
                 .now = now};
    for (const KeptTool& tool : tools) TRY(work.bring_up(tool, card_of(cards, tool.id)));
    for (const KeptCard& kept : cards) {
        TRY_ASSIGN(const auto row, store.find(practice, kept.card.source));
        if (row && row->deleted) TRY(work.take_away(kept.id));
    }
    if (work.changed > 0) TRY(work.operation.commit());
    return work.changed;
}

}  // namespace

Result<std::vector<KeptTool>> read_tools(Store& store, RecordId practice) {
    TRY_ASSIGN(const auto rows, rows_of(store, practice, EntityKind::tool));
    std::vector<KeptTool> tools;
    for (const EntityRow& row : rows) {
        auto entry = codec::decode_tool(row.fragment);
        if (!entry.ok()) continue;
        KeptTool kept{.id = row.id, .entry = std::move(entry).value(), .also_written = {}};
        if (row.conflict) {
            TRY_ASSIGN(const auto view, store.entity_view(practice, row.id));
            add_also_written(kept, view);
        }
        tools.push_back(std::move(kept));
    }
    std::ranges::sort(tools, {}, [](const KeptTool& kept) {
        return plain_words(kept.entry.name.value_or(PhiText()).reveal());
    });
    return tools;
}

Result<std::vector<KeptCard>> read_cards(Store& store, RecordId record) {
    TRY_ASSIGN(const auto rows, rows_of(store, record, EntityKind::tool_card));
    std::vector<KeptCard> cards;
    for (const EntityRow& row : rows) {
        auto card = codec::decode_tool_card(row.fragment);
        if (card.ok()) cards.push_back({.id = row.id, .card = std::move(card).value()});
    }
    std::ranges::sort(
        cards, {}, [](const KeptCard& kept) { return plain_words(kept.card.facts.name.reveal()); });
    return cards;
}

Result<EntityId> save_tool(Store& store, RecordId practice, const std::optional<EntityId>& id,
                           ToolEntry entry) {
    TRY_ASSIGN(entry.when, entry_when(store, {}));
    TRY(validate(entry));
    TRY_ASSIGN(const auto tools, read_tools(store, practice));
    const std::string called = plain_words(entry.name->reveal());
    bool is_here = !id;
    for (const KeptTool& kept : tools) {
        is_here = is_here || kept.id == id;
        if (kept.id == id || !kept.entry.name) continue;
        if (plain_words(kept.entry.name->reveal()) == called) {
            return Error(ErrorCode::invalid_input,
                         "The register has an entry of that name; open that one.");
        }
    }
    if (!is_here) return Error(ErrorCode::not_found, "That entry is not in the register any more.");
    if (!id && tools.size() >= limits::tools_max) {
        return Error(ErrorCode::invalid_input,
                     "The register holds {} entries; remove one that is not used any more.")
            .with(static_cast<long long>(limits::tools_max));
    }
    Operation operation(store, practice, "entry of the register");
    TRY_ASSIGN(const EntityId saved, operation.write({.kind = EntityKind::tool,
                                                      .id = id,
                                                      .fragment = codec::encode(entry),
                                                      .scope = {},
                                                      .placement = Placement::shared,
                                                      .private_fields = {}}));
    TRY(operation.commit());
    return saved;
}

Result<void> remove_tool(Store& store, RecordId practice, EntityId id) {
    TRY_ASSIGN(const auto tool, find_tool(store, practice, id));
    if (!tool) return Error(ErrorCode::not_found, "That entry is not in the register any more.");
    Operation operation(store, practice, "removed entry of the register");
    TRY(operation.remove(id));
    return operation.commit();
}

Result<std::size_t> hand_out(Store& store, RecordId practice,
                             const std::vector<RecordId>& records) {
    TRY_ASSIGN(const Bytes state, state_of_register(store, practice));
    std::optional<std::vector<KeptTool>> tools;
    std::size_t changed = 0;
    for (const RecordId record : records) {
        const std::string name = "tools handed out " + to_hex(record);
        TRY_ASSIGN(const auto handed, store.value(name));
        if (handed == state) continue;
        if (!tools) {
            TRY_ASSIGN(tools, read_tools(store, practice));
        }
        TRY(store.transaction([&]() -> Result<void> {
            const auto cards = hand_out_to(store, practice, record, *tools);
            if (!cards.ok()) return cards.error();
            changed += cards.value();
            return store.set_value(name, state);
        }));
    }
    return changed;
}

Result<void> recommend_tool(Store& store, RecordId practice, RecordId record, EntityId tool,
                            ToolRecommendation recommendation) {
    TRY_ASSIGN(const auto kept, find_tool(store, practice, tool));
    if (!kept) return Error(ErrorCode::not_found, "That entry is not in the register any more.");
    const ToolStatus status = kept->entry.verdict.status;
    if (status == ToolStatus::discouraged || status == ToolStatus::not_reviewed) {
        return Error(ErrorCode::refused,
                     "Only what the practice has looked at and allows can be recommended.");
    }
    TRY_ASSIGN(const auto cards, read_cards(store, record));
    const KeptCard* const here = card_of(cards, tool);
    TRY_ASSIGN(const When now, entry_when(store, {}));
    recommendation.at = {now.instant.ms - now.instant.ms % ms_per_second};
    ToolCard card{.when = here != nullptr ? here->card.when : now,
                  .source = tool,
                  .facts = facts_of(kept->entry),
                  .recommended = std::move(recommendation)};
    if (here != nullptr && here->card.facts.saved > card.facts.saved) card.facts = here->card.facts;
    TRY(validate(card));
    Operation operation(store, record, "recommendation");
    TRY(operation.write(write_of(card_id(store, record, tool), card)));
    return operation.commit();
}

Result<void> end_recommendation(Store& store, RecordId record, EntityId tool) {
    TRY_ASSIGN(const auto cards, read_cards(store, record));
    const KeptCard* const here = card_of(cards, tool);
    if (here == nullptr || !here->card.recommended) {
        return Error(ErrorCode::not_found, "That is not recommended to this client.");
    }
    ToolCard card = here->card;
    card.recommended.reset();
    Operation operation(store, record, "end of a recommendation");
    if (is_resource(card.facts.kind)) {
        TRY(operation.remove(here->id));
    } else {
        TRY(operation.write(write_of(here->id, card, {recommendation_field})));
    }
    return operation.commit();
}

}  // namespace evenkeel::store
