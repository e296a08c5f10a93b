// A device that was removed with the wish that it be erased: it does so, whatever cuts it off.
#include "sync/client/wiped.h"
#include "sync/wire/calls.h"
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
    Result<void> send_word(Fault fault = Fault::none) {
        return send_wipe_receipt(phone->folder, [&](const ServerAddress&) {
            auto transport = std::make_unique<Wire>(world.server, world.now);
            transport->faults = {fault};
            return std::unique_ptr<Transport>(std::move(transport));
        });
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

TEST_CASE("those who asked are told when a device erased itself, wherever it was cut off") {
    TwoDevices devices;
    World& world = devices.world;
    devices.revoke(true);
    world.sync_all();
    const auto told_to = [](Device& device) {
        const auto lines = removed_devices(*device.profile);
        REQUIRE((lines.ok() && lines.value().size() == 1));
        return lines.value()[0].wiped;
    };
    const auto log_length = [&] {
        return world.client->rows().vault(world.record).value()->cursor;
    };
    CHECK_FALSE(told_to(*world.client).has_value());
    const std::uint64_t length_before = log_length();
    REQUIRE(devices.phone->sync().erase_asked);

    SECTION("nowhere") { devices.erase(); }
    SECTION("when only its word was written") {
        Device& phone = *devices.phone;
        REQUIRE(keep_wipe_receipt(phone.profile->store(), phone.folder, world.now).ok());
        phone.close();
        REQUIRE(devices.send_word().ok());
        world.sync_all();
        CHECK_FALSE(told_to(*world.client).has_value());  // it still holds everything
        devices.open_error();
    }
    SECTION("when only the lock was gone") {
        const std::string kept = world.files.path("kept");
        std::filesystem::copy(devices.store(), kept);
        devices.erase();
        std::filesystem::copy(kept, devices.store());
        devices.open_error();
    }
    SECTION("when its word was lost on the way") {
        devices.erase();
        CHECK_FALSE(devices.send_word(Fault::request_lost).ok());
    }
    SECTION("when the answer to its word was lost") {
        devices.erase();
        CHECK_FALSE(devices.send_word(Fault::response_lost).ok());
    }
    CHECK(devices.holds_nothing());
    REQUIRE(devices.send_word().ok());
    REQUIRE(devices.send_word().ok());
    world.sync_all();
    CHECK(told_to(*world.client) == world.now);
    CHECK(told_to(*world.clinician) == world.now);
    CHECK(log_length() == length_before + 1);
}

TEST_CASE("nobody says in another device's name that it erased itself") {
    TwoDevices devices;
    World& world = devices.world;
    const Identity lost = devices.phone->identity();
    const Identity own = world.client->identity();
    devices.revoke(true);
    const auto send = [&](const Bytes& word) {
        const auto reply = world.server.call(wire::encode(wire::WipedCall{word}), world.now);
        return wire::parse_simple_answer(reply.body).value().status;
    };
    const wire::WipeReceipt claim{.root = own.root, .device = lost.keys.id, .when = world.now};
    const Bytes forged = wire::sign_wipe_receipt(claim, own.keys.signing.secret);
    CHECK(send(forged) != 0);
    wire::WipeReceipt member = claim;
    member.device = own.keys.id;
    CHECK(send(wire::sign_wipe_receipt(member, own.keys.signing.secret)) != 0);

    // Nor a server that puts it in the log.
    world.client->log_mood(1);
    world.client->sync();
    world.clinician->wire->tamper = [&](wire::TurnResponse& response) {
        for (wire::VaultPage& page : response.vaults) {
            if (page.vault != world.record || page.items.empty()) continue;
            page.items.back().envelope.clear();
            page.items.back().log_object = forged;
        }
    };
    const SyncReport report = world.clinician->sync();
    INFO(describe(report));
    CHECK_FALSE(report.notices.empty());
    const auto lines = removed_devices(*world.clinician->profile);
    REQUIRE((lines.ok() && lines.value().size() == 1));
    CHECK_FALSE(lines.value()[0].wiped.has_value());
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
