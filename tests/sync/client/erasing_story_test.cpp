// A device that was removed with the wish that it be erased: it does so, whatever cuts it off.
#include "tests/sync/client/world.h"

namespace evenkeel::client {
namespace {

// A client with a second device, which holds an entry that only it has.
struct TwoDevices {
    World world;
    std::unique_ptr<Device> phone;

    TwoDevices() {
        world.settle();
        phone = world.add_device(*world.client, "phone");
        phone->sync();
        world.sync_all();
        phone->log_mood(3);
    }
    void revoke(bool wipe) {
        const DeviceId lost = phone->identity().keys.id;
        REQUIRE(
            revoke_device(*world.client->profile, lost, wipe, world.connect(*world.client)).ok());
    }
    void erase() {
        phone->turn.reset();
        phone->wire.reset();
        REQUIRE(Profile::erase(std::move(phone->profile)).ok());
    }
    [[nodiscard]] std::string store() const { return phone->folder + "/store.db"; }
    [[nodiscard]] bool holds_nothing() const {
        for (const auto& file : std::filesystem::directory_iterator(phone->folder)) {
            if (file.path().filename().string().starts_with("store")) return false;
        }
        return true;
    }
    Error open_error() {
        const auto opened = Profile::open(
            phone->folder, passphrase,
            {.clock = phone->clock, .random = phone->random, .secrets = world.secrets});
        REQUIRE_FALSE(opened.ok());
        return opened.error();
    }
};

void check_erased(TwoDevices& devices) {
    const Error error = devices.open_error();
    CHECK(error.code() == ErrorCode::refused);
    CHECK(error.sentence().starts_with("This device was removed and has erased what it held"));
    CHECK(devices.holds_nothing());
    CHECK(devices.world.secrets.kept.size() == 2);  // the clinician's and the client's
    CHECK(devices.world.client->sync().state == SyncState::settled);
}

}  // namespace

TEST_CASE("a device removed with the wish to erase it holds nothing afterwards, and says so") {
    TwoDevices devices;
    devices.revoke(true);
    REQUIRE(devices.world.secrets.kept.size() == 3);
    CHECK(devices.phone->sync().erase_asked);
    devices.erase();
    CHECK(devices.holds_nothing());
    check_erased(devices);
    const auto again = Profile::create(devices.phone->folder, passphrase,
                                       {.clock = devices.phone->clock,
                                        .random = devices.phone->random,
                                        .secrets = devices.world.secrets},
                                       trust::password_cost_floor);
    CHECK_FALSE(again.ok());
}

TEST_CASE("an erasing that was cut off is finished when the program next starts") {
    TwoDevices devices;
    devices.revoke(true);
    REQUIRE(devices.phone->sync().erase_asked);
    SECTION("before anything was erased") { devices.phone->close(); }
    SECTION("when only the lock was gone") {
        const std::string kept = devices.world.files.path("kept");
        std::filesystem::copy(devices.store(), kept);
        const auto secrets = devices.world.secrets.kept;
        devices.erase();
        std::filesystem::copy(kept, devices.store());
        devices.world.secrets.kept = secrets;
    }
    SECTION("while the key store did not answer") {
        devices.world.secrets.is_there = false;
        devices.erase();
        devices.world.secrets.is_there = true;
        CHECK(devices.holds_nothing());
    }
    check_erased(devices);
}

TEST_CASE("a device removed without that wish keeps what it did not send") {
    TwoDevices devices;
    devices.revoke(false);
    const SyncReport report = devices.phone->sync();
    CHECK_FALSE(report.erase_asked);
    CHECK(report.pending == 1);
    devices.phone->close();
    devices.phone->open();
    CHECK(devices.phone->moods(devices.world.record) == "3");
}

TEST_CASE("a list that no member signed as it is erases nothing") {
    TwoDevices devices;
    devices.revoke(true);
    devices.phone->wire->tamper = [](wire::TurnResponse& response) {
        for (wire::VaultPage& page : response.vaults) {
            for (Bytes& roster : page.rosters) roster[roster.size() / 2] ^= 1;
        }
    };
    CHECK_FALSE(devices.phone->sync().erase_asked);
    CHECK(devices.phone->moods(devices.world.record) == "3");
}

}  // namespace evenkeel::client
