// Rule 7 of the merge: values in the care and the private vault, and values taken back.
#include "core/base/limits.h"
#include "core/delta/merge.h"
#include "tests/core/delta/story.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::delta {

using namespace story;

constexpr auto care = VaultType::care;
constexpr auto own = VaultType::private_;

TEST_CASE("rule 7: what is private is not in what the care team receives") {
    Device phone('p'), practice('s');
    phone.mood("5");
    phone.note("mine", own);
    practice.pull_care(phone);
    CHECK(practice.text() == "4=5");
    CHECK(phone.text() == "4=5 9=mine");
    CHECK(phone.text(care) == "4=5");
}

TEST_CASE("rule 7: a care delta names only care values") {
    Device phone('p');
    phone.note("mine", own);
    const Delta shared = phone.note("for both");
    REQUIRE(shared.fields.size() == 1);
    CHECK(shared.fields[0].replaces.empty());
}

TEST_CASE("rule 7: a private value that a care write supersedes is retired") {
    Device phone('p');
    phone.note("mine", own);
    const Delta shared = phone.note("for both");
    CHECK(phone.text() == "9=for both|mine");
    phone.retire(shared);
    CHECK(phone.text() == "9=for both(mine)");
}

TEST_CASE("rule 7: a retirement counts only where its successor is present") {
    Device phone('p'), laptop('l');
    phone.note("mine", own);
    laptop.pull(phone);
    const Delta shared = phone.note("for both");
    laptop.keep(phone.retire(shared), own);
    CHECK(laptop.text() == "9=mine");
    laptop.keep(shared, care);
    CHECK(laptop.text() == "9=for both(mine)");
}

TEST_CASE("rule 7: a retirement spares the private copy of its own successor") {
    Device phone('p');
    phone.note("mine", own);
    const Delta shared = phone.keep(phone.note("for both"), own);
    phone.retire(shared);
    CHECK(phone.text() == "9=for both(mine)");
}

TEST_CASE("rule 7: a retirement spares the private copy of what the care vault goes on showing") {
    Device phone('p');
    phone.mood("5");
    phone.note("for both", own);
    phone.move(own, care, note_field);
    phone.remove(own);
    phone.retire(phone.mood("6"));
    CHECK(phone.text() == "differs 4=6(5) 9=for both");
}

TEST_CASE(
    "rule 7: writing in the care vault what it shows already still settles the owner's view") {
    Device phone('p');
    phone.note("for both");
    phone.note("mine", own);
    CHECK(phone.text() == "9=mine(for both)");
    phone.retire(phone.note("for both"));
    CHECK(phone.text() == "9=for both(mine,for both)");
}

TEST_CASE("rule 7: a private edit of a shared value is no conflict for its owner") {
    Device phone('p'), practice('s');
    phone.note("for both");
    phone.note("mine", own);
    practice.pull_care(phone);
    CHECK(phone.text() == "9=mine(for both)");
    CHECK(practice.text() == "9=for both");
}

TEST_CASE("rule 7: sharing re-issues the value shown now and not the history of typing") {
    Device phone('p'), practice('s');
    phone.note("d", own);
    phone.note("dear", own);
    const auto shared = phone.move(own, care, note_field);
    REQUIRE(shared.size() == 1);
    CHECK(shared[0].fields[0].replaces.empty());
    practice.pull_care(phone);
    CHECK(practice.text() == "9=dear");
    // The same id in two vaults is one value.
    CHECK(phone.text() == "9=dear(d)");
    CHECK(view(phone.log).fields[0].heads[0].vault == care);
}

TEST_CASE("rule 7: sharing does not tell that a field was once cleared") {
    Device phone('p');
    phone.note("secret", own);
    phone.clear_note(own);
    CHECK(phone.move(own, care, note_field).empty());
}

TEST_CASE("rule 7: unsharing keeps that a field was cleared") {
    Device phone('p');
    phone.note("secret", own);
    phone.retire(phone.clear_note());
    const auto kept = phone.move(care, own, note_field);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].fields[0].value.empty());
    phone.redact(note_field);
    CHECK(phone.text() == "9=blank(secret)");
}

TEST_CASE("rule 7: sharing a private edit replaces the care value that it replaced") {
    Device phone('p'), practice('s');
    phone.note("for both");
    phone.note("edited while paused", own);
    phone.move(own, care, note_field);
    practice.pull_care(phone);
    CHECK(practice.text() == "9=edited while paused(for both)");
}

TEST_CASE("rule 7: unsharing takes the value back from the team and keeps it for its owner") {
    Device phone('p'), practice('s');
    phone.note("for both");
    phone.move(care, own, note_field);
    phone.redact(note_field);
    practice.pull_care(phone);
    CHECK(practice.text() == "9=(taken back)");
    CHECK(phone.text() == "9=for both");
}

