// `show` and `caseload`: reading, for both sides.
#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "app/model/arrivals.h"
#include "app/model/caseload.h"
#include "app/model/day_book.h"
#include "app/model/phrases.h"
#include "core/store/entries.h"
#include "core/store/sync_store.h"
#include "sync/client/arrivals.h"
#include "sync/client/server_clock.h"

namespace evenkeel::cli {

namespace {

struct ShowOptions {
    std::string from, to, client_name;
};

struct Range {
    Day first, last;
};

// `show days` without dates is the last four weeks.
constexpr std::int32_t days_shown = 28;

Result<Range> read_range(store::Store& store, const ShowOptions& options, std::int32_t days) {
    TRY_ASSIGN(const Day now_day, store::today(store));
    Range range{.first = now_day, .last = now_day};
    if (!options.to.empty()) {
        TRY_ASSIGN(range.last, parse_date(options.to));
    }
    range.first = range.last + (1 - days);
    if (!options.from.empty()) {
        TRY_ASSIGN(range.first, parse_date(options.from));
    }
    if (range.first > range.last) {
        return Error(ErrorCode::invalid_input, "The first day is after the last.");
    }
    return range;
}

Result<void> show_days(Session& session, const ShowOptions& options, std::int32_t days) {
    TRY_ASSIGN(const VaultId record, session.open_record(options.client_name, ViewedSection::days));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const Range range, read_range(profile->store(), options, days));
    TRY_ASSIGN(const auto book, model::read_days(*profile, record, range.first, range.last));
    nlohmann::json list = nlohmann::json::array();
    for (const insight::DaySummary& day : book.days) {
        session.say(day_line(day));
        list.push_back(day_json(day));
    }
    nlohmann::json boundaries = nlohmann::json::array();
    for (const BoundaryStanding& standing : book.boundaries.standings) {
        const bool live =
            standing.state != BoundaryState::withdrawn && standing.state != BoundaryState::declined;
        if (live) session.say(boundary_lines(book.boundaries, standing));
        boundaries.push_back(boundary_json(book.boundaries, standing));
    }
    session.print({{"days", list}, {"boundaries", boundaries}});
    return {};
}

Result<void> show_sync(Session& session) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    store::SyncStore sync(profile->store());
    TRY_ASSIGN(const std::size_t pending, sync.pending_entries());
    TRY_ASSIGN(const std::size_t quarantined, sync.quarantined_count());
    TRY_ASSIGN(const std::size_t held, sync.held_deletions());
    TRY_ASSIGN(const auto parked, sync.parked_reasons());
    session.say(pending == 0 ? "Everything here is on the server."
                             : std::to_string(pending) +
                                   " entries on this device only; will be sent when online.");
    TRY_ASSIGN(const auto clock, client::ServerClock::load(profile->store()));
    TRY_ASSIGN(const auto until, sync.quarantined_until());
    if (clock.ahead_ms()) session.say(model::clock_line(*clock.ahead_ms()));
    if (until) session.say(model::early_line(quarantined, *until));
    for (const std::string& reason : parked) session.say("Set aside: " + reason);
    TRY_ASSIGN(const auto arrivals, model::arrival_sentences(*profile));
    for (const std::string& arrival : arrivals) session.say(arrival);
    session.print({{"pending", pending},
                   {"clock_ahead_ms", clock.ahead_ms().value_or(0)},
                   {"quarantined", quarantined},
                   {"deletions_held", held},
                   {"parked", parked},
                   {"arrivals", arrivals}});
    return client::arrivals_seen(profile->store());
}

Result<void> show_caseload(Session& session) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    if (self.role == Role::client) {
        return Error(ErrorCode::invalid_input, "The caseload is for clinicians.");
    }
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto lines, model::caseload(*profile, self));
    const model::Moment now{.instant = session.clock().now(), .zone = session.clock().zone_name()};
    nlohmann::json clients = nlohmann::json::array();
    for (const model::CaseloadLine& line : lines) {
        const std::string last = line.last_day ? print_date(*line.last_day) : "never";
        const bool says_more = line.intake_due && line.need != model::Need::intake_due;
        const std::string waits = model::need_words(line.risk, now);
        session.say(line.name.reveal() + "  " +
                    (waits.empty() ? model::describe(line.need).text : waits) +
                    (says_more ? ", intake due" : "") + "  last entry " + last + ", logged " +
                    std::to_string(line.days_logged_of_28) + " of 28 days");
        clients.push_back({{"name", line.name.reveal()},
                           {"vault_id", to_hex(line.record)},
                           {"needs", model::describe(line.need).text},
                           {"last_day", line.last_day ? nlohmann::json(last) : nullptr},
                           {"days_logged_of_28", line.days_logged_of_28},
                           {"proposals_waiting", line.proposals_waiting},
                           {"risks_waiting", line.risk.waiting},
                           {"intake_due", line.intake_due},
                           {"confirmed", line.confirmed}});
    }
    if (lines.empty())
        session.say("No clients yet. Invite one: evenkeel-cli invite client --name …");
    session.print({{"clients", clients}});
    return {};
}

void add_days(CLI::App& show, const Chosen& choose, const char* name, const char* help,
              std::int32_t days) {
    CLI::App* command = show.add_subcommand(name, help);
    auto options = std::make_shared<ShowOptions>();
    command->add_option("--from", options->from, "First day")->type_name("DATE");
    command->add_option("--to", options->to, "Last day")->type_name("DATE");
    command->add_option("--client", options->client_name, "Clinicians: whose")->type_name("NAME");
    command->callback(
        [=] { choose([=](Session& session) { return show_days(session, *options, days); }); });
}

}  // namespace

void add_show_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* show = app.add_subcommand("show", "What was logged, and where things stand");
    show->require_subcommand(1);
    add_days(*show, choose, "today", "Today", 1);
    add_days(*show, choose, "week", "The last seven days", 7);
    add_days(*show, choose, "days", "The last four weeks, or --from and --to", days_shown);
    show->add_subcommand("sync", "What is on this device only")->callback([=] {
        choose([](Session& session) { return show_sync(session); });
    });
    add_trends(*show, choose);
    add_access_log(*show, choose);
    app.add_subcommand("caseload", "Your clients, those who need you first")->callback([=] {
        choose([](Session& session) { return show_caseload(session); });
    });
}

}  // namespace evenkeel::cli
