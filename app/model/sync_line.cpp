// One sentence about sync that never claims more than the report does.
#include "app/model/views.h"

namespace evenkeel::model {

namespace {

SyncLineState state_of(client::SyncState state) {
    switch (state) {
        case client::SyncState::offline:
            return SyncLineState::offline;
        case client::SyncState::waiting:
            return SyncLineState::waiting;
        case client::SyncState::sending:
            return SyncLineState::sending;
        case client::SyncState::settled:
            return SyncLineState::settled;
        case client::SyncState::refused:
            return SyncLineState::refused;
    }
    return SyncLineState::waiting;
}

std::string sentence_of(const client::SyncReport& report) {
    const std::string entries = count_of(report.pending, "entry", "entries");
    const std::string wait = report.pending == 1 ? " waits" : " wait";
    if (report.state == client::SyncState::refused) {
        return "The server did not take everything. It is kept on this device.";
    }
    if (report.pending == 0) {
        // Said only after a turn ended: until then nobody knows what the server has.
        if (report.state == client::SyncState::settled && report.last_success) {
            return "Everything here is with your practice's server.";
        }
        if (report.state == client::SyncState::offline) {
            return "No network. Nothing here waits to be sent.";
        }
        return "Saved on this device. Looking for news.";
    }
    switch (report.state) {
        case client::SyncState::offline:
            return "Saved on this device. " + entries + wait + " for the network.";
        case client::SyncState::sending:
            return "Saved on this device. Sending " + entries + ".";
        default:
            return "Saved on this device. " + entries + wait + " to be sent.";
    }
}

}  // namespace

SyncLine sync_line(const client::SyncReport& report, bool confirmed, const Moment& now) {
    SyncLine line{.state = state_of(report.state),
                  .pending = report.pending,
                  .sentence = sentence_of(report),
                  .details = {}};
    if (!confirmed) {
        line.details.emplace_back("Your practice has not confirmed this device yet.");
    }
    if (!report.why.empty()) line.details.push_back(report.why);
    if (report.last_success) {
        line.details.push_back("Last synced " + relative_moment(*report.last_success, now) + ".");
    }
    if (report.clock_ahead_ms) line.details.push_back(clock_line(*report.clock_ahead_ms));
    if (report.quarantined_until) {
        line.details.push_back(early_line(report.quarantined, *report.quarantined_until));
    }
    if (report.deletions_held > 0) {
        line.details.push_back(count_of(report.deletions_held, "deletion", "deletions") +
                               " came at once and wait for your answer.");
    }
    if (report.parked > 0) {
        line.details.push_back(count_of(report.parked, "entry", "entries") +
                               " cannot be read by this version and are set aside.");
    }
    line.details.insert(line.details.end(), report.notices.begin(), report.notices.end());
    return line;
}

}  // namespace evenkeel::model
