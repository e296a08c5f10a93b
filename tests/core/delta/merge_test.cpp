// Rules 1, 5 and 6 of the merge, one story each.
#include "core/delta/merge.h"

#include "tests/core/delta/story.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::delta {

using namespace story;

TEST_CASE("rule 1: a value stays a head until a delta that names it replaces it") {
    Device phone('p');
    phone.mood("3");
    phone.mood("5");
    phone.mood("7");
    CHECK(phone.text() == "4=7(5,3)");
}

TEST_CASE("rule 1: a second device with an older clock does not hide a newer check-in") {
    Device phone('p'), laptop('l');
    phone.clock = 500;
    phone.mood("7");
    laptop.mood("2");
    phone.pull(laptop);
    CHECK(phone.text() == "4=7|2");
}

TEST_CASE("rule 1: a later edit wins over what it saw even if its clock is far behind") {
    Device phone('p'), laptop('l');
    phone.clock = 1'000'000;
    phone.mood("7");
    laptop.pull(phone);
    laptop.clock = 1;
    laptop.mood("2");
    phone.pull(laptop);
    CHECK(phone.text() == "4=2(7)");
}

TEST_CASE("rule 1: two offline edits of one text are both shown until a person settles them") {
    Device phone('p'), laptop('l');
    phone.note("first");
    laptop.pull(phone);
    phone.note("from the phone");
    laptop.note("from the laptop");
    phone.pull(laptop);
    CHECK(phone.text() == "9=from the phone|from the laptop(first)");

    phone.note("from both");
    laptop.pull(phone);
    CHECK(laptop.text() == "9=from both(from the phone,from the laptop,first)");
}

TEST_CASE("rule 1: choosing the text that is on top settles a conflict too") {
    Device phone('p'), laptop('l');
    phone.note("kept");
    laptop.clock = 1;
    laptop.note("other");
    phone.pull(laptop);
    CHECK(phone.note("kept").fields.empty());
    phone.keep(settling_delta(phone.log, the_entity(), 1, VaultType::care,
                              fragment_of({{note_field, "kept"}}), {note_field}, phone.stamp()),
               VaultType::care);
    CHECK(phone.text() == "9=kept(kept,other)");
}

TEST_CASE("rule 1: three devices that edit in a chain leave one head") {
    Device a('a'), b('b'), c('c');
    a.note("one");
    b.pull(a);
    b.note("two");
    c.pull(b);
    c.note("three");
    a.pull(c);
    CHECK(a.text() == "9=three(two,one)");
}

TEST_CASE("rule 1: equal clocks are ordered by origin, then by bytes") {
    Device a('a'), b('b');
    a.mood("9");
    b.mood("1");
    a.pull(b);
    CHECK(a.text() == "4=1|9");
}

TEST_CASE("rule 1: a clear is a head like any other") {
    Device phone('p'), laptop('l');
    phone.note("words");
    laptop.pull(phone);
    phone.clear_note();
    CHECK(phone.text() == "9=blank(words)");
    laptop.clock = 1;
    laptop.note("more words");
    phone.pull(laptop);
    CHECK(phone.text() == "9=blank|more words(words)");
}

TEST_CASE("rule 1: edits of different fields do not meet") {
    Device phone('p'), laptop('l');
    phone.write({{mood_field, "5"}, {note_field, "calm"}}, all_fields);
    laptop.pull(phone);
    phone.mood("6");
    laptop.note("less calm");
    phone.pull(laptop);
    CHECK(phone.text() == "4=6(5) 9=less calm(calm)");
}

TEST_CASE("rule 1: a value arrives after the one that replaces it and is still replaced") {
    Device phone('p'), laptop('l');
    phone.mood("3");
    const Delta later = phone.mood("5");
    laptop.keep(later, VaultType::care);
    CHECK(laptop.text() == "4=5");
    laptop.pull(phone);
    CHECK(laptop.text() == "4=5(3)");
}

TEST_CASE("nothing to change gives a delta without fields") {
    Device phone('p');
    phone.mood("3");
    CHECK(phone.mood("3").fields.empty());
}

TEST_CASE("fields outside of the scope are left alone, unknown ones too") {
    Device phone('p'), old_laptop('l');
    phone.write({{mood_field, "5"}, {12, "from a newer version"}}, {mood_field, 12});
    old_laptop.pull(phone);
    old_laptop.write({{mood_field, "6"}}, all_fields);
    CHECK(old_laptop.text() == "4=6(5) 12=from a newer version");
}

TEST_CASE("what is shown is the greatest head of each field, as bytes of the message") {
    Device phone('p');
    phone.write({{mood_field, "5"}, {note_field, "calm"}}, all_fields);
    const auto seen = view(phone.log);
    CHECK(seen.fragment() == fragment_of({{mood_field, "5"}, {note_field, "calm"}}));
    CHECK(to_bytes(seen.shown(note_field)) == text_field(note_field, "calm"));
    CHECK(seen.shown(7).empty());
    CHECK(seen.field(7) == nullptr);
}

