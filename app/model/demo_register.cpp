#include "app/model/demo_register.h"

#include "app/model/tools.h"
#include "core/store/entries.h"

namespace evenkeel::model {

namespace {

std::vector<ToolForm> demo_forms() {
    ToolForm quill{.name = "Quill (demo)",
                   .maker = "Invented Works",
                   .version = "3",
                   .kind = ToolKind::ai_assistant,
                   .status = ToolStatus::with_conditions,
                   .conditions = "No names or places of people; not as company at night",
                   .evidence = EvidenceLevel::none};
    quill.areas[static_cast<std::size_t>(ToolArea::privacy)] =
        "A demo entry, invented: keeps what is typed for a year, training can be switched off.";
    quill.areas[static_cast<std::size_t>(ToolArea::safety)] =
        "A demo entry, invented: named a crisis line in two of three tries.";
    return {quill,
            {.name = "Mellow (demo)",
             .maker = "Invented Works",
             .kind = ToolKind::ai_companion,
             .status = ToolStatus::discouraged,
             .conditions = "It is built to be missed; talk to us instead",
             .evidence = EvidenceLevel::none},
            {.name = "Ripple (demo)",
             .kind = ToolKind::platform,
             .status = ToolStatus::with_conditions,
             .conditions = "With its notifications off"},
            {.name = "Evening circle (demo)",
             .where = "Tuesdays at seven, 12 Mill Lane",
             .kind = ToolKind::support_group,
             .status = ToolStatus::allowed},
            {.name = "Sleep notes (demo)",
             .where = "The leaflet at our desk",
             .kind = ToolKind::psychoeducation,
             .status = ToolStatus::allowed,
             .evidence = EvidenceLevel::trial}};
}

}  // namespace

Result<std::size_t> write_demo_register(client::Profile& profile,
                                        const client::Identity& reviewer) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const Day today, store::today(store));
    const std::vector<ToolForm> forms = demo_forms();
    for (const ToolForm& form : forms) {
        TRY_ASSIGN(ToolEntry entry, entry_of(form, nullptr, reviewer, today));
        TRY(store::save_tool(store, reviewer.practice_vault, std::nullopt, std::move(entry)));
    }
    TRY(hand_out_tools(profile, reviewer));
    return forms.size();
}

}  // namespace evenkeel::model
