// Every limit, with its unit and its reason. A limit that is met is said in one sentence.
#pragma once

#include <cstddef>
#include <cstdint>

namespace evenkeel::limits {

// Envelope bodies are padded to a power of two between these, so only nine sizes can be seen.
constexpr std::size_t envelope_body_bytes_min = 256;
constexpr std::size_t envelope_body_bytes_max = 64 * 1024;

// One HTTP request or response body: Boost.Beast's own default for requests.
constexpr std::size_t turn_body_bytes_max = 1024 * 1024;

// Rosters: what a practice of 64 staff devices and a client with 8 devices needs, and no more.
constexpr std::size_t roster_bytes_max = 64 * 1024;
constexpr std::size_t devices_per_user_max = 8;
constexpr std::size_t devices_per_vault_max = 24;
constexpr std::size_t staff_devices_max = 64;
constexpr std::size_t tls_pins_max = 4;

// Invites: three days to reach a client, ten minutes for a device that is in the same room.
constexpr std::int64_t invite_lifetime_ms = 72LL * 3600 * 1000;
constexpr std::int64_t device_invite_lifetime_ms = 10LL * 60 * 1000;

// A journal page holds a long evening's writing; 60,000 bytes keep it inside one envelope.
constexpr std::size_t journal_characters_max = 20'000;
constexpr std::size_t journal_bytes_max = 60'000;
constexpr std::size_t note_characters_max = 2'000;
constexpr std::size_t title_characters_max = 200;
// Within how many days a practice may say that it answers: more is no promise.
constexpr std::uint32_t reply_days_max = 30;
// A model that drafts questions: five are read with one look, and their JSON is far below 64 KiB.
constexpr std::size_t drafts_max = 5;
constexpr std::size_t drafting_answer_bytes_max = 64UL * 1024;
constexpr std::size_t drafting_word_bytes_max = 512;  // its address, name or key
// How rarely somebody may look at what clients tell about their safety: later is no plan.
constexpr std::uint32_t check_days_max = 7;
// What happens out of hours is a few lines on a card.
constexpr std::size_t out_of_hours_characters_max = 500;
// The practice's own numbers: they stand above all others, and help is found at a glance.
constexpr std::size_t practice_numbers_max = 4;
constexpr std::size_t phone_number_characters_max = 40;
constexpr std::size_t safety_message_bytes_max = 4'096;      // a plan or the numbers, in any script
constexpr std::size_t risk_shown_characters_max = 2'000;     // a crisis card in words
constexpr std::size_t acknowledgement_characters_max = 300;  // a sentence
// Why a record is held: a paragraph.
constexpr std::size_t hold_reason_characters_max = 500;
// How long a practice may say that it keeps a record, in years after the treatment: more is for
// ever.
constexpr std::uint32_t retention_years_max = 100;
// Opening the same part of a record again within this time is one sitting, and one line of who
// opened it: turning pages writes nothing, and the file grows by what people did.
constexpr std::int64_t view_repeat_ms = 15LL * 60 * 1000;
// Openings on one page: some months of a busy record; all of them are in the report and in an
// export.
constexpr std::size_t openings_shown_max = 200;
// One line of an agenda, as on a slip of paper.
constexpr std::size_t agenda_line_characters_max = 300;
constexpr std::size_t tags_per_entry_max = 20;
constexpr std::size_t tag_characters_max = 40;
constexpr std::size_t name_characters_max = 80;

// An intake of about 30 questions leaves room for others; all its fields fit one delta, those of
// newer versions too.
constexpr std::uint32_t intake_question_max = 48;
constexpr std::uint32_t intake_typed_question_min = 41;  // what is typed from here on
constexpr std::uint32_t intake_choice_max = 20;          // as many as a phone shows at once
constexpr std::size_t intake_bytes_max = 60'000;         // of one intake: it fits one envelope

// The register of tools. The APA App Advisor asks whether a tool changed within 180 days; a review
// that is older is due again.
constexpr int tool_review_days = 180;
constexpr std::size_t tools_max = 200;  // what a practice looks after, and a client's phone holds
constexpr std::size_t tool_conditions_characters_max = 500;
constexpr std::size_t tool_area_characters_max = 1'000;  // all areas of an entry fit one delta
constexpr std::size_t tool_why_characters_max = 300;     // a sentence
constexpr std::size_t tool_message_bytes_max = 4'096;    // a verdict or card, in any script

// A delta names what it replaces; more than this in one delta is no edit a person made.
constexpr std::size_t fields_per_delta_max = 64;
constexpr std::size_t replaces_per_delta_max = 1024;
// One entity's stored history, in deltas; drafts coalesce long before.
constexpr std::size_t deltas_per_entity_max = 20'000;

// A clock further ahead of the server's than this is wrong, and its deltas wait (R19).
constexpr std::int64_t clock_ahead_ms_max = 5LL * 60 * 1000;

constexpr std::size_t undo_steps_max = 30;
constexpr int trash_days = 30;
// Entries may be made for this many days back; older ones come by import.
constexpr int backfill_days_max = 366;
// A session further ahead is a typing error.
constexpr int session_days_ahead_max = 366;
constexpr int day_minutes_max = 24 * 60;
constexpr std::size_t outbox_warning_count = 500;

// A pull that deletes more than this is shown before it counts (R31).
constexpr std::size_t deletions_per_pull_asked = 20;

// Import files: a year of ActivityWatch events is about 100 MB.
constexpr std::size_t import_bytes_max = 256UL * 1024 * 1024;
constexpr std::size_t import_entries_max = 200'000;

}  // namespace evenkeel::limits
