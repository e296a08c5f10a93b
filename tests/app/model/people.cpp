#include "tests/app/model/people.h"

namespace evenkeel::test {

using namespace model;

namespace {

// A story that never settles is a failure, not a wait.
constexpr int ticks_max = 200;

}  // namespace

Person::Person(World& world, std::string name)
    : world_(world), folder_((world.folder / name).string()) {
    engine_ = std::make_unique<Engine>(setup());
}

EngineSetup Person::setup() const {
    return {.profile_directory = folder_,
            .ports = {world_.clock, world_.random, world_.secrets},
            .connect = world_.connect(),
            .cost = trust::password_cost_floor,
            .background = world_.background,
            .active_window = world_.active_window,
            .activitywatch = world_.activitywatch};
}

SnapshotPtr Person::does(const Intent& intent) {
    const std::size_t errors = engine_->snapshot()->errors.size();
    engine_->handle(intent);
    SnapshotPtr snapshot = engine_->snapshot();
    if (snapshot->errors.size() > errors) FAIL(snapshot->errors.back().sentence);
    REQUIRE(snapshot->failure == "");
    return snapshot;
}

std::string Person::refused(const Intent& intent) {
    const auto before = engine_->snapshot()->errors;
    engine_->handle(intent);
    const SnapshotPtr snapshot = engine_->snapshot();
    REQUIRE_FALSE(snapshot->errors.empty());
    const ErrorNotice notice = snapshot->errors.back();
    REQUIRE((before.empty() || before.back().number != notice.number));
    engine_->handle(Dismiss{notice.number});
    return notice.sentence;
}

SnapshotPtr Person::waits(std::int64_t ms) {
    const Instant end = world_.clock.at + ms;
    while (world_.clock.at < end) {
        const Instant due = engine_->next_deadline();
        if (due >= end) break;
        world_.clock.at = std::max(world_.clock.at + 1, due);
        engine_->tick(0);
    }
    world_.clock.at = std::max(world_.clock.at, end);
    engine_->tick(0);
    return engine_->snapshot();
}

void Person::syncs() {
    engine_->handle(SyncNow{});
    for (int i = 0; i < ticks_max; ++i) {
        engine_->tick(0);
        if (engine_->next_deadline() > world_.clock.at) return;
    }
    FAIL("The turns do not end.");
}

SnapshotPtr Person::is_killed_and_returns() {
    engine_ = nullptr;
    engine_ = std::make_unique<Engine>(setup());
    return does(Unlock{words});
}

Person founder(World& world) {
    {
        Someone admin(world, "founder");
        found_practice(world, admin);
    }
    Person person(world, "founder");
    person.does(Unlock{words});
    return person;
}

Person client_of(World& world, Person& host, const std::string& name,
                 const std::vector<SharedData>& kinds) {
    const std::string link = host.does(InviteClient{name})->clinician->invite->link;
    host.does(CloseInvite{});
    Person client(world, name);
    client.does(CreateProfile{words});
    client.does(PreviewInvite{link});
    client.does(Join{.link = link, .name = name, .shared = kinds});
    client.does(Continue{});
    sync_all(host, client);
    return client;
}

Person second_device(World& world, Person& first) {
    const std::string link = first.does(InviteDevice{"Tablet"})->client->invite->link;
    first.does(CloseInvite{});
    Person second(world, "tablet");
    second.does(CreateProfile{words});
    second.does(PreviewInvite{link});
    second.does(Join{link, "Tablet", {}});
    second.does(Continue{});
    first.syncs();
    const auto devices = first.sees()->client->sharing.devices;
    REQUIRE(devices.front().waits);
    first.does(LetDeviceIn{devices.front().id, true});
    sync_all(first, second);
    return second;
}

Person colleague_of(World& world, Person& host, const std::string& name) {
    const std::string link = host.does(InviteColleague{name})->clinician->invite->link;
    host.does(CloseInvite{});
    Person colleague(world, name);
    colleague.does(CreateProfile{words});
    colleague.does(PreviewInvite{link});
    colleague.does(Join{link, name, {}});
    colleague.does(Continue{});
    sync_all(host, colleague);
    host.syncs();  // what the colleague is called comes once they can write it
    return colleague;
}

const std::vector<SharedData>& all_kinds() {
    static const std::vector<SharedData> kinds = {SharedData::mood, SharedData::use,
                                                  SharedData::boundary_answers};
    return kinds;
}

void sync_all(Person& one, Person& other) {
    for (int round = 0; round < 3; ++round) {
        one.syncs();
        other.syncs();
    }
}

const BoundaryCard& only_card(const std::vector<BoundaryCard>& cards) {
    REQUIRE(cards.size() == 1);
    return cards.front();
}

const UseLine& line_of(const TodayView& today, UseGroup group) {
    return today.use[static_cast<std::size_t>(group) - 1];
}

EntityId agree(Person& client, Person& clinician, const model::BoundaryForm& form) {
    client.does(model::Propose{std::nullopt, form});
    sync_all(client, clinician);
    const auto& card = only_card(clinician.sees()->clinician->overview->boundaries);
    const EntityId id = card.id;
    clinician.does(model::Decide{std::nullopt, id, Decision::accept, card.version});
    sync_all(client, clinician);
    return id;
}

}  // namespace evenkeel::test
