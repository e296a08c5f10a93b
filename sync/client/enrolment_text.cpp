#include "sync/client/enrolment_text.h"

#include "core/domain/practice_words.h"

namespace evenkeel::client {
namespace {

constexpr const char* client_text =
    "What is shared: your check-ins, your screen time and your daily answers about agreements go "
    "to "
    "your care team at this practice. They are locked on this device first; the server, and "
    "whoever "
    "runs it, cannot read them.\n"
    "What stays private: journal pages, until you share a page. Anything you mark private stays on "
    "your own devices, and nobody at the practice can open it.\n"
    "What cannot be private: if you choose \"Tell my clinician\" beside the numbers to call, your "
    "care team reads it, whatever you share otherwise. You are told so again before.\n";

constexpr const char* client_end =
    " If you are in danger, call your local emergency number.\n"
    "How to stop: pause sharing or leave whenever you like, also without a network. What was "
    "shared "
    "before stays in the practice's records. You can always take a copy of all your data.";

constexpr const char* clinician_text =
    "You join this practice's staff. An admin confirms your device; then clients can be added to "
    "your caseload. What you open in a client's record is noted there, and the client may read "
    "it.\n"
    "To stop, ask an admin to take your devices off the staff list.";

constexpr const char* device_text =
    "This device joins the ones you already use and will hold the same records. Your other device "
    "confirms it at its next sync. Compare the number both show.\n"
    "To stop, remove this device from any of your other devices.";

}  // namespace

std::string joining_text(trust::InviteRole role, const std::optional<PracticePolicy>& policy) {
    switch (role) {
        case trust::InviteRole::client:
            return client_text + nobody_watches(policy) + client_end;
        case trust::InviteRole::clinician:
            return clinician_text;
        case trust::InviteRole::device:
            break;
    }
    return device_text;
}

}  // namespace evenkeel::client
