// Words for stories about one entity: devices that write, delete, share and exchange what they
// hold.
#pragma once

#include "core/delta/merge.h"

#include <map>
#include <string>

namespace evenkeel::delta::story {

constexpr std::uint32_t mood_field = 4;
constexpr std::uint32_t note_field = 9;
inline const std::vector<std::uint32_t> all_fields{1, 2, 3, 4, 5, 6, 7, 8, 9};

inline EntityId the_entity() {
    EntityId id;
    id.bytes.fill(0xE1);
    return id;
}

inline DeviceId device_id(char name) {
    DeviceId id;
    id.bytes.fill(static_cast<Byte>(name));
    return id;
}

// A text field of a message.
inline Bytes text_field(std::uint32_t number, std::string_view text) {
    Bytes bytes{static_cast<Byte>(number << 3 | 2), static_cast<Byte>(text.size())};
    append(bytes, as_bytes(text));
    return bytes;
}

using Fields = std::map<std::uint32_t, std::string>;

inline Bytes fragment_of(const Fields& fields) {
    Bytes bytes;
    for (const auto& [number, text] : fields) append(bytes, text_field(number, text));
    return bytes;
}

inline std::string to_text(const Value& value) {
    if (value.redacted) return "taken back";
    if (value.bytes.empty()) return "blank";
    return std::string(as_text(value.bytes)).substr(2);
}

// "4=7|5(3)": field 4 shows 7, then 5 beside it, and replaced 3.
inline std::string to_text(const EntityView& seen) {
    std::string text = seen.deleted ? "deleted" : seen.deletion_differs ? "differs" : "";
    if (!seen.exists) return text + "nothing";
    for (const auto& field : seen.fields) {
        text += (text.empty() ? "" : " ") + std::to_string(field.number) + "=";
        for (const auto& head : field.heads) {
            text += (&head == &field.heads.front() ? "" : "|") + to_text(head);
        }
        if (field.history.empty()) continue;
        text += "(";
        for (const auto& old : field.history) {
            text += (&old == &field.history.front() ? "" : ",") + to_text(old);
        }
        text += ")";
    }
    return text;
}

// One device's knowledge of the entity. Its deltas have ids that name the device and count up.
class Device {
public:
    explicit Device(char name) : name_(name) {}

    Delta write(const Fields& target, std::vector<std::uint32_t> scope,
                VaultType vault = VaultType::care) {
        return keep(write_delta(log, the_entity(), 1, vault, fragment_of(target), scope, stamp()),
                    vault);
    }
    Delta note(std::string_view text, VaultType vault = VaultType::care) {
        return write({{note_field, std::string(text)}}, {note_field}, vault);
    }
    Delta mood(std::string_view text, VaultType vault = VaultType::care) {
        return write({{mood_field, std::string(text)}}, {mood_field}, vault);
    }
    Delta clear_note(VaultType vault = VaultType::care) { return write({}, {note_field}, vault); }
    Delta remove(VaultType vault = VaultType::care) {
        return keep(deletion_delta(log, the_entity(), 1, vault, stamp()), vault);
    }
    Delta retire(const Delta& successor) {
        return keep(retirement_delta(log, successor, stamp()), VaultType::private_);
    }
    Delta redact(std::uint32_t field) {
        return keep(redaction_delta(log, the_entity(), 1, field, stamp()), VaultType::care);
    }
    std::vector<Delta> move(VaultType source, VaultType target, std::uint32_t field) {
        auto deltas = reissue_shown(log, source, target, {field}, generation_in_force(log, field));
        for (const auto& delta : deltas) keep(delta, target);
        return deltas;
    }

    Delta keep(const Delta& delta, VaultType vault) {
        log.add({vault, delta});
        return delta;
    }
    void pull(const Device& other) {
        log = join(log, other.log);
        clock = std::max(clock, other.clock);
    }
    // What a member of the care vault alone would receive.
    void pull_care(const Device& other) {
        for (const auto& copy : other.log.copies()) {
            if (copy.vault == VaultType::care) log.add(copy);
        }
    }

    [[nodiscard]] std::string text() const { return to_text(view(log)); }
    [[nodiscard]] std::string text(VaultType vault) const { return to_text(view(log, vault)); }

    Stamp stamp() {
        ++count_;
        return {.id = static_cast<DeltaId>(name_) * 1000 + count_,
                .origin = device_id(name_),
                .clock = ++clock};
    }

    EntityLog log;
    ClockStamp clock = 100;

private:
    char name_;
    std::uint64_t count_ = 0;
};

}  // namespace evenkeel::delta::story
