// What a role may write, what is refused for good, and what is taken back.
#include "core/codec/entity.h"
#include "core/domain/rights.h"
#include "core/store/operation.h"
#include "core/store/record_views.h"
#include "sync/trust/envelope.h"
#include "tests/sync/client/world.h"

namespace evenkeel::client {
namespace {

constexpr std::uint32_t kind(EntityKind of) { return static_cast<std::uint32_t>(of); }

struct Line {
    Role role;
    RecordPart part;
    EntityKind kind;
    bool may;
};
constexpr Line rights[] = {
    {Role::client, RecordPart::care, EntityKind::mood, true},
    {Role::client, RecordPart::private_, EntityKind::mood, true},
    {Role::client, RecordPart::care, EntityKind::consent, true},
    {Role::client, RecordPart::care, EntityKind::feedback, false},
    {Role::client, RecordPart::care, EntityKind::invite_under_way, false},
    {Role::client, RecordPart::care, EntityKind::prompt_assignment, false},
    {Role::clinician, RecordPart::care, EntityKind::prompt_assignment, true},
    {Role::clinician, RecordPart::practice, EntityKind::practice_policy, true},
    {Role::clinician, RecordPart::care, EntityKind::practice_policy, true},
    {Role::clinician, RecordPart::notes, EntityKind::practice_policy, false},
    {Role::client, RecordPart::care, EntityKind::practice_policy, false},
    {Role::clinician, RecordPart::practice, EntityKind::practice_prompt, true},
    {Role::clinician, RecordPart::care, EntityKind::practice_prompt, false},
    {Role::client, RecordPart::practice, EntityKind::person, false},
    {Role::clinician, RecordPart::care, EntityKind::mood, false},
    {Role::clinician, RecordPart::care, EntityKind::use, false},
    {Role::clinician, RecordPart::care, EntityKind::journal_page, false},
    {Role::clinician, RecordPart::care, EntityKind::boundary_answer, false},
    {Role::clinician, RecordPart::care, EntityKind::boundary_version, true},
    {Role::clinician, RecordPart::care, EntityKind::boundary_decision, true},
    {Role::clinician, RecordPart::care, EntityKind::feedback, true},
    {Role::clinician, RecordPart::care, EntityKind::appointment, true},
    {Role::client, RecordPart::care, EntityKind::agenda_item, true},
    {Role::clinician, RecordPart::care, EntityKind::agenda_item, true},
    {Role::clinician, RecordPart::notes, EntityKind::agenda_item, false},
    {Role::client, RecordPart::private_, EntityKind::intake, true},
    {Role::clinician, RecordPart::care, EntityKind::intake, true},
    {Role::clinician, RecordPart::notes, EntityKind::intake, false},
    {Role::clinician, RecordPart::private_, EntityKind::person, false},
    {Role::clinician, RecordPart::practice, EntityKind::invite_under_way, true},
    {Role::clinician, RecordPart::notes, EntityKind::journal_page, true},
    {Role::clinician, RecordPart::practice, EntityKind::tool, true},
    {Role::clinician, RecordPart::care, EntityKind::tool, false},
    {Role::client, RecordPart::care, EntityKind::tool, false},
    {Role::clinician, RecordPart::care, EntityKind::tool_card, true},
    {Role::client, RecordPart::care, EntityKind::tool_card, false},
    {Role::clinician, RecordPart::notes, EntityKind::session_note, true},
    {Role::clinician, RecordPart::care, EntityKind::session_note, false},
    {Role::clinician, RecordPart::practice, EntityKind::session_note, false},
    {Role::client, RecordPart::care, EntityKind::session_note, false},
    {Role::client, RecordPart::private_, EntityKind::session_note, false},
    {Role::clinician, RecordPart::care, EntityKind::boundary_review, true},
    {Role::client, RecordPart::care, EntityKind::boundary_review, false},
    {Role::clinician, RecordPart::notes, EntityKind::boundary_review, false},
    {Role::clinician, RecordPart::care, EntityKind::plan_item, true},
    {Role::client, RecordPart::care, EntityKind::plan_item, true},
    {Role::client, RecordPart::private_, EntityKind::plan_item, true},
    {Role::clinician, RecordPart::notes, EntityKind::plan_item, false},
    {Role::client, RecordPart::private_, EntityKind::tool_card, false},
    {Role::client, RecordPart::care, EntityKind::risk_answer, true},
    {Role::clinician, RecordPart::care, EntityKind::risk_answer, false},
    {Role::clinician, RecordPart::practice, EntityKind::risk_answer, false},
    {Role::clinician, RecordPart::care, EntityKind::risk_acknowledgement, true},
    {Role::clinician, RecordPart::notes, EntityKind::risk_acknowledgement, false},
    {Role::client, RecordPart::care, EntityKind::risk_acknowledgement, false},
    {Role::client, RecordPart::private_, EntityKind::risk_acknowledgement, false},
    {Role::clinician, RecordPart::care, EntityKind::record_view, true},
    {Role::clinician, RecordPart::practice, EntityKind::record_view, false},
    {Role::client, RecordPart::care, EntityKind::record_view, false},
    {Role::clinician, RecordPart::practice, EntityKind::record_hold, true},
    {Role::clinician, RecordPart::care, EntityKind::record_hold, false},
    {Role::client, RecordPart::care, EntityKind::record_hold, false},
    {Role::clinician, RecordPart::practice, EntityKind::record_closed, true},
    {Role::client, RecordPart::care, EntityKind::record_closed, false},
};

TEST_CASE("each role writes its own kinds in its own part of a record") {
    for (const Line& line : rights) {
        INFO("role " << static_cast<int>(line.role) << ", part " << static_cast<int>(line.part)
                     << ", kind " << kind(line.kind));
        CHECK(may_write(line.role, line.part, kind(line.kind)) == line.may);
    }
    CHECK_FALSE(may_write(Role::client, RecordPart::care, 999));
}

TEST_CASE("a mood that a clinician's device wrote is parked, and everything else applies") {
    World world;
    world.settle();
    world.client->log_mood(3);
    world.clinician->log_mood(10, world.record);
    world.sync_all();
    const SyncReport report = world.client->sync();
    INFO(describe(report));
    CHECK(report.parked == 1);
    CHECK(world.client->moods(world.record) == "3");
    CHECK(report.state == SyncState::settled);
}

TEST_CASE("that a record was opened is said once: a program that changes it is not believed") {
    World world;
    world.settle();
    store::Store& staff = world.clinician->profile->store();
    const UserId viewer = world.clinician->identity().user;
    REQUIRE(store::note_view(staff, world.record, ViewedSection::journal, viewer).ok());
    world.sync_all();
    const auto seen = store::read_views(world.client->profile->store(), world.record);
    REQUIRE(seen.value().size() == 1);
    CHECK(seen.value().front().view.viewer == viewer);

    // Another program, without the rules of this one: it writes over what it wrote.
    const auto rows = staff.list({.record = world.record, .kind = EntityKind::record_view});
    store::Operation operation(staff, world.record, "cover up");
    CHECK_FALSE(operation.remove(rows.value().front().id).ok());
    auto other = seen.value().front().view;
    other.section = ViewedSection::days;
    REQUIRE(operation
                .write({.kind = EntityKind::record_view,
                        .id = rows.value().front().id,
                        .fragment = codec::encode(other)})
                .ok());
    REQUIRE(operation.commit().ok());
    world.sync_all();
    const auto still = store::read_views(world.client->profile->store(), world.record);
    REQUIRE(still.value().size() == 1);
    CHECK(still.value().front().view.section == ViewedSection::journal);
    CHECK_FALSE(still.value().front().altered);
    // The one who did it sees that it was.
    CHECK(store::read_views(staff, world.record).value().front().altered);
}

TEST_CASE("rule 10: what the server refuses for good is withdrawn and issued again") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.log_mood(5);
    client.wire->instead =
        [&](const wire::TurnRequest& request) -> std::optional<wire::TurnResponse> {
        if (request.envelopes.empty()) return std::nullopt;
        client.wire->instead = nullptr;
        const auto header = trust::parse_envelope(request.envelopes[0]).value().header();
        wire::TurnResponse response{.epoch = *request.epoch, .server_time = world.now};
        response.refusals.push_back({.vault = header.vault,
                                     .sequence = header.sequence,
                                     .code = wire::RefusalCode::malformed});
        return response;
    };
    const SyncReport report = client.sync();
    INFO(describe(report));
    CHECK(report.state == SyncState::settled);
    CHECK(report.pending == 0);
    client.log_mood(6);
    world.sync_all();
    CHECK(world.clinician->moods(world.record) == "5 6");
    CHECK(world.clinician->sync().state == SyncState::settled);
}

TEST_CASE("rule 7: an entry taken back is gone at the clinician, and its content from the server") {
    World world;
    world.settle();
    Device& client = *world.client;
    const EntityId id = client.log_mood(4);
    client.log_mood(7);
    world.sync_all();
    REQUIRE(world.clinician->moods(world.record) == "4 7");
    store::Operation operation(client.profile->store(), world.record, "unshare");
    REQUIRE(operation.unshare(id).ok());
    REQUIRE(operation.commit().ok());
    world.sync_all();
    const SyncReport report = world.clinician->sync();
    INFO(describe(client.sync()));
    INFO(describe(report));
    CHECK(client.moods(world.record) == "4 7");
    CHECK(client.sync().state == SyncState::settled);
    const auto row = world.clinician->profile->store().find(world.record, id);
    REQUIRE(row.ok());
    const bool shows_mood = row.value() && codec::decode_mood(row.value()->fragment).ok() &&
                            codec::decode_mood(row.value()->fragment).value().mood.has_value();
    CHECK_FALSE(shows_mood);
    const auto rows = world.clinician->rows().envelopes(world.record, 0, 1 << 20).value();
    const bool has_stub = std::any_of(rows.begin(), rows.end(), [](const auto& envelope) {
        return envelope.bytes.size() == trust::envelope_stub_bytes;
    });
    CHECK(has_stub);
    CHECK(report.notices.empty());
}

TEST_CASE("a server that removes content on its own is told of") {
    World world;
    world.settle();
    world.client->log_mood(4);
    world.client->sync();
    world.clinician->wire->tamper = [&](wire::TurnResponse& response) {
        for (wire::VaultPage& page : response.vaults) {
            if (page.vault != world.record) continue;
            for (wire::LogItem& item : page.items) {
                item.envelope = trust::make_stub(trust::parse_envelope(item.envelope).value());
            }
        }
    };
    const SyncReport report = world.clinician->sync();
    INFO(describe(report));
    CHECK_FALSE(report.notices.empty());
}

}  // namespace
}  // namespace evenkeel::client
