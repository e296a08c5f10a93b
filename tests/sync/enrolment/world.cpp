#include "tests/sync/enrolment/world.h"

#include "sync/client/waiting_devices.h"

namespace evenkeel::test {
namespace {

constexpr const char* passphrase = "a passphrase of some length";
constexpr std::int64_t settle_ms = 20'000;

client::ServerAddress address() {
    return {.transport = paper::LinkTransport::plain_loopback, .host = "localhost", .port = 4711};
}

}  // namespace

Result<void> Wire::start(Bytes body) {
    answer_.reset();
    if (world_.offline) {
        answer_ = Error(ErrorCode::no_network, "The server could not be reached.");
        return {};
    }
    world_.requests.push_back(body);
    server::Reply reply = server::handle(*world_.admission, *world_.service, body,
                                         server::loopback_network, world_.clock.now());
    if (world_.drop_responses > 0) {
        --world_.drop_responses;
        answer_ = Error(ErrorCode::no_network, "The connection was cut.");
        return {};
    }
    if (world_.tamper) world_.tamper(reply.body);
    answer_ =
        client::HttpAnswer{.status = static_cast<int>(reply.status), .body = std::move(reply.body)};
    return {};
}

std::optional<Result<client::HttpAnswer>> Wire::poll(int) { return std::exchange(answer_, {}); }

World::World() {
    folder = std::filesystem::temp_directory_path() /
             ("evenkeel-enrolment-" + std::to_string(std::random_device{}()));
    std::filesystem::create_directories(folder / "server");
    auto storage = need(server::open_sqlite_storage((folder / "server").string()));
    setup_code = paper::setup_code_text(need(server::found_server(*storage, random, std::nullopt)));
    service = need(server::Service::open(std::move(storage), directory));
    server::RateLimits limits;
    limits.requests_per_minute = limits.unsigned_calls_per_minute = 100'000;
    limits.unsigned_calls_per_source_minute = 100'000;
    admission = std::make_unique<server::Admission>(directory, limits);
}

World::~World() {
    service.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

client::Connect World::connect() {
    return [this](const client::ServerAddress&) { return std::make_unique<Wire>(*this); };
}

bool World::was_sent(ByteView needle) const {
    return std::any_of(requests.begin(), requests.end(), [&](const Bytes& body) {
        return std::search(body.begin(), body.end(), needle.begin(), needle.end()) != body.end();
    });
}

Someone::Someone(World& world, const std::string& name) : world_(world), name_(name) {
    profile_ = need(client::Profile::create((world.folder / name).string(), passphrase,
                                            {world.clock, world.random, world.secrets},
                                            trust::password_cost_floor));
}

void Someone::restart() {
    profile_.reset();
    profile_ = need(client::Profile::open((world_.folder / name_).string(), passphrase,
                                          {world_.clock, world_.random, world_.secrets}));
}

client::Identity Someone::identity() {
    auto identity = need(client::load_identity(store()));
    REQUIRE(identity.has_value());
    return *identity;
}

client::Keyring Someone::keyring() { return need(client::Keyring::load(store(), identity())); }

client::SyncReport Someone::sync() {
    Wire wire(world_);
    client::SyncTurn turn(profile(), identity(), wire);
    return need(turn.run_until_settled(settle_ms));
}

void found_practice(World& world, Someone& admin) {
    const client::PracticeRequest request{.server = address(),
                                          .setup_code = world.setup_code,
                                          .practice_name = "Harbour Practice",
                                          .clinician_name = "Dr Vogel"};
    need(client::create_practice(
        admin.profile(), request, [](const std::string&) { return Result<void>{}; },
        world.connect()));
    admin.sync();
}

client::Joined bring_in(World& world, Someone& host, Someone& guest, trust::InviteRole role,
                        const std::string& name) {
    const auto invite =
        need(client::issue_invite(host.profile(), role, name, std::nullopt, world.connect()));
    client::Joined joined = need(client::join(guest.profile(), invite.link, name, world.connect()));
    host.sync();
    for (const auto& waiting : need(client::waiting_devices(host.store()))) {
        need(client::let_in(host.store(), waiting.device));
    }
    host.sync();
    guest.sync();
    host.sync();
    guest.sync();
    return joined;
}

}  // namespace evenkeel::test
