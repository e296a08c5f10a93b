#include "app/model/plan.h"

#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

Result<std::vector<PlanLine>> plan_lines(store::Store& store, VaultId record, UserId reader,
                                         const Members& members) {
    TRY_ASSIGN(const auto items, store::read_plan(store, record));
    std::vector<PlanLine> lines;
    for (const store::KeptPlanItem& kept : items) {
        if (kept.item.state != PlanState::open) continue;
        lines.push_back({.id = kept.id,
                         .place = kept.item.place,
                         .text = kept.item.text->reveal(),
                         .by = name_for(reader, members, kept.item.author, tr("the other side")),
                         .only_mine = !kept.has_shared});
    }
    std::ranges::stable_sort(lines, {}, &PlanLine::place);
    return lines;
}

std::string_view place_title(PlanPlace place) {
    switch (place) {
        case PlanPlace::online:
            return tr("Online, between sessions");
        case PlanPlace::in_the_room:
            return tr("In the room");
        case PlanPlace::outside:
            return tr("Outside");
    }
    return tr("Elsewhere");  // a place that a newer version knows
}

}  // namespace evenkeel::model
