// The versions of one boundary and how they answer one another. The private half of negotiation.h.
#pragma once

#include "core/domain/negotiation.h"

#include <map>

namespace evenkeel {

// Versions are named by their index in the records given, which must outlive the chain.
class VersionChain {
public:
    VersionChain(std::span<const VersionRecord> records, std::vector<std::size_t> versions);

    // Oldest first; a document that was written twice is here once, for people sign its hash.
    [[nodiscard]] const std::vector<std::size_t>& versions() const { return versions_; }
    [[nodiscard]] const VersionRecord& at(std::size_t version) const { return records_[version]; }
    [[nodiscard]] std::optional<std::size_t> find(const Hash32& hash) const;
    // The version this one answers, if it is known.
    [[nodiscard]] std::optional<std::size_t> previous(std::size_t version) const;
    // True if `later` was written in answer to `earlier`, directly or over versions between them.
    [[nodiscard]] bool answers(std::size_t later, std::size_t earlier) const;

private:
    std::span<const VersionRecord> records_;
    std::vector<std::size_t> versions_;
    std::map<Hash32, std::size_t> by_hash_;
};

}  // namespace evenkeel
