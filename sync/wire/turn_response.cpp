#include "proto/sync.pb.h"
#include "sync/wire/convert.h"
#include "sync/wire/messages.h"

namespace evenkeel::wire {

namespace {

constexpr FieldShape item_fields[] = {{1}, {2}, {3}, {4}};
constexpr MessageShape item_shape{item_fields};
constexpr FieldShape entry_fields[] = {{1}, {2}, {3}, {4}, {5}};
constexpr MessageShape entry_shape{entry_fields};
constexpr FieldShape page_fields[] = {
    {1},
    {2, rosters_per_turn_max},
    {3, objects_per_turn_max, &item_shape},
    {4},
    {5},
    {6},
    {7},
    {8},
    {9},
    {10},
    {11},
    {12, access_lines_per_page_max, &entry_shape},
};
constexpr MessageShape page_shape{page_fields};
constexpr FieldShape receipt_fields[] = {{1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}};
constexpr MessageShape receipt_shape{receipt_fields};
constexpr MessageShape refusal_shape{receipt_fields};  // the same eight numbers
constexpr FieldShape answer_fields[] = {{1}, {2}, {3}};
constexpr MessageShape answer_shape{answer_fields};
constexpr FieldShape access_fields[] = {{1}, {2, access_entries_per_turn_max, &entry_shape}};
constexpr MessageShape access_shape{access_fields};
constexpr FieldShape response_fields[] = {
    {1},
    {2},
    {3},
    {4, vaults_per_turn_max, &page_shape},
    {5, objects_per_turn_max, &receipt_shape},
    {6, objects_per_turn_max, &refusal_shape},
    {7, rosters_per_turn_max},
    {8, invites_per_turn_max, &answer_shape},
    {9, 1, &access_shape},
    {10},
};
constexpr MessageShape response_shape{response_fields};

// From 1970 to 9999: nothing that is computed from it can overflow.
constexpr std::int64_t server_ms_end = 253'402'300'800'000;
bool is_plausible(Instant time) { return time.ms >= 0 && time.ms < server_ms_end; }

void write(const LogItem& item, proto::LogItem& target) {
    target.set_position(item.position);
    if (!item.envelope.empty()) target.set_envelope(to_string(item.envelope));
    if (!item.log_object.empty()) target.set_log_object(to_string(item.log_object));
    target.set_own_sequence(item.own_sequence);
}

LogItem read(const proto::LogItem& source, FieldReader& reader) {
    LogItem item;
    item.position = source.position();
    item.envelope = to_bytes(as_bytes(source.envelope()));
    item.log_object = to_bytes(as_bytes(source.log_object()));
    item.own_sequence = source.own_sequence();
    const int kinds = static_cast<int>(!item.envelope.empty()) +
                      static_cast<int>(!item.log_object.empty()) +
                      static_cast<int>(item.own_sequence > 0);
    reader.require(item.position > 0 && kinds == 1);
    return item;
}

void write(const AccessLogEntry& entry, proto::AccessLogEntry& target) {
    target.set_index(entry.index);
    target.set_utc_ms(entry.when.ms);
    target.set_device(field_of(entry.device));
    target.set_action(entry.action);
    target.set_result(entry.result);
}

AccessLogEntry read(const proto::AccessLogEntry& source, FieldReader& reader) {
    AccessLogEntry entry;
    entry.index = source.index();
    entry.when = {source.utc_ms()};
    entry.device = reader.id_or_none<DeviceId>(source.device());
    reader.require(source.action() <= UINT16_MAX && source.result() <= UINT16_MAX);
    entry.action = static_cast<std::uint16_t>(source.action());
    entry.result = static_cast<std::uint16_t>(source.result());
    return entry;
}

void write(const VaultPage& page, proto::VaultPage& target) {
    target.set_vault(page.vault.string());
    for (const Bytes& roster : page.rosters) target.add_rosters(to_string(roster));
    for (const LogItem& item : page.items) write(item, *target.add_items());
    target.set_position(page.position);
    target.set_own_sequence(page.own_sequence);
    if (page.own_head) target.set_own_head(to_string(*page.own_head));
    target.set_reset(page.reset);
    target.set_reset_position(page.reset_position);
    if (page.access_head) target.set_access_head(to_string(*page.access_head));
    target.set_access_index(page.access_index);
    for (const auto& line : page.access_lines) write(line, *target.add_access_lines());
    target.set_roster_wanted_from(page.roster_wanted_from);
}

VaultPage read(const proto::VaultPage& source, FieldReader& reader) {
    VaultPage page;
    page.vault = reader.id<VaultId>(source.vault());
    page.rosters = reader.all_bytes(source.rosters());
    for (const auto& item : source.items()) page.items.push_back(read(item, reader));
    page.position = source.position();
    page.own_sequence = source.own_sequence();
    page.own_head = reader.optional_array<32>(source.own_head());
    page.reset = source.reset();
    page.reset_position = source.reset_position();
    page.access_head = reader.optional_array<32>(source.access_head());
    page.access_index = source.access_index();
    for (const auto& line : source.access_lines()) {
        page.access_lines.push_back(read(line, reader));
    }
    page.roster_wanted_from = source.roster_wanted_from();
    return page;
}

void write(const Receipt& receipt, proto::Receipt& target) {
    target.set_vault(field_of(receipt.vault));
    target.set_author(field_of(receipt.author));
    target.set_sequence(receipt.sequence);
    target.set_position(receipt.position);
    target.set_count(receipt.count);
    if (receipt.object) target.set_object(to_string(*receipt.object));
    target.set_roster(receipt.roster);
    if (receipt.invite) target.set_invite(receipt.invite->string());
}

Receipt read(const proto::Receipt& source, FieldReader& reader) {
    Receipt receipt;
    receipt.vault = reader.id_or_none<VaultId>(source.vault());
    receipt.author = reader.id_or_none<DeviceId>(source.author());
    receipt.sequence = source.sequence();
    receipt.position = source.position();
    receipt.count = source.count();
    receipt.object = reader.optional_array<32>(source.object());
    receipt.roster = source.roster();
    receipt.invite = reader.optional_id<InviteId>(source.invite());
    return receipt;
}

void write(const Refusal& refusal, proto::Refusal& target) {
    target.set_vault(field_of(refusal.vault));
    target.set_author(field_of(refusal.author));
    target.set_sequence(refusal.sequence);
    target.set_roster(refusal.roster);
    if (refusal.invite) target.set_invite(refusal.invite->string());
    if (refusal.object) target.set_object(to_string(*refusal.object));
    target.set_code(static_cast<std::uint32_t>(refusal.code));
    target.set_detail(refusal.detail);
}

Refusal read(const proto::Refusal& source, FieldReader& reader) {
    Refusal refusal;
    refusal.vault = reader.id_or_none<VaultId>(source.vault());
    refusal.author = reader.id_or_none<DeviceId>(source.author());
    refusal.sequence = source.sequence();
    refusal.roster = source.roster();
    refusal.invite = reader.optional_id<InviteId>(source.invite());
    refusal.object = reader.optional_array<32>(source.object());
    reader.require(source.code() > 0);
    refusal.code = static_cast<RefusalCode>(source.code());  // a newer server may know more
    refusal.detail = source.detail();
    return refusal;
}

void write_access_log(const TurnResponse& response, proto::TurnResponse& target) {
    if (response.access_log_vault.is_none()) return;
    target.mutable_access_log()->set_vault(response.access_log_vault.string());
    for (const AccessLogEntry& entry : response.access_log) {
        write(entry, *target.mutable_access_log()->add_entries());
    }
}

}  // namespace

Bytes encode(const TurnResponse& response) {
    proto::TurnResponse target;
    target.set_protocol(response.protocol);
    if (response.protocol != protocol_version) return serialized(target);
    target.set_epoch(to_string(response.epoch));
    target.set_server_ms(response.server_time.ms);
    for (const VaultPage& page : response.vaults) write(page, *target.add_vaults());
    for (const Receipt& receipt : response.receipts) write(receipt, *target.add_receipts());
    for (const Refusal& refusal : response.refusals) write(refusal, *target.add_refusals());
    for (const Bytes& roster : response.staff_rosters) target.add_staff_rosters(to_string(roster));
    for (const InviteAnswer& answer : response.invite_answers) {
        proto::InviteAnswer& written = *target.add_invite_answers();
        written.set_invite(answer.invite.string());
        written.set_answer(to_string(answer.answer));
        written.set_vault(field_of(answer.vault));
    }
    write_access_log(response, target);
    target.set_more(response.more);
    return serialized(target);
}

Result<TurnResponse> parse_turn_response(ByteView bytes) {
    proto::TurnResponse source;
    const Error unreadable(ErrorCode::damaged, "The server's answer could not be read.");
    if (!parse_message(bytes, response_shape, source)) return unreadable;

    TurnResponse response;
    response.protocol = source.protocol();
    if (response.protocol != protocol_version) return response;
    FieldReader reader;
    response.epoch = reader.array<16>(source.epoch());
    response.server_time = {source.server_ms()};
    reader.require(is_plausible(response.server_time));
    for (const auto& page : source.vaults()) response.vaults.push_back(read(page, reader));
    for (const auto& receipt : source.receipts())
        response.receipts.push_back(read(receipt, reader));
    for (const auto& refusal : source.refusals())
        response.refusals.push_back(read(refusal, reader));
    response.staff_rosters = reader.all_bytes(source.staff_rosters());
    for (const auto& answer : source.invite_answers()) {
        response.invite_answers.push_back({reader.id<InviteId>(answer.invite()),
                                           reader.bytes(answer.answer()),
                                           reader.id_or_none<VaultId>(answer.vault())});
    }
    if (source.has_access_log()) {
        response.access_log_vault = reader.id<VaultId>(source.access_log().vault());
        for (const auto& entry : source.access_log().entries()) {
            response.access_log.push_back(read(entry, reader));
        }
    }
    response.more = source.more();
    if (!reader.ok()) return unreadable;
    return response;
}

}  // namespace evenkeel::wire
