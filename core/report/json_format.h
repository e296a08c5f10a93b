// Our own export: one JSON document that a person can read and this program can import again.
#pragma once

#include "core/domain/any_entity.h"

#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::report {

// One entity in one vault. An entity with fields in the shared and in the private vault appears
// twice under one id.
struct ExportedEntity {
    EntityId id;
    std::uint32_t kind = 0;
    bool private_ = false;
    Bytes fragment;  // what is imported again, fields of newer versions included
    // What is shown to readers (codec::decode_any, decode_document); empty after an import.
    AnyEntity decoded;
    std::optional<BoundaryDocument> document;  // of a boundary_version
    friend bool operator==(const ExportedEntity&, const ExportedEntity&) = default;
};

struct Export {
    Instant made;
    std::string program_version;
    std::optional<VaultId> record;  // that it was made of; older files do not say
    std::vector<ExportedEntity> entities;
    friend bool operator==(const Export&, const Export&) = default;
};

// `{"format": "evenkeel", "version": 1, "exported": …, "program": …, "record": …, "about": …,
// "entities":
// [{"id", "kind", "kind_number", "private", "fragment", "readable": {…}}]}`. One entity per line,
// in the order given. Invites under way are left out: they hold secrets.
std::string write_json(const Export& exported);

// Reads what write_json wrote. The `readable` parts are ignored. An entity that appears twice alike
// is given once, and invites under way are left out; a document that is not ours, is damaged, nests
// deeper than 32 or has more than limits::import_entries_max entities or limits::import_bytes_max
// bytes is refused whole, with one sentence. The fragments are not checked here: codec::check_field
// and decode_any are the caller's, and so is leaving out what the profile already holds (the ids
// are kept, so a second import finds everything present).
[[nodiscard]] Result<Export> read_json(std::string_view text);

// The `readable` part of one entity: JSON text with stable keys, without blank fields. What cannot
// be decoded is `{}`. A boundary's version shows its sentence if its document is given.
std::string readable_json(const AnyEntity& entity, const BoundaryDocument* document = nullptr);

}  // namespace evenkeel::report
