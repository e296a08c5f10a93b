#include "app/model/invited.h"

#include "core/codec/entity.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

struct Written {
    InviteUnderWay invite;
    DeviceId origin;
};

// An own further device is kept on one device only, and is no row of the practice.
Result<std::optional<Written>> read_written(store::Store& store, const client::Identity& self,
                                            const client::KeptInvite& kept) {
    if (kept.entity.is_none()) return std::optional<Written>{};
    TRY_ASSIGN(const auto row, store.find(self.practice_vault, kept.entity));
    if (!row) return std::optional<Written>{};
    TRY_ASSIGN(auto invite, codec::decode_invite_under_way(row->fragment));
    return std::optional(Written{.invite = std::move(invite), .origin = row->origin});
}

bool is_own(const std::vector<client::MemberLine>& members, UserId user, DeviceId device) {
    return std::ranges::any_of(members, [&](const client::MemberLine& member) {
        return member.user == user &&
               std::ranges::find(member.devices, device) != member.devices.end();
    });
}

std::string name_of(const InviteUnderWay& invite) {
    return invite.name ? invite.name->reveal() : "Somebody without a name";
}

}  // namespace

Result<std::vector<Invited>> read_invited(client::Profile& profile, const client::Identity& self,
                                          const std::vector<client::MemberLine>& members) {
    store::Store& store = profile.store();
    std::vector<Invited> invited;
    TRY_ASSIGN(const auto open, client::open_invites(store, self));
    for (const client::KeptInvite& kept : open) {
        TRY_ASSIGN(const auto written, read_written(store, self, kept));
        if (!written || !is_own(members, self.user, written->origin)) continue;
        invited.push_back({.id = kept.id,
                           .role = kept.role,
                           .name = name_of(written->invite),
                           .made = written->invite.when.instant,
                           .expires = kept.expires});
    }
    std::ranges::stable_sort(
        invited, [](const Invited& left, const Invited& right) { return left.made > right.made; });
    return invited;
}

Result<OpenInvite> find_invited(client::Profile& profile, const client::Identity& self,
                                const InviteId& id) {
    TRY_ASSIGN(const auto open, client::open_invites(profile.store(), self));
    for (const client::KeptInvite& kept : open) {
        if (kept.id != id) continue;
        TRY_ASSIGN(const auto written, read_written(profile.store(), self, kept));
        if (written) return OpenInvite{.kept = kept, .name = name_of(written->invite)};
    }
    return Error(ErrorCode::not_found, "That invite has ended: it was used or cancelled.");
}

}  // namespace evenkeel::model
