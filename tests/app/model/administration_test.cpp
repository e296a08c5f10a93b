// Retention and holds, in days and words.
#include "app/model/administration.h"

#include "core/domain/local_time.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

const VaultId robin{ByteArray<16>{1}};

store::RecordKeeping ended_on(Day day) {
    store::RecordKeeping keeping;
    keeping.closed.emplace(robin, RecordClosed{.when = {}, .record = robin, .ended = day});
    return keeping;
}

}  // namespace

TEST_CASE("A record is kept to the same date years later, and a 29 February one day longer") {
    CHECK(print_date(kept_until(Day{20'000}, 10)) == "2034-10-04");
    CHECK(print_date(kept_until(Day{19'782}, 1)) == "2025-03-01");  // 2024-02-29
    CHECK(print_date(kept_until(Day{19'782}, 4)) == "2028-02-29");
}

TEST_CASE("A retention is past only when it was said, the treatment ended, and nothing holds it") {
    const Day ended{16'000};
    const Day today{20'000};
    store::RecordKeeping keeping = ended_on(ended);
    CHECK(standing_of(keeping, robin, 10, today).is_past);
    CHECK_FALSE(standing_of(keeping, robin, 30, today).is_past);
    CHECK_FALSE(standing_of(keeping, robin, std::nullopt, today).is_past);
    CHECK_FALSE(standing_of(store::RecordKeeping{}, robin, 10, today).is_past);
    CHECK_FALSE(standing_of(keeping, robin, 10, kept_until(ended, 10)).is_past);
    keeping.holds.emplace(robin, RecordHold{.when = {}, .record = robin});
    const RecordStanding held = standing_of(keeping, robin, 10, today);
    CHECK(held.is_held);
    CHECK_FALSE(held.is_past);
    CHECK_FALSE(held.kept_until.has_value());
    CHECK(held.ended == ended);
}

TEST_CASE("Who alone of the practice is in a record on hold is not removed; the words say why") {
    Couple people;
    Person lee = colleague_of(people.world, people.clinician, "Dr Lee");
    Person jo = client_of(people.world, lee, "Jo", all_kinds());
    sync_all(people.clinician, lee);
    const auto open = [&] {
        return *people.clinician.does(ShowAdministration{.shown = true, .opened = {}})
                    ->clinician->administration;
    };
    AdministrationView view = open();
    REQUIRE(view.records.size() == 2);
    const auto theirs = std::ranges::find(view.records, "Jo", &RecordLine::name);
    CHECK(theirs->last_entry == "Not on this device");
    people.clinician.does(HoldRecord{.record = theirs->record, .reason = "A complaint"});
    const UserId colleague = view.staff.back().user;
    const std::string why = people.clinician.refused(RemoveColleague{colleague});
    CHECK(why.starts_with("Jo: On hold since "));
    CHECK(why.ends_with("set by Dr Vogel: A complaint."));
    CHECK(people.clinician.refused(RemoveStaffDevice{view.staff.back().devices.front().id})
              .starts_with("Nobody else of the practice could open 1 of the records on hold"));
    CHECK(open().staff.size() == 2);

    const VaultId record = open().records.front().record;
    CHECK(record == theirs->record);
    people.clinician.does(LiftHold{record});
    people.clinician.does(RemoveColleague{colleague});
    CHECK(open().staff.size() == 1);
}

TEST_CASE("The last admin neither steps down nor is removed, and no clinician administers") {
    World world;
    Person doctor = founder(world);
    Person lee = colleague_of(world, doctor, "Dr Lee");
    const auto view =
        *doctor.does(ShowAdministration{.shown = true, .opened = {}})->clinician->administration;
    REQUIRE(view.staff.size() == 2);
    CHECK(view.staff.front().is_last_admin);
    const UserId self = view.staff.front().user;
    const UserId other = view.staff.back().user;
    const std::string last =
        "A practice needs an admin, and this is the last one. Make a colleague an admin first.";
    CHECK(doctor.refused(SetStaffRole{self, false}) == last);
    CHECK(doctor.refused(RemoveColleague{self}) == last);
    CHECK(lee.refused(SetStaffRole{other, true}) == "That is for admins; nothing was changed.");
    CHECK(lee.refused(RemoveColleague{self}) == "That is for admins; nothing was changed.");
    CHECK(lee.refused(ShowAdministration{.shown = true, .opened = {}}) ==
          "That is for admins; nothing was changed.");
    CHECK(lee.refused(SetRetention{10}) == "That is for admins; nothing was changed.");

    doctor.does(SetStaffRole{other, true});
    doctor.does(SetStaffRole{self, false});
    CHECK_FALSE(doctor.sees()->clinician->is_admin);
    sync_all(doctor, lee);
    CHECK(lee.sees()->clinician->is_admin);
}

}  // namespace evenkeel::test
