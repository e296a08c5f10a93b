// The changed fields of one packed delta. The private half of batch.h; for its .cpp files only,
// since it meets generated types.
#pragma once

#include "core/delta/delta.h"
#include "proto/delta.pb.h"

#include <vector>

namespace evenkeel::codec {

// Why something was parked: one sentence fixed at compile time, or nullptr.
using Reason = const char*;

class FieldReader {
public:
    // `shared` is the table of the batch; its bytes must outlive the reader.
    explicit FieldReader(const std::vector<ByteView>& shared);

    // Reads the fields, ascending by number, leaving out bad ones and saying why in `field_reason`.
    // Returns a reason if nothing of the delta can be used.
    Reason read(const proto::PackedDelta& packed, std::vector<delta::FieldChange>& fields,
                Reason& field_reason);

private:
    struct Shared {
        std::uint32_t number = 0;  // 0: the entry is bad
        ByteView bytes;
    };
    enum class Source { fragment, shared, cleared };  // where a field's value comes from
    struct Slot {
        delta::FieldChange change;
        bool replaced = false;
        Reason bad = nullptr;
    };

    Reason read_fragment(ByteView fragment);
    Reason read_shared(const proto::PackedDelta& packed);
    Reason read_cleared(const proto::PackedDelta& packed);
    Reason read_replaces(const proto::PackedDelta& packed);
    Slot* find(std::uint32_t number);
    void place(std::uint32_t number, ByteView value, Source source);

    std::vector<Shared> shared_;
    std::vector<Slot> slots_;
    Reason reference_reason_ = nullptr;  // a reference that belongs to no field
};

}  // namespace evenkeel::codec
