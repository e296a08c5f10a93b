// Who opened a record: one line for a sitting, kept for good.
#include "core/store/record_views.h"

#include "core/base/limits.h"
#include "tests/core/store/mailbox.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;
using namespace evenkeel::store;

namespace {

const UserId lind{ByteArray<16>{9}};
const UserId lee{ByteArray<16>{8}};

std::size_t lines(Device& device) { return must(read_views(device.store(), care_vault)).size(); }
void open(Device& device, ViewedSection section = ViewedSection::record, UserId who = lind) {
    must(note_view(device.store(), care_vault, section, who));
}

}  // namespace

TEST_CASE("turning pages in one sitting writes one line, another part or person another") {
    Device desk(3, Part::clinician);
    open(desk);
    open(desk);
    desk.clock.time = desk.clock.time + (limits::view_repeat_ms - 1);
    open(desk);
    CHECK(lines(desk) == 1);
    open(desk, ViewedSection::journal);
    CHECK(lines(desk) == 2);
    open(desk, ViewedSection::journal, lee);
    CHECK(lines(desk) == 3);
    desk.clock.time = desk.clock.time + 1;
    open(desk);
    CHECK(lines(desk) == 4);
}

TEST_CASE("a clock that was set back hides no opening") {
    Device desk(3, Part::clinician);
    open(desk);
    desk.clock.time = desk.clock.time + -ms_per_minute;
    open(desk);
    CHECK(lines(desk) == 2);
}

TEST_CASE("an opening reaches the client, is no undo step, and cannot be deleted") {
    Team team;
    team.settle();
    open(team.desk, ViewedSection::brief);
    team.settle();
    const auto seen = must(read_views(team.phone.store(), care_vault));
    REQUIRE(seen.size() == 1);
    CHECK(seen.front().view.section == ViewedSection::brief);
    CHECK(seen.front().view.viewer == lind);
    CHECK(seen.front().device == team.desk.store().device());

    CHECK(undo(team.desk.store(), care_vault).error().code() == ErrorCode::not_found);
    const auto row =
        must(team.desk.store().list({.record = care_vault, .kind = EntityKind::record_view}));
    Operation operation(team.desk.store(), care_vault, "delete");
    CHECK(operation.remove(row.front().id).error().sentence() ==
          "That a record was opened stays on record.");
}
