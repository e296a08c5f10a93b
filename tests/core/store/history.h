// Random histories through real operations: two client devices and one or two of a clinician's,
// who write, edit, delete, share, undo and sync in any order, with repeats and any batching.
#pragma once

#include "tests/core/store/mailbox.h"

#include <set>

namespace evenkeel::test {

class History {
public:
    explicit History(std::uint64_t seed);

    // Runs `steps` random steps, then lets everybody send and receive until nothing moves.
    void run(int steps);

    // Empty if all is as it must be, else what is not: devices that differ, views that are not what
    // their log gives, logs that are not what replaying gives, private words in the care vault.
    std::string complaint();

private:
    void step();
    void write(Device& device, bool is_client);
    void edit(Device& device, EntityId id, bool is_client);
    void manage(Device& device, EntityId id);
    void take_back(Device& device);
    void settle_conflict(Device& device, EntityId id);
    void sync(Device& device);
    void quiesce();
    std::string replay_complaint(Device& device, bool is_client);
    std::string leak_complaint();

    std::uint32_t below(std::uint32_t limit) {
        return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(engine_);
    }
    bool chance(std::uint32_t percent) { return below(100) < percent; }

    std::mt19937_64 engine_;
    std::vector<std::unique_ptr<Device>> devices_;  // the first two are the client's
    std::vector<EntityId> entities_;
    std::set<EntityId> ever_shared_;  // or may have been, by taking an unsharing back
    Mailbox mailbox_;
    std::uint32_t words_ = 0;
};

}  // namespace evenkeel::test
