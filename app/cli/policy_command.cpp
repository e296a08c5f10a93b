// `practice policy`: what a practice tells all its clients.
#include "app/cli/commands.h"
#include "app/model/risk.h"
#include "core/domain/practice_words.h"
#include "sync/client/practice_policy.h"
#include "sync/client/staff.h"

#include <charconv>

namespace evenkeel::cli {

namespace {

struct PolicyOptions {
    std::optional<std::uint32_t> reply_days;
    bool no_promise = false;
    std::string who, check, out_of_hours;
    bool no_plan = false;
    std::vector<std::string> numbers;
    bool no_numbers = false;
    std::string colleagues;  // "client" or "practice": who lets them into a record

    [[nodiscard]] bool changes_safety() const {
        return !who.empty() || !check.empty() || !out_of_hours.empty() || no_plan ||
               !numbers.empty() || no_numbers;
    }
};

Result<void> read_check(const std::string& text, model::SafetyForm& form) {
    if (text == "weekdays") {
        form.rhythm = CheckRhythm::every_weekday;
    } else if (text == "session") {
        form.rhythm = CheckRhythm::before_session;
    } else {
        const auto read = std::from_chars(text.data(), text.data() + text.size(), form.days);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
            return Error(ErrorCode::invalid_input,
                         "How often is weekdays, session, or a number of days.");
        }
        form.rhythm = CheckRhythm::within_days;
    }
    return {};
}

// "NAME|NUMBER|HOURS", the last of which may be left out.
model::SafetyForm::Number read_number(const std::string& text) {
    const auto first = std::min(text.find('|'), text.size());
    const auto second = std::min(text.find('|', first + 1), text.size());
    const auto part = [&](std::size_t from, std::size_t to) {
        return from < to ? text.substr(from, to - from) : std::string();
    };
    return {part(0, first), part(first + 1, second), part(second + 1, text.size())};
}

// What is not said stays as it is.
Result<void> change_safety(store::Store& store, const client::Identity& self,
                           const PolicyOptions& options) {
    TRY_ASSIGN(const auto before, client::policy_in(store, self.practice_vault));
    model::SafetyForm form = model::form_of(before);
    if (options.no_plan) {
        form.who.clear();
        form.out_of_hours.clear();
    }
    if (!options.who.empty()) form.who = options.who;
    if (!options.out_of_hours.empty()) form.out_of_hours = options.out_of_hours;
    if (!options.check.empty()) TRY(read_check(options.check, form));
    if (options.no_numbers || !options.numbers.empty()) form.numbers.clear();
    for (const std::string& number : options.numbers) form.numbers.push_back(read_number(number));
    return model::save_safety(store, self, form);
}

nlohmann::json print_numbers(const Session& session, const std::optional<PracticePolicy>& said) {
    nlohmann::json numbers = nlohmann::json::array();
    for (const model::OwnNumber& number : model::own_numbers(said)) {
        session.say("To call: " + number.name + "  " + number.number + "  " + number.hours);
        numbers.push_back(
            {{"name", number.name}, {"number", number.number}, {"hours", number.hours}});
    }
    return numbers;
}

void print_policy(const Session& session, const std::optional<PracticePolicy>& said,
                  bool clients_approve) {
    nlohmann::json days;
    if (said && said->reply_days) {
        days = *said->reply_days;
        session.say("Shared pages are answered within " +
                    model::count_of(*said->reply_days, "day", "days") + ".");
    } else {
        session.say("No time is promised for answers to shared pages.");
    }
    nlohmann::json plan;
    if (answers_for_safety(said)) {
        session.say("What clients share is looked at " + check_words(*said->plan) +
                    ". At night and at weekends: " + said->plan->out_of_hours.reveal());
        plan = {{"check", check_words(*said->plan)},
                {"who", said->plan->who.reveal()},
                {"out_of_hours", said->plan->out_of_hours.reveal()}};
    } else {
        session.say(
            "Nobody is named who looks at what clients tell about their safety, so they "
            "cannot tell it here.");
    }
    const nlohmann::json numbers = print_numbers(session, said);
    session.say(
        clients_approve
            ? "A colleague comes into a client's record by the client's own word."
            : "A colleague comes into a client's record by whoever of the practice is in it; "
              "the client is told.");
    session.print({{"reply_days", days},
                   {"safety_plan", plan},
                   {"numbers", numbers},
                   {"clients_approve", clients_approve}});
}

Result<void> policy(Session& session, const PolicyOptions& options) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const client::Identity self, session.identity());
    store::Store& store = profile->store();
    if (options.changes_safety()) TRY(change_safety(store, self, options));
    if (options.reply_days || options.no_promise) {
        TRY(client::promise_replies(store, self, options.reply_days));
    }
    if (!options.colleagues.empty()) {
        TRY(client::set_client_approval(*profile, options.colleagues == "client"));
    }
    const VaultId vault = self.role == Role::client ? self.care_vault : self.practice_vault;
    TRY_ASSIGN(const auto said, client::policy_in(store, vault));
    TRY_ASSIGN(const bool clients_approve, client::clients_approve(*profile));
    print_policy(session, said, clients_approve);
    return {};
}

}  // namespace

void add_policy_command(CLI::App& practice, const Chosen& choose) {
    CLI::App* command = practice.add_subcommand(
        "policy",
        "What the practice tells all its clients, as it is now; with an option, change it");
    auto options = std::make_shared<PolicyOptions>();
    auto* days = command->add_option("--reply-days", options->reply_days,
                                     "Shared pages are answered within so many days");
    command->add_flag("--no-promise", options->no_promise, "Promise no time")->excludes(days);
    auto* who = command->add_option("--checked-by", options->who,
                                    "Who looks at what clients share and tell about their safety");
    command->add_option("--check", options->check, "How often: weekdays, session, or N days")
        ->type_name("HOW");
    auto* hours = command->add_option("--out-of-hours", options->out_of_hours,
                                      "What happens at night and at weekends");
    command->add_flag("--no-plan", options->no_plan, "Name nobody: clients cannot tell it here")
        ->excludes(who)
        ->excludes(hours);
    auto* number = command
                       ->add_option("--number", options->numbers,
                                    "A number of your own to call; may be given again")
                       ->type_name("NAME|NUMBER|HOURS");
    command->add_flag("--no-numbers", options->no_numbers, "Give no numbers")->excludes(number);
    command
        ->add_option(
            "--colleagues-by", options->colleagues,
            "Admins: who lets a colleague into a record, client or practice. A record that "
            "asks its client goes on asking")
        ->check(CLI::IsMember({"client", "practice"}))
        ->type_name("WHO");
    command->callback([=] { choose([=](Session& session) { return policy(session, *options); }); });
}

}  // namespace evenkeel::cli
