#include "platform/sdl/held_keys.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::platform {
namespace {

std::vector<InputEvent> letter(char character) {
    return {KeyPress{.key = KeyCode::letter, .character = character}};
}

// "a b" for these keys; what they type in quotes.
std::string said(const std::vector<InputEvent>& events) {
    std::string text;
    for (const InputEvent& event : events) {
        if (!text.empty()) text += ' ';
        if (const auto* key = std::get_if<KeyPress>(&event)) text += key->character;
        if (const auto* typed = std::get_if<TextInput>(&event)) text += "'" + typed->text + "'";
    }
    return text;
}

TEST_CASE("a key waits for its verdict, with what it types") {
    HeldKeys keys;
    keys.hold(1, letter('a'), 0);
    CHECK(keys.hold_with_last({TextInput{"a"}}));
    CHECK(said(keys.release(5)).empty());
    keys.judge({1, false});
    CHECK(said(keys.release(6)) == "a 'a'");
    CHECK(keys.is_empty());
}

TEST_CASE("what a reader takes is nobody else's, nor what it would have typed") {
    HeldKeys keys;
    keys.hold(1, letter('t'), 0);
    CHECK(keys.hold_with_last({TextInput{"t"}}));
    keys.judge({1, true});
    CHECK(said(keys.release(5)).empty());
    CHECK(keys.is_empty());
}

TEST_CASE("keys pass in the order in which they were pressed, however verdicts come") {
    HeldKeys keys;
    keys.hold(1, letter('a'), 0);
    keys.hold(2, letter('b'), 1);
    keys.hold(3, letter('c'), 2);
    keys.judge({3, false});
    keys.judge({2, true});
    CHECK(said(keys.release(3)).empty());
    keys.judge({1, false});
    CHECK(said(keys.release(4)) == "a c");
}

TEST_CASE("a reader that hangs delays one key, and is not asked again until it speaks") {
    HeldKeys keys;
    keys.hold(1, letter('a'), 1'000);
    CHECK(keys.wait_ms(1'100) == 150);
    CHECK(said(keys.release(1'249)).empty());
    CHECK(keys.may_ask());
    CHECK(said(keys.release(1'250)) == "a");
    CHECK_FALSE(keys.may_ask());
    CHECK_FALSE(keys.wait_ms(1'250));
    keys.judge({1, false});
    CHECK(keys.may_ask());
}

TEST_CASE("a key that nobody was asked about waits for those before it only") {
    HeldKeys keys;
    keys.hold(1, letter('a'), 0);
    keys.hold(0, letter('b'), 1);
    CHECK(said(keys.release(2)).empty());
    keys.judge({1, false});
    CHECK(said(keys.release(3)) == "a b");
}

TEST_CASE("with a reader that leaves all its keys pass") {
    HeldKeys keys;
    keys.hold(1, letter('a'), 0);
    keys.hold(2, letter('b'), 0);
    keys.give_up();
    CHECK(said(keys.release(1)) == "a b");
    CHECK(keys.may_ask());
}

TEST_CASE("where nothing is held, what is typed is not held either") {
    HeldKeys keys;
    CHECK_FALSE(keys.hold_with_last({TextInput{"a"}}));
}

}  // namespace
}  // namespace evenkeel::platform
