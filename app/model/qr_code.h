// A link as a QR code, for a screen, a sheet of paper or a picture.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::model {

struct QrCode {
    std::size_t width = 0;      // modules a side
    std::vector<bool> modules;  // row by row, true is dark; without the quiet zone

    [[nodiscard]] bool is_dark(std::size_t column, std::size_t row) const {
        return modules[row * width + column];
    }
};

// Nothing where the text is too long for one (some 2,300 bytes).
std::optional<QrCode> qr_code_of(const std::string& text);

}  // namespace evenkeel::model
