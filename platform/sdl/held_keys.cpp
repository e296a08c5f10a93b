#include "platform/sdl/held_keys.h"

#include <algorithm>
#include <iterator>

namespace evenkeel::platform {

void HeldKeys::hold(std::uint32_t number, std::vector<InputEvent> meaning, std::int64_t now_ms) {
    keys_.push_back({.number = number,
                     .since_ms = now_ms,
                     .fate = number == 0 ? Fate::passes : Fate::waits,
                     .meaning = std::move(meaning)});
}

bool HeldKeys::hold_with_last(const std::vector<InputEvent>& typed) {
    if (keys_.empty()) return false;
    auto& meaning = keys_.back().meaning;
    meaning.insert(meaning.end(), typed.begin(), typed.end());
    return true;
}

void HeldKeys::judge(const accessible::Verdict& verdict) {
    is_answering_ = true;
    for (Key& key : keys_) {
        if (key.number != verdict.number) continue;
        key.fate = verdict.is_taken ? Fate::taken : Fate::passes;
    }
}

void HeldKeys::give_up() {
    is_answering_ = true;
    for (Key& key : keys_) {
        if (key.fate == Fate::waits) key.fate = Fate::passes;
    }
}

std::vector<InputEvent> HeldKeys::release(std::int64_t now_ms) {
    std::vector<InputEvent> released;
    while (!keys_.empty()) {
        Key& key = keys_.front();
        if (key.fate == Fate::waits) {
            if (now_ms - key.since_ms < hold_ms_max) break;
            is_answering_ = false;
        }
        if (key.fate != Fate::taken)
            std::move(key.meaning.begin(), key.meaning.end(), std::back_inserter(released));
        keys_.pop_front();
    }
    return released;
}

std::optional<int> HeldKeys::wait_ms(std::int64_t now_ms) const {
    if (keys_.empty()) return std::nullopt;
    const std::int64_t due_ms = keys_.front().since_ms + hold_ms_max;
    return static_cast<int>(std::max<std::int64_t>(0, due_ms - now_ms));
}

}  // namespace evenkeel::platform
