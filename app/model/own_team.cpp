#include "app/model/own_team.h"

#include "core/base/limits.h"
#include "core/words/tr.h"
#include "sync/client/care_team.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr const char* declined_name = "team.declined";
// A practice has no more staff devices than this, each of another person at most.
constexpr std::size_t declined_max = limits::staff_devices_max;

Result<std::vector<UserId>> read_declined(store::Store& store) {
    std::vector<UserId> declined;
    TRY_ASSIGN(const auto kept, store.value(declined_name));
    const ByteView bytes = kept ? ByteView(*kept) : ByteView{};
    constexpr std::size_t size = UserId{}.bytes.size();
    for (std::size_t at = 0; at + size <= bytes.size(); at += size) {
        declined.push_back(*UserId::from(bytes.subspan(at, size)));
    }
    return declined;
}

void add(const client::TeamLine& line, const std::vector<UserId>& declined, OwnTeamView& view) {
    using enum client::TeamPlace;
    TeamMember member{.user = line.user,
                      .name = line.name.empty() ? tr("a clinician of your practice") : line.name};
    if (line.place == inside) return view.inside.push_back(std::move(member));
    if (line.place != outside || !line.told || !view.client_decides) return;
    const bool is_declined = std::ranges::find(declined, line.user) != declined.end();
    (is_declined ? view.declined : view.asked).push_back(std::move(member));
}

}  // namespace

Result<std::optional<OwnTeamView>> own_team(client::Profile& profile, VaultId record) {
    const auto read = client::read_care_team(profile, record);
    if (!read.ok() && read.error().code() == ErrorCode::not_found) {
        return std::optional<OwnTeamView>{};
    }
    if (!read.ok()) return read.error();
    TRY_ASSIGN(const auto declined, read_declined(profile.store()));
    OwnTeamView view{
        .inside = {}, .asked = {}, .declined = {}, .client_decides = read.value().client_approves};
    for (const client::TeamLine& line : read.value().lines) add(line, declined, view);
    return std::optional(std::move(view));
}

Result<void> decline_colleague(store::Store& store, UserId user) {
    TRY_ASSIGN(auto declined, read_declined(store));
    if (std::ranges::find(declined, user) != declined.end()) return {};
    declined.push_back(user);
    if (declined.size() > declined_max) declined.erase(declined.begin());
    Bytes bytes;
    for (const UserId& each : declined) append(bytes, each.view());
    return store.set_value(declined_name, bytes);
}

}  // namespace evenkeel::model
