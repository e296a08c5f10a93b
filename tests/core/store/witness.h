// Looks over every person's shoulder: what they typed, and what was before their eyes when they
// wrote, deleted or took something back.
//
// The promise it holds the store to: every value a person typed is current, shown beside another,
// or was replaced, deleted or taken back by somebody who had it.
#pragma once

#include "tests/core/store/device.h"

#include <map>

namespace evenkeel::test {

// What a person just did: only those who unshare decide that the team shall lose a value.
enum class Act { typing, unsharing };

class Witness {
public:
    // To be called after each act, before anything else happens on the device.
    void note(Device& device, EntityId id, Act act);

    // What became of something typed, if it is not what was promised; empty if all is well.
    // `owner` is a device of the client that has received everything.
    std::string complaint(Device& owner);

private:
    using Refs = std::vector<delta::ValueRef>;  // sorted
    struct Typed {
        delta::ValueRef ref;
        Bytes bytes;
        DeviceId device;
        bool absorbed = false;  // by the next draft of the same text, before anybody else had it
    };
    struct Fates;

    void note_new(const delta::EntityLog& log, const delta::Delta& made, const Refs& held,
                  DeviceId device);
    void note_absorbed(const delta::EntityLog& log, EntityId id, DeviceId device,
                       const std::vector<std::uint32_t>& written);
    Fates fates_in(const delta::EntityLog& log) const;
    [[nodiscard]] bool had(DeltaId writer, delta::ValueRef ref) const;

    std::map<EntityId, std::vector<Typed>> typed_;
    std::map<DeltaId, Refs> had_;  // by every delta, what its writer had
    std::map<std::pair<DeviceId, EntityId>, Refs> given_up_;
    std::string fault_;  // found while an act was noted
};

}  // namespace evenkeel::test
