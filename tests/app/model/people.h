// People at their engines, in a practice with the real server: intents in, snapshots out.
#pragma once

#include "app/model/engine.h"
#include "tests/sync/enrolment/world.h"

namespace evenkeel::test {

using model::SnapshotPtr;

constexpr const char* words = "a passphrase of some length";

// One person with the window open.
class Person {
public:
    Person(World& world, std::string name);

    // Does it and shows what came of it. Fails the test if an error is told.
    SnapshotPtr does(const model::Intent& intent);
    // The same for what shall be refused: the sentence told.
    std::string refused(const model::Intent& intent);
    SnapshotPtr sees() { return engine_->snapshot(); }
    // Time goes by without a touch.
    SnapshotPtr waits(std::int64_t ms);
    // Sends and receives until nothing is due.
    void syncs();
    // As a kill does: nothing is said to the engine, and a new one opens the profile.
    SnapshotPtr is_killed_and_returns();
    // Closes the window for good.
    void leaves() { engine_ = nullptr; }
    model::Engine& engine() { return *engine_; }

private:
    World& world_;
    std::string folder_;
    std::unique_ptr<model::Engine> engine_;
    model::EngineSetup setup() const;
};

// The founder of the practice, unlocked.
Person founder(World& world);
// Joins by an invite of `host`, sharing `kinds`; both sync until it is confirmed.
Person client_of(World& world, Person& host, const std::string& name,
                 const std::vector<SharedData>& kinds);
const std::vector<SharedData>& all_kinds();
// A further device of `first`'s owner, compared and let in.
Person second_device(World& world, Person& first);
// A colleague who joined by an invite of `host`, confirmed.
Person colleague_of(World& world, Person& host, const std::string& name);
// Both send and receive until each has what the other wrote.
void sync_all(Person& one, Person& other);

// A clinician and a client who has joined and shares all kinds, each at their engine. The client's
// record is open.
struct Couple {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    Day today = client.sees()->client->today.today;
    VaultId record = clinician.sees()->clinician->caseload.front().record;

    Couple() { clinician.does(model::OpenClient{.record = record}); }
    void sync() { sync_all(clinician, client); }
};
// The client proposes, and the clinician, who has the record open, accepts.
EntityId agree(Person& client, Person& clinician, const model::BoundaryForm& form);

// The boundary card a story is about: there is only one.
const model::BoundaryCard& only_card(const std::vector<model::BoundaryCard>& cards);
const model::UseLine& line_of(const model::TodayView& today, UseGroup group);

}  // namespace evenkeel::test
