// Invites under way: who was asked and has not joined, and what a clinician can do about it.
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

const InvitedLine& only_invited(const SnapshotPtr& snapshot) {
    REQUIRE(snapshot->clinician->invited.size() == 1);
    return snapshot->clinician->invited.front();
}

std::string joining_is_refused(World& world, const std::string& link) {
    Person stranger(world, "stranger" + std::to_string(world.requests.size()));
    stranger.does(CreateProfile{words});
    return stranger.refused(PreviewInvite{link});
}

TEST_CASE("Who was invited is a line of the caseload until they have joined") {
    World world;
    Person clinician = founder(world);
    const std::string link = clinician.does(InviteClient{"Ada"})->clinician->invite->link;
    const auto closed = clinician.does(CloseInvite{});
    CHECK(only_invited(closed).name == "Ada");
    CHECK(only_invited(closed).made.starts_with("Invited today"));
    CHECK(only_invited(closed).expires.starts_with("The link works once, until"));
    CHECK(only_invited(clinician.is_killed_and_returns()).name == "Ada");

    Person ada(world, "ada");
    ada.does(CreateProfile{words});
    ada.does(PreviewInvite{link});
    ada.does(Join{link, "Ada", all_kinds()});
    sync_all(clinician, ada);
    CHECK(clinician.sees()->clinician->invited.empty());
    CHECK(clinician.sees()->clinician->caseload.size() == 1);
}

TEST_CASE("The same link is shown again, after a restart too") {
    World world;
    Person clinician = founder(world);
    const std::string link = clinician.does(InviteClient{"Ada"})->clinician->invite->link;
    clinician.is_killed_and_returns();
    const InviteId invite = only_invited(clinician.sees()).invite;
    const auto shown = clinician.does(ShowInvite{invite})->clinician->invite;
    REQUIRE(shown.has_value());
    CHECK(shown->link == link);
    CHECK(shown->name == "Ada");
    CHECK(shown->offered);
    CHECK(shown->qr_width > 20);
}

TEST_CASE("A link shown again without a network is not said to work before the server has it") {
    World world;
    Person clinician = founder(world);
    world.offline = true;
    clinician.does(InviteClient{"Ada"});
    clinician.does(CloseInvite{});
    const InviteId invite = only_invited(clinician.sees()).invite;
    CHECK_FALSE(clinician.does(ShowInvite{invite})->clinician->invite->offered);
    world.offline = false;
    clinician.syncs();
    CHECK(clinician.sees()->clinician->invite->offered);
}

TEST_CASE("A cancelled invite is gone, and whoever answers it is not let in") {
    World world;
    Person clinician = founder(world);
    const std::string link = clinician.does(InviteClient{"Ada"})->clinician->invite->link;
    const InviteId invite = only_invited(clinician.sees()).invite;
    const auto cancelled = clinician.does(CancelInvite{invite});
    CHECK(cancelled->clinician->invited.empty());
    CHECK_FALSE(cancelled->clinician->invite.has_value());
    CHECK(clinician.refused(ShowInvite{invite}) ==
          "That invite has ended: it was used or cancelled.");

    Person ada(world, "ada");
    ada.does(CreateProfile{words});
    ada.does(PreviewInvite{link});
    ada.does(Join{link, "Ada", all_kinds()});
    ada.does(Continue{});
    sync_all(clinician, ada);
    CHECK_FALSE(ada.sees()->client->confirmed);
    CHECK(clinician.sees()->clinician->caseload.empty());
}

TEST_CASE("A cancelled invite is told to the server, and who answers it is told why it fails") {
    World world;
    Person clinician = founder(world);
    const std::string link = clinician.does(InviteClient{"Ada"})->clinician->invite->link;
    clinician.syncs();
    world.offline = true;
    clinician.does(CancelInvite{only_invited(clinician.sees()).invite});
    clinician.syncs();
    clinician.is_killed_and_returns();
    world.offline = false;
    clinician.syncs();
    CHECK(joining_is_refused(world, link) ==
          "This invite was used, was cancelled or is not known. Ask for a new one.");
    const std::size_t requests = world.requests.size();
    clinician.syncs();
    CHECK(world.requests.size() == requests + 1);  // it is not told again and again
}

TEST_CASE("An invite that ran out says so, and is made anew under the same name") {
    World world;
    Person clinician = founder(world);
    const std::string old_link = clinician.does(InviteClient{"Ada"})->clinician->invite->link;
    clinician.does(CloseInvite{});
    world.pass(4 * ms_per_day);
    clinician.is_killed_and_returns();
    const InvitedLine line = only_invited(clinician.sees());
    CHECK(line.expired);
    CHECK(line.expires.find("nobody used it") != std::string::npos);
    CHECK(clinician.refused(ShowInvite{line.invite}) == "That link works no more. Invite anew.");
    CHECK_FALSE(joining_is_refused(world, old_link).empty());

    const auto anew = clinician.does(InviteAnew{line.invite});
    CHECK(anew->clinician->invite->link != old_link);
    CHECK(only_invited(anew).name == "Ada");
    CHECK_FALSE(only_invited(anew).expired);
    Person ada(world, "ada");
    ada.does(CreateProfile{words});
    ada.does(PreviewInvite{anew->clinician->invite->link});
    ada.does(Join{anew->clinician->invite->link, "Ada", all_kinds()});
    sync_all(clinician, ada);
    CHECK(clinician.sees()->clinician->caseload.size() == 1);
    CHECK(clinician.sees()->clinician->invited.empty());
}

TEST_CASE("A colleague joins by an invite, and both screens show the digits to compare") {
    World world;
    Person founder_of_it = founder(world);
    founder_of_it.does(InviteColleague{"Dr Lee"});
    const auto before = founder_of_it.does(CloseInvite{});
    CHECK(before->clinician->invited.empty());
    CHECK(before->clinician->invited_colleagues.size() == 1);
    founder_of_it.does(CancelInvite{before->clinician->invited_colleagues.front().invite});

    Person lee = colleague_of(world, founder_of_it, "Dr Lee");
    const auto staff = founder_of_it.sees()->clinician->colleagues;
    REQUIRE(staff.size() == 2);
    CHECK(staff.front().is_self);
    CHECK(staff.back().name == "Dr Lee");
    CHECK_FALSE(staff.back().verified);
    const auto own = lee.sees()->clinician->colleagues;
    REQUIRE(own.size() == 2);
    CHECK(own.front().safety_numbers == staff.back().safety_numbers);
    CHECK_FALSE(own.front().safety_numbers.empty());
    const UserId user = staff.back().user;
    CHECK(founder_of_it.does(MarkColleagueVerified{user})->clinician->colleagues.back().verified);
    CHECK(founder_of_it.is_killed_and_returns()->clinician->colleagues.back().verified);
    CHECK(lee.refused(InviteColleague{"Dr Osei"}) == "Only an admin can invite staff.");
    CHECK_FALSE(lee.sees()->clinician->is_admin);
}

TEST_CASE("Invites of a colleague are not among the own ones") {
    World world;
    Person first = founder(world);
    Person second = colleague_of(world, first, "Dr Lee");
    first.does(InviteClient{"Ada"});
    second.does(InviteClient{"Ben"});
    sync_all(first, second);
    CHECK(only_invited(first.sees()).name == "Ada");
    CHECK(only_invited(second.sees()).name == "Ben");
}

}  // namespace
}  // namespace evenkeel::test
