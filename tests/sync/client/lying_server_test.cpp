// A server that drops, swaps, repeats or invents: each is noticed, and nothing wrong is applied.
#include "sync/trust/envelope.h"
#include "tests/sync/client/world.h"

namespace evenkeel::client {
namespace {

wire::VaultPage* page_of(wire::TurnResponse& response, VaultId vault) {
    for (wire::VaultPage& page : response.vaults) {
        if (page.vault == vault) return &page;
    }
    return nullptr;
}

// Three entries in three envelopes that the clinician has not seen.
void three_entries(World& world) {
    world.settle();
    for (const std::uint32_t mood : {1U, 2U, 3U}) {
        world.client->log_mood(mood);
        world.client->sync();
    }
}

TEST_CASE("R4: a dropped item is told as withheld, and what follows it waits") {
    World world;
    three_entries(world);
    const VaultId record = world.record;
    Bytes dropped;
    world.clinician->wire->tamper = [&](wire::TurnResponse& response) {
        wire::VaultPage* page = page_of(response, record);
        if (page == nullptr) return;
        if (dropped.empty() && page->items.size() == 3) dropped = page->items[1].envelope;
        const std::uint64_t first = page->items.empty() ? 0 : page->items[0].position;
        std::erase_if(page->items, [&](const auto& item) { return item.envelope == dropped; });
        for (std::size_t i = 0; i < page->items.size(); ++i) page->items[i].position = first + i;
        if (!page->items.empty()) page->position = page->items.back().position;
    };
    const SyncReport report = world.clinician->sync();
    INFO(describe(report));
    CHECK(report.state == SyncState::waiting);
    CHECK_FALSE(report.notices.empty());
    CHECK(world.clinician->moods(record) == "1");
    world.clinician->wire->tamper = nullptr;
    CHECK(world.clinician->sync().state == SyncState::settled);
    CHECK(world.clinician->moods(record) == "1 2 3");
}

TEST_CASE("R4: items in another order are put in order by their positions or not believed") {
    World world;
    three_entries(world);
    const VaultId record = world.record;
    world.clinician->wire->tamper = [&](wire::TurnResponse& response) {
        wire::VaultPage* page = page_of(response, record);
        if (page != nullptr && page->items.size() == 3) {
            std::swap(page->items[0].envelope, page->items[2].envelope);
        }
    };
    const SyncReport report = world.clinician->sync();
    INFO(describe(report));
    CHECK(world.clinician->moods(record).empty());
    CHECK_FALSE(report.notices.empty());
    world.clinician->wire->tamper = nullptr;
    world.clinician->sync();
    CHECK(world.clinician->moods(record) == "1 2 3");
}

TEST_CASE("R4: a repeated item is applied once") {
    World world;
    three_entries(world);
    const VaultId record = world.record;
    Bytes first;
    world.clinician->wire->tamper = [&](wire::TurnResponse& response) {
        wire::VaultPage* page = page_of(response, record);
        if (page == nullptr || page->items.size() != 3) return;
        page->items.push_back(page->items[0]);
        page->items.back().position = page->position + 1;
        page->position += 1;
    };
    world.clinician->sync();
    world.clinician->wire->tamper = nullptr;
    world.sync_all();
    CHECK(world.clinician->moods(record) == "1 2 3");
    CHECK(world.clinician->sync().state == SyncState::settled);
}

TEST_CASE("R37: a forged item is left out, and the true ones around it apply") {
    World world;
    three_entries(world);
    const VaultId record = world.record;
    world.clinician->wire->tamper = [&](wire::TurnResponse& response) {
        wire::VaultPage* page = page_of(response, record);
        if (page != nullptr && page->items.size() == 3) page->items[2].envelope.back() ^= 1;
    };
    const SyncReport report = world.clinician->sync();
    INFO(describe(report));
    CHECK_FALSE(report.notices.empty());
    CHECK(world.clinician->moods(record) == "1 2");
    world.clinician->wire->tamper = nullptr;
    world.sync_all();
    CHECK(world.clinician->moods(record) == "1 2 3");
}

TEST_CASE("another record's items are refused, and nothing of them is shown") {
    World world;
    three_entries(world);
    const VaultId record = world.record;
    const VaultId practice = world.clinician->identity().practice_vault;
    world.clinician->wire->tamper = [&](wire::TurnResponse& response) {
        wire::VaultPage* page = page_of(response, record);
        if (page != nullptr && !page->items.empty()) page->vault = practice;
    };
    const SyncReport report = world.clinician->sync();
    INFO(describe(report));
    CHECK(world.clinician->moods(record).empty());
    CHECK(world.clinician->moods(practice).empty());
}

TEST_CASE("R9: pages cut small bring everything, each with its cursor") {
    World world;
    world.settle();
    for (std::uint32_t i = 0; i < 30; ++i) {
        world.client->log_mood(i % 11);
        world.client->sync();
    }
    const VaultId record = world.record;
    world.clinician->wire->tamper = [&](wire::TurnResponse& response) {
        wire::VaultPage* page = page_of(response, record);
        if (page == nullptr || page->items.size() < 8) return;
        page->items.resize(7);
        page->position = page->items.back().position;
        response.more = true;
    };
    CHECK(world.clinician->sync().state == SyncState::settled);
    CHECK(world.clinician->moods(record) == world.client->moods(record));
}

TEST_CASE("R31: an answer without a page deletes nothing") {
    World world;
    three_entries(world);
    world.clinician->sync();
    world.clinician->wire->tamper = [](wire::TurnResponse& response) { response.vaults.clear(); };
    world.clinician->sync();
    CHECK(world.clinician->moods(world.record) == "1 2 3");
}

}  // namespace
}  // namespace evenkeel::client
