#include "sync/wire/scan.h"

#include "core/base/assert.h"

namespace evenkeel::wire {

namespace {

enum class WireType : std::uint32_t { varint = 0, fixed64 = 1, bytes = 2, fixed32 = 5 };

class Scanner {
public:
    explicit Scanner(ByteView bytes) : rest_(bytes) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    std::optional<std::uint64_t> varint() {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < 10 && i < rest_.size(); ++i) {
            value |= static_cast<std::uint64_t>(rest_[i] & 0x7f) << (7 * i);
            if (rest_[i] < 0x80) {
                rest_ = rest_.subspan(i + 1);
                return value;
            }
        }
        return std::nullopt;
    }

    std::optional<ByteView> take(std::uint64_t count) {
        if (count > rest_.size()) return std::nullopt;
        const ByteView taken = rest_.first(static_cast<std::size_t>(count));
        rest_ = rest_.subspan(static_cast<std::size_t>(count));
        return taken;
    }

    // The bytes of one value; of a number, none that matter.
    std::optional<ByteView> value(WireType type) {
        switch (type) {
            case WireType::varint:
                return varint() ? std::optional(ByteView{}) : std::nullopt;
            case WireType::fixed64:
                return take(8);
            case WireType::fixed32:
                return take(4);
            case WireType::bytes:
                if (const auto length = varint()) return take(*length);
                return std::nullopt;
        }
        return std::nullopt;  // groups and types that do not exist
    }

private:
    ByteView rest_;
};

}  // namespace

bool fits_shape(ByteView bytes, const MessageShape& shape) {
    ASSERT(shape.fields.size() <= shape_fields_max);
    std::array<std::uint32_t, shape_fields_max> counts{};
    std::uint32_t unknown = 0;
    Scanner scanner(bytes);
    while (!scanner.at_end()) {
        const auto key = scanner.varint();
        if (!key || *key > UINT32_MAX || (*key >> 3) == 0) return false;
        const auto type = static_cast<WireType>(*key & 7);
        const auto value = scanner.value(type);
        if (!value) return false;

        const auto field = std::find_if(shape.fields.begin(), shape.fields.end(),
                                        [&](const FieldShape& f) { return f.number == *key >> 3; });
        if (field == shape.fields.end()) {
            if (++unknown > unknown_fields_max) return false;
            continue;
        }
        const auto index = static_cast<std::size_t>(field - shape.fields.begin());
        if (++counts[index] > field->count_max) return false;
        if (field->message == nullptr) continue;
        if (type != WireType::bytes || !fits_shape(*value, *field->message)) return false;
    }
    return true;
}

}  // namespace evenkeel::wire
