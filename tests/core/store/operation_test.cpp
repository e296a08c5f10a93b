// What a person does, and taking it back.
#include "tests/core/store/mailbox.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;
using store::Operation;
using store::Placement;

TEST_CASE("an entry is there when the operation returns, and after opening again") {
    TempFolder folder;
    Device phone(1, Part::client, folder.file("store.db"));
    const auto id = phone.mood(7);
    const auto before = phone.all();
    phone.reopen();
    CHECK(phone.say(id) == "mood 7");
    CHECK(phone.all() == before);
}

TEST_CASE("an operation that is not committed leaves nothing behind") {
    Device phone(1, Part::client);
    {
        Operation operation(phone.store(), care_vault, "mood entry");
        must(operation.write(
            {.kind = EntityKind::mood, .fragment = mood_fragment(3, phone.clock.time)}));
    }
    CHECK(phone.all().empty());
    CHECK(must(phone.sync().unsealed_count()) == 0);
}

TEST_CASE("writing what is shown already makes no delta and no undo step") {
    Device phone(1, Part::client);
    const auto id = phone.mood(7);
    const auto waiting = must(phone.sync().unsealed_count());
    phone.mood(7, id);
    CHECK(must(phone.sync().unsealed_count()) == waiting);
    CHECK(must(undo(phone.store(), care_vault)).name == "mood entry");
    CHECK(phone.say(id) == "deleted mood 7");
    CHECK(undo(phone.store(), care_vault).error().code() == ErrorCode::not_found);
}

TEST_CASE("a record that was not joined takes nothing") {
    Device phone(1, Part::client);
    Operation operation(phone.store(), VaultId{ByteArray<16>{99}}, "mood entry");
    const auto result =
        operation.write({.kind = EntityKind::mood, .fragment = mood_fragment(3, phone.clock.time)});
    CHECK(result.error().code() == ErrorCode::refused);
}

TEST_CASE("a field that is not what its kind allows is refused before anything is stored") {
    Device phone(1, Part::client);
    Operation operation(phone.store(), care_vault, "mood entry");
    const Bytes truncated{0x22, 0x7f};
    CHECK_FALSE(operation.write({.kind = EntityKind::mood, .fragment = truncated}).ok());
    CHECK(phone.all().empty());
}

TEST_CASE("an edit is taken back to what was shown before") {
    Device phone(1, Part::client);
    const auto id = phone.mood(7);
    phone.mood(3, id);
    CHECK(phone.say(id) == "mood 3");
    CHECK(phone.row(id).edited);
    must(undo(phone.store(), care_vault));
    CHECK(phone.say(id) == "mood 7");
}

TEST_CASE("a deletion is taken back with all that was shown, private fields too") {
    Device phone(1, Part::client);
    const auto shared = phone.page("shared words");
    const auto hidden = phone.page("my own words", {}, Placement::private_);
    for (const auto id : {shared, hidden}) {
        const auto before = phone.row(id);
        phone.remove(id);
        CHECK(phone.row(id).deleted);
        must(undo(phone.store(), care_vault));
        CHECK_FALSE(phone.row(id).deleted);
        CHECK(phone.row(id).fragment == before.fragment);
        CHECK(phone.row(id).has_private == before.has_private);
        CHECK(phone.row(id).has_shared == before.has_shared);
    }
}

TEST_CASE("undo leaves values alone that somebody changed since") {
    Device phone(1, Part::client);
    Device laptop(2, Part::client);
    Mailbox mailbox;
    const auto id = phone.mood(7);
    phone.mood(3, id);
    mailbox.exchange({&phone, &laptop});
    laptop.clock.time = phone.clock.time;
    laptop.mood(9, id);
    mailbox.exchange({&laptop, &phone});
    must(undo(phone.store(), care_vault));
    CHECK(phone.say(id) == "mood 9");
}

TEST_CASE("thirty steps can be taken back, one after the other, and not one more") {
    Device phone(1, Part::client);
    const auto id = phone.mood(0);
    for (std::uint32_t i = 1; i <= 35; ++i) phone.mood(i % 11, id);
    for (int i = 0; i < 30; ++i) must(undo(phone.store(), care_vault));
    CHECK(phone.say(id) == "mood 5");
    CHECK_FALSE(undo(phone.store(), care_vault).ok());
}

