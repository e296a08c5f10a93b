// The register of tools and resources as screens show it, as plain data.
#pragma once

#include "core/domain/tool.h"

#include <array>
#include <string>
#include <vector>

namespace evenkeel::model {

// An entry of the register as a person fills it in.
struct ToolForm {
    std::string name;
    std::string maker;
    std::string version;
    std::string where;
    ToolKind kind = ToolKind::app;
    ToolStatus status = ToolStatus::not_reviewed;
    std::string conditions;
    std::array<std::string, tool_areas.size()> areas;
    std::string policy_url;
    std::string policy_day;  // "2026-03-08", or empty
    std::optional<EvidenceLevel> evidence;
    // Looked at again today, also where the verdict stays the same.
    bool reviewed_again = false;
    friend bool operator==(const ToolForm&, const ToolForm&) = default;
};

// One entry, for staff.
struct ToolLine {
    EntityId id;
    ToolForm form;
    std::string detail;   // "AI assistant · reviewed by Ana on Tue 3 Nov"
    std::string verdict;  // "Allowed with conditions"
    bool due = false;     // the review is older than it may be, or there is none
    // What two people wrote to one area at once: shown until that area is written anew.
    std::vector<std::string> also_written;
};
// A name that clients logged and the practice has no verdict on.
struct ToVetLine {
    std::string name;
    std::string detail;            // "Logged by Robin and Amira, last on Thu 26 Nov"
    std::optional<EntityId> tool;  // its entry, where there is one without a verdict
};
struct ToolsView {
    std::vector<ToolLine> lines;    // those to be reviewed first, then by name
    std::vector<ToVetLine> to_vet;  // while the page is shown
};

// What one client was told of a tool.
struct ToolCardLine {
    EntityId tool;
    std::string name;
    ToolKind kind = ToolKind::app;
    ToolStatus status = ToolStatus::not_reviewed;
    std::string title;        // "Support group"
    std::string where;        // a web address, a telephone number, a place
    std::string verdict;      // "Your practice: allowed. Reviewed by Ana on Tue 3 Nov."
    std::string why;          // empty: not recommended to this client
    std::string recommended;  // "Recommended by Ana on Tue 3 Nov"
};
struct ClientTools {
    std::vector<ToolCardLine> recommended;
    std::vector<ToolCardLine> known;                 // all, by name
    std::array<std::vector<std::string>, 3> recent;  // names this person used, by UseGroup
};

}  // namespace evenkeel::model
