#include "sync/client/void_marks.h"

#include "core/codec/byte_cursor.h"
#include "sync/wire/messages.h"

namespace evenkeel::client {
namespace {

constexpr const char* value_name = "sync.void_marks";

Result<void> keep(store::Store& store, const std::vector<Bytes>& marks) {
    if (marks.empty()) return store.erase_value(value_name);
    codec::ByteWriter writer;
    for (const Bytes& mark : marks) writer.bytes(mark);
    return store.set_value(value_name, std::move(writer).finish());
}

}  // namespace

Result<std::vector<Bytes>> waiting_void_marks(store::Store& store) {
    std::vector<Bytes> marks;
    TRY_ASSIGN(const auto bytes, store.value(value_name));
    if (!bytes) return marks;
    codec::ByteReader reader(*bytes);
    while (!reader.at_end()) marks.push_back(to_bytes(reader.bytes()));
    if (!reader.ok()) return Error(ErrorCode::damaged, "The list of withdrawn items is damaged.");
    return marks;
}

Result<void> add_void_mark(store::Store& store, ByteView mark) {
    TRY_ASSIGN(auto marks, waiting_void_marks(store));
    marks.push_back(to_bytes(mark));
    return keep(store, marks);
}

Result<void> drop_void_mark(store::Store& store, const Hash32& hash) {
    TRY_ASSIGN(auto marks, waiting_void_marks(store));
    const auto dropped = std::erase_if(
        marks, [&](const Bytes& mark) { return wire::log_object_hash(mark) == hash; });
    return dropped == 0 ? Result<void>() : keep(store, marks);
}

}  // namespace evenkeel::client
