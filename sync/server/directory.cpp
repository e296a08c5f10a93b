#include "sync/server/directory.h"

#include <mutex>

namespace evenkeel::server {

std::optional<KnownDevice> Directory::find(const DeviceId& device) const {
    const std::shared_lock lock(mutex_);
    const auto place = devices_.find(device);
    if (place == devices_.end()) return std::nullopt;
    return place->second;
}

void Directory::add(const DeviceId& device, const KnownDevice& known) {
    const std::unique_lock lock(mutex_);
    devices_.insert_or_assign(device, known);
}

std::optional<trust::RootFingerprint> Directory::root() const {
    const std::shared_lock lock(mutex_);
    return root_;
}

void Directory::set_root(const trust::RootFingerprint& root) {
    const std::unique_lock lock(mutex_);
    root_ = root;
}

void Directory::replace(Devices devices, const std::optional<trust::RootFingerprint>& root) {
    const std::unique_lock lock(mutex_);
    devices_ = std::move(devices);
    root_ = root;
}

}  // namespace evenkeel::server
