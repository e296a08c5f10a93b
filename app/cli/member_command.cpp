// `member list` and `verify`, `device list`, `confirm`, `refuse` and `revoke`.
#include "app/cli/commands.h"
#include "app/model/phrases.h"
#include "core/domain/local_time.h"
#include "sync/client/enrolment.h"
#include "sync/client/waiting_devices.h"
#include "sync/client/wiped.h"

namespace evenkeel::cli {

namespace {

const char* role_word(Role role) {
    return role == Role::client ? "client" : role == Role::clinician ? "clinician" : "admin";
}

Result<void> list_members(Session& session) {
    TRY(session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto members, client::list_members(*profile));
    nlohmann::json list = nlohmann::json::array();
    for (const client::MemberLine& member : members) {
        session.say((member.name.empty() ? "(no name yet)" : member.name) + "  " +
                    role_word(member.role) + "  " + std::to_string(member.devices.size()) +
                    (member.devices.size() == 1 ? " device" : " devices"));
        list.push_back({{"name", member.name},
                        {"role", role_word(member.role)},
                        {"user_id", to_hex(member.user)},
                        {"devices", member.devices.size()},
                        {"verified", member.verified}});
    }
    session.print({{"members", list}});
    return {};
}

Result<void> list_devices(Session& session) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto members, client::list_members(*profile));
    nlohmann::json list = nlohmann::json::array();
    for (const client::MemberLine& member : members) {
        for (const DeviceId& device : member.devices) {
            const bool own = device == self.keys.id;
            session.say(to_hex(device).substr(0, 12) + "  " + member.name +
                        (own ? "  (this device)" : ""));
            list.push_back({{"device_id", to_hex(device)},
                            {"user_id", to_hex(member.user)},
                            {"name", member.name},
                            {"this_device", own}});
        }
    }
    TRY_ASSIGN(const auto removed, client::removed_devices(*profile));
    nlohmann::json removed_list = nlohmann::json::array();
    for (const client::RemovedDevice& device : removed) {
        if (!device.asked_to_erase) continue;
        session.say(to_hex(device.device).substr(0, 12) + "  " + device.name + "  (removed; it " +
                    model::wiped_words(device.wiped) + ")");
        removed_list.push_back(
            {{"device_id", to_hex(device.device)},
             {"name", device.name},
             {"wiped", device.wiped ? nlohmann::json(print_rfc3339(*device.wiped)) : nullptr}});
    }
    TRY_ASSIGN(const auto waiting, client::waiting_devices(profile->store()));
    nlohmann::json waiting_list = nlohmann::json::array();
    for (const client::WaitingDevice& device : waiting) {
        session.say(to_hex(device.device).substr(0, 12) + "  " + device.name +
                    "  waits to be let in. If it shows the same digits, confirm it:\n  " +
                    device.safety_number);
        waiting_list.push_back({{"device_id", to_hex(device.device)},
                                {"name", device.name},
                                {"safety_number", device.safety_number}});
    }
    session.print({{"devices", list}, {"waiting", waiting_list}, {"removed", removed_list}});
    return {};
}

enum class Answer { confirm, refuse };

Result<void> answer_waiting(Session& session, const std::string& id, Answer answer) {
    TRY(session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto waiting, client::waiting_devices(profile->store()));
    std::vector<DeviceId> matches;
    for (const client::WaitingDevice& device : waiting) {
        if (!id.empty() && to_hex(device.device).starts_with(id)) matches.push_back(device.device);
    }
    if (matches.empty()) {
        return Error(ErrorCode::not_found, "No device of that id waits to be let in.");
    }
    if (matches.size() > 1) {
        return Error(ErrorCode::invalid_input, "Several devices begin so; give more digits.");
    }
    if (answer == Answer::confirm) {
        TRY(client::let_in(profile->store(), matches.front()));
        session.say("Confirmed. The next sync lets it in.");
    } else {
        TRY(client::turn_away(profile->store(), matches.front()));
        session.say("Refused. It was given nothing.");
    }
    session.print(
        {{"device_id", to_hex(matches.front())}, {"confirmed", answer == Answer::confirm}});
    return {};
}

