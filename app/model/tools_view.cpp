// The register and the cards as lists, and the names that clients logged and nobody vetted.
#include "app/model/day_use.h"
#include "app/model/session_brief.h"
#include "app/model/tools.h"
#include "core/codec/entity.h"
#include "core/store/entries.h"
#include "core/store/sync_store.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr std::size_t recent_max = 6;
constexpr std::int32_t recent_days = 28;

const store::KeptTool* tool_named(const std::vector<store::KeptTool>& tools,
                                  const std::string& plain_name) {
    const auto found = std::ranges::find_if(tools, [&](const store::KeptTool& kept) {
        return kept.entry.name && plain_words(kept.entry.name->reveal()) == plain_name;
    });
    return found == tools.end() ? nullptr : &*found;
}

bool is_vetted(const store::KeptTool* tool) {
    return tool != nullptr && tool->entry.verdict.status != ToolStatus::not_reviewed;
}

// By the plain words of the name.
using Found = std::map<std::string, ToVet>;

Result<void> add_logged(store::Store& store, VaultId record, const std::string& client, Day from,
                        Found& found) {
    TRY_ASSIGN(const auto rows,
               store.list({.record = record, .kind = EntityKind::use, .day_from = from}));
    for (const store::EntityRow& row : rows) {
        const auto use = codec::decode_use(row.fragment);
        if (!use.ok() || !use.value().tool || !row.has_shared) continue;
        const std::string plain = plain_words(use.value().tool->reveal());
        if (plain.empty()) continue;
        const Day day = use.value().when.day;
        ToVet& one = found[plain];
        if (one.clients.empty() || day >= one.last) {
            one.name = *use.value().tool;
            one.last = day;
        }
        if (std::ranges::find(one.clients, client) == one.clients.end()) {
            one.clients.push_back(client);
        }
    }
    return {};
}

ToolLine line_of(const store::KeptTool& kept, Day today) {
    const ToolVerdict& verdict = kept.entry.verdict;
    ToolLine line{
        .id = kept.id,
        .form = form_of(kept.entry),
        .detail = std::string(kind_words(kept.entry.kind).text) + " · " + review_words(verdict),
        .verdict = status_words(verdict.status).text,
        .due = !is_vetted(&kept) || is_review_due(verdict, today)};
    for (const auto& [area, text] : kept.also_written) {
        line.also_written.push_back(std::string(tool_areas[static_cast<std::size_t>(area)].name) +
                                    ", written at the same time: " + text.reveal());
    }
    return line;
}

}  // namespace

Result<std::vector<ToVet>> tools_to_vet(client::Profile& profile, const client::Identity& self,
                                        const std::vector<store::KeptTool>& tools) {
    if (self.role == Role::client) return std::vector<ToVet>();
    store::Store& store = profile.store();
    TRY_ASSIGN(const Day today, store::today(store));
    TRY_ASSIGN(const auto members, client::list_members(profile));
    TRY_ASSIGN(const auto vaults, store::SyncStore(store).vaults());
    Found found;
    for (const store::VaultRow& vault : vaults) {
        if (vault.type != delta::VaultType::care) continue;
        const std::string client = client_name(members, vault.id, "a client");
        TRY(add_logged(store, vault.id, client, today + (1 - vet_days), found));
    }
    std::vector<ToVet> unvetted;
    for (auto& [plain, one] : found) {
        if (is_vetted(tool_named(tools, plain))) continue;
        std::ranges::sort(one.clients);
        unvetted.push_back(std::move(one));
    }
    std::ranges::stable_sort(unvetted, std::greater<>(), &ToVet::last);
    return unvetted;
}

Result<ToolsView> tools_view(client::Profile& profile, const client::Identity& self, Day today,
                             Vetting vetting) {
    TRY_ASSIGN(const auto tools, store::read_tools(profile.store(), self.practice_vault));
    ToolsView view;
    for (const store::KeptTool& kept : tools) view.lines.push_back(line_of(kept, today));
    std::ranges::stable_partition(view.lines, &ToolLine::due);
    if (vetting == Vetting::hidden) return view;
    TRY_ASSIGN(const auto unvetted, tools_to_vet(profile, self, tools));
    for (const ToVet& one : unvetted) {
        const auto* tool = tool_named(tools, plain_words(one.name.reveal()));
        view.to_vet.push_back(
            {.name = one.name.reveal(),
             .detail = "Logged by " + joined(one.clients) + ", last on " + short_date(one.last),
             .tool = tool != nullptr ? std::optional(tool->id) : std::nullopt});
    }
    return view;
}

std::vector<ToolCardLine> card_lines(const std::vector<store::KeptCard>& cards, Day today) {
    std::vector<ToolCardLine> lines;
    for (const store::KeptCard& kept : cards) {
        const ToolFacts& facts = kept.card.facts;
        ToolCardLine line{.tool = kept.card.source,
                          .name = facts.name.reveal(),
                          .kind = facts.kind,
                          .status = facts.verdict.status,
                          .title = tr(kind_words(facts.kind)),
                          .where = facts.where.reveal(),
                          .verdict = verdict_sentence(facts.verdict, today)};
        if (const auto& said = kept.card.recommended) {
            const Day day{static_cast<std::int32_t>(said->at.ms / ms_per_day)};
            line.why = said->why.reveal();
            line.recommended =
                tr("Recommended by {0} on {1}", said->by_name.reveal(), short_date(day));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<ClientTools> client_tools(RecordDesk& desk, Day today) {
    TRY_ASSIGN(const auto cards, store::read_cards(desk.store(), desk.record()));
    ClientTools tools{.known = card_lines(cards, today)};
    std::ranges::copy_if(tools.known, std::back_inserter(tools.recommended),
                         [](const ToolCardLine& line) { return !line.why.empty(); });
    TRY(desk.entries.need(today + (1 - recent_days), today));
    for (Day day = today; day > today + -recent_days; day = day + -1) {
        for (const Kept<UseEntry>& kept : desk.entries.day(day).uses) {
            const UseEntry& use = kept.entity;
            if (!use.tool || !use.group || use.tool->reveal().empty()) continue;
            auto& names = tools.recent[static_cast<std::size_t>(*use.group) - 1];
            const bool is_there = std::ranges::any_of(names, [&](const std::string& name) {
                return plain_words(name) == plain_words(use.tool->reveal());
            });
            if (!is_there && names.size() < recent_max) names.push_back(use.tool->reveal());
        }
    }
    return tools;
}

}  // namespace evenkeel::model
