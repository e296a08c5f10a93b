// Rules 3 and 4 of the merge: deletion, and writing to what was deleted.
#include "core/delta/merge.h"
#include "tests/core/delta/story.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::delta {

using namespace story;

TEST_CASE("rule 3: a deletion that saw everything deletes") {
    Device phone('p'), laptop('l');
    phone.write({{mood_field, "5"}, {note_field, "calm"}}, all_fields);
    laptop.pull(phone);
    laptop.remove();
    phone.pull(laptop);
    CHECK(phone.text() == "deleted 4=5 9=calm");
}

TEST_CASE("rule 3: an edit that the deletion had not seen survives") {
    Device phone('p'), laptop('l');
    phone.note("calm");
    laptop.pull(phone);
    laptop.remove();
    phone.note("calm, then not");
    phone.pull(laptop);
    CHECK(phone.text() == "9=calm, then not(calm)");
}

TEST_CASE("rule 3: deletions of two devices that together saw everything delete") {
    Device phone('p'), laptop('l');
    phone.mood("5");
    laptop.note("calm");
    phone.remove();
    laptop.remove();
    phone.pull(laptop);
    CHECK(phone.text() == "deleted 4=5 9=calm");
}

TEST_CASE("rule 3: a deletion that arrives before the values it covers deletes them") {
    Device phone('p'), laptop('l');
    phone.mood("5");
    const Delta deletion = phone.remove();
    laptop.keep(deletion, VaultType::care);
    CHECK(laptop.text() == "deletednothing");
    laptop.pull(phone);
    CHECK(laptop.text() == "deleted 4=5");
}

TEST_CASE("rule 3: absence never deletes") {
    Device phone('p');
    CHECK_FALSE(view(phone.log).deleted);
    phone.mood("5");
    CHECK_FALSE(view(phone.log).deleted);
}

TEST_CASE("rule 3: deletion is judged per vault, and the owner is told where vaults differ") {
    Device phone('p'), laptop('l');
    phone.mood("5");
    phone.note("mine", VaultType::private_);
    laptop.pull(phone);
    phone.remove(VaultType::care);
    phone.remove(VaultType::private_);
    CHECK(phone.text() == "deleted 4=5 9=mine");

    laptop.note("mine, more", VaultType::private_);
    phone.pull(laptop);
    CHECK(phone.text() == "differs 4=5 9=mine, more(mine)");
    CHECK(phone.text(VaultType::care) == "deleted 4=5");
    CHECK(phone.text(VaultType::private_) == "9=mine, more(mine)");
}

TEST_CASE("rule 4: writing to a deleted entity brings back nothing that it does not set") {
    Device phone('p');
    phone.write({{mood_field, "5"}, {note_field, "calm"}, {8, "tag"}}, all_fields);
    phone.remove();
    phone.write({{mood_field, "5"}}, {mood_field, note_field});
    CHECK(phone.text() == "4=5(5) 8=blank(tag) 9=blank(calm)");
}

TEST_CASE("rule 4: undoing a deletion writes the old state anew") {
    Device phone('p');
    phone.write({{mood_field, "5"}, {note_field, "calm"}}, all_fields);
    const Bytes before = view(phone.log).fragment();
    phone.remove();
    phone.keep(
        write_delta(phone.log, the_entity(), 1, VaultType::care, before, all_fields, phone.stamp()),
        VaultType::care);
    CHECK_FALSE(view(phone.log).deleted);
    CHECK(view(phone.log).fragment() == before);
}

TEST_CASE("rule 4: a private write to what was deleted privately leaves the shared part alone") {
    Device phone('p');
    phone.mood("5");
    phone.note("mine", VaultType::private_);
    phone.remove(VaultType::private_);
    CHECK(phone.text() == "differs 4=5 9=mine");
    phone.note("new", VaultType::private_);
    CHECK(phone.text() == "4=5 9=new(mine)");
}

TEST_CASE("rule 4: a write in one vault brings nothing deleted back from the other") {
    Device phone('p');
    phone.mood("5");
    phone.note("mine", VaultType::private_);
    phone.remove(VaultType::care);
    phone.remove(VaultType::private_);

    SECTION("written in the care vault") {
        phone.retire(phone.mood("6"));
        CHECK(phone.text() == "4=6(5) 9=(mine)");
    }
    SECTION("written in the private vault") {
        phone.note("again", VaultType::private_);
        CHECK(phone.text() == "differs 4=blank(5) 9=again(mine)");
    }
}

TEST_CASE("rule 4: the same value written anew revives the one vault that was deleted") {
    Device phone('p');
    phone.mood("5");
    phone.note("mine", VaultType::private_);
    phone.remove(VaultType::care);
    CHECK(phone.text() == "differs 4=5 9=mine");
    phone.mood("5");
    CHECK(phone.text() == "4=5(5) 9=mine");
}

}  // namespace evenkeel::delta
