#include "sync/client/invites.h"

#include "core/codec/byte_cursor.h"
#include "core/codec/entity.h"
#include "core/domain/local_time.h"
#include "core/store/operation.h"

namespace evenkeel::client {
namespace {

// Own second devices; and sealed offers the server has not confirmed.
constexpr const char* kept_value = "invites.kept";
constexpr const char* offers_value = "invites.offers";
constexpr const char* ended_value = "invites.ended";
constexpr const char* withdrawn_value = "invites.withdrawn";
constexpr std::size_t ended_ids_max = 64;  // the server forgets an answer long before
constexpr std::int64_t answer_wait_ms = 14 * ms_per_day;
constexpr std::int64_t device_answer_wait_ms = ms_per_day;
constexpr std::size_t kept_bytes_each = 16 + 16 + 1 + 8 + 16 + 16;

bool is_staff(const Identity& identity) { return identity.role != Role::client; }

template <std::size_t size>
void read_array(codec::ByteReader& reader, ByteArray<size>& target) {
    const ByteView bytes = reader.raw(size);
    std::copy(bytes.begin(), bytes.end(), target.begin());
}

Result<std::vector<KeptInvite>> kept_here(store::Store& store) {
    TRY_ASSIGN(auto bytes, store.value(kept_value));
    std::vector<KeptInvite> invites;
    if (!bytes) return invites;
    codec::ByteReader reader(*bytes);
    while (reader.ok() && !reader.at_end()) {
        KeptInvite invite;
        read_array(reader, invite.id.bytes);
        const ByteView secret = reader.raw(trust::InviteSecret::size);
        if (auto parsed = trust::InviteSecret::from(secret)) invite.secret = std::move(*parsed);
        invite.role = static_cast<trust::InviteRole>(reader.byte());
        invite.expires.ms = static_cast<std::int64_t>(reader.fixed());
        read_array(reader, invite.user.bytes);
        read_array(reader, invite.vault.bytes);
        if (reader.ok()) invites.push_back(std::move(invite));
    }
    trust::wipe(*bytes);
    return invites;
}

Result<void> keep_here(store::Store& store, const std::vector<KeptInvite>& invites) {
    Bytes bytes;
    bytes.reserve(invites.size() * kept_bytes_each);  // so that no copy of a secret is left behind
    for (const KeptInvite& invite : invites) {
        append(bytes, invite.id.view());
        append(bytes, invite.secret.view());
        bytes.push_back(static_cast<Byte>(invite.role));
        append_big_endian(bytes, static_cast<std::uint64_t>(invite.expires.ms));
        append(bytes, invite.user.view());
        append(bytes, invite.vault.view());
    }
    auto kept = store.set_value(kept_value, bytes);
    trust::wipe(bytes);
    return kept;
}

Result<void> add_id(store::Store& store, const char* name, const InviteId& invite) {
    TRY_ASSIGN(const auto kept, store.value(name));
    Bytes ids = to_bytes(invite.view());
    if (kept) append(ids, *kept);
    ids.resize(std::min(ids.size(), ended_ids_max * 16));
    return store.set_value(name, ids);
}

Result<std::vector<InviteId>> ids_of(store::Store& store, const char* name) {
    TRY_ASSIGN(const auto kept, store.value(name));
    std::vector<InviteId> ids;
    if (!kept) return ids;
    for (ByteView rest = *kept; rest.size() >= 16; rest = rest.subspan(16)) {
        ids.push_back(*InviteId::from(rest.first(16)));
    }
    return ids;
}

std::optional<KeptInvite> from_entity(const store::EntityRow& row) {
    const auto decoded = codec::decode_invite_under_way(row.fragment);
    if (!decoded.ok()) return std::nullopt;
    const InviteUnderWay& under_way = decoded.value();
    if (under_way.state != InviteState::open || !under_way.secret) return std::nullopt;
    auto secret = trust::InviteSecret::from(under_way.secret->reveal());
    if (!secret) return std::nullopt;
    return KeptInvite{.id = under_way.invite,
                      .secret = std::move(*secret),
                      .role = under_way.role == Role::client ? trust::InviteRole::client
                                                             : trust::InviteRole::clinician,
                      .expires = under_way.expires,
                      .user = under_way.user.value_or(UserId{}),
                      .vault = under_way.vault.value_or(VaultId{}),
                      .entity = row.id};
}

Result<EntityId> write_under_way(Profile& profile, const Identity& identity,
                                 const KeptInvite& invite, const std::string& name) {
    const Clock& clock = profile.ports().clock;
    InviteUnderWay under_way{
        .invite = invite.id,
        .role = invite.role == trust::InviteRole::client ? Role::client : Role::clinician,
        .expires = invite.expires};
    TRY_ASSIGN(under_way.when, make_when(clock.now(), clock.zone_name()));
    ByteArray<16> secret{};
    std::copy(invite.secret.view().begin(), invite.secret.view().end(), secret.begin());
    under_way.secret = InviteSecret(secret);
    if (!name.empty()) under_way.name = PhiText(name);
    if (!invite.user.is_none()) under_way.user = invite.user;
    if (!invite.vault.is_none()) under_way.vault = invite.vault;
    TRY(validate(under_way));
    store::Operation operation(profile.store(), identity.practice_vault, "invite",
                               store::UndoStep::none);
    TRY_ASSIGN(const EntityId id, operation.write({.kind = EntityKind::invite_under_way,
                                                   .fragment = codec::encode(under_way)}));
    TRY(operation.commit());
    return id;
}

Result<std::vector<wire::InviteOffer>> kept_offers(store::Store& store) {
    TRY_ASSIGN(const auto bytes, store.value(offers_value));
    std::vector<wire::InviteOffer> offers;
    codec::ByteReader reader(bytes ? ByteView(*bytes) : ByteView{});
    while (reader.ok() && !reader.at_end()) {
        wire::InviteOffer offer;
        read_array(reader, offer.invite.bytes);
        offer.expires.ms = static_cast<std::int64_t>(reader.fixed());
        offer.role = static_cast<wire::InviteRole>(reader.byte());
        offer.blob = to_bytes(reader.bytes());
        if (reader.ok()) offers.push_back(std::move(offer));
    }
    return offers;
}

Result<void> keep_offers(store::Store& store, const std::vector<wire::InviteOffer>& offers) {
    codec::ByteWriter writer;
    for (const wire::InviteOffer& offer : offers) {
        writer.raw(offer.invite.view());
        writer.fixed(static_cast<std::uint64_t>(offer.expires.ms));
        writer.byte(static_cast<Byte>(offer.role));
        writer.bytes(offer.blob);
    }
    return store.set_value(offers_value, std::move(writer).finish());
}

}  // namespace

Result<std::vector<KeptInvite>> open_invites(store::Store& store, const Identity& identity) {
    TRY_ASSIGN(auto invites, kept_here(store));
    if (!is_staff(identity)) return invites;
    TRY_ASSIGN(const auto rows, store.list({.record = identity.practice_vault,
                                            .kind = EntityKind::invite_under_way}));
    for (const store::EntityRow& row : rows) {
        if (auto invite = from_entity(row)) invites.push_back(std::move(*invite));
    }
    return invites;
}

Result<std::vector<trust::InviteKeys>> open_invite_keys(store::Store& store,
                                                        const Identity& identity) {
    TRY_ASSIGN(const auto invites, open_invites(store, identity));
    std::vector<trust::InviteKeys> keys;
    for (const KeptInvite& invite : invites) {
        keys.push_back(trust::derive_invite_keys(invite.secret, identity.root));
    }
    return keys;
}

Result<void> keep_invite(Profile& profile, const Identity& identity, const KeptInvite& invite,
                         const std::string& name, const wire::InviteOffer& offer) {
    store::Store& store = profile.store();
    return store.transaction([&]() -> Result<void> {
        if (invite.role == trust::InviteRole::device) {
            TRY_ASSIGN(auto invites, kept_here(store));
            invites.push_back(invite);
            TRY(keep_here(store, invites));
        } else {
            TRY(write_under_way(profile, identity, invite, name));
        }
        TRY_ASSIGN(auto offers, kept_offers(store));
        offers.push_back(offer);
        return keep_offers(store, offers);
    });
}

Result<void> end_invite(Profile& profile, const Identity& identity, const KeptInvite& invite,
                        const EndedInvite& end) {
    store::Store& store = profile.store();
    if (invite.entity.is_none()) {
        TRY_ASSIGN(auto invites, kept_here(store));
        std::erase_if(invites, [&](const KeptInvite& kept) { return kept.id == invite.id; });
        return store.transaction([&]() -> Result<void> {
            TRY(keep_here(store, invites));
            return add_id(store, ended_value, invite.id);
        });
    }
    TRY_ASSIGN(const auto row, store.find(identity.practice_vault, invite.entity));
    if (!row) return {};
    TRY_ASSIGN(InviteUnderWay under_way, codec::decode_invite_under_way(row->fragment));
    under_way.secret.reset();
    under_way.state = end.state;
    if (!end.user.is_none()) under_way.user = end.user;
    if (!end.vault.is_none()) under_way.vault = end.vault;
    if (!end.name.empty()) under_way.name = PhiText(end.name);
    store::Operation operation(store, identity.practice_vault, "invite", store::UndoStep::none);
    TRY(operation.write({.kind = EntityKind::invite_under_way,
                         .id = invite.entity,
                         .fragment = codec::encode(under_way)}));
    return operation.commit();
}

Instant last_answer_time(const KeptInvite& invite) {
    return invite.expires +
           (invite.role == trust::InviteRole::device ? device_answer_wait_ms : answer_wait_ms);
}

Result<void> end_stale_invites(Profile& profile, const Identity& identity, Instant now) {
    TRY_ASSIGN(const auto invites, open_invites(profile.store(), identity));
    for (const KeptInvite& invite : invites) {
        if (last_answer_time(invite) >= now) continue;
        TRY(end_invite(profile, identity, invite, {.state = InviteState::expired}));
    }
    return {};
}

Result<bool> is_ended(store::Store& store, const Identity& identity, const InviteId& invite) {
    TRY_ASSIGN(const auto ended, ids_of(store, ended_value));
    if (std::ranges::find(ended, invite) != ended.end()) return true;
    if (!is_staff(identity)) return false;
    TRY_ASSIGN(const auto rows, store.list({.record = identity.practice_vault,
                                            .kind = EntityKind::invite_under_way}));
    return std::any_of(rows.begin(), rows.end(), [&](const store::EntityRow& row) {
        const auto decoded = codec::decode_invite_under_way(row.fragment);
        return decoded.ok() && decoded.value().invite == invite &&
               decoded.value().state != InviteState::open;
    });
}

Result<std::vector<wire::InviteOffer>> open_offers(store::Store& store, Instant now) {
    TRY_ASSIGN(auto offers, kept_offers(store));
    const auto expired =
        std::erase_if(offers, [&](const auto& offer) { return offer.expires < now; });
    if (expired > 0) TRY(keep_offers(store, offers));
    return offers;
}

Result<void> offer_settled(store::Store& store, const InviteId& invite) {
    TRY_ASSIGN(auto offers, kept_offers(store));
    const auto settled =
        std::erase_if(offers, [&](const auto& offer) { return offer.invite == invite; });
    if (settled > 0) TRY(keep_offers(store, offers));
    TRY_ASSIGN(const auto withdrawn, withdrawn_invites(store));
    if (std::ranges::find(withdrawn, invite) == withdrawn.end()) return {};
    Bytes left;
    for (const InviteId& id : withdrawn) {
        if (id != invite) append(left, id.view());
    }
    return store.set_value(withdrawn_value, left);
}

Result<void> withdraw_invite(Profile& profile, const Identity& identity, const KeptInvite& invite) {
    store::Store& store = profile.store();
    return store.transaction([&]() -> Result<void> {
        TRY(end_invite(profile, identity, invite, {.state = InviteState::cancelled}));
        TRY(offer_settled(store, invite.id));
        return add_id(store, withdrawn_value, invite.id);
    });
}

Result<std::vector<InviteId>> withdrawn_invites(store::Store& store) {
    return ids_of(store, withdrawn_value);
}

}  // namespace evenkeel::client
