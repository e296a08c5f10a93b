#include "sync/client/agreements.h"

#include "core/codec/entity.h"
#include "core/domain/local_time.h"
#include "core/store/operation.h"
#include "sync/paper/agreement_file.h"
#include "tests/sync/enrolment/world.h"

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

struct Pair {
    World world;
    Someone clinician{world, "clinician"};
    Someone client{world, "client"};
    VaultId record;

    Pair() {
        found_practice(world, clinician);
        bring_in(world, clinician, client, trust::InviteRole::client, "Amira");
        record = client.identity().care_vault;
    }
    void meet() {
        for (int round = 0; round < 2; ++round) {
            clinician.sync();
            client.sync();
        }
    }
    client::BoundaryDraft draft(std::uint32_t minutes) {
        return {.terms = {.rule = DailyLimit{.groups = {UseGroup::social}, .minutes_max = minutes}},
                .starts_day = Day{20'800}};
    }
    BoundaryState state_at(Someone& person) {
        const auto book = need(client::boundaries(person.profile(), record));
        REQUIRE(book.standings.size() == 1);
        return book.standings[0].state;
    }
};

}  // namespace

TEST_CASE("proposed, countered, accepted: both signed one text, and the export proves it") {
    Pair pair;
    const EntityId boundary =
        need(client::propose(pair.clinician.profile(), pair.record, pair.draft(60)));
    pair.meet();
    CHECK(pair.state_at(pair.client) == BoundaryState::proposed);
    pair.world.pass(ms_per_minute);
    need(client::counter(pair.client.profile(), pair.record, boundary, pair.draft(45)));
    pair.meet();
    CHECK(pair.state_at(pair.clinician) == BoundaryState::countered);
    pair.world.pass(ms_per_minute);
    need(client::decide(pair.clinician.profile(), pair.record, boundary, Decision::accept, {}));
    pair.meet();
    for (Someone* person : {&pair.clinician, &pair.client}) {
        CHECK(pair.state_at(*person) == BoundaryState::accepted);
        const auto book = need(client::boundaries(person->profile(), pair.record));
        REQUIRE(book.standings[0].in_force.has_value());
        const auto& agreed = book.versions[*book.standings[0].in_force].document;
        CHECK(agreed.version == 2);
        CHECK(std::get<DailyLimit>(agreed.terms.rule).minutes_max == 45);
        CHECK(!agreed.text.reveal().empty());
    }

    const Bytes file =
        need(client::export_agreement_of(pair.client.profile(), pair.record, boundary));
    const auto proof = need(paper::verify_agreement_file(file));
    CHECK(proof.both_signed);
    CHECK(proof.root == pair.client.identity().root);
    CHECK(proof.signers.size() == 2);
    for (std::size_t i = 0; i < file.size(); i += 97) {
        Bytes wrong = file;
        wrong[i] ^= 1;
        CHECK(!paper::verify_agreement_file(wrong).ok());
    }
}

TEST_CASE("what is done within one second counts in the order it was done") {
    Pair pair;
    const EntityId boundary =
        need(client::propose(pair.clinician.profile(), pair.record, pair.draft(60)));
    pair.meet();
    need(client::counter(pair.client.profile(), pair.record, boundary, pair.draft(45)));
    pair.meet();
    need(client::decide(pair.clinician.profile(), pair.record, boundary, Decision::accept, {}));
    need(client::decide(pair.clinician.profile(), pair.record, boundary, Decision::withdraw, {}));
    pair.meet();
    CHECK(pair.state_at(pair.client) == BoundaryState::withdrawn);
    need(client::counter(pair.client.profile(), pair.record, boundary, pair.draft(30)));
    pair.meet();
    for (Someone* person : {&pair.clinician, &pair.client}) {
        CHECK(pair.state_at(*person) == BoundaryState::proposed);
        const auto book = need(client::boundaries(person->profile(), pair.record));
        CHECK(book.standings[0].open.size() == 1);
    }
}

TEST_CASE("two versions accepted offline are contested until one is signed again") {
    Pair pair;
    const EntityId boundary =
        need(client::propose(pair.clinician.profile(), pair.record, pair.draft(60)));
    pair.meet();
    // Both counter without hearing of each other, then each accepts the other's.
    pair.world.pass(ms_per_minute);
    need(client::counter(pair.client.profile(), pair.record, boundary, pair.draft(45)));
    pair.client.sync();
    pair.world.pass(ms_per_minute);
    need(client::counter(pair.clinician.profile(), pair.record, boundary, pair.draft(50)));
    pair.clinician.sync();
    pair.client.sync();
    const auto book = need(client::boundaries(pair.clinician.profile(), pair.record));
    const auto by_minutes = [&](std::uint32_t minutes) {
        for (const VersionRecord& version : book.versions) {
            const auto& rule = std::get<DailyLimit>(version.document.terms.rule);
            if (rule.minutes_max == minutes) return version.hash;
        }
        FAIL("no such version");
        return Hash32{};
    };
    pair.world.pass(ms_per_minute);
    need(client::decide(pair.clinician.profile(), pair.record, boundary, Decision::accept, {},
                        by_minutes(45)));
    need(client::decide(pair.client.profile(), pair.record, boundary, Decision::accept, {},
                        by_minutes(50)));
    pair.meet();
    CHECK(pair.state_at(pair.client) == BoundaryState::contested);
    CHECK(pair.state_at(pair.clinician) == BoundaryState::contested);
    CHECK(!client::export_agreement_of(pair.client.profile(), pair.record, boundary).ok());
    CHECK(code_of(client::decide(pair.client.profile(), pair.record, boundary, Decision::accept,
                                 {})) == ErrorCode::invalid_input);

    pair.world.pass(ms_per_minute);
    need(client::decide(pair.client.profile(), pair.record, boundary, Decision::accept, {},
                        by_minutes(45)));
    need(client::decide(pair.clinician.profile(), pair.record, boundary, Decision::accept, {},
                        by_minutes(45)));
    pair.meet();
    CHECK(pair.state_at(pair.client) == BoundaryState::accepted);
}

TEST_CASE("nobody signs in the other side's name, and a signature counts for its role only") {
    Pair pair;
    const EntityId boundary =
        need(client::propose(pair.clinician.profile(), pair.record, pair.draft(60)));
    pair.meet();
    // The clinician's device writes an acceptance as if it were the client's.
    const auto book = need(client::boundaries(pair.clinician.profile(), pair.record));
    const auto identity = pair.clinician.identity();
    const auto signature = trust::sign_agreement(
        book.versions[0].hash, trust::AgreementRole::client, identity.keys.signing.secret);
    const auto when = need(make_when(pair.world.clock.now(), pair.world.clock.zone_name()));
    const BoundaryDecision forged{.when = when,
                                  .boundary = boundary,
                                  .version_hash = book.versions[0].hash,
                                  .decision = Decision::accept,
                                  .role = Role::client,
                                  .signature = to_bytes(signature),
                                  .device = identity.keys.id};
    store::Operation operation(pair.clinician.store(), pair.record, "forged");
    need(operation.write(
        {.kind = EntityKind::boundary_decision, .fragment = codec::encode(forged)}));
    need(operation.commit());
    pair.meet();
    CHECK(pair.state_at(pair.client) == BoundaryState::proposed);
    CHECK(pair.state_at(pair.clinician) == BoundaryState::proposed);
}

TEST_CASE("declining ends a proposal; pausing and withdrawing are one word each") {
    Pair pair;
    const EntityId boundary =
        need(client::propose(pair.client.profile(), pair.record, pair.draft(60)));
    pair.meet();
    CHECK(code_of(client::decide(pair.client.profile(), pair.record, boundary, Decision::accept,
                                 {})) == ErrorCode::not_found);
    pair.world.pass(ms_per_minute);
    need(client::decide(pair.clinician.profile(), pair.record, boundary, Decision::decline, {}));
    pair.meet();
    CHECK(pair.state_at(pair.client) == BoundaryState::declined);
    pair.world.pass(ms_per_minute);
    need(client::counter(pair.clinician.profile(), pair.record, boundary, pair.draft(90)));
    pair.meet();
    pair.world.pass(ms_per_minute);
    need(client::decide(pair.client.profile(), pair.record, boundary, Decision::accept, {}));
    pair.world.pass(ms_per_minute);
    need(client::decide(pair.client.profile(), pair.record, boundary, Decision::pause, {}));
    pair.meet();
    CHECK(pair.state_at(pair.clinician) == BoundaryState::paused);
    pair.world.pass(ms_per_minute);
    need(client::decide(pair.clinician.profile(), pair.record, boundary, Decision::withdraw, {}));
    pair.meet();
    CHECK(pair.state_at(pair.client) == BoundaryState::withdrawn);
}
