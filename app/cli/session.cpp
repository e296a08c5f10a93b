#include "app/cli/session.h"

#include "app/model/caseload.h"
#include "app/model/coming_reminders.h"
#include "app/model/outside_answers.h"
#include "app/model/risk.h"
#include "app/model/settings.h"
#include "core/domain/local_time.h"
#include "core/store/record_views.h"
#include "platform/ports.h"
#include "platform/terminal.h"
#include "sync/client/enrolment.h"
#include "sync/client/practice_policy.h"
#include "sync/client/wiped.h"

#include <cstdlib>
#include <iostream>

namespace evenkeel::cli {

namespace {

// The system's clock, or in tests and demos one that stands where it was set.
class SettableClock final : public Clock {
public:
    explicit SettableClock(std::unique_ptr<Clock> system)
        : system_(std::move(system)), zone_(system_->zone_name()) {}
    void set(Instant now) { now_ = now; }
    Instant now() const override { return now_ ? *now_ : system_->now(); }
    std::string zone_name() const override { return zone_; }

private:
    std::unique_ptr<Clock> system_;
    std::optional<Instant> now_;
    std::string zone_;
};

bool test_mode() {
    const char* flag = std::getenv("EVENKEEL_TEST_CLOCK");
    return flag != nullptr && std::string_view(flag) == "1";
}

}  // namespace

struct Session::State {
    std::unique_ptr<SettableClock> clock;
    std::unique_ptr<Random> random;
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<client::Profile> profile;
};

Session::Session(Options options)
    : options_(std::move(options)), state_(std::make_unique<State>()) {}

Session::~Session() = default;

Result<void> Session::prepare_ports() {
    if (state_->clock) return {};
    state_->clock = std::make_unique<SettableClock>(platform::make_system_clock());
    state_->random = platform::make_system_random();
    state_->secrets = platform::make_secret_store();
    if (options_.profile.empty()) {
        const auto folder = platform::default_data_folder();
        if (!folder) {
            return Error(ErrorCode::not_found,
                         "The system names no home folder: give --profile DIR.");
        }
        options_.profile = *folder;
    }
    if (options_.now.empty()) return {};
    if (!test_mode()) {
        return Error(ErrorCode::invalid_input, "--now works only with EVENKEEL_TEST_CLOCK=1.");
    }
    TRY_ASSIGN(const Instant now, parse_rfc3339(options_.now));
    state_->clock->set(now);
    return {};
}

Result<std::function<void(Instant)>> Session::movable_clock() {
    if (!test_mode()) {
        return Error(ErrorCode::refused, "Invented days are only for demonstrations.");
    }
    TRY(prepare_ports());
    return std::function<void(Instant)>([this](Instant now) { state_->clock->set(now); });
}

Result<std::string> Session::passphrase(bool is_new, const std::string& file) {
    if (!file.empty()) {
        constexpr std::size_t passphrase_file_bytes_max = 4096;
        TRY_ASSIGN(std::string text, read_file(file, passphrase_file_bytes_max));
        return text.substr(0, text.find_first_of("\r\n"));
    }
    TRY_ASSIGN(std::string first,
               platform::ask_hidden(is_new ? "New passphrase: " : "Passphrase: "));
    if (!is_new) return first;
    TRY_ASSIGN(const std::string second, platform::ask_hidden("Once more: "));
    if (first != second) {
        return Error(ErrorCode::invalid_input, "The two passphrases are not the same.");
    }
    return first;
}

Result<client::Profile*> Session::profile() {
    if (state_->profile) return state_->profile.get();
    TRY(prepare_ports());
    if (!client::Profile::exists(options_.profile)) {
        return Error(
            ErrorCode::not_found,
            "There is no profile here yet: join a practice first, with the link you were given.");
    }
    TRY_ASSIGN(const std::string words, passphrase(false, options_.passphrase_file));
    auto opened = client::Profile::open(
        options_.profile, words,
        {.clock = *state_->clock, .random = *state_->random, .secrets = *state_->secrets});
    // One that was erased, now or before, still has to tell those who asked for it.
    (void)client::send_wipe_receipt(options_.profile).ok();
    TRY_ASSIGN(state_->profile, std::move(opened));
    return state_->profile.get();
}

Result<client::Profile*> Session::profile_or_new() {
    TRY(prepare_ports());
    if (client::Profile::exists(options_.profile)) return profile();
    TRY_ASSIGN(const std::string words, passphrase(true, options_.passphrase_file));
    TRY_ASSIGN(state_->profile, client::Profile::create(options_.profile, words,
                                                        {.clock = *state_->clock,
                                                         .random = *state_->random,
                                                         .secrets = *state_->secrets},
                                                        password_cost()));
    return state_->profile.get();
}

// Where no key store helps, only the cost of each guess protects the passphrase.
trust::PasswordCost Session::password_cost() const {
    if (test_mode()) return trust::password_cost_floor;
    return state_->secrets->available() ? trust::password_cost_desktop
                                        : trust::password_cost_passphrase;
}

Result<void> Session::change_passphrase(const std::string& new_file) {
    TRY(prepare_ports());
    TRY_ASSIGN(const std::string now, passphrase(false, options_.passphrase_file));
    TRY_ASSIGN(const auto opened, client::Profile::open(options_.profile, now,
                                                        {.clock = *state_->clock,
                                                         .random = *state_->random,
                                                         .secrets = *state_->secrets}));
    TRY_ASSIGN(const std::string chosen, passphrase(true, new_file));
    return opened->change_passphrase(now, chosen, password_cost());
}

Result<void> Session::erase_profile() {
    TRY(client::Profile::erase(std::move(state_->profile)));
    (void)client::send_wipe_receipt(options_.profile).ok();  // else with the next command
    return {};
}

Result<void> Session::erase_by_wish() {
    TRY(client::Profile::erase(std::move(state_->profile)));
    return client::Profile::remove_erased(options_.profile);
}

Result<client::Identity> Session::identity() {
    TRY_ASSIGN(client::Profile * opened, profile());
    TRY_ASSIGN(auto found, client::load_identity(opened->store()));
    if (!found) {
        // A join or a practice that was cut off half way is finished by whatever comes next.
        TRY_ASSIGN(auto resumed, client::resume_enrolment(*opened));
        if (resumed) return std::move(resumed->identity);
        return Error(
            ErrorCode::not_found,
            "This profile has not joined a practice yet: join one with the link you were given.");
    }
    return std::move(*found);
}

Result<VaultId> Session::record(const std::string& client_name) {
    TRY_ASSIGN(const client::Identity self, identity());
    if (self.role == Role::client) {
        if (!client_name.empty()) {
            return Error(ErrorCode::invalid_input, "--client is for clinicians.");
        }
        // What was answered at a reminder comes first, as it did.
        model::RecordDesk desk(*state_->profile, self.care_vault);
        TRY(model::take_outside_answers(options_.profile, desk));
        return self.care_vault;
    }
    if (client_name.empty()) {
        return Error(ErrorCode::invalid_input, "Say which client: --client NAME.");
    }
    return model::find_client(*state_->profile, self, client_name);
}

Result<std::string> Session::folder() {
    TRY(prepare_ports());
    return options_.profile;
}

Result<VaultId> Session::open_record(const std::string& client_name, ViewedSection section) {
    TRY_ASSIGN(const VaultId opened, record(client_name));
    TRY(note_view(opened, section));
    return opened;
}

Result<void> Session::note_view(VaultId record, ViewedSection section) {
    TRY_ASSIGN(const client::Identity self, identity());
    if (self.role == Role::client || record == self.practice_vault) return {};
    return store::note_view(state_->profile->store(), record, section, self.user);
}

Result<void> Session::keep_what_is_outside() {
    if (!state_->profile) return {};
    client::Profile& profile = *state_->profile;
    TRY_ASSIGN(const auto self, client::load_identity(profile.store()));
    if (!self) return {};
    const bool is_client = self->role == Role::client;
    TRY_ASSIGN(
        const auto policy,
        client::policy_in(profile.store(), is_client ? self->care_vault : self->practice_vault));
    TRY(model::keep_own_numbers(options_.profile, policy));
    if (!is_client) return {};
    TRY_ASSIGN(const model::Settings settings, model::read_settings(profile.store(), {}));
    TRY_ASSIGN(const Day today, logical_day(state_->clock->now(), state_->clock->zone_name()));
    model::RecordDesk desk(profile, self->care_vault);
    model::ReminderFiles files(options_.profile, *state_->secrets, *state_->random);
    return model::keep_reminders(desk, today, settings, files);
}

void Session::say(const std::string& text) const {
    if (!options_.json) std::cout << text << "\n";
}

void Session::print(const nlohmann::json& document) const {
    if (options_.json) std::cout << document.dump(2) << "\n";
}

const Clock& Session::clock() const { return *state_->clock; }
Random& Session::random() const { return *state_->random; }

}  // namespace evenkeel::cli
