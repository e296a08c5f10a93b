#include "core/codec/understanding.h"

#include "core/codec/batch.h"
#include "core/codec/batch_wire.h"
#include "core/codec/byte_cursor.h"
#include "core/codec/fields.h"
#include "core/domain/rights.h"

namespace evenkeel::codec {

namespace {

// Raise it when something is read that was refused before, and no number below shows it: a longer
// text, another form of a field.
constexpr std::uint64_t forms_read = 1;

// Far above every kind there is.
constexpr std::uint32_t kinds_looked_at = 256;

constexpr Role roles[] = {Role::client, Role::clinician};
constexpr RecordPart parts[] = {RecordPart::care, RecordPart::private_, RecordPart::practice,
                                RecordPart::notes};

Byte writers_of(std::uint32_t kind) {
    unsigned bits = 0;
    for (const Role role : roles) {
        for (const RecordPart part : parts)
            bits = bits << 1 | (may_write(role, part, kind) ? 1 : 0);
    }
    return static_cast<Byte>(bits);
}

}  // namespace

Bytes understanding() {
    ByteWriter out;
    out.varint(forms_read);
    out.varint(wire::version);
    out.varint(must_understand_max);
    for (std::uint32_t kind = 1; kind < kinds_looked_at; ++kind) {
        const auto fields = fields_of(kind);
        const Byte writers = writers_of(kind);
        if (fields.empty() && writers == 0) continue;
        out.varint(kind);
        out.byte(writers);
        out.varint(fields.size());
        for (const std::uint32_t field : fields) out.varint(field);
    }
    return std::move(out).finish();
}

}  // namespace evenkeel::codec
