#include "app/model/tools.h"

#include "core/base/limits.h"
#include "core/store/entries.h"
#include "core/store/sync_store.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

std::string revealed(const std::optional<PhiText>& text) { return text ? text->reveal() : ""; }

std::optional<PhiText> typed(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(PhiText(text));
}

// As the end of a sentence, which may have one already.
std::string ended(std::string text) {
    const bool has_end =
        !text.empty() && std::string_view(".!?").find(text.back()) != std::string_view::npos;
    return has_end ? text : text + ".";
}

bool says_the_same(const ToolForm& form, const ToolVerdict& verdict) {
    return form.status == verdict.status && form.conditions == revealed(verdict.conditions);
}

}  // namespace

Literal kind_words(ToolKind kind) {
    switch (kind) {
        case ToolKind::ai_assistant:
            return tr_later("AI assistant");
        case ToolKind::ai_companion:
            return tr_later("AI companion");
        case ToolKind::app:
            return tr_later("App");
        case ToolKind::platform:
            return tr_later("Platform");
        case ToolKind::psychoeducation:
            return tr_later("To read or watch");
        case ToolKind::support_group:
            return tr_later("Support group");
        case ToolKind::peer_community:
            return tr_later("Peer community");
        case ToolKind::self_help:
            return tr_later("Self-help programme");
        case ToolKind::telehealth:
            return tr_later("Telehealth");
    }
    return tr_later("Tool");
}

Literal status_words(ToolStatus status) {
    switch (status) {
        case ToolStatus::not_reviewed:
            return tr_later("Not reviewed");
        case ToolStatus::allowed:
            return tr_later("Allowed");
        case ToolStatus::with_conditions:
            return tr_later("Allowed with conditions");
        case ToolStatus::discouraged:
            return tr_later("Discouraged");
    }
    return tr_later("Not known to this version");
}

Literal evidence_words(EvidenceLevel level) {
    switch (level) {
        case EvidenceLevel::none:
            return tr_later("None found");
        case EvidenceLevel::expert:
            return tr_later("Experts' opinion");
        case EvidenceLevel::observational:
            return tr_later("Observational studies");
        case EvidenceLevel::trial:
            return tr_later("A randomised trial");
        case EvidenceLevel::meta_analysis:
            return tr_later("A meta-analysis");
    }
    return tr_later("Not known to this version");
}

std::string review_words(const ToolVerdict& verdict) {
    if (verdict.status == ToolStatus::not_reviewed || !verdict.reviewed) {
        return tr("not reviewed yet");
    }
    const std::string& name = verdict.reviewer_name.reveal();
    const std::string day = short_date(*verdict.reviewed);
    return name.empty() ? tr("reviewed on {0}", day) : tr("reviewed by {0} on {1}", name, day);
}

std::string verdict_sentence(const ToolVerdict& verdict, Day today) {
    if (verdict.status == ToolStatus::not_reviewed) {
        return tr("Your practice has not reviewed this one yet.");
    }
    std::string status = tr(status_words(verdict.status));
    status.front() = static_cast<char>(status.front() - 'A' + 'a');
    std::string text = tr("Your practice: {0}.", status);
    if (verdict.conditions) text += " " + ended(verdict.conditions->reveal());
    text += " " + capitalised(review_words(verdict)) + ".";
    if (!is_review_due(verdict, today)) return text;
    return tr_n("{1} That is more than {0} day ago, so it may have changed.",
                "{1} That is more than {0} days ago, so it may have changed.",
                limits::tool_review_days, text);
}

std::string verdict_on(const ClientTools& tools, std::string_view name) {
    const std::string wanted = plain_words(name);
    if (wanted.empty()) return "";
    const auto found = std::ranges::find_if(
        tools.known, [&](const ToolCardLine& line) { return plain_words(line.name) == wanted; });
    return found == tools.known.end() ? tr("Your practice has not reviewed this one yet.")
                                      : found->verdict;
}

ToolForm form_of(const ToolEntry& entry) {
    ToolForm form{.name = revealed(entry.name),
                  .maker = revealed(entry.maker),
                  .version = revealed(entry.version),
                  .where = revealed(entry.where),
                  .kind = entry.kind,
                  .status = entry.verdict.status,
                  .conditions = revealed(entry.verdict.conditions),
                  .policy_url = revealed(entry.policy_url),
                  .policy_day = entry.policy_day ? print_date(*entry.policy_day) : "",
                  .evidence = entry.evidence};
    for (std::size_t i = 0; i < form.areas.size(); ++i) form.areas[i] = revealed(entry.areas[i]);
    return form;
}

std::string unsavable(const ToolForm& form, const std::vector<ToolLine>& lines,
                      const std::optional<EntityId>& tool) {
    const std::string called = plain_words(form.name);
    if (called.empty()) return "Say what it is called.";
    const bool is_taken = std::ranges::any_of(lines, [&](const ToolLine& line) {
        return line.id != tool && plain_words(line.form.name) == called;
    });
    if (is_taken) return "The register has an entry of that name; open that one.";
    if (form.status == ToolStatus::with_conditions && plain_words(form.conditions).empty()) {
        return "Allowed with conditions: say which.";
    }
    if (form.policy_day.empty()) return "";
    const auto day = parse_date(form.policy_day);
    return day.ok() ? "" : day.error().sentence();
}

Result<ToolEntry> entry_of(const ToolForm& form, const ToolEntry* previous,
                           const client::Identity& reviewer, Day today) {
    ToolEntry entry{.name = typed(form.name),
                    .maker = typed(form.maker),
                    .version = typed(form.version),
                    .where = typed(form.where),
                    .kind = form.kind,
                    .policy_url = typed(form.policy_url),
                    .evidence = form.evidence};
    for (std::size_t i = 0; i < form.areas.size(); ++i) entry.areas[i] = typed(form.areas[i]);
    if (!form.policy_day.empty()) {
        TRY_ASSIGN(entry.policy_day, parse_date(form.policy_day));
    }
    const bool stays =
        previous != nullptr && !form.reviewed_again && says_the_same(form, previous->verdict);
    if (stays) {
        entry.verdict = previous->verdict;
    } else if (form.status != ToolStatus::not_reviewed) {
        entry.verdict = {.status = form.status,
                         .conditions = typed(form.conditions),
                         .reviewer = reviewer.user,
                         .reviewer_name = PhiText(reviewer.name),
                         .reviewed = today};
    }
    return entry;
}

Result<std::size_t> hand_out_tools(client::Profile& profile, const client::Identity& self) {
    if (self.role == Role::client) return std::size_t{0};
    store::Store& store = profile.store();
    TRY_ASSIGN(const auto vaults, store::SyncStore(store).vaults());
    std::vector<VaultId> records;
    for (const store::VaultRow& vault : vaults) {
        // Before a record was fetched, what colleagues handed over is not here yet.
        const bool was_fetched = vault.cursor != 0;
        if (vault.type == delta::VaultType::care && !vault.closed && was_fetched) {
            records.push_back(vault.id);
        }
    }
    return store::hand_out(store, self.practice_vault, records);
}

}  // namespace evenkeel::model
