#include "app/model/impact_basis.h"

#include <bit>

namespace evenkeel::model {

namespace {

// Grows when the same days could be told otherwise than before.
constexpr int method_version = 1;
constexpr std::size_t mark_bytes_told = 4;

void append_value(Bytes& bytes, const std::optional<double>& value) {
    bytes.push_back(value ? Byte{1} : Byte{0});
    append_big_endian(bytes, std::bit_cast<std::uint64_t>(value.value_or(0)));
}

}  // namespace

ByteArray<16> mark_of(const insight::PairedDays& days, const IdDerivation& ids) {
    Bytes bytes = to_bytes(as_bytes("evenkeel impact data 1"));
    append_big_endian(bytes, static_cast<std::uint32_t>(days.first.number));
    bytes.push_back(static_cast<Byte>(days.source));
    for (std::size_t i = 0; i < days.size(); ++i) {
        append_value(bytes, days.minutes[i]);
        append_value(bytes, days.mood[i]);
    }
    return ids.derive(bytes);
}

std::string impact_basis(const std::vector<BoundaryImpact>& impact) {
    std::string marks;
    for (const BoundaryImpact& one : impact) {
        if (!one.use) continue;
        const std::string mark = to_hex(ByteView(one.use->data).first(mark_bytes_told));
        marks += (marks.empty() ? "" : ", ") + mark + " (" + one.use->words + ")";
    }
    if (marks.empty()) return "";
    return "Method " + std::to_string(method_version) + "; days and values " + marks + ".";
}

}  // namespace evenkeel::model