TEST_CASE("rule 5: a draft absorbs the one before it and inherits what it replaces") {
    Device phone('p'), laptop('l');
    phone.note("a");
    laptop.pull(phone);
    const Delta draft = phone.note("ab");
    const Delta next = phone.note("abc");
    const auto absorbed = coalesced(draft, next);
    REQUIRE(absorbed.has_value());
    phone.log.remove(draft.id, VaultType::care);
    phone.log.remove(next.id, VaultType::care);
    phone.keep(*absorbed, VaultType::care);
    laptop.pull(phone);
    CHECK(laptop.text() == "9=abc(a)");
}

TEST_CASE("rule 5: a draft absorbs nothing that it did not see or that is no draft") {
    Device phone('p'), laptop('l');
    const Delta one = phone.note("one");
    const Delta other = laptop.note("two");
    CHECK_FALSE(coalesced(one, other).has_value());
    const Delta mood = phone.mood("5");
    CHECK_FALSE(coalesced(one, mood).has_value());
    const Delta both = phone.write({{mood_field, "6"}, {note_field, "x"}}, all_fields);
    CHECK_FALSE(coalesced(mood, both).has_value());
    CHECK_FALSE(coalesced(mood, phone.remove()).has_value());
}

TEST_CASE("rule 6: re-stamping a wrong clock loses and doubles nothing") {
    Device phone('p'), laptop('l');
    phone.clock = 1'000'000;
    Delta wrong = phone.mood("7");
    laptop.pull(phone);
    laptop.mood("4");
    wrong.clock = 50;
    wrong.revision = 1;
    laptop.keep(wrong, VaultType::care);
    phone.pull(laptop);
    CHECK(phone.text() == "4=4(7)");
    CHECK(view(phone.log).fields[0].history[0].clock == 50);
    CHECK(phone.log.copies().size() == 2);
}

TEST_CASE("rule 6: among copies of one delta the highest revision gives the clock, in any order") {
    Device phone('p'), laptop('l');
    Delta wrong = phone.mood("7");
    wrong.clock = 9'000;
    Delta right = wrong;
    right.revision = 2;
    right.clock = 10;
    phone.log = EntityLog();
    phone.keep(right, VaultType::care);
    CHECK_FALSE(phone.log.add({VaultType::care, wrong}));
    laptop.keep(wrong, VaultType::care);
    laptop.keep(right, VaultType::private_);
    laptop.mood("1");
    CHECK(view(phone.log).fields[0].heads[0].clock == 10);
    CHECK(view(laptop.log).fields[0].history[0].clock == 10);
}

TEST_CASE("rule 6: copies of one delta with different fields are united") {
    Device phone('p'), laptop('l');
    Delta both = phone.write({{mood_field, "5"}, {note_field, "calm"}}, all_fields);
    Delta mood = both;
    Delta note = both;
    mood.fields.pop_back();
    note.fields.erase(note.fields.begin());
    laptop.keep(note, VaultType::care);
    CHECK(laptop.log.add({VaultType::care, mood}));
    CHECK(laptop.log == phone.log);
    CHECK_FALSE(laptop.log.add({VaultType::care, both}));
}

TEST_CASE("a copy that claims a write was a deletion does not undo the write") {
    Device phone('p');
    Delta forged = phone.mood("5");
    forged.action = Action::deletion;
    forged.covers = {{forged.id, mood_field}};
    forged.fields.clear();
    phone.keep(forged, VaultType::care);
    CHECK(phone.text() == "4=5");
}

TEST_CASE("copies of one delta that differ where they must not end alike in any order") {
    Device phone('p'), laptop('l');
    const Delta one = phone.mood("5");
    Delta other = one;
    other.fields[0].value = text_field(mood_field, "6");
    other.origin = device_id('z');
    phone.keep(other, VaultType::care);
    laptop.keep(other, VaultType::care);
    laptop.keep(one, VaultType::care);
    CHECK(phone.log == laptop.log);

    Delta redaction = phone.redact(mood_field);
    REQUIRE(redaction.redacted.size() == 1);
    redaction.redacted[0].clock += 1;
    laptop.keep(redaction, VaultType::care);
    laptop.pull(phone);
    phone.keep(redaction, VaultType::care);
    CHECK(phone.log == laptop.log);
}

TEST_CASE("a delta that claims to replace itself does not vanish") {
    Device phone('p');
    Delta strange = phone.mood("5");
    strange.fields[0].replaces = {strange.id};
    phone.log = EntityLog();
    phone.keep(strange, VaultType::care);
    CHECK(phone.text() == "4=5");
    phone.note("beside");
    CHECK(phone.text() == "4=5 9=beside");
}

TEST_CASE("loading a log at once is the same as adding its copies one by one") {
    Device phone('p'), laptop('l');
    phone.note("one");
    laptop.pull(phone);
    phone.note("two");
    laptop.note("three");
    phone.pull(laptop);
    auto copies = phone.log.copies();
    copies.insert(copies.end(), phone.log.copies().rbegin(), phone.log.copies().rend());
    CHECK(EntityLog(copies) == phone.log);
}

}  // namespace evenkeel::delta
