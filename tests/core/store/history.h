// Random histories through real operations: two to six devices, of a client and of clinicians, on
// this version of the program and on a newer one, with clocks that go wrong. Their people write,
// edit, delete, share, undo and sync in any order, with repeats and any batching.
#pragma once

#include "tests/core/store/invention.h"
#include "tests/core/store/mailbox.h"
#include "tests/core/store/witness.h"

#include <set>

namespace evenkeel::test {

// Opened devices, to be used by one history after the other.
using DevicePool = std::vector<std::unique_ptr<Device>>;

class History {
public:
    History(DevicePool& pool, std::uint64_t seed);

    // Runs `steps` random steps, then lets everybody send and receive until nothing moves.
    void run(int steps);

    // Empty if all is as it must be, else what is not: devices that differ, views that are not what
    // their log gives, logs that are not what replaying gives, another order that gives another
    // state, words that are lost, private words in the care vault.
    std::string complaint();

private:
    struct Member {
        Device& device;
        Part part = Part::client;
        Version version = Version::this_one;
        std::int64_t clock_error_ms = 0;   // this device's clock minus the server's
        std::int64_t learnt_error_ms = 0;  // what it knew of that at its last contact

        [[nodiscard]] bool is_client() const { return part == Part::client; }
        [[nodiscard]] Instant server_time() const { return device.clock.time + -learnt_error_ms; }
    };
    struct FieldValue {
        std::uint32_t field = 0;
        Bytes value;  // empty: cleared
        bool is_private = false;
    };
    using Replay = std::map<EntityId, delta::EntityLog>;

    Device& borrow(std::size_t place, Part part);
    void step();
    void set_clock(Member& member);
    void upset_clock(Member& member);

    void create(Member& member);
    void create_daily(Member& member);
    void edit(Member& member, EntityId id);
    void edit_by_name(Member& member, EntityId id);
    void retype(Member& member, EntityId id);
    void manage(Member& member, EntityId id);
    void take_back(Member& member);
    void settle_conflict(Member& member, EntityId id);
    FieldValue invent(const Member& member, std::uint32_t kind, std::uint32_t field,
                      bool is_private);
    EntityId commit(Member& member, std::uint32_t kind, std::optional<EntityId> id,
                    const std::vector<FieldValue>& values);
    void remember(EntityId id);

    void sync(Member& member);
    enum class Luck { some, all };
    void send(Member& member, std::size_t batch, Luck luck);
    void receive(Member& member, std::size_t batch);
    void answer_held(Member& member, bool apply);
    void advance_redactions(Member& member);
    void note_all(Member& member);
    void quiesce();
    bool is_at_rest();

    std::string device_complaint(Member& member, const Replay& replay);
    std::string order_complaint();
    std::string leak_complaint();
    Member& first_of(Part part);
    Replay replay(Part part);

    DevicePool& pool_;
    std::uint64_t seed_;
    Chance chance_;
    Invention invention_;
    Instant now_;                  // the server's time, which is right
    std::vector<Member> members_;  // the first is a client's
    std::vector<EntityId> entities_;
    std::set<EntityId> ever_shared_;  // or may have been, by taking an unsharing back
    Mailbox mailbox_;
    Witness witness_;
};

}  // namespace evenkeel::test
