#include "tests/killer/scene.h"

#include "core/codec/entity.h"
#include "core/store/sync_store.h"
#include "tests/killer/must.h"

#include <algorithm>

namespace evenkeel::test {

namespace {

constexpr int reach_ms_max = 30'000;

using Ids = std::set<std::string>;

// The ids of the entries a device holds; no two of them may carry the same note.
Ids held_by(client::Profile& profile) {
    const store::ListQuery query{.record = identity_of(profile).care_vault,
                                 .kind = EntityKind::mood};
    Ids ids;
    std::set<std::string> notes;
    for (const auto& row : must("list the entries", profile.store().list(query))) {
        ids.insert(to_hex(row.id));
        const auto entry = must("read an entry", codec::decode_mood(row.fragment));
        require(entry.note.has_value(), "An entry lost its note.");
        require(notes.insert(entry.note->reveal()).second, "An entry was doubled.");
    }
    return ids;
}

bool is_within(const Ids& some, const Ids& all) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

// Every one of `some` must be among `all`.
void expect_within(const Ids& some, const Ids& all, const std::string& sentence) {
    if (is_within(some, all)) return;
    Ids missing;
    std::set_difference(some.begin(), some.end(), all.begin(), all.end(),
                        std::inserter(missing, missing.begin()));
    stop_with(sentence + " " + std::to_string(missing.size()) + " of " +
              std::to_string(some.size()) + ", first " + *missing.begin());
}

}  // namespace

Scene::Scene(const std::string& server_program, std::string worker_program, std::uint64_t seed)
    : worker_program_(std::move(worker_program)),
      server_(server_program, scratch_.path("server")),
      seeded_(seed) {
    server_.start();
    const ProfileOwner clinician = new_profile(outside_, folder("clinician"));
    found_practice(*clinician, server_);
    const ProfileOwner client = new_profile(outside_, folder("client"));
    admit(*clinician, *client, trust::InviteRole::client, "Robin");
    second_device_ = new_profile(outside_, folder("second"));
    admit(*client, *second_device_, trust::InviteRole::device, "tablet");
}

void Scene::kill_once(Window window, Side side) {
    Aim aim(window, side, seeded_);
    const std::string said = side == Side::client ? kill_client(aim) : kill_server(aim);
    try {
        ledger_.read(said);
        check();
    } catch (const std::exception& error) {
        stop_with(std::string(side == Side::client ? "Client" : "Server") + " killed " +
                  name_of(window) + " (" + aim.describe() + "): " + error.what());
    }
}

Words Scene::worker_words() {
    return {worker_program_, "work", folder("client"), std::to_string(seeded_())};
}

std::string Scene::kill_client(Aim& aim) {
    Recorder recorder(worker_program_, folder("said"));
    const File log = open_to_append(folder("worker.log"));
    Victim victim(worker_words(),
                  {.in = -1, .out = recorder.entrance().number(), .err = log.number()});
    recorder.entrance().close();
    const Ending ending =
        victim.run([&](const CallStop& stop) { return aim.judge(stop); }, reach_ms_max);
    require(ending == Ending::killed,
            "The client never came to " + aim.describe() + ": " + read_text(folder("worker.log")));
    return recorder.finish();
}

std::string Scene::kill_server(Aim& aim) {
    server_.stop();
    Recorder recorder(worker_program_, folder("said"));
    const File log = open_to_append(folder("worker.log"));
    const File server_log = open_to_append(server_.log_file());
    {
        Victim victim(server_.command(),
                      {.in = -1, .out = server_log.number(), .err = server_log.number()});
        Child worker(worker_words(),
                     {.in = -1, .out = recorder.entrance().number(), .err = log.number()});
        recorder.entrance().close();
        const Ending ending =
            victim.run([&](const CallStop& stop) { return aim.judge(stop); }, reach_ms_max);
        require(ending == Ending::killed, "The server never came to " + aim.describe() + ": " +
                                              read_text(server_.log_file()));
        // The client dies too, before it could send again what the server may have lost.
    }
    server_.start();
    return recorder.finish();
}

void Scene::check() {
    settle(*second_device_);
    const Ids at_server = held_by(*second_device_);
    expect_within(ledger_.sent, at_server, "The server lost entries that were said to be sent:");

    const ProfileOwner client = open_profile(outside_, folder("client"));
    const Ids at_client = held_by(*client);
    expect_within(ledger_.saved, at_client, "The client lost entries that were said to be saved:");
    expect_within(at_server, at_client, "The server has entries that their client never had:");

    kills_before_sent_ += is_within(at_server, ledger_.sent) ? 0 : 1;
    kills_before_saved_ += is_within(at_client, ledger_.saved) ? 0 : 1;

    settle(*client);
    settle(*second_device_);
    require(held_by(*client) == at_client, "Settling changed what the client holds.");
    require(held_by(*second_device_) == at_client, "Settled devices differ.");
    ledger_.saved = ledger_.sent = at_client;
}

void Scene::check_with_fresh_device() {
    const ProfileOwner client = open_profile(outside_, folder("client"));
    const ProfileOwner fresh = new_profile(outside_, folder("fresh"));
    admit(*client, *fresh, trust::InviteRole::device, "laptop");
    require(held_by(*fresh) == held_by(*client), "A fresh device does not find everything.");
    server_.stop();
    output_of({server_.program(), "status", "--data", server_.data_folder()});
}

}  // namespace evenkeel::test
