#include "app/model/qr_code.h"

#include <qrencode.h>

namespace evenkeel::model {

std::optional<QrCode> qr_code_of(const std::string& text) {
    QRcode* const drawn = QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (drawn == nullptr) return std::nullopt;
    QrCode code{.width = static_cast<std::size_t>(drawn->width), .modules = {}};
    code.modules.reserve(code.width * code.width);
    for (std::size_t i = 0; i < code.width * code.width; ++i) {
        code.modules.push_back((drawn->data[i] & 1) != 0);
    }
    QRcode_free(drawn);
    return code;
}

}  // namespace evenkeel::model
