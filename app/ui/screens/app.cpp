#include "app/ui/screens/app.h"

#include "app/model/crisis_numbers.h"
#include "app/ui/screens/expected.h"
#include "app/ui/screens/intake.h"
#include "app/ui/screens/passphrase.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/shortcuts.h"
#include "app/ui/screens/typing.h"
#include "core/words/tr.h"

#include <deque>
#include <utility>
#include <vector>

namespace evenkeel::ui {
namespace {

using model::Stage;

void client(const Screen& screen) {
    constexpr std::size_t journal_place = static_cast<std::size_t>(ClientTab::journal);
    constexpr std::size_t boundaries_place = static_cast<std::size_t>(ClientTab::boundaries);
    std::array<TabItem, 5> items = {TabItem{.icon = Icon::today, .label = tr_as("tab", "Today")},
                                    TabItem{.icon = Icon::book, .label = tr("Journal")},
                                    TabItem{.icon = Icon::clock, .label = tr("Trends")},
                                    TabItem{.icon = Icon::boundary, .label = tr("Boundaries")},
                                    TabItem{.icon = Icon::shield, .label = tr("Sharing")}};
    const auto& cards = screen.snapshot.client->boundaries.cards;
    items[boundaries_place].marked =
        !cards.empty() && cards.front().stage == model::BoundaryStage::waits_for_me;
    items[journal_place].marked = !screen.snapshot.client->journal.unread.empty();
    Local& local = screen.local;
    const auto chosen =
        screen.ui.navigation("tabs", items, static_cast<std::size_t>(local.client_tab));
    if (chosen) {
        save_note(screen);
        keep_typed(screen);
        save_intake(screen);
        leave_invite(screen);
        local.above = Above::none;
        local.client_tab = static_cast<ClientTab>(*chosen);
    }
    if (local.above == Above::screen_time) return screen_time(screen);
    if (local.above == Above::note) return note(screen);
    if (local.above == Above::composer) return composer(screen);
    if (local.above == Above::seen) return seen(screen);
    if (local.above == Above::opened) return opened(screen);
    if (local.above == Above::own_team) return own_team(screen);
    if (local.above == Above::archive) return archive(screen);
    if (local.above == Above::own_data) return own_data(screen);
    if (local.above == Above::passphrase) return passphrase(screen);
    if (local.above == Above::leave) return leave_practice(screen);
    if (local.above == Above::erase) return erase(screen);
    if (local.above == Above::counting) return counting(screen);
    if (local.above == Above::session) return session(screen);
    if (local.above == Above::plan) return plan(screen);
    if (local.above == Above::intake) return client_intake(screen);
    if (local.above == Above::invite) return invite(screen);
    if (local.above == Above::writing) return writing(screen);
    if (local.above == Above::page) return journal_page(screen);
    switch (local.client_tab) {
        case ClientTab::today:
            return today(screen);
        case ClientTab::journal:
            return journal(screen);
        case ClientTab::trends:
            return trends(screen);
        case ClientTab::boundaries:
            return client_boundaries(screen);
        case ClientTab::sharing:
            return sharing(screen);
    }
}

void clinician(const Screen& screen) {
    const std::array<TabItem, 3> items = {TabItem{.icon = Icon::people, .label = tr("Clients")},
                                          TabItem{.icon = Icon::device, .label = tr("Tools")},
                                          TabItem{.icon = Icon::shield, .label = tr("Settings")}};
    Local& local = screen.local;
    const auto chosen =
        screen.ui.navigation("tabs", items, static_cast<std::size_t>(local.clinician_tab));
    if (chosen) {
        keep_typed(screen);
        save_intake(screen);
        leave_invite(screen);
        leave_tools(screen);
        leave_administration(screen);
        local.above = Above::none;
        local.clinician_tab = static_cast<ClinicianTab>(*chosen);
    }
    if (local.above == Above::composer) return composer(screen);
    if (local.above == Above::invite) return invite(screen);
    if (local.above == Above::session) return session(screen);
    if (local.above == Above::plan) return plan(screen);
    if (local.above == Above::plan_session) return plan_session(screen);
    const auto& overview = screen.snapshot.clinician->overview;
    if (local.above == Above::intake && overview) return case_intake(screen, *overview);
    if (local.above == Above::notes && overview) return session_notes(screen, *overview);
    if (local.above == Above::review && overview) return review(screen, *overview);
    if (local.above == Above::question) return give_question(screen);
    if (local.above == Above::recommend && overview) return recommend(screen);
    if (local.above == Above::tool) return tool(screen);
    if (local.above == Above::archive && overview) return archive(screen);
    if (local.clinician_tab == ClinicianTab::tools) return tools(screen);
    if (local.above == Above::passphrase) return passphrase(screen);
    if (local.above == Above::practice_safety) return practice_safety(screen);
    if (local.above == Above::practice_questions) return practice_questions(screen);
    if (local.above == Above::administration) return administration(screen);
    if (local.clinician_tab == ClinicianTab::settings) return settings(screen);
    caseload(screen);
}

void page_of(const Screen& screen) {
    const model::Snapshot& snapshot = screen.snapshot;
    switch (snapshot.stage) {
        case Stage::starting:
            return screen.ui.page("starting", [] {});
        case Stage::first_run:
            return first_run(screen);
        case Stage::locked:
            return lock(screen);
        case Stage::unenrolled:
            return enter_link(screen);
        case Stage::invited:
            return consent(screen);
        case Stage::joined:
            return compare_numbers(screen);
        case Stage::founded:
            return recovery_sheet(screen);
        case Stage::client:
            return snapshot.client ? client(screen) : void();
        case Stage::clinician:
            return snapshot.clinician ? clinician(screen) : void();
        case Stage::failed:
            return failed(screen);
    }
}

// Nothing of an open profile lies over the lock.
void close_what_is_private(Local& local) {
    local.confirmation.reset();
    local.keys_open = false;
    local.open_item.reset();
    local.item_tool = {};
    local.mood = {};
    local.own_data = {};
    local.bring.moods.clear();
    local.removal.reset();
    local.leaving_read = false;
    forget(local.passphrase);
    local.tools.shown = false;
    local.journal.shares = false;
    local.journal.chooses_question = false;
    local.intake = {};
    local.question.chooses = false;
    local.tell = {.told = local.tell.told, .offered = local.tell.offered};
    local.acknowledge = {};
    local.administration = {};
    const bool needs_the_engine = local.above == Above::administration ||
                                  local.above == Above::archive || local.above == Above::leave ||
                                  local.above == Above::erase || local.above == Above::passphrase;
    if (needs_the_engine) local.above = Above::none;
}

}  // namespace

// What screens ask for is kept until the frame is described: an answer may change what they read.
struct App::State {
    explicit State(std::function<void(model::Intent)> to_engine) : engine(std::move(to_engine)) {}

