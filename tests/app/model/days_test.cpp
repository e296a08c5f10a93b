// Which day an entry belongs to, and who may read it.
#include "core/codec/entity.h"
#include "core/domain/local_time.h"
#include "core/store/entries.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

Instant at(World& world, Day day, int minute) {
    return need(instant_on_day(day, minute, world.clock.zone_name()));
}

TEST_CASE("An earlier day is filled by the same taps, and both sides see that it was later") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;
    const Day missed = today + -2;
    CHECK(client.sees()->client->today.blank_days.size() == 6);

    CHECK(client.does(ShowDay{missed})->client->today.day == missed);
    client.does(SetMood{missed, 4});
    const auto after = client.does(SetUse{missed, UseGroup::ai, 20});
    CHECK(after->client->today.mood == 4U);
    CHECK(after->saved->text.starts_with("AI tools saved for "));
    CHECK(after->client->today.blank_days.size() == 5);
    CHECK(after->client->sharing.seen_days[2].late);
    CHECK_FALSE(client.does(ShowDay{today})->client->today.mood.has_value());
    CHECK(line_of(client.sees()->client->today, UseGroup::ai).offered_minutes == 20U);

    sync_all(client, clinician);
    const auto caseload = clinician.sees()->clinician->caseload;
    const auto overview = clinician.does(OpenClient{caseload.front().record, 14});
    CHECK(overview->clinician->overview->days[11].mood == 4U);
    CHECK(overview->clinician->overview->days[11].late);
    CHECK(client.refused(ShowDay{today + 1}) == "That day has not come yet.");
}

TEST_CASE("Half past one at night still belongs to the day before; four o'clock begins the next") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;
    client.waits(at(world, today, 60 + 30) - world.clock.at);
    if (client.sees()->stage == Stage::locked) client.does(Unlock{words});

    CHECK(client.sees()->client->today.today == today);
    client.does(SetMood{client.sees()->client->today.day, 6});
    CHECK(client.sees()->client->sharing.seen_days.front().day == today);
    CHECK_FALSE(client.sees()->client->sharing.seen_days.front().late);

    client.does(ChangeSettings{{.lock_after_minutes = 0}});
    const auto morning = client.waits(at(world, today + 1, 4 * 60) - world.clock.at);
    CHECK(morning->client->today.today == today + 1);
    CHECK(morning->client->today.day == today + 1);
    CHECK_FALSE(morning->client->today.mood.has_value());
    CHECK(morning->client->today.days_logged_of_28 == 1);
}

TEST_CASE("The day's estimate leaves what else was logged as it is") {
    World world;
    Person clinician = founder(world);
    Day today;
    {
        Person client = client_of(world, clinician, "Ada", all_kinds());
        today = client.sees()->client->today.today;
        client.does(SetUse{today, UseGroup::social, 30});
        client.does(SetUse{today, UseGroup::social, 45});
        CHECK(client.sees()->client->screen_time.items.size() == 1);
    }
    {
        const auto profile = need(client::Profile::open(
            (world.folder / "Ada").string(), words, {world.clock, world.random, world.secrets}));
        const auto self = need(client::load_identity(profile->store()));
        UseEntry other{.group = UseGroup::social, .minutes = Minutes(20)};
        need(store::log_use(profile->store(), self->care_vault, {}, other, {}));
        UseEntry measured{.group = UseGroup::social, .minutes = Minutes(200)};
        measured.source = UseSource::device;
        need(store::log_use(profile->store(), self->care_vault, {}, measured, {}));
    }
    Person client(world, "Ada");
    CHECK(line_of(client.does(Unlock{words})->client->today, UseGroup::social).minutes == 65U);
    const auto after = client.does(SetUse{today, UseGroup::social, 50});
    CHECK(line_of(after->client->today, UseGroup::social).minutes == 50U);
    CHECK(after->client->screen_time.items.size() == 3);
    CHECK(client.refused(SetUse{today, UseGroup::social, 10}) ==
          "Other entries of that day say 20 minutes already; change those first.");
    CHECK(line_of(client.sees()->client->today, UseGroup::social).minutes == 50U);
}

TEST_CASE("A note is for its writer alone until they say otherwise, and again after") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;
    client.does(SetMood{today, 5});
    client.does(SetNote{today, "the first words", true});
    CHECK(client.sees()->client->today.note_private);
    const auto shared = client.does(SetNote{today, "the second words", false});
    CHECK_FALSE(shared->client->today.note_private);
    CHECK(client.does(SetNote{today, "the third words", true})->client->today.note_private);
    CHECK(client.sees()->client->today.note == "the third words");
    CHECK_FALSE(client.does(Undo{})->client->today.note_private);
    CHECK(client.sees()->client->today.note == "the second words");
    client.does(SetNote{today, "the fourth words", true});
    client.does(Lock{});
    {
        const auto profile = need(client::Profile::open(
            (world.folder / "Ada").string(), words, {world.clock, world.random, world.secrets}));
        const auto self = need(client::load_identity(profile->store()));
        const EntityId check_in =
            profile->store().daily_id(self->care_vault, EntityKind::mood, EntityId{}, today);
        const auto log = need(profile->store().entity_log(self->care_vault, check_in));
        const auto seen =
            need(codec::decode_mood(delta::view(log, delta::VaultType::care).fragment()));
        CHECK(seen.mood == Rating(5));
        CHECK_FALSE(seen.note.has_value());
    }
    client.does(Unlock{words});
    CHECK(client.does(SetNote{today, "", false})->client->today.note.empty());
    CHECK(client.sees()->client->today.mood == 5U);
}

}  // namespace
}  // namespace evenkeel::test
