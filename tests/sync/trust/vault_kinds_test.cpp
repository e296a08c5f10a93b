// How each kind of vault begins, who may be in it, break glass, and its end.
#include "sync/trust/vault_roster.h"
#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::trust;

namespace {

bool first_is_accepted(Practice& practice, const VaultRoster& draft, const DeviceKeys& author) {
    const auto built = build_vault_roster(draft, nullptr, author.signing, practice.random);
    return built.ok() &&
           check_vault_roster(nullptr, built.value().bytes, practice.staff_rosters, {}).ok();
}

}  // namespace

TEST_CASE("K20: a practice whose policy it is gets no vault without the client's approval") {
    Practice practice;
    StaffRoster staff = next_staff_roster(practice.staff());
    staff.policy.client_approves_staff = true;
    practice.publish_staff(staff);
    auto draft = practice.care_draft();
    CHECK_FALSE(first_is_accepted(practice, draft, practice.phone));
    draft.client_approves_staff = true;
    CHECK(first_is_accepted(practice, draft, practice.phone));
}

TEST_CASE("a care vault begins with one device of its client and nobody else's word") {
    Practice practice;
    const auto accepted = [&](auto change, const DeviceKeys& author) {
        auto draft = practice.care_draft();
        change(draft);
        return first_is_accepted(practice, draft, author);
    };
    const auto nothing = [](VaultRoster&) {};
    CHECK(accepted(nothing, practice.phone));
    CHECK_FALSE(accepted(nothing, practice.stranger));
    CHECK_FALSE(accepted([&](auto& d) { d.author = practice.clinician.id; }, practice.clinician));
    CHECK_FALSE(accepted([&](auto& d) { d.author = {}; }, practice.phone));
    CHECK_FALSE(accepted([](auto& d) { d.terminal = true; }, practice.phone));
    CHECK_FALSE(accepted([](auto& d) { d.vault = {}; }, practice.phone));
    CHECK_FALSE(accepted([](auto& d) { d.cuts.push_back({DeviceId{{1}}}); }, practice.phone));
    CHECK_FALSE(accepted([](auto& d) { d.members.pop_back(); }, practice.phone));
    CHECK_FALSE(accepted([](auto& d) { d.members.push_back(d.members[0]); }, practice.phone));
    CHECK_FALSE(accepted(
        [&](auto& d) {
            d.members.push_back(
                member_for(practice.client_user, VaultRole::client, practice.stranger));
        },
        practice.phone));
    CHECK_FALSE(accepted([](auto& d) { d.staff_hash[0] ^= 1; }, practice.phone));
    CHECK_FALSE(accepted([](auto& d) { d.root[0] ^= 1; }, practice.phone));
    CHECK_FALSE(accepted([](auto& d) { d.emergency = {UserId{{1}}, "reason"}; }, practice.phone));
}

TEST_CASE("a private vault has the client's devices only: no staff, no recovery") {
    Practice practice;
    VaultRoster draft;
    draft.vault = practice.random.id<VaultId>();
    draft.author = practice.phone.id;
    draft.type = VaultType::private_;
    draft.root = practice.staff().root();
    draft.members = {member_for(practice.client_user, VaultRole::client, practice.phone)};
    CHECK(first_is_accepted(practice, draft, practice.phone));
    auto with_recovery = draft;
    with_recovery.members.push_back(recovery_member(practice.staff()));
    CHECK_FALSE(first_is_accepted(practice, with_recovery, practice.phone));
    auto with_staff = draft;
    with_staff.members.push_back(
        member_for(practice.clinician_user, VaultRole::clinician, practice.clinician));
    CHECK_FALSE(first_is_accepted(practice, with_staff, practice.phone));
    with_staff.staff_number = 1;
    with_staff.staff_hash = practice.staff().hash;
    CHECK_FALSE(first_is_accepted(practice, with_staff, practice.phone));

    const auto built =
        build_vault_roster(draft, nullptr, practice.phone.signing, practice.random).value();
    practice.rosters = {check_vault_roster(nullptr, built.bytes, {}, {}).value()};
    practice.keys = {built.key};
    auto emergency = practice.next_draft(practice.phone);
    emergency.author = {};
    emergency.emergency = {practice.admin_user, "curious"};
    DeviceKeys root;
    root.signing = practice.root.root;
    CHECK_FALSE(practice.try_next(emergency, root).ok());
    CHECK(practice.try_next(practice.next_draft(practice.phone), practice.phone).ok());
}

TEST_CASE("the practice's vault is made by an admin and holds certified staff") {
    Practice practice;
    VaultRoster draft = practice.care_draft();
    draft.type = VaultType::practice;
    draft.author = practice.admin.id;
    draft.members[0] = member_for(practice.admin_user, VaultRole::clinician, practice.admin);
    CHECK(first_is_accepted(practice, draft, practice.admin));
    draft.author = practice.clinician.id;
    CHECK_FALSE(first_is_accepted(practice, draft, practice.clinician));
    draft.author = practice.admin.id;
    draft.members.push_back(member_for(practice.client_user, VaultRole::client, practice.phone));
    CHECK_FALSE(first_is_accepted(practice, draft, practice.admin));
    draft.members.pop_back();
    draft.client_approves_staff = true;
    CHECK_FALSE(first_is_accepted(practice, draft, practice.admin));
}

