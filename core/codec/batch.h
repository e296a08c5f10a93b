// Deltas to envelope bodies and back: the Batch of proto/delta.proto.
#pragma once

#include "core/base/result.h"
#include "core/delta/delta.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace evenkeel::codec {

// Deltas under a rule with a higher number than this are parked whole. There is none so far.
constexpr std::uint32_t must_understand_max = 0;

// True for fields of that kind that many entries carry alike and that hold nothing a person typed.
using ShareableField = std::function<bool(std::uint32_t kind, std::uint32_t field)>;

// Packs deltas of one author's device into a body of at most `bytes_max` bytes, oldest first.
class BatchWriter {
public:
    BatchWriter(DeviceId author, std::size_t bytes_max);
    ~BatchWriter();
    BatchWriter(BatchWriter&&) noexcept;
    BatchWriter& operator=(BatchWriter&&) noexcept;

    // Adds a delta. Returns false, and changes nothing, if the body would exceed its limit.
    // A delta's fields are each there once; a redaction remembers values of its own field only.
    [[nodiscard]] bool add(const delta::Delta& delta, const ShareableField& shareable);

    // The exact size of the body as it stands.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool empty() const;

    // Hands the body over and starts an empty one.
    [[nodiscard]] Bytes finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// A delta that could not be applied, or not all of it. `bytes` are a body of their own, to be given
// to decode_batch again after an upgrade; `reason` is one sentence without anything a person typed.
struct ParkedDelta {
    Bytes bytes;
    std::string reason;
};

struct DecodedBatch {
    std::vector<delta::Delta> deltas;
    std::vector<ParkedDelta> parked;
};

// Reads a body. A delta that is bad or newer than this program is parked alone; of one with a bad
// field the other fields apply. An error means that nothing of the body can be read: it is damaged,
// or its version is unknown. Bytes of any origin are safe here: time and memory are bounded by the
// size of the largest envelope. Whether text is valid UTF-8 is for those to check who know the
// kind.
Result<DecodedBatch> decode_batch(ByteView body, DeviceId author);

}  // namespace evenkeel::codec
