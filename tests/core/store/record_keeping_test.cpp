// Holds and ends of treatments, in the practice's own vault.
#include "core/store/record_keeping.h"

#include "core/store/entries.h"
#include "tests/core/store/device.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;
using namespace evenkeel::store;

namespace {

const UserId lind{ByteArray<16>{9}};
const VaultId robin{ByteArray<16>{21}};
const VaultId sam{ByteArray<16>{22}};

// Any vault that this device may write stands in for the practice's.
struct Office {
    Device desk{3, Part::clinician};
    store::Store& store = desk.store();
    RecordKeeping keeping() { return must(read_keeping(store, care_vault)); }
};

}  // namespace

TEST_CASE("a hold stands until it is lifted, and is of one record") {
    Office office;
    must(hold_record(office.store, care_vault, robin, PhiText("A court asks for it"), lind));
    REQUIRE(office.keeping().holds.contains(robin));
    CHECK(office.keeping().holds.at(robin).reason->reveal() == "A court asks for it");
    CHECK(office.keeping().holds.at(robin).by == lind);
    CHECK_FALSE(office.keeping().holds.contains(sam));
    CHECK(hold_record(office.store, care_vault, robin, PhiText("Again"), lind).error().sentence() ==
          "That record is on hold already.");
    CHECK_FALSE(hold_record(office.store, care_vault, sam, PhiText(""), lind).ok());
    CHECK(lift_hold(office.store, care_vault, sam, lind).error().code() == ErrorCode::not_found);
    must(lift_hold(office.store, care_vault, robin, lind));
    CHECK(office.keeping().holds.empty());
    must(hold_record(office.store, care_vault, robin, PhiText("Once more"), lind));
    CHECK(office.keeping().holds.contains(robin));
}

TEST_CASE("a treatment ends on a day that has come, and can go on again") {
    Office office;
    const Day today = must(store::today(office.store));
    must(end_treatment(office.store, care_vault, robin, today + -3, lind));
    CHECK(office.keeping().closed.at(robin).ended == today + -3);
    must(end_treatment(office.store, care_vault, robin, today, lind));
    CHECK(office.keeping().closed.at(robin).ended == today);
    CHECK_FALSE(end_treatment(office.store, care_vault, robin, today + 1, lind).ok());
    must(end_treatment(office.store, care_vault, robin, std::nullopt, lind));
    CHECK(office.keeping().closed.empty());
}
