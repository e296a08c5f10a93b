#include "sync/client/request_counter.h"

#include "core/base/bytes.h"

namespace evenkeel::client {
namespace {

constexpr const char* value_name = "sync.request_counter";
// What a crash may skip; the server takes any higher number.
constexpr std::uint64_t block_size = 64;

// The first number nobody has reserved yet; the very first is 1.
Result<std::uint64_t> unreserved(store::Store& store) {
    TRY_ASSIGN(const auto bytes, store.value(value_name));
    if (!bytes) return std::uint64_t{1};
    if (bytes->size() != 8) return Error(ErrorCode::damaged, "The request counter is damaged.");
    return read_big_endian<std::uint64_t>(*bytes);
}

Result<void> reserve_up_to(store::Store& store, std::uint64_t limit) {
    Bytes bytes;
    append_big_endian(bytes, limit);
    return store.set_value(value_name, bytes);
}

}  // namespace

Result<std::uint64_t> RequestCounter::next() {
    TRY_ASSIGN(const std::uint64_t stored, unreserved(*store_));
    if (next_ >= limit_ || stored != limit_) {
        TRY(reserve_up_to(*store_, stored + block_size));
        next_ = stored;
        limit_ = stored + block_size;
    }
    return next_++;
}

Result<void> RequestCounter::jump(Instant now) {
    TRY_ASSIGN(const std::uint64_t stored, unreserved(*store_));
    const auto by_time = now.ms > 0 ? static_cast<std::uint64_t>(now.ms) : 0;
    next_ = limit_ = 0;
    return reserve_up_to(*store_, std::max(stored + block_size, by_time));
}

Result<std::uint64_t> next_request_counter(store::Store& store) {
    TRY_ASSIGN(const std::uint64_t number, unreserved(store));
    TRY(reserve_up_to(store, number + 1));
    return number;
}

}  // namespace evenkeel::client