    void hand_over() {
        for (model::Intent& intent : std::exchange(asked_now, {})) {
            expect(shown, intent);
            ++asked;
            waiting.push_back(intent);
            engine(std::move(intent));
        }
    }

    std::function<void(model::Intent)> engine;
    std::function<void(model::Intent)> post = [this](model::Intent intent) {
        asked_now.push_back(std::move(intent));
    };
    std::vector<model::Intent> asked_now;
    std::deque<model::Intent> waiting;  // handed over, and not in the engine's newest snapshot
    std::uint64_t asked = 0;            // ever handed over
    model::Snapshot shown;              // the engine's newest, with `waiting` upon it
    Local local;
};

App::App(std::function<void(model::Intent)> post, std::string_view locale)
    : state_(std::make_unique<State>(std::move(post))) {
    state_->local.system_country = model::country_of(locale);
}
App::~App() = default;

void App::show(model::SnapshotPtr snapshot) {
    State& state = *state_;
    state.shown = *snapshot;
    while (!state.waiting.empty() && state.asked - state.waiting.size() < snapshot->handled) {
        state.waiting.pop_front();
    }
    for (const model::Intent& intent : state.waiting) expect(state.shown, intent);
    if (state.shown.stage == Stage::locked) close_what_is_private(state.local);
}

void App::draw(Ui& ui) {
    State& state = *state_;
    const Screen screen{ui, state.shown, state.local, state.post};
    shortcuts(screen);
    page_of(screen);
    saved_toast(screen);
    keys_sheet(screen);
    confirmation(screen);
    removal_sheet(screen);
    acknowledge_sheet(screen);
    crisis_card(screen);
    look_after_typing(screen);
    look_after_tool(screen);
    look_after_trends(screen);
    state.hand_over();
}

Look App::look_for(const Look& display) const {
    using Wish = model::Settings::ThemeWish;
    const model::Settings& settings = state_->shown.settings;
    Look look = display;
    look.text_size = static_cast<float>(settings.text_size);
    if (settings.theme != Wish::system) {
        look.theme = settings.theme == Wish::dark ? ThemeKind::dark : ThemeKind::light;
    }
    look.reduced_motion = display.reduced_motion || settings.reduced_motion;
    return look;
}

void App::suspend() {
    State& state = *state_;
    NoteForm& note = state.local.note;
    if (note.unsaved && note.day) {
        note.unsaved = false;
        state.post(
            model::SetNote{.day = *note.day, .note = note.text, .is_private = note.is_private});
    }
    if (const auto kept = unkept(state.shown, state.local.typing)) state.post(*kept);
    if (const auto kept = unkept(state.local.composer)) state.post(*kept);
    if (state.local.tell.unsaved) {
        state.post(model::KeepRiskWords{state.local.tell.words});
    }
    for (model::AnswerIntake& answer : take_unsaved(state.local.intake)) {
        state.post(std::move(answer));
    }
    state.post(model::Lock{});
    state.hand_over();
}

}  // namespace evenkeel::ui