// Both sides read the number aloud in session; the same digits mean that nobody sits between them.
Result<void> compare(Session& session, const std::string& client_name, bool same) {
    TRY_ASSIGN(const VaultId record, session.record(client_name));
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto members, client::list_members(*profile));
    nlohmann::json numbers = nlohmann::json::array();
    for (const client::MemberLine& member : members) {
        const bool in_record =
            member.role == Role::client && (member.record == record || member.record.is_none());
        if (!in_record) continue;
        for (const DeviceId& device : member.devices) {
            if (same) TRY(client::mark_verified(*profile, record, device));
            TRY_ASSIGN(const std::string number,
                       client::safety_number_of(*profile, record, device));
            session.say(to_hex(device).substr(0, 12) + "  " + number +
                        (same ? "  marked as compared" : ""));
            numbers.push_back({{"device_id", to_hex(device)}, {"safety_number", number}});
        }
    }
    session.print({{"safety_numbers", numbers}});
    return {};
}

Result<void> erase(Session& session, bool agreed) {
    TRY(session.profile());
    if (!agreed) {
        return Error(ErrorCode::refused,
                     "All that Evenkeel holds on this device would go for good; what you shared, "
                     "your other devices and exported files stay. Say --yes if you want that.");
    }
    TRY(session.erase_by_wish());
    session.say("Everything on this device was deleted.");
    session.print({{"erased", true}});
    return {};
}

Result<void> revoke(Session& session, const std::string& id, bool wipe) {
    TRY(session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const auto members, client::list_members(*profile));
    std::vector<DeviceId> matches;
    for (const client::MemberLine& member : members) {
        for (const DeviceId& device : member.devices) {
            if (!id.empty() && to_hex(device).starts_with(id)) matches.push_back(device);
        }
    }
    if (matches.empty()) return Error(ErrorCode::not_found, "There is no device of that id.");
    if (matches.size() > 1) {
        return Error(ErrorCode::invalid_input, "Several devices begin so; give more digits.");
    }
    TRY(client::revoke_device(*profile, matches.front(), wipe));
    session.say("Removed. It receives nothing written from now on; what it had, it had.");
    session.print({{"device_id", to_hex(matches.front())}, {"wipe", wipe}});
    return {};
}

}  // namespace

void add_member_commands(CLI::App& app, const Chosen& choose) {
    CLI::App* member = app.add_subcommand("member", "Who can see what");
    member->require_subcommand(1);
    member->add_subcommand("list", "Everybody in your vaults")->callback([=] {
        choose([](Session& session) { return list_members(session); });
    });
    add_staff(*member, choose);
    add_care_team(*member, choose);
    CLI::App* verify = member->add_subcommand(
        "verify", "The safety numbers of a client's devices, to compare in session");
    auto client_name = std::make_shared<std::string>();
    auto same = std::make_shared<bool>(false);
    verify->add_option("--client", *client_name, "Clinicians: whose")->type_name("NAME");
    verify->add_flag("--same", *same, "They were compared and are the same");
    verify->callback(
        [=] { choose([=](Session& session) { return compare(session, *client_name, *same); }); });
    CLI::App* device = app.add_subcommand("device", "The devices of those people");
    device->require_subcommand(1);
    device->add_subcommand("list", "All devices")->callback([=] {
        choose([](Session& session) { return list_devices(session); });
    });
    for (const Answer answer : {Answer::confirm, Answer::refuse}) {
        const bool yes = answer == Answer::confirm;
        CLI::App* command = device->add_subcommand(
            yes ? "confirm" : "refuse", yes ? "Let a new device in, its digits being the same"
                                            : "Turn a device away that nobody knows");
        auto waiting_id = std::make_shared<std::string>();
        command->add_option("id", *waiting_id, "The device's id, or its first digits")->required();
        command->callback([=] {
            choose([=](Session& session) { return answer_waiting(session, *waiting_id, answer); });
        });
    }
    CLI::App* revoke_command = device->add_subcommand("revoke", "Remove a lost device");
    auto id = std::make_shared<std::string>();
    auto wipe = std::make_shared<bool>(false);
    revoke_command->add_option("id", *id, "The device's id, or its first digits")->required();
    revoke_command->add_flag("--wipe", *wipe, "It erases what it holds when it next calls");
    CLI::App* erase_command = device->add_subcommand("erase", "Delete everything on this device");
    auto agreed = std::make_shared<bool>(false);
    erase_command->add_flag("--yes", *agreed, "You know that there is no way back");
    erase_command->callback(
        [=] { choose([=](Session& session) { return erase(session, *agreed); }); });
    revoke_command->callback(
        [=] { choose([=](Session& session) { return revoke(session, *id, *wipe); }); });
}

}  // namespace evenkeel::cli
