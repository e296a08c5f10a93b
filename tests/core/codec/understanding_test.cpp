#include "core/codec/understanding.h"

#include "core/codec/fields.h"
#include "core/domain/any_entity.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace evenkeel;

TEST_CASE("what is understood names every kind with all its fields") {
    const Bytes understood = codec::understanding();
    for (std::uint32_t kind = 1; kind <= 15; ++kind) {
        const auto fields = codec::fields_of(kind);
        REQUIRE(fields.empty() == (kind_name(kind).text == std::string_view("unknown")));
        if (fields.empty()) continue;
        Bytes line{static_cast<Byte>(fields.size())};
        for (const auto field : fields) line.push_back(static_cast<Byte>(field));
        const auto found =
            std::search(understood.begin(), understood.end(), line.begin(), line.end());
        INFO("kind " << kind);
        CHECK(found != understood.end());
    }
}
