// What people do.
#include "tests/core/store/history.h"

#include "core/codec/entity.h"
#include "core/store/changes.h"
#include "core/store/database.h"
#include "core/store/entries.h"

namespace evenkeel::test {

using store::Operation;
using store::Placement;

namespace {

constexpr std::uint32_t time_field = 1;
constexpr std::uint32_t zone_field = 2;

// Refusals are part of life here (nothing to undo, deleted meanwhile); damage is not.
void allow(const Result<void>& result) {
    if (result.ok()) return;
    const auto code = result.error().code();
    const bool fine = code == ErrorCode::not_found || code == ErrorCode::refused;
    if (!fine) throw std::runtime_error(result.error().sentence());
}

bool equal(ByteView a, ByteView b) { return std::ranges::equal(a, b); }

// What was written is shown, and nothing that its writer had before them stands beside it. Writing
// what was shown already says nothing new.
bool is_alone(const delta::EntityView& before, const delta::EntityView& after, std::uint32_t field,
              ByteView value) {
    if (!equal(after.shown(field), value)) return false;
    const auto* seen = after.field(field);
    return equal(before.shown(field), value) || (seen != nullptr && seen->heads.size() == 1);
}

}  // namespace

void History::create(Member& member) {
    if (chance_.percent(30)) return create_daily(member);
    const auto kind = invention_.kind(member.version);
    const bool is_private = member.is_client() && chance_.percent(40);
    std::vector<FieldValue> values;
    for (const auto field : known_fields(kind, member.version)) {
        const bool always = field == time_field || field == zone_field;
        if (!always && chance_.percent(50)) continue;
        const bool hidden = is_private || (member.is_client() && chance_.percent(5));
        values.push_back(invent(member, kind, field, hidden));
    }
    if (!values.empty()) remember(commit(member, kind, std::nullopt, values));
}

// As both programs do it; two devices that do it on one day write one entity.
void History::create_daily(Member& member) {
    auto& store = member.device.store();
    const bool hides = member.is_client() && chance_.percent(30);
    const auto place = hides ? Placement::private_ : Placement::shared;
    const store::Privacy privacy{.entry = place, .note = place};
    const PhiText words(invention_.words(hides ? 'p' : 's'));
    MoodEntry mood;
    mood.mood = Rating(chance_.below(11));
    mood.note = words;
    UseEntry use;
    use.group = UseGroup::social;
    use.minutes = Minutes(chance_.below(90));
    BoundaryAnswer answer;
    answer.boundary = EntityId{ByteArray<16>{9}};
    answer.answer = Phi<Answer>(chance_.percent(50) ? Answer::kept : Answer::broken);
    answer.note = words;
    const auto saved = [&]() -> Result<store::SavedEntry> {
        switch (chance_.below(6)) {
            case 0:
                return log_use(store, care_vault, {}, use, privacy);
            case 1:
                return log_complete_day(store, care_vault, {}, {});
            case 2:
                return answer_boundary(store, care_vault, {}, answer, privacy);
            case 3:
                return give_consent(store, care_vault, SharedData::journal, chance_.percent(50), 1);
            default:
                return log_mood(store, care_vault, {}, mood, privacy);
        }
    }();
    const EntityId id = must(saved).id;
    witness_.note(member.device, id, Act::typing);
    remember(id);
}

void History::edit(Member& member, EntityId id) {
    const auto row = must(member.device.store().find(care_vault, id));
    if (!row) return;
    const auto fields = known_fields(row->kind, member.version);
    // A kind that this version does not know can be shared and deleted, but not edited.
    if (fields.empty() || (row->kind == newer_kind && member.version != Version::newer)) return;
    if (chance_.percent(25)) return edit_by_name(member, id);
    const bool hides = member.is_client() && (row->has_private || chance_.percent(20));
    std::map<std::uint32_t, FieldValue> values;
    for (auto count = 1 + chance_.below(3); count > 0; --count) {
        const auto field = chance_.one_of(fields);
        auto value = invent(member, row->kind, field, hides);
        if (field != time_field && chance_.percent(15)) value.value.clear();
        values[field] = value;
    }
    std::vector<FieldValue> all;
    for (const auto& [field, value] : values) all.push_back(value);
    commit(member, row->kind, id, all);
}

// Reads and writes whole entities, as far as this version knows them.
void History::edit_by_name(Member& member, EntityId id) {
    auto& store = member.device.store();
    const auto row = *must(store.find(care_vault, id));
    const auto names = store::field_names(row.kind);
    if (names.empty() || row.deleted || !codec::decode_any(row.kind, row.fragment).ok()) return;
    const std::string name = chance_.one_of(names);
    std::string text = invention_.words(row.has_shared ? 's' : 'p');
    if (name == "group") text = "ai";
    if (name == "bring") text = "on";
    if (name == "minutes" || name == "sleep") text = std::to_string(chance_.below(90));
    if (name == "mood" || name == "energy" || name == "stress") {
        text = std::to_string(chance_.below(11));
    }
    const bool clears = name != "bring" && name != "group" && chance_.percent(15);
    const auto edited =
        store::edit_entry(store, care_vault, id, {{.field = name, .value = clears ? "" : text}});
    // Random entries need not make sense as a whole.
    if (!edited.ok() && edited.error().code() != ErrorCode::invalid_input) allow(edited);
    witness_.note(member.device, id, Act::typing);
}

// Somebody at work on one text, who may be interrupted by a sync.
void History::retype(Member& member, EntityId id) {
    const auto row = must(member.device.store().find(care_vault, id));
    if (!row || (row->kind == newer_kind && member.version != Version::newer)) return;
    std::vector<std::uint32_t> texts;
    for (const auto field : known_fields(row->kind, member.version)) {
        if (is_text(row->kind, field)) texts.push_back(field);
    }
    if (texts.empty()) return;
    const auto field = chance_.one_of(texts);
    const bool hides = member.is_client() && (row->has_private || chance_.percent(20));
    for (auto count = 3 + chance_.below(3); count > 0; --count) {
        commit(member, row->kind, id, {invent(member, row->kind, field, hides)});
        if (chance_.percent(15)) sync(member);
    }
}

void History::take_back(Member& member) {
    const auto undone = undo(member.device.store(), care_vault);
    if (!undone.ok()) return allow(undone.error());
    for (const auto id : undone.value().entities) {
        if (undone.value().name == "managing") ever_shared_.insert(id);
        witness_.note(member.device, id, Act::unsharing);
    }
}

void History::manage(Member& member, EntityId id) {
    auto& store = member.device.store();
    Operation operation(store, care_vault, "managing");
    std::vector<std::uint32_t> scope;
    if (chance_.percent(30)) {
        for (const auto& field : must(store.entity_view(care_vault, id)).fields) {
            if (chance_.percent(50)) scope.push_back(field.number);
        }
    }
    const std::uint32_t what = chance_.below(4);
    if (what == 1) ever_shared_.insert(id);
    auto asked = what == 0   ? operation.remove(id)
                 : what == 1 ? operation.share(id, scope)
                 : what == 2 ? operation.unshare(id, scope)
                             : restore(store, care_vault, id);
    allow(asked);
    if (asked.ok()) allow(operation.commit());
    witness_.note(member.device, id, what == 2 ? Act::unsharing : Act::typing);
}

void History::settle_conflict(Member& member, EntityId id) {
    const auto view = must(member.device.store().entity_view(care_vault, id));
    std::vector<const delta::FieldView*> conflicts;
    for (const auto& field : view.fields) {
        if (field.heads.size() > 1) conflicts.push_back(&field);
    }
    if (conflicts.empty()) return;
    const auto* field = chance_.one_of(conflicts);
    const Bytes chosen = chance_.one_of(field->heads).bytes;
    allow(settle(member.device.store(), care_vault, id, field->number, chosen));
    witness_.note(member.device, id, Act::typing);
}

History::FieldValue History::invent(const Member& member, std::uint32_t kind, std::uint32_t field,
                                    bool is_private) {
    return {
        .field = field,
        .value = invention_.value(kind, field, is_private ? 'p' : 's', member.device.clock.time),
        .is_private = is_private};
}

// One write, as one operation. What was written must be what is shown.
EntityId History::commit(Member& member, std::uint32_t kind, std::optional<EntityId> id,
                         const std::vector<FieldValue>& values) {
    auto& store = member.device.store();
    const auto before = id ? must(store.entity_view(care_vault, *id)) : delta::EntityView{};
    store::Write write{.kind = static_cast<EntityKind>(kind), .id = id, .fragment = {}};
    for (const auto& [field, value, is_private] : values) {
        append(write.fragment, value);
        write.scope.push_back(field);
        if (is_private) write.private_fields.push_back(field);
    }
    if (kind == newer_kind) {
        // The newer program's operation; this version's refuses a kind that it does not know.
        const bool is_new = !id;
        if (is_new) write.id = store.context().random.id<EntityId>();
        auto& database = store.database();
        must(database.transaction([&]() -> Result<void> {
            TRY_ASSIGN(const auto record, database.record(care_vault));
            TRY_ASSIGN(const auto change, apply_write(database, record, write, is_new));
            if (!change) return {};
            return keep_undo_step(database, record, "writing", {*change});
        }));
    } else {
        Operation operation(store, care_vault, "writing");
        write.id = must(operation.write(write));
        must(operation.commit());
    }
    witness_.note(member.device, *write.id, Act::typing);
    const auto after = must(store.entity_view(care_vault, *write.id));
    for (const auto& [field, value, is_private] : values) {
        if (!is_alone(before, after, field, value)) {
            throw std::runtime_error("a device does not show what was typed on it: field " +
                                     std::to_string(field) + " of " + to_hex(*write.id));
        }
    }
    return *write.id;
}

void History::remember(EntityId id) {
    const bool known = std::find(entities_.begin(), entities_.end(), id) != entities_.end();
    if (!known) entities_.push_back(id);
}

}  // namespace evenkeel::test
