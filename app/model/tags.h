// Words by which a person finds a day again: those in use, and how a new one is read.
#pragma once

#include "app/model/entry_cache.h"

namespace evenkeel::model {

std::vector<std::string> words_of(const std::vector<PhiText>& tags);

// The tags of `shown`, and the twelve most used in the 28 days before, by name, so that none jumps
// from under a finger. Those days are among what `entries` has read.
std::vector<std::string> offered_tags(const EntryCache& entries, Day shown);

// Moments with their moods, then the tags of the check-in: "09:15 4, 18:00 6 · family, sea".
std::string beside_the_mood(const DayEntries& day);

// `typed` as a tag: spelled as one of `known` that is the same word. Refuses what is empty, what
// has a comma (a list of tags is typed with commas) and what is too long.
Result<std::string> read_tag(const std::string& typed, const std::vector<std::string>& known);

}  // namespace evenkeel::model
