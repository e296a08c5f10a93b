#include "proto/sync.pb.h"
#include "sync/wire/convert.h"
#include "sync/wire/messages.h"

namespace evenkeel::wire {

namespace {

constexpr FieldShape cursor_fields[] = {{1}, {2}, {3}, {4}, {5}};
constexpr MessageShape cursor_shape{cursor_fields};
constexpr FieldShape offer_fields[] = {{1}, {2}, {3}, {4}};
constexpr MessageShape offer_shape{offer_fields};
constexpr FieldShape query_fields[] = {{1}, {2}};
constexpr MessageShape query_shape{query_fields};
constexpr FieldShape request_fields[] = {
    {1},
    {2},
    {3},
    {4, vaults_per_turn_max, &cursor_shape},
    {5, objects_per_turn_max},
    {6, objects_per_turn_max},
    {7, rosters_per_turn_max},
    {8, rosters_per_turn_max},
    {9, invites_per_turn_max, &offer_shape},
    {10, invites_per_turn_max},
    {11, 1, &query_shape},
    {12},
};
constexpr MessageShape request_shape{request_fields};

void write(const VaultCursor& cursor, proto::VaultCursor& target) {
    target.set_vault(cursor.vault.string());
    target.set_position(cursor.position);
    if (cursor.position > 0) target.set_chain(to_string(cursor.chain));
    target.set_roster(cursor.roster);
    target.set_access_index(cursor.access_index);
}

VaultCursor read(const proto::VaultCursor& source, FieldReader& reader) {
    VaultCursor cursor;
    cursor.vault = reader.id<VaultId>(source.vault());
    cursor.position = source.position();
    if (cursor.position > 0) cursor.chain = reader.array<16>(source.chain());
    cursor.roster = source.roster();
    cursor.access_index = source.access_index();
    return cursor;
}

void write(const InviteOffer& offer, proto::InviteOffer& target) {
    target.set_invite(offer.invite.string());
    target.set_expires_ms(offer.expires.ms);
    target.set_role(static_cast<std::uint32_t>(offer.role));
    target.set_blob(to_string(offer.blob));
}

InviteOffer read(const proto::InviteOffer& source, FieldReader& reader) {
    InviteOffer offer;
    offer.invite = reader.id<InviteId>(source.invite());
    offer.expires = {source.expires_ms()};
    reader.require(source.role() >= 1 && source.role() <= 3);
    offer.role = static_cast<InviteRole>(source.role());
    offer.blob = reader.bytes(source.blob());
    return offer;
}

}  // namespace

Bytes encode(const TurnRequest& request) {
    proto::TurnRequest target;
    target.set_protocol(request.protocol);
    if (request.epoch) target.set_epoch(to_string(*request.epoch));
    target.set_staff_roster(request.staff_roster);
    for (const VaultCursor& cursor : request.vaults) write(cursor, *target.add_vaults());
    for (const Bytes& envelope : request.envelopes) target.add_envelopes(to_string(envelope));
    for (const Bytes& object : request.log_objects) target.add_log_objects(to_string(object));
    for (const Bytes& roster : request.vault_rosters) target.add_vault_rosters(to_string(roster));
    for (const Bytes& roster : request.staff_rosters) target.add_staff_rosters(to_string(roster));
    for (const InviteOffer& offer : request.invites) write(offer, *target.add_invites());
    for (const InviteId& invite : request.invites_done) target.add_invites_done(invite.string());
    if (request.access_log) {
        target.mutable_access_log()->set_vault(request.access_log->vault.string());
        target.mutable_access_log()->set_from_index(request.access_log->from_index);
    }
    target.set_page_bytes_max(request.page_bytes_max);
    return serialized(target);
}

Result<TurnRequest> parse_turn_request(ByteView bytes) {
    proto::TurnRequest source;
    const Error unreadable(ErrorCode::damaged, "The request could not be read.");
    if (!parse_message(bytes, request_shape, source)) return unreadable;

    TurnRequest request;
    request.protocol = source.protocol();
    if (request.protocol != protocol_version) return request;
    FieldReader reader;
    request.epoch = reader.optional_array<16>(source.epoch());
    request.staff_roster = source.staff_roster();
    for (const auto& cursor : source.vaults()) request.vaults.push_back(read(cursor, reader));
    request.envelopes = reader.all_bytes(source.envelopes());
    request.log_objects = reader.all_bytes(source.log_objects());
    request.vault_rosters = reader.all_bytes(source.vault_rosters());
    request.staff_rosters = reader.all_bytes(source.staff_rosters());
    for (const auto& offer : source.invites()) request.invites.push_back(read(offer, reader));
    for (const auto& invite : source.invites_done()) {
        request.invites_done.push_back(reader.id<InviteId>(invite));
    }
    if (source.has_access_log()) {
        request.access_log = AccessLogQuery{reader.id<VaultId>(source.access_log().vault()),
                                            source.access_log().from_index()};
    }
    request.page_bytes_max = source.page_bytes_max();
    if (!reader.ok()) return unreadable;
    return request;
}

}  // namespace evenkeel::wire
