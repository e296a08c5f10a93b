// The clinician's clients, those who need something first, and the one that is open beside them.
#include "app/ui/screens/caseload.h"

#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"
#include "core/words/tr.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace evenkeel::ui {
namespace {

using model::CaseLine;

constexpr float list_width_dp = 296;
constexpr std::size_t name_characters_max = 60;

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char byte) { return static_cast<char>(std::tolower(byte)); });
    return result;
}

// Where both have no room side by side, as on phones, the client comes after the list.
bool is_beside(const Ui& ui) {
    constexpr float both_min_dp = 76 + list_width_dp + 360;  // with the rail at the left
    const Look& look = ui.look();
    const float width_dp =
        static_cast<float>(look.width_px) / (look.display_scale * look.text_size);
    return !ui.is_phone() && width_dp >= both_min_dp;
}

void case_row(const Screen& screen, const CaseLine& line, bool is_open) {
    if (screen.ui.row("client", {.title = line.name,
                                 .detail = line.detail,
                                 .badge = line.need,
                                 .badge_tone = line.urgent  ? Tone::caution
                                               : line.waits ? Tone::accent
                                                            : Tone::muted,
                                 .chosen = is_open,
                                 .opens = !is_beside(screen.ui)})) {
        open_case(screen, line.record);
    }
}

void search_field(const Screen& screen) {
    Ui& ui = screen.ui;
    const std::string hint = std::string(tr("Name")) + (ui.is_phone() ? "" : "   /");
    ui.field("search", tr("Search clients"), screen.local.search,
             {.hint = hint,
              .characters_max = name_characters_max,
              .takes_focus = std::exchange(screen.local.wants_search, false)});
}

// Those of the searched name, as the clients above them.
std::vector<model::InvitedLine> visible_invited(const Screen& screen) {
    const std::string wanted = lower(screen.local.search);
    std::vector<model::InvitedLine> lines = screen.snapshot.clinician->invited;
    std::erase_if(lines, [&](const model::InvitedLine& line) {
        return lower(line.name).find(wanted) == std::string::npos;
    });
    return lines;
}

void list(const Screen& screen) {
    Ui& ui = screen.ui;
    const model::ClinicianViews& views = *screen.snapshot.clinician;
    // Beside an open client that one's head has the way to help, and says what went wrong.
    if (!is_beside(ui)) {
        page_head(screen, tr("Caseload"));
    } else {
        ui.heading(tr("Caseload"), 1);
    }
    ui.text(tr_n("{0} client · who needs you first", "{0} clients · who needs you first",
                 views.caseload.size()),
            TextStyle::caption, Tone::muted);
    held_deletions(screen);
    search_field(screen);
    const auto lines = visible_cases(screen);
    for (const CaseLine* line : lines) {
        ui.scope(scope_of(line->record), [&] { case_row(screen, *line, is_open(screen, *line)); });
    }
    if (views.caseload.empty() && views.invited.empty()) {
        ui.text(tr("Nobody is here yet. Invite a client to begin."), TextStyle::body, Tone::muted);
    } else if (lines.empty() && visible_invited(screen).empty()) {
        ui.text(tr("No client has that name."), TextStyle::body, Tone::muted);
    }
    invited(screen, visible_invited(screen));
    ui.space(16);
    ui.flow([&] {
        if (ui.button("invite", tr("Invite a client"), ButtonStyle::secondary, Icon::plus)) {
            begin_invite(screen, Invitee::client);
        }
    });
    sync_line(screen);
}

void case_body(const Screen& screen, const model::OverviewView& view) {
    const std::array<TabItem, 5> tabs = {TabItem{.icon = Icon::none, .label = tr("Overview")},
                                         TabItem{.icon = Icon::none, .label = tr("Words")},
                                         TabItem{.icon = Icon::none, .label = tr("Days")},
                                         TabItem{.icon = Icon::none, .label = tr("Boundaries")},
                                         TabItem{.icon = Icon::none, .label = tr("Device")}};
    Ui& ui = screen.ui;
    const bool left = page_head(screen, view.name, is_beside(ui) ? "" : tr("Caseload"));
    if (left) {
        keep_typed(screen);
        screen.post(model::CloseClient{});
    }
    if (view.has_left) {
        ui.banner(Icon::people,
                  tr("This client left the practice. What they shared before stays here; nothing "
                     "new comes, and nothing you write reaches them."),
                  Tone::info);
    }
    if (view.is_out) {
        ui.banner(Icon::people,
                  tr("You are not on this client's care team any more. What you had stays here; "
                     "nothing new comes, and nothing you write reaches anybody."),
                  Tone::info);
    }
    case_risks(screen, view);
    ui.text(view.summary, TextStyle::body, Tone::muted);
    CaseTab& tab = screen.local.case_tab;
    if (const auto chosen = ui.tabs("case", tabs, static_cast<std::size_t>(tab))) {
        keep_typed(screen);
        tab = static_cast<CaseTab>(*chosen);
    }
    switch (tab) {
        case CaseTab::overview:
            return overview(screen, view);
        case CaseTab::words:
            return case_words(screen, view);
        case CaseTab::days:
            return client_days(screen, view);
        case CaseTab::boundaries:
            return case_boundaries(screen, view);
        case CaseTab::device:
            return case_device(screen, view);
    }
}

void nobody_open(const Screen& screen) {
    Ui& ui = screen.ui;
    if (screen.snapshot.clinician->caseload.empty()) {
        page_head(screen, tr("Nobody is here yet"));
        ui.text(tr("Invite your first client at the left."), TextStyle::body, Tone::muted);
        return;
    }
    page_head(screen, tr("Nobody is open"));
    ui.text(tr("Choose a client at the left, or go through the list with J and K."),
            TextStyle::body, Tone::muted);
}

}  // namespace

bool is_open(const Screen& screen, const CaseLine& line) {
    const auto& overview = screen.snapshot.clinician->overview;
    return overview && overview->record == line.record;
}

std::vector<const CaseLine*> visible_cases(const Screen& screen) {
    const std::string wanted = lower(screen.local.search);
    std::vector<const CaseLine*> lines;
    for (const CaseLine& line : screen.snapshot.clinician->caseload) {
        // A search hides nobody who told about their safety.
        const bool is_found = lower(line.name).find(wanted) != std::string::npos;
        if (is_found || line.urgent) lines.push_back(&line);
    }
    return lines;
}

void open_case(const Screen& screen, VaultId record) {
    keep_typed(screen);
    const auto& overview = screen.snapshot.clinician->overview;
    const model::OpenClient fresh{.record = record};
    screen.post(model::OpenClient{.record = record,
                                  .day_count = overview ? overview->day_count : fresh.day_count});
}

void caseload(const Screen& screen) {
    const auto& overview = screen.snapshot.clinician->overview;
    Ui& ui = screen.ui;
    if (is_beside(ui)) {
        ui.split(
            "caseload", list_width_dp, [&] { list(screen); },
            [&] {
                if (overview) return case_body(screen, *overview);
                nobody_open(screen);
            });
    } else if (overview) {
        ui.page("client", [&] { case_body(screen, *overview); });
    } else {
        ui.page("caseload", [&] { list(screen); });
    }
}

}  // namespace evenkeel::ui
