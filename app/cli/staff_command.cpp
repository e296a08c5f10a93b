// `member role` and `member remove`: the practice's staff.
#include "app/cli/commands.h"
#include "app/model/administration.h"
#include "sync/client/staff.h"

namespace evenkeel::cli {

namespace {

// One of the staff, by the whole name or the first digits of the id.
Result<client::MemberLine> find_colleague(client::Profile& profile, const std::string& which) {
    TRY_ASSIGN(const auto members, client::list_members(profile));
    std::vector<client::MemberLine> matches;
    for (const client::MemberLine& member : members) {
        const bool is_meant =
            member.name == which || (!which.empty() && to_hex(member.user).starts_with(which));
        if (member.role != Role::client && is_meant) matches.push_back(member);
    }
    if (matches.size() == 1) return std::move(matches.front());
    if (matches.empty()) {
        return Error(ErrorCode::not_found, "Nobody of the staff has that name or id.");
    }
    return Error(ErrorCode::invalid_input, "Several people are called so; give the id.");
}

Result<void> change_role(Session& session, const std::string& which, const std::string& role) {
    TRY(session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const client::MemberLine member, find_colleague(*profile, which));
    const Role wanted = role == "admin" ? Role::admin : Role::clinician;
    TRY(client::set_staff_role(*profile, member.user, wanted));
    session.say("Changed. Their own devices follow at their next sync.");
    session.print({{"user_id", to_hex(member.user)}, {"role", role}});
    return {};
}

Result<void> remove(Session& session, const std::string& which) {
    TRY_ASSIGN(const client::Identity self, session.identity());
    TRY_ASSIGN(client::Profile * profile, session.profile());
    TRY_ASSIGN(const client::MemberLine member, find_colleague(*profile, which));
    if (self.role == Role::admin) {
        TRY_ASSIGN(const auto holds, model::holds_of_leaving(*profile, self, member.user));
        for (const std::string& hold : holds) session.say(hold);
    }
    TRY(client::remove_colleague(*profile, member.user));
    session.say(
        "Removed. The server refuses their devices from now on, and each record they were in gets "
        "a new key as its people sync; what they had, they had.");
    session.print({{"user_id", to_hex(member.user)}});
    return {};
}

}  // namespace

void add_staff(CLI::App& member, const Chosen& choose) {
    CLI::App* role = member.add_subcommand("role", "Admins: make a colleague an admin, or not");
    auto who = std::make_shared<std::string>();
    auto word = std::make_shared<std::string>();
    role->add_option("who", *who, "Their name, or the first digits of their id")->required();
    role->add_option("role", *word, "admin or clinician")
        ->required()
        ->check(CLI::IsMember({"admin", "clinician"}));
    role->callback(
        [=] { choose([=](Session& session) { return change_role(session, *who, *word); }); });
    CLI::App* leave =
        member.add_subcommand("remove", "Admins: remove a colleague with all devices");
    auto gone = std::make_shared<std::string>();
    leave->add_option("who", *gone, "Their name, or the first digits of their id")->required();
    leave->callback([=] { choose([=](Session& session) { return remove(session, *gone); }); });
}

}  // namespace evenkeel::cli