TEST_CASE("notes belong to one clinician, and the recovery sheet can reach them openly") {
    Practice practice;
    VaultRoster draft = practice.care_draft();
    draft.type = VaultType::notes;
    draft.author = practice.clinician.id;
    draft.members = {member_for(practice.clinician_user, VaultRole::clinician, practice.clinician),
                     recovery_member(practice.staff())};
    CHECK(first_is_accepted(practice, draft, practice.clinician));
    const auto built =
        build_vault_roster(draft, nullptr, practice.clinician.signing, practice.random).value();
    practice.rosters = {built.roster};
    practice.keys = {built.key};
    auto next = practice.next_draft(practice.clinician);
    next.members.push_back(member_for(practice.admin_user, VaultRole::clinician, practice.admin));
    CHECK_FALSE(practice.try_next(next, practice.clinician).ok());
    next.author = {};
    next.emergency = {practice.admin_user, "the clinician has died"};
    DeviceKeys root;
    root.signing = practice.root.root;
    CHECK(practice.try_next(next, root).ok());
}

TEST_CASE("R2: root opens a record in an emergency only, with a reason everyone sees") {
    Practice practice;
    DeviceKeys root;
    root.signing = practice.root.root;
    auto draft = practice.next_draft(practice.phone);
    draft.author = {};
    draft.members.push_back(member_for(practice.admin_user, VaultRole::clinician, practice.admin));
    CHECK_FALSE(practice.try_next(draft, root).ok());
    draft.emergency = {practice.admin_user, "clinician ill, client at risk"};
    CHECK(practice.try_next(draft, root).ok());
    CHECK_FALSE(practice.try_next(draft, practice.stranger).ok());
    draft.emergency->reason = "";
    CHECK_FALSE(practice.try_next(draft, root).ok());
    draft.emergency->reason = std::string(501, 'x');
    CHECK_FALSE(practice.try_next(draft, root).ok());
    draft.emergency->reason = "reason";
    draft.author = practice.clinician.id;
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());
}

TEST_CASE("a terminal roster ends a record for good, and a client's alone does not end care") {
    Practice practice;
    auto draft = practice.next_draft(practice.phone);
    draft.terminal = true;
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());
    draft.author = practice.clinician.id;
    CHECK(practice.try_next(draft, practice.clinician).ok());
    practice.publish(draft, practice.clinician);
    CHECK_FALSE(
        practice.try_next(practice.next_draft(practice.clinician), practice.clinician).ok());
}

TEST_CASE("the staff reference, type, root, vault and number never go back or aside") {
    Practice practice(1), other(2);
    practice.publish_staff(next_staff_roster(practice.staff()));
    practice.publish(practice.next_draft(practice.phone), practice.phone);
    const auto refuses = [&](auto change) {
        auto draft = practice.next_draft(practice.phone);
        change(draft);
        return !practice.try_next(draft, practice.phone).ok();
    };
    CHECK_FALSE(refuses([](VaultRoster&) {}));
    CHECK(refuses([&](VaultRoster& r) {
        r.staff_number = 1;
        r.staff_hash = practice.staff_rosters[0].hash;
    }));
    CHECK(refuses([](VaultRoster& r) { r.type = VaultType::notes; }));
    CHECK(refuses([&](VaultRoster& r) { r.root = other.staff().root(); }));
    CHECK(refuses([&](VaultRoster& r) { r.vault = other.vault; }));
    CHECK(refuses([](VaultRoster& r) { r.number += 1; }));
    CHECK(refuses([](VaultRoster& r) { r.previous[0] ^= 1; }));
    const auto unknown_staff = check_vault_roster(practice.rosters.data(), practice.vault_chain[1],
                                                  other.staff_rosters, {});
    CHECK(unknown_staff.error().code() == ErrorCode::not_found);
}

TEST_CASE("a roster's label is read without knowing who may sign") {
    Practice practice;
    const auto label = vault_roster_label(practice.vault_chain[0]);
    REQUIRE(label.ok());
    CHECK(label.value().vault == practice.vault);
    CHECK(label.value().number == 1);
    CHECK_FALSE(vault_roster_label(practice.staff_chain[0]).ok());
}

TEST_CASE("a staff reference is a known roster under its own number, and no fork of the last one") {
    Practice practice;
    auto draft = practice.next_draft(practice.phone);
    draft.staff_number = 7;
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());

    StaffRoster fork = practice.staff();
    fork.policy.auto_lock_minutes_max = 30;
    REQUIRE(sign_staff_roster(fork, practice.root.root).ok());
    practice.staff_rosters.push_back(fork);
    CHECK_FALSE(practice.try_next(practice.next_draft(practice.phone), practice.phone).ok());
}

TEST_CASE("nobody is client and staff in one vault, and recovery is nobody's user") {
    Practice practice;
    StaffRoster staff = next_staff_roster(practice.staff());
    staff.users.push_back(
        {practice.client_user, StaffRole::clinician, {practice.stranger.public_part()}});
    practice.publish_staff(staff);
    auto draft = practice.next_draft(practice.phone);
    CHECK(practice.try_next(draft, practice.phone).ok());
    draft.members.push_back(
        member_for(practice.client_user, VaultRole::clinician, practice.stranger));
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());

    draft = practice.next_draft(practice.phone);
    draft.members.back().user = practice.random.id<UserId>();
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());
}
