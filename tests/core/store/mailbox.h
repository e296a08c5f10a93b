// Stands in for the server between devices: it orders envelopes and knows no cryptography. What
// travels is encoded and decoded as in the real program.
#pragma once

#include "tests/core/store/device.h"

#include <map>

namespace evenkeel::test {

// What happens to one envelope on its way.
enum class Fortune { stored, receipt_lost, refused };

// Keeps envelopes per vault in the order they came.
class Mailbox {
public:
    // Seals what is unsealed, at most `count` deltas to an envelope, and gives receipts.
    void push(Device& device, std::size_t count = 1000);
    // The two halves of it. The device judges its deltas by what it takes for the server's time;
    // what has no receipt is posted again next time.
    void seal(Device& device, std::size_t count, Instant server_time);
    void post(Device& device, const std::function<Fortune()>& fortune);

    // Gives what the device lacks, `count` envelopes to a page.
    store::ApplySummary pull(Device& device, std::size_t count = 1000);
    store::ApplySummary pull(Device& device, std::size_t count, Instant server_time);
    void exchange(std::vector<Device*> devices);
    // Everything once more from the start (R1).
    void repeat(Device& device, std::size_t count = 1000);
    static void rewind(Device& device);

    // Sealed by the device, without a receipt.
    std::size_t waiting(Device& device) { return waiting_[device.store().device()].size(); }

    std::map<VaultId, std::vector<store::Received>> vaults;

private:
    // Its position, the same however often it is posted.
    std::uint64_t place(const store::Received& received);
    bool has(const store::Received& received);

    std::map<DeviceId, std::vector<store::Received>> waiting_;
    std::uint64_t hashes_ = 0;
};

// A client's two devices and their clinician's.
struct Team {
    Device phone{1, Part::client};
    Device laptop{2, Part::client};
    Device desk{3, Part::clinician};
    Mailbox mailbox;
    void settle() { mailbox.exchange({&phone, &laptop, &desk}); }
};

}  // namespace evenkeel::test
