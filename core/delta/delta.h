// A delta: one change a person made to one entity, as a fragment of its protobuf message.
//
// The wire format of protobuf concatenates, so an entity's state is the concatenation of the values
// its fields show. Nothing here knows any message type: a device on an older version merges and
// forwards fields it does not know without losing them.
#pragma once

#include "core/base/ids.h"

#include <vector>

namespace evenkeel::delta {

// Where a delta lives. Each lives in exactly one vault; the client's device merges care and
// private.
enum class VaultType : std::uint8_t {
    care = 1,      // the client, the care team, recovery
    private_ = 2,  // the client's own devices only
    practice = 3,  // all staff devices and recovery
    notes = 4,     // one clinician and recovery
};

// Milliseconds since 1970 in the upper 48 bits, a counter in the lower 16. It orders, never names.
using ClockStamp = std::uint64_t;

// One value of one field: the delta that wrote it, and the field's number.
struct ValueRef {
    DeltaId delta = 0;
    std::uint32_t field = 0;
    friend auto operator<=>(const ValueRef&, const ValueRef&) = default;
};

// One field's new value: its encoded bytes, tags included. Empty bytes clear the field.
// `replaces` are the deltas whose value of this same field the writer had before their eyes.
// `generation` counts where it is above the delta's own: fields are taken back one by one, so one
// delta may write a field that was taken back before beside one that never was.
struct FieldChange {
    std::uint32_t number = 0;
    Bytes value;
    std::vector<DeltaId> replaces;
    std::uint32_t generation = 0;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

// What a redaction remembers of a value that was taken back, so that heads stay right without it.
struct RedactedValue {
    ValueRef ref;
    ClockStamp clock = 0;
    std::vector<DeltaId> replaces;
    friend bool operator==(const RedactedValue&, const RedactedValue&) = default;
};

enum class Action : std::uint8_t {
    write,       // sets or clears fields
    deletion,    // `covers`: every head of every field its writer saw
    retirement,  // private: `covers` private values that the care delta `successor` supersedes
    redaction,   // care: takes back all values of `redacted_field` up to `generation`
};

struct Delta {
    DeltaId id = 0;  // random, kept for life
    EntityId entity;
    std::uint32_t kind = 0;  // the entity's message type, see EntityKind
    DeviceId origin;         // the device where the person made the change
    ClockStamp clock = 0;
    std::uint32_t revision = 0;         // among copies of one delta the highest gives the clock
    std::uint32_t generation = 0;       // share generation of care values; a redaction ends one
    std::uint32_t must_understand = 0;  // a rule number; unknown ones are parked whole
    Action action = Action::write;
    std::vector<FieldChange> fields;      // write
    std::vector<ValueRef> covers;         // deletion, retirement
    DeltaId successor = 0;                // retirement: counts only where this delta is present
    std::uint32_t redacted_field = 0;     // redaction
    std::vector<RedactedValue> redacted;  // redaction
    friend bool operator==(const Delta&, const Delta&) = default;
};

}  // namespace evenkeel::delta
