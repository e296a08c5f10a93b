// The set of an entity's deltas as the store keeps it, and single deltas that wait for something.
//
// This layout is local to one device's file and never travels (envelopes carry Batch messages). It
// keeps exactly what it was given, fields of newer versions included, and is quick to read.
#pragma once

#include "core/base/result.h"
#include "core/delta/merge.h"

namespace evenkeel::codec {

Bytes encode_log(const delta::EntityLog& log);
// `entity` is not among the bytes: whoever keeps the log keeps its name beside it.
[[nodiscard]] Result<delta::EntityLog> decode_log(ByteView bytes, EntityId entity);

// One delta with its entity, complete in itself.
Bytes encode_delta(const delta::Delta& delta);
[[nodiscard]] Result<delta::Delta> decode_delta(ByteView bytes);

}  // namespace evenkeel::codec
