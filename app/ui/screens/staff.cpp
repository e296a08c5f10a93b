// The staff in the administration: roles, devices, and who leaves.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"

namespace evenkeel::ui {
namespace {

using model::StaffDevice;
using model::StaffLine;

constexpr std::string_view future_only =
    "From now on the server refuses it, and what is written later cannot be read there. What it "
    "has already, it has.";

void remove_device(const Screen& screen, const StaffLine& line, const StaffDevice& device) {
    screen.local.confirmation = Confirmation{.title = "Remove this device of " + line.name + "?",
                                             .sentence = std::string(future_only),
                                             .button = "Remove the device",
                                             .intent = model::RemoveStaffDevice{device.id}};
}

void remove_colleague(const Screen& screen, const StaffLine& line) {
    screen.local.confirmation =
        Confirmation{.title = "Remove " + line.name + " from the practice?",
                     .sentence =
                         "All their devices are refused from now on, and each record they were in "
                         "gets a new key as its people sync. What they have already, they have. "
                         "Clients whom nobody else treats keep their records, and nobody of the "
                         "practice reads on.",
                     .button = "Remove them",
                     .intent = model::RemoveColleague{line.user}};
}

void change_role(const Screen& screen, const StaffLine& line) {
    const std::string who = line.is_self ? "yourself" : line.name;
    screen.local.confirmation = Confirmation{
        .title = line.is_admin ? "Make " + who + " a clinician without administration?"
                               : "Make " + who + " an admin?",
        .sentence = line.is_admin
                        ? "The administration is closed to them from their next sync on."
                        : "An admin invites and removes colleagues, sets holds and retention, and "
                          "can make others admins or take it from them.",
        .button = "Change the role",
        .intent = model::SetStaffRole{.user = line.user, .admin = !line.is_admin}};
}

void devices(const Screen& screen, const StaffLine& line) {
    Ui& ui = screen.ui;
    constexpr std::size_t short_id_digits = 12;
    for (const StaffDevice& device : line.devices) {
        const std::string name = "Device " + to_hex(device.id).substr(0, short_id_digits);
        ui.scope(scope_of(device.id), [&] {
            ui.pair(name, device.this_one ? "This one" : "");
            if (device.this_one) return;
            ui.group("device", name, [&] {
                ui.flow([&] {
                    if (ui.button("remove", "Remove this device", ButtonStyle::danger)) {
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
        ui.text("The only admin: they can neither leave nor step down before another one is made.",
                TextStyle::caption, Tone::muted);
        return;
    }
    ui.flow([&] {
        if (ui.button("role", line.is_admin ? "Make clinician" : "Make admin")) {
            change_role(screen, line);
        }
        if (!line.is_self && ui.button("leave", "Remove from the practice", ButtonStyle::danger)) {
            remove_colleague(screen, line);
        }
    });
}

}  // namespace

void staff_card(const Screen& screen, const std::vector<StaffLine>& staff) {
    Ui& ui = screen.ui;
    std::optional<UserId>& open = screen.local.administration.colleague;
    ui.card([&] {
        ui.heading("Staff", 3);
        for (const StaffLine& line : staff) {
            ui.scope(scope_of(line.user), [&] {
                const bool is_open = open == line.user;
                const std::string role = line.is_admin ? "Admin" : "Clinician";
                if (ui.row(
                        "colleague",
                        {.title = line.is_self ? line.name + " (you)" : line.name,
                         .detail = role + ", " + count_of(line.devices.size(), "device", "devices"),
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