TEST_CASE("deleted entries are in the trash for thirty days and come back whole") {
    Device phone(1, Part::client);
    const auto old = phone.mood(1);
    phone.remove(old);
    phone.clock.time = phone.clock.time + 31 * ms_per_day;
    const auto id = phone.page("kept");
    phone.remove(id);
    const auto found = must(trash(phone.store(), care_vault));
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == id);
    must(restore(phone.store(), care_vault, id));
    CHECK(phone.say(id) == "text kept");
    CHECK(must(trash(phone.store(), care_vault)).empty());
}

TEST_CASE("history shows every value once, newest first") {
    Device phone(1, Part::client);
    const auto id = phone.mood(7);
    phone.mood(3, id);
    phone.mood(5, id);
    std::size_t ratings = 0;
    std::size_t current = 0;
    for (const auto& item : must(phone.store().history(care_vault, id))) {
        if (item.field != 4) continue;
        ++ratings;
        current += item.current ? 1 : 0;
    }
    CHECK(ratings == 3);
    CHECK(current == 1);
}

TEST_CASE("typing on in a draft that nobody has seen makes one delta, not one for each pause") {
    Device phone(1, Part::client);
    const auto id = phone.page("Today");
    for (const char* text : {"Today I", "Today I rested", "Today I rested well"})
        phone.page(text, id);
    CHECK(phone.say(id) == "text Today I rested well");
    CHECK(must(phone.sync().unsealed_count()) == 2);
    Mailbox mailbox;
    mailbox.push(phone);
    phone.page("Today I rested very well", id);
    phone.page("Today I rested", id);
    CHECK(must(phone.sync().unsealed_count()) == 1);
    CHECK(must(phone.store().entity_log(care_vault, id)).copies().size() == 3);
    must(undo(phone.store(), care_vault));
    CHECK(phone.say(id) == "text Today I rested very well");
}

TEST_CASE("an entity is found by the first digits of its id") {
    Device phone(1, Part::client);
    const auto id = phone.mood(7);
    CHECK(must(phone.store().find_by_prefix(to_hex(id).substr(0, 5))).id == id);
    CHECK(must(phone.store().find_by_prefix(to_hex(id))).id == id);
    CHECK_FALSE(phone.store().find_by_prefix("ab").ok());
    CHECK_FALSE(phone.store().find_by_prefix("zzzz").ok());
}

TEST_CASE("lists are by day, kind and subject, without what was deleted unless it is asked for") {
    Device phone(1, Part::client);
    const auto first = phone.mood(1);
    const auto page = phone.page("words");
    phone.clock.time = phone.clock.time + ms_per_day;
    const auto second = phone.mood(2);
    const auto gone = phone.mood(3);
    phone.remove(gone);
    auto& store = phone.store();
    const auto today = phone.row(second).day;
    CHECK(must(store.list({.record = care_vault, .kind = EntityKind::mood})).size() == 2);
    CHECK(must(store.list({.record = care_vault, .day_from = today, .day_to = today})).size() == 1);
    CHECK(must(store.list({.record = care_vault, .day_to = *today + -1})).size() == 2);
    CHECK(must(store.list({.record = care_vault, .with_deleted = true})).size() == 4);
    const auto newest =
        must(store.list({.record = care_vault, .newest_first = true, .count_max = 1}));
    CHECK(newest.at(0).id == second);
    const auto all = must(store.list({.record = care_vault}));
    CHECK(all.at(0).id == first);
    CHECK(all.at(1).id == page);
}

TEST_CASE("an operation inside a transaction goes with it") {
    Device phone(1, Part::client);
    const auto result = phone.store().transaction([&]() -> Result<void> {
        phone.mood(7);
        return Error(ErrorCode::refused, "Changed my mind.");
    });
    CHECK_FALSE(result.ok());
    CHECK(phone.all().empty());
}

TEST_CASE("drafts and named values are kept until they are erased") {
    Device phone(1, Part::client);
    auto& store = phone.store();
    must(store.save_draft("journal", "half a sen"));
    CHECK(must(store.draft("journal")) == "half a sen");
    must(store.save_draft("journal", ""));
    CHECK_FALSE(must(store.draft("journal")).has_value());
    must(store.set_value("theme", Bytes{1}));
    must(store.set_value("theme", Bytes{}));
    CHECK(must(store.value("theme")) == Bytes{});
    must(store.erase_value("theme"));
    CHECK_FALSE(must(store.value("theme")).has_value());
}
