#include "app/cli/tool_options.h"

namespace evenkeel::cli {

using model::ToolForm;

namespace {

template <typename Enum>
std::vector<std::string> names_up_to(std::uint32_t count) {
    std::vector<std::string> names;
    for (std::uint32_t i = 1; i <= count; ++i) {
        names.emplace_back(name(static_cast<Enum>(i)).text);
    }
    return names;
}

}  // namespace

void add_tool_options(CLI::App& command, ToolOptions& options) {
    ToolForm& form = options.form;
    const auto text = [&](const char* flag, std::string ToolForm::*field, const char* help) {
        options.texts.emplace_back(command.add_option(flag, form.*field, help)->type_name("TEXT"),
                                   field);
    };
    text("--name", &ToolForm::name, "What it is called");
    text("--maker", &ToolForm::maker, "Who makes it");
    text("--version", &ToolForm::version, "Version or model, as it was looked at");
    text("--where", &ToolForm::where, "Web address, telephone number or place; clients see it");
    text("--conditions", &ToolForm::conditions, "Under which it is allowed; clients see them");
    text("--policy-url", &ToolForm::policy_url, "Of the privacy policy that was read");
    text("--policy-day", &ToolForm::policy_day, "Its date, as 2026-03-08");
    command.add_option("--kind", options.kind, "What it is")
        ->check(CLI::IsMember(names_up_to<ToolKind>(tool_kind_count)));
    command.add_option("--status", options.status, "The verdict")
        ->check(CLI::IsMember(names_up_to<ToolStatus>(tool_status_count)));
    command.add_option("--evidence-level", options.evidence, "The best there is")
        ->check(CLI::IsMember(names_up_to<EvidenceLevel>(evidence_level_count)));
    for (std::size_t i = 0; i < tool_areas.size(); ++i) {
        options.areas[i] = command
                               .add_option(std::string("--") + tool_areas[i].key, form.areas[i],
                                           tool_areas[i].asks)
                               ->type_name("TEXT");
    }
}

ToolForm changed(ToolForm form, const ToolOptions& options) {
    for (const auto& [option, text] : options.texts) {
        if (option->count() > 0) form.*text = options.form.*text;
    }
    for (std::size_t i = 0; i < options.areas.size(); ++i) {
        if (options.areas[i]->count() > 0) form.areas[i] = options.form.areas[i];
    }
    if (!options.kind.empty()) form.kind = *tool_kind_named(options.kind);
    if (!options.status.empty()) form.status = *tool_status_named(options.status);
    if (!options.evidence.empty()) form.evidence = *evidence_level_named(options.evidence);
    form.reviewed_again = options.form.reviewed_again;
    return form;
}

}  // namespace evenkeel::cli
