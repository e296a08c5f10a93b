// The practice's register of tools and resources, and the cards that clients hold of it.
//
// A card is one entity per client and entry, its id derived from both, so that two staff devices
// write the same one. What it tells stands in one field together with the time of the entry it was
// copied from: a device that has not heard of a newer review never puts an older one back.
#pragma once

#include "core/domain/tool.h"
#include "core/store/operation.h"

namespace evenkeel::store {

struct KeptTool {
    EntityId id;
    ToolEntry entry;
    // Other words that were written to the same area at once, until it is written anew.
    std::vector<std::pair<ToolArea, PhiText>> also_written;
};
struct KeptCard {
    EntityId id;
    ToolCard card;
};

// By name. What cannot be read is left out; `history` shows its bytes are kept.
Result<std::vector<KeptTool>> read_tools(Store& store, RecordId practice);
Result<std::vector<KeptCard>> read_cards(Store& store, RecordId record);

// A new entry, or all of one that is there, stamped with now. Refuses a second one of the same
// name, and more than limits::tools_max.
Result<EntityId> save_tool(Store& store, RecordId practice, const std::optional<EntityId>& id,
                           ToolEntry entry);
// To the trash; the cards go with the next `hand_out`.
Result<void> remove_tool(Store& store, RecordId practice, EntityId id);

// Brings the cards in the clients' records up to the register: every tool that has a verdict, and
// of resources those that were recommended. Cards of entries that were removed are removed; of
// those this device has not heard of, nothing is changed. Returns how many cards changed. Cheap to
// call after every turn: a record is looked at only if the register changed since it last was.
Result<std::size_t> hand_out(Store& store, RecordId practice, const std::vector<RecordId>& records);

// With the sentence why; a second one replaces the first.
Result<void> recommend_tool(Store& store, RecordId practice, RecordId record, EntityId tool,
                            ToolRecommendation recommendation);
// The card stays where its verdict is of use to every client.
Result<void> end_recommendation(Store& store, RecordId record, EntityId tool);

}  // namespace evenkeel::store
