// How the terminal reads and writes values: shared by several commands.
#pragma once

#include "core/domain/local_time.h"
#include "core/insight/day_summary.h"
#include "core/store/store.h"
#include "sync/client/agreements.h"

#include <nlohmann/json.hpp>

#include <string>

namespace evenkeel::cli {

// "7", "7.5", "7h30" hours of sleep; a bare number means hours.
Result<std::uint32_t> parse_hours(const std::string& text);

// The entity a person means by the hexadecimal id they were shown, or the first digits of it.
Result<store::EntityRow> find_entity(store::Store& store, const std::string& id);

// An entity's fields by name; null if this version cannot read it.
nlohmann::json readable(std::uint32_t kind, ByteView fragment);
// One field alone is no whole entity: it is read in the place of the entity's present value.
nlohmann::json readable_field(const store::EntityRow& row, std::uint32_t field, ByteView bytes);

// One line for a day, as "2026-03-08  mood 7  social 45 min  AI —  boundaries: kept".
std::string day_line(const insight::DaySummary& day);
nlohmann::json day_json(const insight::DaySummary& day);

// How an encrypted file that was written is opened, and that the passphrase is said this once.
std::string opening_words(const std::string& passphrase);

// A boundary with its state, whose turn it is and the sentence, for `boundary list`.
std::string boundary_lines(const client::BoundaryBook& book, const BoundaryStanding& standing);
nlohmann::json boundary_json(const client::BoundaryBook& book, const BoundaryStanding& standing);

}  // namespace evenkeel::cli
