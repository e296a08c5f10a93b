#include "core/domain/version_chain.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace evenkeel {

VersionChain::VersionChain(std::span<const VersionRecord> records,
                           std::vector<std::size_t> versions)
    : records_(records), versions_(std::move(versions)) {
    const auto key = [&](std::size_t index) {
        const auto& version = records_[index];
        return std::tuple(version.stamp, version.hash, version.entity);
    };
    std::sort(versions_.begin(), versions_.end(),
              [&](auto left, auto right) { return key(left) < key(right); });
    std::erase_if(versions_, [&](std::size_t index) {
        return !by_hash_.emplace(records_[index].hash, index).second;
    });
}

std::optional<std::size_t> VersionChain::find(const Hash32& hash) const {
    const auto found = by_hash_.find(hash);
    return found == by_hash_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> VersionChain::previous(std::size_t version) const {
    const auto& hash = records_[version].document.previous_hash;
    return hash ? find(*hash) : std::nullopt;
}

bool VersionChain::answers(std::size_t later, std::size_t earlier) const {
    std::set<std::size_t> seen;  // hashes cannot form a ring, but records handed in might
    for (auto at = std::optional(later); at && seen.insert(*at).second;) {
        at = previous(*at);
        if (at == earlier) return true;
    }
    return false;
}

}  // namespace evenkeel
