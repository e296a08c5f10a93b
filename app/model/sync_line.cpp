// One sentence about sync that never claims more than the report does.
#include "app/model/views.h"
#include "core/words/tr.h"

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
    if (report.state == client::SyncState::refused) {
        return tr("The server did not take everything. It is kept on this device.");
    }
    if (report.pending == 0) {
        // Said only after a turn ended: until then nobody knows what the server has.
        if (report.state == client::SyncState::settled && report.last_success) {
            return tr("Everything here is with your practice's server.");
        }
        if (report.state == client::SyncState::offline) {
            return tr("No network. Nothing here waits to be sent.");
        }
        return tr("Saved on this device. Looking for news.");
    }
    switch (report.state) {
        case client::SyncState::offline:
            return tr_n("Saved on this device. {0} entry waits for the network.",
                        "Saved on this device. {0} entries wait for the network.", report.pending);
        case client::SyncState::sending:
            return tr_n("Saved on this device. Sending {0} entry.",
                        "Saved on this device. Sending {0} entries.", report.pending);
        default:
            return tr_n("Saved on this device. {0} entry waits to be sent.",
                        "Saved on this device. {0} entries wait to be sent.", report.pending);
    }
}

}  // namespace

SyncLine sync_line(const client::SyncReport& report, bool confirmed, const Moment& now) {
    SyncLine line{.state = state_of(report.state),
                  .pending = report.pending,
                  .sentence = sentence_of(report),
                  .details = {}};
    if (!confirmed) {
        line.details.emplace_back(tr("Your practice has not confirmed this device yet."));
    }
    if (!report.why.empty()) line.details.push_back(tr_known(report.why));
    if (report.last_success) {
        line.details.push_back(tr("Last synced {0}.", relative_moment(*report.last_success, now)));
    }
    if (report.clock_ahead_ms) line.details.push_back(clock_line(*report.clock_ahead_ms));
    if (report.quarantined_until) {
        line.details.push_back(early_line(report.quarantined, *report.quarantined_until));
    }
    if (report.deletions_held > 0) {
        line.details.push_back(tr_n("{0} deletion came at once and waits for your answer.",
                                    "{0} deletions came at once and wait for your answer.",
                                    report.deletions_held));
    }
    if (report.parked > 0) {
        line.details.push_back(tr_n("{0} entry cannot be read by this version and is set aside.",
                                    "{0} entries cannot be read by this version and are set aside.",
                                    report.parked));
    }
    line.details.insert(line.details.end(), report.notices.begin(), report.notices.end());
    return line;
}

}  // namespace evenkeel::model
