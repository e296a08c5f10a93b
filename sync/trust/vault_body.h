// VaultRosterBody as bytes. For the .cpp files of this folder.
#pragma once

#include "sync/trust/vault_roster.h"

namespace evenkeel::trust {

constexpr std::size_t wrap_bytes = 1 + sealed_extra_bytes + 53;
constexpr std::size_t previous_key_box_bytes = nonce_bytes + 32 + aead_tag_bytes;
constexpr std::size_t cuts_max = 512;

Bytes write_vault_body(const VaultRoster& roster);
// Fills in everything but what stands in the frame. False where a length, a count or an enum is not
// what the format allows.
[[nodiscard]] bool read_vault_body(ByteView bytes, VaultRoster& roster);

}  // namespace evenkeel::trust
