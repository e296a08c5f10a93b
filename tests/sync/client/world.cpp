#include "tests/sync/client/world.h"

#include "core/codec/entity.h"
#include "core/store/operation.h"
#include "sync/client/waiting_devices.h"
#include "sync/server/sqlite_storage.h"

#include <unistd.h>

namespace evenkeel::client {

namespace {

// A day's work passes in a second here.
constexpr server::RateLimits no_limits{.requests_per_minute = 1'000'000,
                                       .client_bytes_per_day = 1ULL << 40,
                                       .staff_bytes_per_day = 1ULL << 40,
                                       .unsigned_calls_per_source_minute = 1'000'000,
                                       .unsigned_calls_per_minute = 1'000'000};

template <typename T>
T must(Result<T> result) {
    if (!result.ok()) FAIL(result.error().sentence());
    return std::move(result).value();
}
void must(const Result<void>& result) {
    if (!result.ok()) FAIL(result.error().sentence());
}

}  // namespace

void SeededRandom::fill(std::span<Byte> target) {
    for (Byte& byte : target) {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        byte = static_cast<Byte>(mixed >> 56);
    }
}

Result<std::optional<Bytes>> MemorySecrets::load(const std::string& name) {
    const auto found = kept.find(name);
    return found == kept.end() ? std::optional<Bytes>() : std::optional(found->second);
}

Result<void> MemorySecrets::save(const std::string& name, ByteView secret) {
    kept[name] = to_bytes(secret);
    return {};
}

Result<void> MemorySecrets::erase(const std::string& name) {
    kept.erase(name);
    return {};
}

Folder::Folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "evenkeel-client-XXXXXX";
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    root_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
}

OwnServer::OwnServer(std::string folder, Random& random)
    : folder_(std::move(folder)), random_(random) {
    found(folder_, std::nullopt);
}

void OwnServer::found(const std::string& folder,
                      const std::optional<trust::RootFingerprint>& root) {
    close();
    folder_ = folder;
    std::filesystem::create_directories(folder_);
    auto storage = must(server::open_sqlite_storage(folder_));
    setup_code = must(server::found_server(*storage, random_, root));
    storage.reset();
    open();
}

void OwnServer::close() {
    service_.reset();
    admission_.reset();
    directory_.reset();
}

void OwnServer::open() {
    directory_ = std::make_unique<server::Directory>();
    service_ = must(server::Service::open(must(server::open_sqlite_storage(folder_)), *directory_));
    admission_ = std::make_unique<server::Admission>(*directory_, no_limits);
}

server::Reply OwnServer::call(ByteView body, Instant now) {
    return server::handle(*admission_, *service_, body, "test", now);
}

Result<void> Wire::start(Bytes body) {
    Fault fault = Fault::none;
    if (!faults.empty()) {
        fault = faults.front();
        faults.pop_front();
    }
    bodies.push_back(body);
    last_up = body.size();
    const Error unreachable(ErrorCode::no_network, "The server could not be reached.");
    switch (fault) {
        case Fault::request_lost:
            answer_ = Result<HttpAnswer>(unreachable);
            return {};
        case Fault::pin_mismatch:
            answer_ =
                Result<HttpAnswer>(Error(ErrorCode::wrong_server, "Another server answered."));
            return {};
        case Fault::status_401:
            answer_ = Result<HttpAnswer>(HttpAnswer{.status = 401});
            return {};
        case Fault::status_413:
            answer_ = Result<HttpAnswer>(HttpAnswer{.status = 413});
            return {};
        case Fault::status_503:
            answer_ = Result<HttpAnswer>(HttpAnswer{.status = 503});
            return {};
        default:
            break;
    }
    if (instead && body[0] == 1) {
        const auto frame = must(trust::parse_frame(body));
        if (auto made_up = instead(must(wire::parse_turn_request(frame.payload)))) {
            answer_ = Result<HttpAnswer>(HttpAnswer{200, wire::encode(*made_up)});
            return {};
        }
    }
    server::Reply reply = server_.call(body, now_);
    if (tamper && reply.status == server::Status::ok && body[0] == 1) {
        auto response = must(wire::parse_turn_response(reply.body));
        tamper(response);
        reply.body = wire::encode(response);
    }
    last_down = reply.body.size();
    answer_ = fault == Fault::response_lost
                  ? Result<HttpAnswer>(unreachable)
                  : Result<HttpAnswer>(HttpAnswer{static_cast<int>(reply.status), reply.body});
    return {};
}

std::optional<Result<HttpAnswer>> Wire::poll(int) { return std::exchange(answer_, std::nullopt); }

