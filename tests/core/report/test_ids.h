// Ids for tests: a plain hash is enough to tell names apart; the real one is in sync/trust.
#pragma once

#include "core/report/imported_use.h"

namespace evenkeel::test {

class TestIds : public IdDerivation {
public:
    [[nodiscard]] ByteArray<16> derive(ByteView name) const override {
        ByteArray<16> id{1};
        std::uint64_t hash = 1469598103934665603ULL;
        for (const auto byte : name) hash = (hash ^ byte) * 1099511628211ULL;
        for (std::size_t i = 0; i < 8; ++i) id[i + 8] = static_cast<Byte>(hash >> (8 * i));
        return id;
    }
};

}  // namespace evenkeel::test
