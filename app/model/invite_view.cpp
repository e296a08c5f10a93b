#include "app/model/views.h"

#include <qrencode.h>

namespace evenkeel::model {

namespace {

// Without the quiet zone, which a screen adds; none where the link is too long for a code.
void draw_code(InviteView& view) {
    QRcode* const code = QRcode_encodeString(view.link.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (code == nullptr) return;
    view.qr_width = static_cast<std::size_t>(code->width);
    view.qr_modules.reserve(view.qr_width * view.qr_width);
    for (std::size_t i = 0; i < view.qr_width * view.qr_width; ++i) {
        view.qr_modules.push_back((code->data[i] & 1) != 0);
    }
    QRcode_free(code);
}

std::string expiry_words(Instant expires, const std::string& zone) {
    const auto time = local_time(expires, zone);
    if (!time.ok()) return "";
    return "until " + long_date(time.value().date) + ", " + print_time_of_day(time.value().minute);
}

}  // namespace

InviteView invite_view(const client::IssuedInvite& issued, const std::string& name,
                       const Moment& now) {
    InviteView view{.name = name,
                    .link = issued.link,
                    .expires = expiry_words(issued.expires, now.zone),
                    .offered = issued.offered,
                    .qr_width = 0,
                    .qr_modules = {}};
    draw_code(view);
    return view;
}

}  // namespace evenkeel::model