TEST_CASE("rule 7: a value of the ended generation that arrives later is hidden, then moved") {
    Device phone('p'), laptop('l'), practice('s');
    phone.note("for both");
    laptop.pull(phone);
    laptop.note("late words");
    phone.move(care, own, note_field);
    phone.redact(note_field);
    phone.pull(laptop);
    practice.pull_care(phone);
    CHECK(practice.text() == "9=(taken back,taken back)");

    for (const auto& delta : reissue_late(phone.log)) phone.keep(delta, own);
    CHECK(phone.text() == "9=late words(for both)");
    // Not moved a second time while their redaction waits.
    CHECK(reissue_late(phone.log).empty());
    const auto redaction =
        late_redaction_delta(phone.log, the_entity(), 1, note_field, phone.stamp());
    REQUIRE(redaction.has_value());
    REQUIRE(redaction->redacted.size() == 1);
    CHECK(redaction->generation == 0);
    phone.keep(*redaction, care);
    CHECK(reissue_late(phone.log).empty());
    CHECK_FALSE(late_redaction_delta(phone.log, the_entity(), 1, note_field, phone.stamp()));
}

TEST_CASE("rule 7: a value shared again after it was taken back is shown") {
    Device phone('p'), practice('s');
    phone.note("for both");
    phone.move(care, own, note_field);
    phone.redact(note_field);
    const auto again = phone.move(own, care, note_field);
    REQUIRE(again.size() == 1);
    CHECK(again[0].generation == 1);
    practice.pull_care(phone);
    CHECK(practice.text() == "9=for both");
    phone.redact(note_field);
    practice.pull_care(phone);
    CHECK(practice.text() == "9=(taken back)");
}

TEST_CASE("rule 7: sharing under a generation that was ended takes the one in force") {
    Device phone('p'), practice('s');
    phone.note("for both");
    phone.move(care, own, note_field);
    phone.redact(note_field);
    for (const auto& delta : reissue_shown(phone.log, own, care, {note_field}, 0)) {
        practice.keep(delta, care);
    }
    practice.pull_care(phone);
    CHECK(practice.text() == "9=for both");
}

TEST_CASE("rule 7: a write after a redaction carries the next generation of that field alone") {
    Device phone('p'), laptop('l');
    phone.write({{mood_field, "5"}, {note_field, "words"}}, all_fields);
    phone.redact(note_field);
    laptop.pull(phone);
    const Delta next = phone.write({{mood_field, "6"}, {note_field, "new"}}, all_fields);
    CHECK(phone.text() == "4=6(5) 9=new(taken back)");
    CHECK(next.generation == 0);
    CHECK(next.fields[1].generation == 1);

    // A concurrent redaction of the other field is not escaped by it.
    laptop.redact(mood_field);
    phone.pull(laptop);
    CHECK(phone.text() == "4=(taken back,taken back) 9=new(taken back)");
}

TEST_CASE("rule 7: what a redaction remembers keeps references right without the raw copies") {
    Device phone('p'), practice('s');
    const Delta first = phone.note("first");
    const Delta second = phone.note("second");
    phone.move(care, own, note_field);
    phone.redact(note_field);
    practice.pull_care(phone);
    practice.log.remove(first.id, care);
    practice.log.remove(second.id, care);
    CHECK(practice.text() == "9=(taken back,taken back)");

    phone.log.remove(first.id, care);
    phone.log.remove(second.id, care);
    phone.keep(first, own);
    CHECK(phone.text() == "9=second(first)");
}

TEST_CASE("rule 7: a redaction takes back all values and remembers as many as fit, newest first") {
    Device phone('p');
    for (std::size_t i = 0; i < limits::replaces_per_delta_max; ++i)
        phone.mood(i % 2 == 0 ? "5" : "4");
    const Delta newest = phone.mood("6");
    const Delta redaction = phone.redact(mood_field);
    CHECK(view(phone.log).fields[0].heads.empty());
    // A value counts with what it replaces, and all but the first replace one.
    REQUIRE(redaction.redacted.size() == limits::replaces_per_delta_max / 2);
    CHECK(redaction.redacted[0].ref.delta == newest.id);
}

TEST_CASE("rule 7: a redaction of one field leaves the others of the same delta") {
    Device phone('p');
    phone.write({{mood_field, "5"}, {note_field, "words"}}, all_fields);
    phone.redact(note_field);
    CHECK(phone.text() == "4=5 9=(taken back)");
}

TEST_CASE("rule 7: a value that was taken back does not keep a deleted entity alive") {
    Device phone('p'), laptop('l');
    phone.write({{mood_field, "5"}, {note_field, "words"}}, all_fields);
    laptop.pull(phone);
    laptop.note("late");
    phone.redact(note_field);
    phone.remove();
    phone.pull(laptop);
    CHECK(phone.text() == "deleted 4=5 9=(taken back,taken back)");
}

TEST_CASE("rule 7: redactions count only in the care vault, retirements only in the private one") {
    Device phone('p');
    phone.note("mine", own);
    const Delta shared = phone.note("for both");
    phone.keep(retirement_delta(phone.log, shared, phone.stamp()), care);
    phone.keep(redaction_delta(phone.log, the_entity(), 1, note_field, phone.stamp()), own);
    CHECK(phone.text() == "9=for both|mine");
}

}  // namespace evenkeel::delta
