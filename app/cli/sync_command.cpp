// `sync`: sending and receiving.
#include "app/cli/commands.h"
#include "app/model/arrivals.h"
#include "app/model/phrases.h"
#include "app/model/risk.h"
#include "app/model/tools.h"
#include "core/store/sync_store.h"
#include "sync/client/arrivals.h"

namespace evenkeel::cli {

namespace {

// Until settled, a person at a terminal waits at most this long.
constexpr std::int64_t sync_wait_ms_max = 5 * ms_per_minute;
constexpr std::int64_t sync_once_ms_max = 90 * ms_per_second;

const char* state_word(client::SyncState state) {
    switch (state) {
        case client::SyncState::offline:
            return "offline";
        case client::SyncState::waiting:
            return "waiting";
        case client::SyncState::sending:
            return "sending";
        case client::SyncState::settled:
            return "settled";
        case client::SyncState::refused:
            return "refused";
    }
    return "waiting";
}

std::string entries(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " entry" : " entries");
}

void tell(Session& session, const client::SyncReport& report,
          const std::vector<std::string>& arrivals) {
    for (const std::string& arrival : arrivals) session.say(arrival);
    if (report.sent > 0) session.say("Sent " + entries(report.sent) + ".");
    if (report.received > 0) session.say("Received " + entries(report.received) + ".");
    if (report.pending > 0) {
        session.say(entries(report.pending) + " on this device only; will be sent when online.");
    } else {
        session.say("Nothing waits to be sent.");
    }
    if (report.clock_ahead_ms) session.say(model::clock_line(*report.clock_ahead_ms));
    if (report.quarantined_until) {
        session.say(model::early_line(report.quarantined, *report.quarantined_until));
    }
    if (report.deletions_held > 0) {
        session.say(std::to_string(report.deletions_held) +
                    " deletions came at once and wait for your word: `sync deletions`.");
    }
    if (report.unwanted > 0) {
        session.say("The server refused items of " + std::to_string(report.unwanted) +
                    (report.unwanted == 1 ? " other device" : " other devices") +
                    "; they are kept here, and offered to the next server.");
    }
    for (const std::string& notice : report.notices) session.say(notice);
    session.print({{"sent", report.sent},
                   {"received", report.received},
                   {"pending", report.pending},
                   {"state", state_word(report.state)},
                   {"why", report.why},
                   {"parked", report.parked},
                   {"quarantined", report.quarantined},
                   {"clock_ahead_ms", report.clock_ahead_ms.value_or(0)},
                   {"deletions_held", report.deletions_held},
                   {"unwanted", report.unwanted},
                   {"arrivals", arrivals},
                   {"bytes_up", report.bytes_up},
                   {"bytes_down", report.bytes_down},
                   {"turns", report.turns},
                   {"notices", report.notices}});
}

Result<client::SyncReport> run_turns(Session& session, bool wait) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    const std::int64_t wait_ms_max = wait ? sync_wait_ms_max : sync_once_ms_max;
    const auto transport = client::make_http_transport(self.server);
    client::SyncTurn turn(*profile, self, *transport);
    TRY_ASSIGN(auto report, turn.run_until_settled(wait_ms_max));
    if (report.erase_asked) return report;
    if (self.role != Role::client) TRY(model::note_risk_arrivals(profile->store()));
    // A colleague's review, or a client who is new: clients' records follow the register.
    TRY_ASSIGN(const std::size_t handed_out, model::hand_out_tools(*profile, self));
    if (handed_out == 0) return report;
    turn.hurry(session.clock().now());
    return turn.run_until_settled(wait_ms_max);
}

Result<void> sync(Session& session, bool wait) {
    TRY_ASSIGN(const auto report, run_turns(session, wait));
    if (report.erase_asked) {
        TRY(session.erase_profile());
        return Error(ErrorCode::refused,
                     "This device was removed. It erased what it held, as it was asked to.");
    }
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto arrivals, model::arrival_sentences(*profile));
    tell(session, report, arrivals);
    TRY(client::arrivals_seen(profile->store()));
    if (report.state == client::SyncState::offline) {
        return Error(ErrorCode::no_network,
                     "The server cannot be reached. Everything is kept and will be sent later.");
    }
    if (report.state == client::SyncState::refused) {
        return Error(ErrorCode::refused,
                     "The server did not take everything; what it refused is kept on this device.");
    }
    return {};
}

Result<void> answer_deletions(Session& session, bool apply) {
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY(store::SyncStore(profile->store()).answer_held_deletions(apply));
    session.say(apply ? "Applied; they can be restored from the trash for 30 days."
                      : "Not applied on this device.");
    return {};
}

}  // namespace

void add_sync_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* command =
        app.add_subcommand("sync", "Send and receive; everything else works offline");
    auto wait = std::make_shared<bool>(false);
    command->add_flag("--wait", *wait, "Go on until nothing is left to send or receive");
    command->require_subcommand(0, 1);
    command->callback([=] {
        if (!command->get_subcommands().empty()) return;
        choose([=](Session& session) { return sync(session, *wait); });
    });
    CLI::App* deletions =
        command->add_subcommand("deletions", "Answer for many deletions that came at once");
    auto answer = std::make_shared<std::string>();
    deletions->add_option("answer", *answer, "apply or keep")
        ->required()
        ->check(CLI::IsMember({"apply", "keep"}));
    deletions->callback([=] {
        choose([=](Session& session) { return answer_deletions(session, *answer == "apply"); });
    });
}

}  // namespace evenkeel::cli
