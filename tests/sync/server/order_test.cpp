// R13: the order in which envelopes become visible is the order of their positions, whoever stalls.
#include "tests/sync/server/practice_world.h"

#include <catch2/catch_test_macros.hpp>

#include <thread>

namespace evenkeel::server {
namespace {

// A writer of its own over the practice's files, whose commit waits until it is told to.
class SlowWriter {
public:
    explicit SlowWriter(const std::string& folder)
        : service_(Service::open(open_sqlite_storage(folder).value(), directory_).value()) {}

    // Everything of one turn but the commit. "stored 1 at 1 x1" is what it would answer.
    std::string work(const Bytes& frame) {
        auto admitted = admission_.admit(frame, "net", now_);
        REQUIRE(std::holds_alternative<PreparedCall>(admitted));
        REQUIRE(service_->begin().ok());
        const auto reply = service_->apply(std::get<PreparedCall>(admitted), now_);
        REQUIRE(reply.ok());
        return text_of(wire::parse_turn_response(reply.value().body).value());
    }
    void commit() { REQUIRE(service_->commit().ok()); }
    void roll_back() { service_->roll_back(); }
    // A whole turn; it waits while another writer is at work.
    Reply answer(const Bytes& frame) { return handle(admission_, *service_, frame, "net", now_); }

private:
    Directory directory_;
    std::unique_ptr<Service> service_;
    Admission admission_{directory_, TestServer::plenty()};
    Instant now_ = TestClock().now();
};

Bytes frame_of(Practice& practice, TestDevice& device) {
    const Bytes envelope = practice.notary.envelope(device, practice.care);
    return trust::make_frame(practice.notary.staff.root(), device.keys.id, ++device.counter,
                             wire::encode(wire::TurnRequest{.envelopes = {envelope}}),
                             device.keys.signing.secret);
}

// Somebody else who has the files open, before any writer stalls.
class Reader {
public:
    explicit Reader(const Practice& practice)
        : storage_(open_sqlite_storage(practice.folder.path()).value()), vault_(practice.care.id) {}

    // What it sees of the vault's log just now: "1 2".
    std::string sees() {
        std::string text;
        const auto visit = [&](const LogRow& row) {
            text += (text.empty() ? "" : " ") + std::to_string(row.position);
            return Walk::on;
        };
        REQUIRE(storage_->rows_after(vault_, 0, {}, visit).ok());
        return text;
    }

private:
    std::unique_ptr<Storage> storage_;
    VaultId vault_;
};

TEST_CASE("R13: while a writer stalls before its commit nobody sees a later position before its") {
    Practice practice;
    Reader reader(practice);
    SlowWriter first(practice.folder.path());
    SlowWriter second(practice.folder.path());
    const Bytes from_client = frame_of(practice, practice.client);
    const Bytes from_admin = frame_of(practice, practice.admin);

    CHECK(first.work(from_client) == "stored 1 at 1 x1\n");
    Reply later{Status::unavailable, {}};
    std::thread writes_later([&] { later = second.answer(from_admin); });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    CHECK(reader.sees().empty());
    first.commit();
    CHECK(reader.sees().starts_with("1"));
    writes_later.join();

    REQUIRE(later.status == Status::ok);
    CHECK(text_of(wire::parse_turn_response(later.body).value()) == "stored 1 at 2 x1\n");
    CHECK(reader.sees() == "1 2");
}

TEST_CASE("R13: a position that was drawn and never committed is drawn again, so none is missing") {
    Practice practice;
    Reader reader(practice);
    SlowWriter writer(practice.folder.path());
    const Bytes from_client = frame_of(practice, practice.client);
    CHECK(writer.work(from_client) == "stored 1 at 1 x1\n");
    writer.roll_back();
    CHECK(reader.sees().empty());

    CHECK(writer.work(frame_of(practice, practice.admin)) == "stored 1 at 1 x1\n");
    writer.commit();
    CHECK(writer.work(from_client) == "stored 1 at 2 x1\n");
    writer.commit();
    CHECK(reader.sees() == "1 2");
}

}  // namespace
}  // namespace evenkeel::server
