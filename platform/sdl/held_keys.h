// Keys that wait until a screen reader has said whether it takes them. They pass in the order in
// which they were pressed. Pure: time is handed in.
#pragma once

#include "platform/accessibility.h"
#include "platform/input.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace evenkeel::platform {

class HeldKeys {
public:
    // A reader at work answers in a few milliseconds; one that hangs must not take the keyboard
    // with it.
    static constexpr std::int64_t hold_ms_max = 250;

    // False after a key was held for the whole time, until the reader says something again.
    [[nodiscard]] bool may_ask() const { return is_answering_; }
    // Whether something waits, behind which the next key has to wait as well.
    [[nodiscard]] bool is_empty() const { return keys_.empty(); }
    // A key with what it means to us, perhaps nothing; `number` is what it was asked about under,
    // 0: it was not, and waits for those before it only.
    void hold(std::uint32_t number, std::vector<InputEvent> meaning, std::int64_t now_ms);
    // What the key that was held last types goes the way of the key. False: none is held.
    [[nodiscard]] bool hold_with_last(const std::vector<InputEvent>& typed);
    void judge(const accessible::Verdict& verdict);
    // The reader is gone.
    void give_up();

    // What has waited long enough, in order; nothing of what the reader took.
    [[nodiscard]] std::vector<InputEvent> release(std::int64_t now_ms);
    // Until the next key has waited the whole time; nothing: none waits.
    [[nodiscard]] std::optional<int> wait_ms(std::int64_t now_ms) const;

private:
    enum class Fate { waits, passes, taken };
    struct Key {
        std::uint32_t number = 0;
        std::int64_t since_ms = 0;
        Fate fate = Fate::waits;
        std::vector<InputEvent> meaning;
    };
    std::deque<Key> keys_;
    bool is_answering_ = true;
};

}  // namespace evenkeel::platform
