// A practice with one client, both with real stores, over the real server.
#pragma once

#include "core/store/entries.h"
#include "tests/sync/enrolment/world.h"

namespace evenkeel::test {

struct ClientAndPractice {
    World world;
    Someone admin{world, "admin"};
    Someone client{world, "client"};
    ClientAndPractice() {
        found_practice(world, admin);
        bring_in(world, admin, client, trust::InviteRole::client, "Amira");
    }
    VaultId record() { return client.identity().care_vault; }
};

inline void log_mood(Someone& person, VaultId record, std::uint32_t mood,
                     store::Placement placement = store::Placement::shared) {
    MoodEntry entry;
    entry.mood = Rating(mood);
    need(store::log_mood(person.store(), record, {.minute = 480}, entry, {.entry = placement}));
}

inline std::size_t moods(Someone& person, VaultId record) {
    return need(person.store().list({.record = record, .kind = EntityKind::mood})).size();
}

}  // namespace evenkeel::test
