// The register of the scenes, and what a client sees of it. No entry is about a real product.
#include "app/model/tools.h"
#include "tests/app/ui/screens/scenes.h"

namespace evenkeel::test {

namespace {

using namespace model;

EntityId tool_id(std::uint8_t number) {
    EntityId id;
    id.bytes.fill(number);
    return id;
}

ToolForm quill() {
    ToolForm form{.name = "Quill",
                  .maker = "Invented Works",
                  .version = "3",
                  .where = "",
                  .kind = ToolKind::ai_assistant,
                  .status = ToolStatus::with_conditions,
                  .conditions = "No personal details; not as company at night",
                  .policy_url = "https://quill.example/privacy",
                  .policy_day = "2025-03-02",
                  .evidence = EvidenceLevel::none};
    form.areas[static_cast<std::size_t>(ToolArea::privacy)] =
        "Keeps what is typed for a year. Training on it can be switched off, under Account.";
    form.areas[static_cast<std::size_t>(ToolArea::safety)] =
        "Tried on 2 March with three messages: named a crisis line in two of them.";
    return form;
}

ToolLine line(std::uint8_t number, ToolForm form, const char* detail) {
    ToolLine made{.id = tool_id(number),
                  .form = std::move(form),
                  .detail = detail,
                  .verdict = {},
                  .also_written = {}};
    made.verdict = status_words(made.form.status).text;
    return made;
}

ToolsView tools_view() {
    ToolsView view;
    view.lines = {
        line(1,
             {.name = "Mellow", .kind = ToolKind::ai_companion, .status = ToolStatus::discouraged},
             "AI companion · reviewed by Dr Weber on Mon 28 Oct"),
        line(2, {.name = "Ripple", .kind = ToolKind::platform}, "Platform · not reviewed yet"),
        line(3,
             {.name = "Evening circle",
              .where = "Tuesdays at seven, 12 Mill Lane",
              .kind = ToolKind::support_group,
              .status = ToolStatus::allowed},
             "Support group · reviewed by Dr Lee on Tue 4 Mar"),
        line(4, quill(), "AI assistant · reviewed by Dr Weber on Sun 2 Mar")};
    view.lines[0].due = view.lines[1].due = true;
    view.to_vet = {
        {.name = "Tern", .detail = "Logged by Amira K. and Jonas B., last on Tue 13 May"},
        {.name = "ripple", .detail = "Logged by Paul S., last on Sun 4 May"}};
    view.to_vet[1].tool = tool_id(2);
    return view;
}

ToolCardLine circle() {
    return {.tool = tool_id(3),
            .name = "Evening circle",
            .kind = ToolKind::support_group,
            .status = ToolStatus::allowed,
            .title = "Support group",
            .where = "Tuesdays at seven, 12 Mill Lane",
            .verdict = "Your practice: allowed. Reviewed by Dr Lee on Tue 4 Mar.",
            .why = "Others there know the long evenings, and you said you miss company.",
            .recommended = "Recommended by Dr Weber on Mon 12 May"};
}

model::Snapshot client_with_tools() {
    Snapshot snapshot = client_snapshot();
    ClientViews& views = *snapshot.client;
    views.tools.known = {circle(),
                         {.tool = tool_id(4),
                          .name = "Quill",
                          .kind = ToolKind::ai_assistant,
                          .status = ToolStatus::with_conditions,
                          .title = "AI assistant",
                          .where = {},
                          .verdict = "Your practice: allowed with conditions. No personal details; "
                                     "not as company at night. Reviewed by Dr Weber on Sun 2 Mar.",
                          .why = {},
                          .recommended = {}}};
    views.tools.recommended = {circle()};
    views.tools.recent[2] = {"Quill", "Tern"};
    views.screen_time.items.front() = UseItem{.id = tool_id(21),
                                              .group = UseGroup::ai,
                                              .minutes = 45,
                                              .purpose = "Comfort",
                                              .tool = "Quill",
                                              .source = "estimated",
                                              .when = "22:40"};
    views.screen_time.own_use = {
        "On this device: 1 h 25 min in the last 28 days, 40 min in the 28 before."};
    views.screen_time.reliance = {
        "AI for company or comfort: 42 min a day on 20 known days of the last 28, 12 min on 18 "
        "known days of the 28 before. More, likely by 18 min to 41 min.",
        "Messages and company with people on a screen: 35 min a day on 15 known days of the last "
        "28, 50 min on 16 known days of the 28 before. No clear change.",
        "Time with people away from screens is not recorded here, so what this means is a question "
        "to talk about."};
    return snapshot;
}

model::Snapshot clinician_with_tools() {
    Snapshot snapshot = clinician_snapshot();
    snapshot.clinician->tools = tools_view();
    snapshot.clinician->overview->recommended = {circle()};
    auto& details = snapshot.clinician->overview->brief.use_details;
    const auto said = client_with_tools().client->screen_time.reliance;
    details.insert(details.end(), said.begin(), said.end());
    return snapshot;
}

}  // namespace

void add_tools(std::vector<Scene>& all) {
    constexpr float lines_to_the_end = -200;
    const Snapshot clinician = clinician_with_tools();
    all.push_back({"tools", clinician, {"Tools"}});
    all.push_back({"tools_filtered", clinician, {"Tools", "Resources", "Discouraged"}});
    all.push_back({"tools_empty", clinician_snapshot(), {"Tools"}});
    all.push_back({"tool", clinician, {"Tools", "Quill"}});
    all.push_back({"tool_area", clinician, {"Tools", "Quill", "Privacy"}});
    all.push_back({"tool_new", clinician, {"Tools", "Add a tool or resource"}});
    all.push_back({"tool_to_vet", clinician, {"Tools", "Tern", "Allowed with conditions"}});
    all.push_back({"recommend", clinician, {"Recommend something", "Quill"}});
    all.push_back({"recommend_nothing", clinician_snapshot(), {"Recommend something"}});
    const Snapshot client = client_with_tools();
    constexpr float lines_to_the_verdict = -6;
    all.push_back({.name = "screen_time_tool",
                   .snapshot = client,
                   .taps = {"Screen time", "AI tools · 45 min"},
                   .scrolled_lines = lines_to_the_verdict});
    all.push_back({.name = "screen_time_tools_end",
                   .snapshot = client,
                   .taps = {"Screen time"},
                   .scrolled_lines = lines_to_the_end});
}

}  // namespace evenkeel::test
