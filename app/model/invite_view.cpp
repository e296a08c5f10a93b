#include "app/model/qr_code.h"
#include "app/model/views.h"

namespace evenkeel::model {

namespace {

std::string expiry_words(Instant expires, const std::string& zone) {
    const auto time = local_time(expires, zone);
    if (!time.ok()) return "";
    return tr("until {0}, {1}", long_date(time.value().date),
              print_time_of_day(time.value().minute));
}

}  // namespace

std::vector<InvitedLine> invited_lines(const std::vector<Invited>& invited, trust::InviteRole role,
                                       const Moment& now) {
    std::vector<InvitedLine> lines;
    for (const Invited& one : invited) {
        if (one.role != role) continue;
        const bool expired = one.expires < now.instant;
        const std::string until = expiry_words(one.expires, now.zone);
        lines.push_back({.invite = one.id,
                         .name = one.name,
                         .made = "Invited " + relative_moment(one.made, now),
                         .expires = expired ? "The link worked " + until + "; nobody used it."
                                            : "The link works once, " + until + ".",
                         .expired = expired});
    }
    return lines;
}

InviteView invite_view(const client::IssuedInvite& issued, const std::string& name,
                       const Moment& now) {
    InviteView view{.name = name,
                    .link = issued.link,
                    .expires = expiry_words(issued.expires, now.zone),
                    .offered = issued.offered,
                    .qr_width = 0,
                    .qr_modules = {}};
    if (auto code = qr_code_of(view.link)) {
        view.qr_width = code->width;
        view.qr_modules = std::move(code->modules);
    }
    return view;
}

}  // namespace evenkeel::model
