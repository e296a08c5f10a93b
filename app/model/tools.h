// The practice's register and what clients are told of it, for both programs.
#pragma once

#include "app/model/record_desk.h"
#include "app/model/tool_view.h"
#include "core/store/tools.h"

namespace evenkeel::model {

// "AI assistant", "Support group"; "Allowed with conditions"; "At least one randomised trial".
Literal kind_words(ToolKind kind);
Literal status_words(ToolStatus status);
Literal evidence_words(EvidenceLevel level);
// "reviewed by Ana on Tue 3 Nov"; "not reviewed yet".
std::string review_words(const ToolVerdict& verdict);
// What a client reads: "Your practice: allowed with conditions. No personal details. Reviewed by
// Ana on Tue 3 Nov."; an old review is said to be one.
std::string verdict_sentence(const ToolVerdict& verdict, Day today);
// Beside a name a client typed: of the tool of that name, or that nobody has looked at it. Empty
// for no name.
std::string verdict_on(const ClientTools& tools, std::string_view name);

ToolForm form_of(const ToolEntry& entry);
// Why it cannot be saved as it is, in a sentence; empty where it can. `tool`: the entry it changes.
std::string unsavable(const ToolForm& form, const std::vector<ToolLine>& lines,
                      const std::optional<EntityId>& tool);
// The verdict is `reviewer`'s of today, unless it says what the last one says.
Result<ToolEntry> entry_of(const ToolForm& form, const ToolEntry* previous,
                           const client::Identity& reviewer, Day today);

// A name that clients logged and shared within `vet_days`, and the practice has no verdict on.
constexpr std::int32_t vet_days = 90;
struct ToVet {
    PhiText name;                      // as it was typed last
    std::vector<std::string> clients;  // by name
    Day last;
};
// The newest first.
Result<std::vector<ToVet>> tools_to_vet(client::Profile& profile, const client::Identity& self,
                                        const std::vector<store::KeptTool>& tools);

// store::hand_out to all clients whose records are open here. Staff only: for a client, nothing.
Result<std::size_t> hand_out_tools(client::Profile& profile, const client::Identity& self);

enum class Vetting { shown, hidden };
Result<ToolsView> tools_view(client::Profile& profile, const client::Identity& self, Day today,
                             Vetting vetting);
// Reads the days before `today` of the desk.
Result<ClientTools> client_tools(RecordDesk& desk, Day today);
std::vector<ToolCardLine> card_lines(const std::vector<store::KeptCard>& cards, Day today);

}  // namespace evenkeel::model
