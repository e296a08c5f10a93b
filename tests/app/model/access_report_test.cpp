// What the server gave, held against what people opened.
#include "app/model/access_report.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {
namespace {

using namespace model;

const UserId lind{ByteArray<16>{1}};
const UserId robin{ByteArray<16>{2}};
const DeviceId desk{ByteArray<16>{11}};
const DeviceId laptop{ByteArray<16>{12}};
const DeviceId phone{ByteArray<16>{13}};
const std::map<UserId, std::string> names{{lind, "Dr Lind"}, {robin, "Robin"}};

client::AccessLine given(DeviceId device, UserId user, bool is_staff) {
    return {.index = 1,
            .when = {1000},
            .device = device,
            .user = user,
            .is_staff = is_staff,
            .name = {},
            .action = 1};
}
store::KeptView opened(DeviceId device, bool altered = false) {
    RecordView view{.when = {.instant = {2000}, .zone = "UTC"}, .viewer = lind};
    return {.view = view, .device = device, .altered = altered};
}

}  // namespace

TEST_CASE("A device that was given entries and never opened them is named, and the reverse") {
    const AccessReport report = reconcile({given(laptop, lind, true)}, {opened(desk)}, names);
    REQUIRE(report.findings.size() == 2);
    CHECK(report.findings[0] ==
          "Dr Lind (device 0c0000000000) was given entries 1 time and never opened the record.");
    CHECK(report.findings[1].starts_with("Dr Lind (device 0b0000000000) opened the record 1 time"));
}

TEST_CASE("A client's own device is not held to have opened anything") {
    const AccessReport report =
        reconcile({given(phone, robin, false), given(desk, lind, true)}, {opened(desk)}, names);
    REQUIRE(report.devices.size() == 1);
    CHECK(report.findings.front().starts_with("Every staff device"));
    CHECK(report.events.size() == 3);
}

TEST_CASE("An opening that was changed afterwards is found") {
    const AccessReport report = reconcile({given(desk, lind, true)}, {opened(desk, true)}, names);
    CHECK(report.findings.front() ==
          "1 opening was changed or deleted afterwards, which this program never does.");
}

TEST_CASE("A name that a spreadsheet would run, or that has commas, is only text") {
    const std::map<UserId, std::string> odd{{lind, "=HYPERLINK(\"x\"), Dr"}};
    const std::string csv = access_csv(reconcile({}, {opened(desk)}, odd));
    CHECK(csv.find(",\"'=HYPERLINK(\"\"x\"\"), Dr\",") != std::string::npos);
}

}  // namespace evenkeel::test