Device::Device(World& world_, const std::string& name)
    : world(world_), folder(world_.files.path(name)), random(std::hash<std::string>{}(name)) {
    clock.world = &world.now;
    const Ports ports{.clock = clock, .random = random, .secrets = world.secrets};
    if (Profile::exists(folder)) return;
    profile = must(Profile::create(folder, passphrase, ports, trust::password_cost_floor));
}

void Device::open() {
    if (!profile) {
        profile = must(Profile::open(folder, passphrase,
                                     {.clock = clock, .random = random, .secrets = world.secrets}));
    }
    wire = std::make_unique<Wire>(world.server, world.now);
    turn = std::make_unique<SyncTurn>(*profile, identity(), *wire);
}

void Device::close() {
    turn.reset();
    wire.reset();
    profile.reset();
}

SyncReport Device::sync() { return must(turn->run_until_settled(60'000)); }

EntityId Device::log_mood(std::uint32_t mood) { return log_mood(mood, identity().care_vault); }

EntityId Device::log_mood(std::uint32_t mood, VaultId record) {
    MoodEntry entry;
    const std::int64_t since_day_start = clock.now().ms - day_start_minute_default * ms_per_minute;
    entry.when = {.instant = {clock.now().ms / 1000 * 1000},
                  .zone = "UTC",
                  .day = {static_cast<std::int32_t>(since_day_start / ms_per_day)}};
    entry.mood = Rating(mood);
    entry.mode = MoodMode::momentary;
    store::Operation operation(profile->store(), record, "mood entry");
    const EntityId id =
        must(operation.write({.kind = EntityKind::mood, .fragment = codec::encode(entry)}));
    must(operation.commit());
    return id;
}

std::string Device::moods(VaultId record) {
    std::vector<std::uint32_t> numbers;
    for (const auto& row :
         must(profile->store().list({.record = record, .kind = EntityKind::mood}))) {
        numbers.push_back(must(codec::decode_mood(row.fragment)).mood.value().reveal());
    }
    std::sort(numbers.begin(), numbers.end());
    std::string text;
    for (const auto number : numbers) text += (text.empty() ? "" : " ") + std::to_string(number);
    return text;
}

Identity Device::identity() { return must(load_identity(profile->store())).value(); }

World::World() : server(files.path("server"), random) {}

Connect World::connect(Device& device) {
    return [this, &device](const ServerAddress&) -> std::unique_ptr<Transport> {
        (void)device;
        return std::make_unique<Wire>(server, now);
    };
}

void World::settle() {
    clinician = std::make_unique<Device>(*this, "clinician");
    const PracticeRequest request{.server = {.transport = paper::LinkTransport::plain_loopback,
                                             .host = "127.0.0.1",
                                             .port = 1},
                                  .setup_code = paper::setup_code_text(server.setup_code),
                                  .practice_name = "Harbour",
                                  .clinician_name = "Ada"};
    const auto keep = [](const std::string&) { return Result<void>(); };
    must(create_practice(*clinician->profile, request, keep, connect(*clinician)));
    clinician->open();
    clinician->sync();
    const IssuedInvite invite =
        must(issue_invite(*clinician->profile, trust::InviteRole::client, "Kim"));
    clinician->sync();
    client = std::make_unique<Device>(*this, "client");
    must(join(*client->profile, invite.link, "Kim", connect(*client)));
    client->open();
    record = client->identity().care_vault;
    sync_all();
}

void World::sync_all() {
    for (int round = 0; round < 4; ++round) {
        client->sync();
        clinician->sync();
    }
}

std::unique_ptr<Device> World::add_device(Device& host, const std::string& name) {
    const IssuedInvite invite = must(
        issue_invite(*host.profile, trust::InviteRole::device, name, std::nullopt, connect(host)));
    auto added = std::make_unique<Device>(*this, name);
    must(join(*added->profile, invite.link, name, connect(*added)));
    host.sync();
    const auto waiting = must(waiting_devices(host.profile->store()));
    REQUIRE(waiting.size() == 1);
    must(let_in(host.profile->store(), waiting[0].device));
    host.sync();
    added->open();
    return added;
}

std::unique_ptr<Device> World::copy(Device& device, const std::string& name) {
    device.close();
    std::filesystem::copy(device.folder, files.path(name),
                          std::filesystem::copy_options::recursive);
    device.open();
    auto copied = std::make_unique<Device>(*this, name);
    copied->open();
    return copied;
}

std::string describe(const SyncReport& report) {
    constexpr const char* names[] = {"offline", "waiting", "sending", "settled", "refused"};
    std::string text = names[static_cast<int>(report.state)];
    text += " pending=" + std::to_string(report.pending) + " sent=" + std::to_string(report.sent) +
            " received=" + std::to_string(report.received);
    if (!report.why.empty()) text += " why=" + report.why;
    for (const std::string& notice : report.notices) text += " notice=" + notice;
    return text;
}

}  // namespace evenkeel::client
