// From no profile to an open one, and back: first run, unlocking, joining, locking.
#include "app/model/consents.h"
#include "app/model/engine_state.h"
#include "app/model/error_words.h"
#include "app/model/outside_answers.h"
#include "app/model/settings.h"
#include "core/base/files.h"
#include "core/store/sync_store.h"
#include "core/words/tr.h"
#include "sync/client/wiped.h"

namespace evenkeel::model {

namespace {

Error not_now() { return {ErrorCode::refused, "That is not possible here; nothing was changed."}; }

// A profile that cannot be used is said for good; what a person can mend leaves them where they
// are.
bool is_final(ErrorCode code) {
    return code == ErrorCode::damaged || code == ErrorCode::unsupported;
}

// What a person pasted, or what is in the file they named instead.
Result<std::string> link_in(const std::string& link_or_file) {
    constexpr std::size_t file_bytes_max = 4096;  // a link and a line's end, generously
    if (!file_exists(link_or_file)) return link_or_file;
    TRY_ASSIGN(const Bytes bytes, read_whole_file(link_or_file, file_bytes_max));
    std::string link = to_string(bytes);
    while (!link.empty() && static_cast<unsigned char>(link.back()) <= ' ') link.pop_back();
    return link;
}

// The key store is asked only now: it may take a second to say that it is not there.
trust::PasswordCost cost_of_passphrase(const EngineSetup& setup) {
    if (setup.cost) return *setup.cost;
    return setup.ports.secrets.available() ? trust::password_cost_desktop
                                           : trust::password_cost_passphrase;
}

// Sentences that were made before are made anew.
void forget_words(EngineState& state) {
    state.people.reset();
    state.opened.reset();
    state.drafts.reset();
    state.saved.reset();
    if (state.desk) state.desk->forget();
}

Result<void> open_desk(EngineState& state) {
    TRY_ASSIGN(state.today, logical_day(state.now(), state.zone()));
    state.shown = state.today;
    state.stage = state.is_client() ? Stage::client : Stage::clinician;
    if (state.is_client()) {
        TRY(write_wish(state.profile->store(), state.self->care_vault));
        state.desk.emplace(*state.profile, state.self->care_vault);
        TRY(take_outside_answers(state.setup.profile_directory, *state.desk));
    }
    choose_language(state);
    TRY(begin_counting(state));
    TRY(look_after_safety(state));
    begin_syncing(state);
    return {};
}

}  // namespace

void choose_language(EngineState& state) {
    const bool is_clinician = state.self && !state.is_client();
    const Language chosen =
        is_clinician ? Language::english : language_of(state.settings, state.setup.locale);
    if (chosen == spoken()) return;
    speak(chosen);
    forget_words(state);
}

void begin_syncing(EngineState& state) {
    state.transport = state.setup.connect(state.self->server);
    state.turn = std::make_unique<client::SyncTurn>(*state.profile, *state.self, *state.transport);
    state.report = {};
    state.report_is_old = true;
}

void start(EngineState& state) {
    state.settings = read_look(state.setup.profile_directory);
    choose_language(state);
    const bool exists = client::Profile::exists(state.setup.profile_directory);
    state.stage = exists ? Stage::locked : Stage::first_run;
    state.last_touch = state.now();
}

Result<void> enter(EngineState& state) {
    store::Store& store = state.profile->store();
    TRY_ASSIGN(state.settings, read_settings(store, state.settings));
    TRY_ASSIGN(state.self, client::load_identity(store));
    state.stage = Stage::unenrolled;
    if (!state.self) {
        // A join that a crash or a lost answer cut off is finished now, or told and tried later.
        TRY_ASSIGN(auto resumed, client::resume_enrolment(*state.profile, state.setup.connect));
        if (!resumed) return {};
        state.self = std::move(resumed->identity);
        state.safety_number = resumed->safety_number;
    }
    TRY(open_desk(state));
    TRY(find_sheet(state));
    if (state.sheet) {
        state.stage = Stage::founded;
    } else if (!state.safety_number.empty()) {
        state.stage = Stage::joined;
    }
    return {};
}

void close_profile(EngineState& state) {
    if (!state.profile && !state.self) return;
    close_counting(state);
    follow_reminders(state);
    state.attention.reset();
    state.can_show.reset();
    state.turn.reset();
    state.transport.reset();
    state.desk.reset();
    state.self.reset();
    state.profile.reset();
    state.people.reset();
    state.shared.reset();
    state.opened.reset();
    forget_clients(state);
    state.trends_days = 0;
    state.tools_shown = false;
    state.drafting.forget();
    state.administration_shown = false;
    state.administered.reset();
    state.access_saved_to.clear();
    state.archive.reset();
    state.practice.clear();
    state.drafts.reset();
    state.undo_draft.reset();
    state.invite.reset();
    state.safety_number.clear();
    state.sheet.reset();
    state.exported_to.clear();
    state.issued.reset();
    state.saved.reset();
    state.undo_record.reset();
    state.report = {};
    state.reminder_due = never;
    state.newest.reset();
    state.stage = Stage::locked;
    state.changed = true;
    choose_language(state);
}

Result<void> perform(EngineState& state, const CreateProfile& asked) {
    if (state.stage != Stage::first_run) return not_now();
    TRY_ASSIGN(state.profile,
               client::Profile::create(state.setup.profile_directory, asked.passphrase,
                                       state.setup.ports, cost_of_passphrase(state.setup)));
    return enter(state);
}

Result<void> perform(EngineState& state, const Unlock& asked) {
    if (state.stage != Stage::locked) return not_now();
    auto opened =
        client::Profile::open(state.setup.profile_directory, asked.passphrase, state.setup.ports);
    // One that was erased, now or before, still has to tell those who asked for it.
    (void)client::send_wipe_receipt(state.setup.profile_directory, state.setup.connect).ok();
    if (!opened.ok() && is_final(opened.error().code())) {
        state.stage = Stage::failed;
        state.failure = error_words(opened.error().sentence());
        return {};
    }
    TRY_ASSIGN(state.profile, std::move(opened));
    state.errors.clear();  // of mistyped passphrases
    auto entered = enter(state);
    if (state.stage == Stage::locked) close_profile(state);
    return entered;
}

Result<void> perform(EngineState& state, const SetAside&) {
    if (state.stage != Stage::locked && state.stage != Stage::failed) return not_now();
    TRY_ASSIGN(const std::string name,
               client::Profile::set_aside(state.setup.profile_directory, state.setup.ports.clock));
    state.failure.clear();
    start(state);
    tell_saved(state, tr("What was here is set aside, as it was, in {0}", name));
    return {};
}

Result<void> perform(EngineState& state, const ChangePassphrase& asked) {
    TRY(need_member(state));
    TRY(state.profile->change_passphrase(asked.now, asked.chosen, cost_of_passphrase(state.setup)));
    tell_saved(state, tr("Your new passphrase opens this device from now on"));
    return {};
}

Result<void> perform(EngineState& state, const Lock&) {
    close_profile(state);
    return {};
}

Result<void> perform(EngineState& state, const FoundPractice& asked) {
    if (state.stage != Stage::unenrolled) return not_now();
    TRY(found_practice(state, asked));
    TRY(open_desk(state));
    state.stage = Stage::founded;
    return {};
}

Result<void> perform(EngineState& state, const PreviewInvite& asked) {
    if (state.stage != Stage::unenrolled && state.stage != Stage::invited) return not_now();
    TRY_ASSIGN(const std::string link, link_in(asked.link));
    TRY_ASSIGN(const auto preview,
               client::preview_invite(*state.profile, link, state.setup.connect));
    state.invite = InviteFacts{.as_client = preview.role == trust::InviteRole::client,
                               .as_device = preview.role == trust::InviteRole::device,
                               .practice = preview.practice_name,
                               .inviter = preview.inviter_name,
                               .sharing_text = preview.sharing_text,
                               .link = link};
    state.stage = Stage::invited;
    return {};
}

Result<void> perform(EngineState& state, const ForgetInvite&) {
    if (state.stage != Stage::invited) return not_now();
    state.invite.reset();
    state.stage = Stage::unenrolled;
    return {};
}

Result<void> perform(EngineState& state, const Join& asked) {
    const bool was_shown = state.stage == Stage::invited && state.invite->link == asked.link;
    if (!was_shown) {
        return Error(ErrorCode::refused, "Read what will be shared first; nothing was sent.");
    }
    TRY(keep_wish(state.profile->store(),
                  state.invite->as_client ? std::optional(asked.shared) : std::nullopt));
    TRY_ASSIGN(auto joined,
               client::join(*state.profile, asked.link, asked.name, state.setup.connect));
    state.self = std::move(joined.identity);
    state.safety_number = joined.safety_number;
    TRY(open_desk(state));
    state.invite.reset();
    state.stage = Stage::joined;
    return {};
}

Result<void> perform(EngineState& state, const Continue&) {
    if (state.stage != Stage::joined && state.stage != Stage::founded) return not_now();
    TRY(put_sheet_away(state));
    state.safety_number.clear();
    state.stage = state.is_client() ? Stage::client : Stage::clinician;
    return {};
}

Result<void> perform(EngineState& state, const ChangeSettings& asked) {
    TRY(validate(asked.settings));
    TRY(change_background(state, asked.settings));
    if (state.profile) TRY(write_settings(state.profile->store(), asked.settings));
    Settings settings = asked.settings;
    settings.own_numbers = state.settings.own_numbers;
    TRY(write_look(state.setup.profile_directory, settings));
    state.settings = std::move(settings);
    choose_language(state);
    return {};
}

Result<void> perform(EngineState& state, const Dismiss& asked) {
    std::erase_if(state.errors,
                  [&](const ErrorNotice& notice) { return notice.number == asked.notice; });
    if (state.saved && state.saved->number == asked.notice) {
        state.saved.reset();
        state.undo_record.reset();
    }
    return {};
}

}  // namespace evenkeel::model
