// A QR code as what draws it needs it.
#include "app/model/qr_code.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {
namespace {

// The square by which a reader finds a corner: dark, light, dark inside each other.
bool is_finder(const model::QrCode& code, std::size_t left, std::size_t top) {
    for (std::size_t y = 0; y < 7; ++y) {
        for (std::size_t x = 0; x < 7; ++x) {
            const bool on_edge = x == 0 || x == 6 || y == 0 || y == 6;
            const bool within = x >= 2 && x <= 4 && y >= 2 && y <= 4;
            if (code.is_dark(left + x, top + y) != (on_edge || within)) return false;
        }
    }
    return true;
}

TEST_CASE("A code has a finder in three corners and not in the fourth") {
    const auto code = model::qr_code_of("evenkeel:2/AB3D-EF6H-JK8M-NP2Q");
    REQUIRE(code.has_value());
    REQUIRE(code->modules.size() == code->width * code->width);
    const std::size_t far = code->width - 7;
    CHECK(is_finder(*code, 0, 0));
    CHECK(is_finder(*code, far, 0));
    CHECK(is_finder(*code, 0, far));
    CHECK_FALSE(is_finder(*code, far, far));
}

TEST_CASE("What is too long for a code makes none") {
    CHECK_FALSE(model::qr_code_of(std::string(5000, 'A')).has_value());
}

}  // namespace
}  // namespace evenkeel::test
