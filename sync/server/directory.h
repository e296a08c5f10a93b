// The devices the server knows and their keys: what a signature is checked against before anything
// else is looked at. Shared by the threads that receive and the one that writes.
#pragma once

#include "sync/server/records.h"
#include "sync/trust/roster_frame.h"

#include <shared_mutex>
#include <unordered_map>

namespace evenkeel::server {

struct KnownDevice {
    trust::PublicKey signing_key{};
    trust::PublicKey box_key{};
    UserId user;
    bool staff = false;  // was ever named by a staff roster
};

class Directory {
public:
    [[nodiscard]] std::optional<KnownDevice> find(const DeviceId& device) const;
    void add(const DeviceId& device, const KnownDevice& known);

    // The practice's root, once it is set up; frames are signed for it.
    [[nodiscard]] std::optional<trust::RootFingerprint> root() const;
    void set_root(const trust::RootFingerprint& root);

    // Exchanges everything at once, so that nobody is unknown for a moment.
    using Devices = std::unordered_map<DeviceId, KnownDevice>;
    void replace(Devices devices, const std::optional<trust::RootFingerprint>& root);

private:
    mutable std::shared_mutex mutex_;
    Devices devices_;
    std::optional<trust::RootFingerprint> root_;
};

}  // namespace evenkeel::server
