// The staff in the administration: roles, devices, and who leaves.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::StaffDevice;
using model::StaffLine;

constexpr Literal future_only = tr_later(
    "From now on the server refuses it, and what is written later cannot be read there. What it "
    "has already, it has.");

void remove_device(const Screen& screen, const StaffLine& line, const StaffDevice& device) {
    screen.local.confirmation = Confirmation{.title = tr("Remove this device of {0}?", line.name),
                                             .sentence = tr(future_only),
                                             .button = tr("Remove the device"),
                                             .intent = model::RemoveStaffDevice{device.id}};
}

void remove_colleague(const Screen& screen, const StaffLine& line) {
    screen.local.confirmation = Confirmation{
        .title = tr("Remove {0} from the practice?", line.name),
        .sentence =
            tr("All their devices are refused from now on, and each record they were in gets a new "
               "key as its people sync. What they have already, they have. Clients whom nobody "
               "else treats keep their records, and nobody of the practice reads on."),
        .button = tr("Remove them"),
        .intent = model::RemoveColleague{line.user}};
}

std::string role_question(const StaffLine& line) {
    if (line.is_admin) {
        return line.is_self ? tr("Make yourself a clinician without administration?")
                            : tr("Make {0} a clinician without administration?", line.name);
    }
    return line.is_self ? tr("Make yourself an admin?") : tr("Make {0} an admin?", line.name);
}

void change_role(const Screen& screen, const StaffLine& line) {
    screen.local.confirmation = Confirmation{
        .title = role_question(line),
        .sentence = line.is_admin
                        ? tr("The administration is closed to them from their next sync on.")
                        : tr("An admin invites and removes colleagues, sets holds and retention, "
                             "and can make others admins or take it from them."),
        .button = tr("Change the role"),
        .intent = model::SetStaffRole{.user = line.user, .admin = !line.is_admin}};
}

void devices(const Screen& screen, const StaffLine& line) {
    Ui& ui = screen.ui;
    constexpr std::size_t short_id_digits = 12;
    for (const StaffDevice& device : line.devices) {
        const std::string name = tr("Device {0}", to_hex(device.id).substr(0, short_id_digits));
        ui.scope(scope_of(device.id), [&] {
            ui.pair(name, device.this_one ? tr("This one") : "");
            if (device.this_one) return;
            ui.group("device", name, [&] {
                ui.flow([&] {
                    if (ui.button("remove", tr("Remove this device"), ButtonStyle::danger)) {
                        remove_device(screen, line, device);
                    }
                });
            });
        });
    }
}

void details(const Screen& screen, const StaffLine& line) {
    Ui& ui = screen.ui;
    devices(screen, line);
    if (line.is_last_admin) {
        ui.text(
            tr("The only admin: they can neither leave nor step down before another one is made."),
            TextStyle::caption, Tone::muted);
        return;
    }
    ui.flow([&] {
        if (ui.button("role", line.is_admin ? tr("Make clinician") : tr("Make admin"))) {
            change_role(screen, line);
        }
        if (!line.is_self &&
            ui.button("leave", tr("Remove from the practice"), ButtonStyle::danger)) {
            remove_colleague(screen, line);
        }
    });
}

}  // namespace

void staff_card(const Screen& screen, const std::vector<StaffLine>& staff) {
    Ui& ui = screen.ui;
    std::optional<UserId>& open = screen.local.administration.colleague;
    ui.card([&] {
        ui.heading(tr("Staff"), 3);
        for (const StaffLine& line : staff) {
            ui.scope(scope_of(line.user), [&] {
                const bool is_open = open == line.user;
                const std::string role =
                    line.is_admin ? tr_as("role", "Admin") : tr_as("role", "Clinician");
                if (ui.row("colleague",
                           {.title = line.is_self ? tr("{0} (you)", line.name) : line.name,
                            .detail = tr_n("{1}, {0} device", "{1}, {0} devices",
                                           line.devices.size(), role),
                            .chosen = is_open,
                            .opens = false})) {
                    open = is_open ? std::nullopt : std::optional(line.user);
                }
                if (is_open) {
                    ui.group("staff", line.name, [&] { details(screen, line); });
                }
            });
        }
    });
}

}  // namespace evenkeel::ui
