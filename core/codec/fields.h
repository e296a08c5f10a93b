// What is known about the fields of each kind, without decoding whole entities. Quick enough to be
// called for every delta of a pull.
#pragma once

#include "core/base/bytes.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/kind.h"

#include <optional>
#include <span>

namespace evenkeel::codec {

// Checks the bytes of one field (tags included) on the way in: they carry that number only, have
// the type and at most the size this version knows for it, and text is valid UTF-8. Kinds and
// fields this version does not know need only be well-formed. Empty bytes clear a field and are
// fine.
[[nodiscard]] Result<void> check_field(std::uint32_t kind, std::uint32_t field, ByteView bytes);

// What the store lists and looks entities up by.
struct EntityIndex {
    std::optional<Day> day;
    std::optional<Instant> instant;
    // The boundary of versions, decisions and answers; the entry a feedback answers; the
    // session of a line, the register entry of a card; nothing else.
    std::optional<EntityId> subject;
    friend bool operator==(const EntityIndex&, const EntityIndex&) = default;
};
// Reads what it can; damaged bytes give an index with nothing in it, never an error.
EntityIndex index_of(std::uint32_t kind, ByteView fragment);

// True for values a batch may carry once for many deltas because they come from a closed
// vocabulary (a zone, a source): never for what a person typed or felt.
bool is_shareable_field(std::uint32_t kind, std::uint32_t field);

// Fields of free text, where concurrent values are a conflict to show; empty for unknown kinds.
std::span<const std::uint32_t> text_fields(std::uint32_t kind);

// The field of an intake that holds the answer to that question.
constexpr std::uint32_t intake_answer_field(std::uint32_t question) { return 15 + question; }

// Every field number this version knows, ascending; empty for unknown kinds.
std::span<const std::uint32_t> fields_of(std::uint32_t kind);

}  // namespace evenkeel::codec
