#include "core/store/entries.h"

#include "core/base/limits.h"
#include "core/codec/entity.h"
#include "core/codec/fields.h"
#include "core/delta/field_wire.h"

namespace evenkeel::store {

namespace {

// An entry about an earlier day, without a time, is taken to be about that day's evening.
constexpr std::int32_t evening_minute = 20 * 60;

constexpr std::uint32_t mood_tags_field = 8;
constexpr std::uint32_t mood_note_field = 9;
constexpr std::uint32_t use_note_field = 9;
constexpr std::uint32_t answer_note_field = 6;

// Only what the fragment says: a second check-in completes the first instead of clearing it.
Result<std::vector<std::uint32_t>> fields_present(ByteView fragment) {
    TRY_ASSIGN(const auto fields, delta::split_fields(fragment));
    std::vector<std::uint32_t> numbers;
    for (const auto& [number, bytes] : fields) numbers.push_back(number);
    return numbers;
}

bool contains(const std::vector<std::uint32_t>& fields, std::uint32_t field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

struct Plan {
    EntityKind kind;
    std::optional<EntityId> id;
    When when;
    Privacy privacy;
    std::optional<std::uint32_t> note_field;
    UndoStep undo = UndoStep::kept;
    std::optional<std::uint32_t> cleared_field;
};

// A daily entry may be there already, wholly or partly private: then what is added stays so.
Result<void> keep_private(Store& store, RecordId record, EntityId id, Write& write) {
    TRY_ASSIGN(const auto row, store.find(record, id));
    if (!row) return {};
    if (row->has_private && !row->has_shared) write.placement = Placement::private_;
    TRY_ASSIGN(const auto fields, private_fields(store, record, id));
    write.private_fields.insert(write.private_fields.end(), fields.begin(), fields.end());
    return {};
}

Result<SavedEntry> save(Store& store, RecordId record, const Plan& plan, const Bytes& fragment,
                        Literal name) {
    TRY_ASSIGN(const Day now_day, today(store));
    TRY_ASSIGN(auto scope, fields_present(fragment));
    if (plan.cleared_field) scope.push_back(*plan.cleared_field);
    Write write{.kind = plan.kind,
                .id = plan.id,
                .fragment = fragment,
                .scope = std::move(scope),
                .placement = plan.privacy.entry,
                .private_fields = {}};
    if (plan.privacy.note == Placement::private_ && plan.note_field) {
        write.private_fields.push_back(*plan.note_field);
    }
    if (plan.id) TRY(keep_private(store, record, *plan.id, write));
    Operation operation(store, record, name, plan.undo);
    TRY_ASSIGN(const EntityId id, operation.write(write));
    TRY(operation.commit());
    return SavedEntry{.id = id, .day = plan.when.day, .late = plan.when.day < now_day};
}

// When it was typed, if that was on a later logical day than the one it is about.
Result<std::optional<Instant>> late_stamp(Store& store, const When& when) {
    TRY_ASSIGN(const Day now_day, today(store));
    if (when.day >= now_day) return std::optional<Instant>{};
    const Instant now = store.context().clock.now();
    return std::optional<Instant>{Instant{now.ms - now.ms % ms_per_second}};
}

}  // namespace

Result<Day> today(Store& store) {
    const Clock& clock = store.context().clock;
    return logical_day(clock.now(), clock.zone_name());
}

Result<When> entry_when(Store& store, const EntryTime& time) {
    const Clock& clock = store.context().clock;
    const std::string zone = clock.zone_name();
    TRY_ASSIGN(const Day now_day, today(store));
    const Day day = time.day.value_or(now_day);
    if (day > now_day) {
        return Error(ErrorCode::invalid_input, "That day has not come yet.");
    }
    if (now_day - day > limits::backfill_days_max) {
        return Error(ErrorCode::invalid_input,
                     "That day is more than {} days back. Older entries come in by import.")
            .with(limits::backfill_days_max);
    }
    if (!time.minute && day == now_day) return make_when(clock.now(), zone);
    TRY_ASSIGN(const Instant instant,
               instant_on_day(day, time.minute.value_or(evening_minute), zone));
    if (instant > clock.now()) {
        return Error(ErrorCode::invalid_input, "That time has not come yet.");
    }
    return make_when(instant, zone);
}

Result<SavedEntry> log_mood(Store& store, RecordId record, const EntryTime& time, MoodEntry entry,
                            Privacy privacy) {
    TRY_ASSIGN(entry.when, entry_when(store, time));
    TRY_ASSIGN(entry.entered_late, late_stamp(store, entry.when));
    entry.mode = time.minute ? MoodMode::momentary : MoodMode::daily_check_in;
    return log_mood_said(store, record, std::move(entry), privacy);
}

Result<SavedEntry> log_mood_said(Store& store, RecordId record, MoodEntry entry, Privacy privacy) {
    TRY(validate(entry));
    Plan plan{.kind = EntityKind::mood,
              .id = std::nullopt,
              .when = entry.when,
              .privacy = privacy,
              .note_field = mood_note_field};
    if (entry.mode == MoodMode::daily_check_in) {
        plan.id = store.daily_id(record, EntityKind::mood, EntityId{}, entry.when.day);
    }
    return save(store, record, plan, codec::encode(entry), "mood entry");
}

Result<SavedEntry> set_day_tags(Store& store, RecordId record, Day day, std::vector<PhiText> tags,
                                Privacy privacy) {
    MoodEntry entry;
    TRY_ASSIGN(entry.when, entry_when(store, {.day = day}));
    TRY_ASSIGN(entry.entered_late, late_stamp(store, entry.when));
    entry.tags = std::move(tags);
    TRY(validate(entry));
    Plan plan{.kind = EntityKind::mood,
              .id = store.daily_id(record, EntityKind::mood, EntityId{}, entry.when.day),
              .when = entry.when,
              .privacy = privacy,
              .note_field = std::nullopt};
    if (entry.tags.empty()) plan.cleared_field = mood_tags_field;
    return save(store, record, plan, codec::encode(entry), "tags");
}

namespace {

// A note is written beside what its entry says; who may read it is said anew.
struct NoteToSave {
    EntityKind kind = EntityKind::mood;
    EntityId id;
    Day day;
    Bytes fragment;  // of the entry, with the note
    std::uint32_t field = 0;
    bool is_blank = false;
    Privacy privacy;
};

Result<SavedEntry> save_note(Store& store, RecordId record, const NoteToSave& note) {
    Write write{.kind = note.kind,
                .id = note.id,
                .fragment = note.fragment,
                .scope = {},
                .placement = note.privacy.entry,
                .private_fields = {}};
    TRY_ASSIGN(write.scope, fields_present(write.fragment));
    if (note.is_blank) write.scope.push_back(note.field);
    TRY(keep_private(store, record, note.id, write));
    const bool is_private = note.privacy.note == Placement::private_;
    const bool was_private = contains(write.private_fields, note.field);
    if (is_private) write.private_fields.push_back(note.field);

    TRY_ASSIGN(const auto row, store.find(record, note.id));
    const bool is_here = row && !row->deleted;
    Operation operation(store, record, "note");
    if (is_private && is_here && row->has_shared) TRY(operation.unshare(note.id, {note.field}));
    TRY(operation.write(write));
    if (!is_private && was_private) TRY(operation.share(note.id, {note.field}));
    TRY(operation.commit());
    TRY_ASSIGN(const Day now_day, today(store));
    return SavedEntry{.id = note.id, .day = note.day, .late = note.day < now_day};
}

}  // namespace

Result<SavedEntry> set_day_note(Store& store, RecordId record, Day day, PhiText note,
                                Privacy privacy) {
    MoodEntry entry;
    TRY_ASSIGN(entry.when, entry_when(store, {.day = day}));
    TRY_ASSIGN(entry.entered_late, late_stamp(store, entry.when));
    if (!note.reveal().empty()) entry.note = std::move(note);
    TRY(validate(entry));
    const EntityId id = store.daily_id(record, EntityKind::mood, EntityId{}, entry.when.day);
    return save_note(store, record,
                     {.kind = EntityKind::mood,
                      .id = id,
                      .day = entry.when.day,
                      .fragment = codec::encode(entry),
                      .field = mood_note_field,
                      .is_blank = !entry.note,
                      .privacy = privacy});
}

Result<SavedEntry> set_answer_note(Store& store, RecordId record, Day day, EntityId boundary,
                                   PhiText note, Privacy privacy) {
    BoundaryAnswer answer{.boundary = boundary};
    TRY_ASSIGN(answer.when, entry_when(store, {.day = day}));
    TRY_ASSIGN(answer.entered_late, late_stamp(store, answer.when));
    if (!note.reveal().empty()) answer.note = std::move(note);
    TRY(validate(answer));
    const EntityId id =
        store.daily_id(record, EntityKind::boundary_answer, boundary, answer.when.day);
    return save_note(store, record,
                     {.kind = EntityKind::boundary_answer,
                      .id = id,
                      .day = answer.when.day,
                      .fragment = codec::encode(answer),
                      .field = answer_note_field,
                      .is_blank = !answer.note,
                      .privacy = privacy});
}

Result<SavedEntry> log_use(Store& store, RecordId record, const EntryTime& time, UseEntry entry,
                           Privacy privacy) {
    TRY_ASSIGN(entry.when, entry_when(store, time));
    TRY_ASSIGN(entry.entered_late, late_stamp(store, entry.when));
    entry.span = time.minute.has_value();
    TRY(validate(entry));
    const Plan plan{.kind = EntityKind::use,
                    .id = std::nullopt,
                    .when = entry.when,
                    .privacy = privacy,
                    .note_field = use_note_field};
    return save(store, record, plan, codec::encode(entry), "screen-time entry");
}

EntityId day_use_id(Store& store, RecordId record, Day day, UseGroup group) {
    EntityId subject;  // the group stands where other daily ids have their boundary
    subject.bytes.back() = static_cast<Byte>(group);
    return store.daily_id(record, EntityKind::use, subject, day);
}

Result<SavedEntry> set_day_use(Store& store, RecordId record, Day day, UseGroup group,
                               Minutes minutes, Privacy privacy) {
    UseEntry entry{.group = group, .minutes = minutes};
    TRY_ASSIGN(entry.when, entry_when(store, {.day = day}));
    TRY_ASSIGN(entry.entered_late, late_stamp(store, entry.when));
    TRY(validate(entry));
    const Plan plan{.kind = EntityKind::use,
                    .id = day_use_id(store, record, entry.when.day, group),
                    .when = entry.when,
                    .privacy = privacy,
                    .note_field = use_note_field};
    return save(store, record, plan, codec::encode(entry), "screen-time entry");
}

EntityId complete_day_id(Store& store, RecordId record, Day day) {
    return store.daily_id(record, EntityKind::coverage, EntityId{}, day);
}

Result<SavedEntry> log_complete_day(Store& store, RecordId record, const EntryTime& time,
                                    Privacy privacy) {
    TRY_ASSIGN(const When when, entry_when(store, time));
    Coverage coverage;
    coverage.when = when;
    TRY(validate(coverage));
    const Plan plan{.kind = EntityKind::coverage,
                    .id = complete_day_id(store, record, when.day),
                    .when = when,
                    .privacy = privacy,
                    .note_field = std::nullopt};
    return save(store, record, plan, codec::encode(coverage), "that the day is complete");
}

Result<SavedEntry> answer_boundary(Store& store, RecordId record, const EntryTime& time,
                                   BoundaryAnswer answer, Privacy privacy) {
    TRY_ASSIGN(answer.when, entry_when(store, time));
    TRY_ASSIGN(answer.entered_late, late_stamp(store, answer.when));
    TRY(validate(answer));
    const Plan plan{
        .kind = EntityKind::boundary_answer,
        .id = store.daily_id(record, EntityKind::boundary_answer, answer.boundary, answer.when.day),
        .when = answer.when,
        .privacy = privacy,
        .note_field = answer_note_field};
    return save(store, record, plan, codec::encode(answer), "boundary answer");
}

Result<SavedEntry> write_journal(Store& store, RecordId record, const EntryTime& time,
                                 JournalPage page, Privacy privacy) {
    TRY_ASSIGN(page.when, entry_when(store, time));
    TRY_ASSIGN(page.entered_late, late_stamp(store, page.when));
    if (privacy.entry == Placement::shared) {
        TRY_ASSIGN(page.shared_on, today(store));
    }
    TRY(validate(page));
    const Plan plan{.kind = EntityKind::journal_page,
                    .id = std::nullopt,
                    .when = page.when,
                    .privacy = privacy,
                    .note_field = std::nullopt};
    return save(store, record, plan, codec::encode(page), "journal page");
}

namespace {

Result<SavedEntry> save_feedback(Store& store, RecordId record, Feedback feedback, Literal name) {
    TRY_ASSIGN(const auto entry, store.find(record, feedback.about));
    if (!entry || entry->deleted) {
        return Error(ErrorCode::not_found, "There is no such entry to answer.");
    }
    TRY_ASSIGN(feedback.when, entry_when(store, {}));
    TRY(validate(feedback));
    const Plan plan{.kind = EntityKind::feedback,
                    .id = std::nullopt,
                    .when = feedback.when,
                    .privacy = {},
                    .note_field = std::nullopt};
    return save(store, record, plan, codec::encode(feedback), name);
}

}  // namespace

Result<SavedEntry> write_feedback(Store& store, RecordId record, EntityId about, PhiText text,
                                  UserId author) {
    return save_feedback(store, record,
                         {.when = {}, .about = about, .text = std::move(text), .author = author},
                         "reply");
}

Result<SavedEntry> mark_no_reply(Store& store, RecordId record, EntityId page, UserId reader) {
    return save_feedback(
        store, record,
        {.when = {}, .about = page, .text = std::nullopt, .author = reader, .no_reply = true},
        "that a page needs no reply");
}

Result<void> mark_seen(Store& store, RecordId record, EntityId page, UserId reader) {
    const EntityId id = store.daily_id(record, EntityKind::feedback, page, Day{});
    TRY_ASSIGN(const auto marked, store.find(record, id));
    if (marked) return {};
    TRY_ASSIGN(const bool has_ended, is_closed(store, record));
    if (has_ended) return {};
    TRY_ASSIGN(const When when, entry_when(store, {}));
    const Feedback feedback{.when = when, .about = page, .text = std::nullopt, .author = reader};
    TRY(validate(feedback));
    const Plan plan{.kind = EntityKind::feedback,
                    .id = id,
                    .when = when,
                    .privacy = {},
                    .note_field = std::nullopt,
                    .undo = UndoStep::none};
    TRY(save(store, record, plan, codec::encode(feedback), "that a page was read"));
    return {};
}

Result<SavedEntry> plan_appointment(Store& store, RecordId record, const EntryTime& time,
                                    Appointment appointment) {
    const Clock& clock = store.context().clock;
    TRY_ASSIGN(const Day now_day, today(store));
    TRY_ASSIGN(const Instant instant,
               instant_on_day(time.day.value_or(now_day), time.minute.value_or(12 * 60),
                              clock.zone_name()));
    TRY_ASSIGN(appointment.when, make_when(instant, clock.zone_name()));
    const std::int32_t ahead = appointment.when.day - now_day;
    if (ahead > limits::session_days_ahead_max || -ahead > limits::backfill_days_max) {
        return Error(ErrorCode::invalid_input, "A session lies at most a year from today.");
    }
    TRY(validate(appointment));
    const Plan plan{.kind = EntityKind::appointment,
                    .id = std::nullopt,
                    .when = appointment.when,
                    .privacy = {},
                    .note_field = std::nullopt};
    return save(store, record, plan, codec::encode(appointment), "appointment");
}

Result<SavedEntry> add_agenda_item(Store& store, RecordId record, EntityId appointment,
                                   PhiText text, UserId author) {
    TRY_ASSIGN(const auto session, store.find(record, appointment));
    if (!session || session->deleted) {
        return Error(ErrorCode::not_found, "That session is not planned any more.");
    }
    if (text.reveal().empty()) return Error(ErrorCode::invalid_input, "The line is empty.");
    TRY_ASSIGN(const When when, entry_when(store, {}));
    const AgendaItem item{
        .when = when, .appointment = appointment, .text = std::move(text), .author = author};
    TRY(validate(item));
    const Plan plan{.kind = EntityKind::agenda_item,
                    .id = std::nullopt,
                    .when = when,
                    .privacy = {},
                    .note_field = std::nullopt};
    return save(store, record, plan, codec::encode(item), "line of the agenda");
}

Result<std::vector<std::uint32_t>> private_fields(Store& store, RecordId record, EntityId id) {
    TRY_ASSIGN(const auto view, store.entity_view(record, id));
    std::vector<std::uint32_t> numbers;
    for (const delta::FieldView& field : view.fields) {
        const bool is_private = !field.heads.empty() && !field.heads.front().bytes.empty() &&
                                field.heads.front().vault == delta::VaultType::private_;
        if (is_private) numbers.push_back(field.number);
    }
    return numbers;
}

Result<bool> has_private_note(Store& store, RecordId record, EntityKind kind, EntityId id) {
    const std::uint32_t note_field = kind == EntityKind::mood  ? mood_note_field
                                     : kind == EntityKind::use ? use_note_field
                                                               : answer_note_field;
    TRY_ASSIGN(const auto fields, private_fields(store, record, id));
    return contains(fields, note_field);
}

EntityId consent_id(Store& store, RecordId record, SharedData data) {
    // The kind of data stands where other daily ids have their day.
    return store.daily_id(record, EntityKind::consent, EntityId{},
                          Day{static_cast<std::int32_t>(data)});
}

Result<SavedEntry> give_consent(Store& store, RecordId record, SharedData data, bool given,
                                std::uint32_t text_version) {
    TRY_ASSIGN(const When when, entry_when(store, {}));
    const Consent consent{.when = when, .data = data, .given = given, .text_version = text_version};
    TRY(validate(consent));
    const Plan plan{.kind = EntityKind::consent,
                    .id = consent_id(store, record, data),
                    .when = when,
                    .privacy = {},
                    .note_field = std::nullopt,
                    .undo = UndoStep::none};
    return save(store, record, plan, codec::encode(consent), "consent");
}

}  // namespace evenkeel::store
