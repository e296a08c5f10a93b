// Editing by field name: one table says how each field of each kind is read from text.
#include "core/codec/entity.h"
#include "core/codec/fields.h"
#include "core/delta/field_wire.h"
#include "core/domain/duration.h"
#include "core/store/entries.h"

#include <algorithm>
#include <charconv>
#include <functional>

namespace evenkeel::store {

namespace {

using Setter = std::function<Result<void>(AnyEntity&, const std::string&)>;

struct FieldRule {
    EntityKind kind;
    const char* name;
    Setter set;
};

Result<std::uint32_t> parse_count(const std::string& text) {
    std::uint32_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) {
        return Error(ErrorCode::invalid_input, "A whole number is wanted here.");
    }
    return number;
}

template <typename Entity, auto member>
Setter rating_setter() {
    return [](AnyEntity& any, const std::string& text) -> Result<void> {
        auto& field = std::get<Entity>(any).*member;
        field.reset();
        if (text.empty()) return {};
        TRY_ASSIGN(const auto number, parse_count(text));
        field.emplace(number);
        return {};
    };
}

template <typename Entity, auto member>
Setter duration_setter() {
    return [](AnyEntity& any, const std::string& text) -> Result<void> {
        auto& field = std::get<Entity>(any).*member;
        field.reset();
        if (text.empty()) return {};
        TRY_ASSIGN(const auto minutes, parse_duration(text));
        field.emplace(minutes);
        return {};
    };
}

template <typename Entity, auto member>
Setter text_setter() {
    return [](AnyEntity& any, const std::string& text) -> Result<void> {
        auto& field = std::get<Entity>(any).*member;
        field.reset();
        if (!text.empty()) field.emplace(text);
        return {};
    };
}

Result<void> set_tags(AnyEntity& any, const std::string& text) {
    auto& tags = std::get<MoodEntry>(any).tags;
    tags.clear();
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t comma = std::min(text.find(',', start), text.size());
        if (comma > start) tags.emplace_back(text.substr(start, comma - start));
        start = comma + 1;
    }
    return {};
}

// Of a rating of a moment: within its logical day, on the wall clock it was entered by.
Result<void> set_time(AnyEntity& any, const std::string& text) {
    auto& entry = std::get<MoodEntry>(any);
    if (entry.mode != MoodMode::momentary) {
        return Error(ErrorCode::invalid_input, "The check-in of a day has no time of day.");
    }
    const When& when = entry.when;
    TRY_ASSIGN(const auto minute, parse_time_of_day(text));
    TRY_ASSIGN(const Instant instant,
               instant_on_day(when.day, minute, when.zone, when.day_start_minute));
    TRY_ASSIGN(entry.when, make_when(instant, when.zone, when.day_start_minute));
    return {};
}

Result<void> set_group(AnyEntity& any, const std::string& text) {
    const auto group = use_group_named(text);
    if (!group) {
        return Error(ErrorCode::invalid_input, "The group is one of social, internet and ai.");
    }
    std::get<UseEntry>(any).group = group;
    return {};
}

Result<bool> parse_switch(const std::string& text) {
    if (text == "on") return true;
    if (text == "off" || text.empty()) return false;
    return Error(ErrorCode::invalid_input, "This field is on or off.");
}

Result<void> set_bring(AnyEntity& any, const std::string& text) {
    TRY_ASSIGN(std::get<JournalPage>(any).bring_to_session, parse_switch(text));
    return {};
}

Result<void> set_done(AnyEntity& any, const std::string& text) {
    TRY_ASSIGN(std::get<AgendaItem>(any).done, parse_switch(text));
    return {};
}

const std::vector<FieldRule>& field_rules() {
    static const std::vector<FieldRule> rules = {
        {EntityKind::mood, "mood", rating_setter<MoodEntry, &MoodEntry::mood>()},
        {EntityKind::mood, "energy", rating_setter<MoodEntry, &MoodEntry::energy>()},
        {EntityKind::mood, "stress", rating_setter<MoodEntry, &MoodEntry::stress>()},
        {EntityKind::mood, "sleep", duration_setter<MoodEntry, &MoodEntry::sleep>()},
        {EntityKind::mood, "tags", set_tags},
        {EntityKind::mood, "note", text_setter<MoodEntry, &MoodEntry::note>()},
        {EntityKind::mood, "at", set_time},
        {EntityKind::use, "group", set_group},
        {EntityKind::use, "minutes", duration_setter<UseEntry, &UseEntry::minutes>()},
        {EntityKind::use, "purpose", text_setter<UseEntry, &UseEntry::purpose>()},
        {EntityKind::use, "tool", text_setter<UseEntry, &UseEntry::tool>()},
        {EntityKind::use, "note", text_setter<UseEntry, &UseEntry::note>()},
        {EntityKind::boundary_answer, "note", text_setter<BoundaryAnswer, &BoundaryAnswer::note>()},
        {EntityKind::journal_page, "title", text_setter<JournalPage, &JournalPage::title>()},
        {EntityKind::journal_page, "text", text_setter<JournalPage, &JournalPage::text>()},
        {EntityKind::journal_page, "bring", set_bring},
        {EntityKind::feedback, "text", text_setter<Feedback, &Feedback::text>()},
        {EntityKind::agenda_item, "text", text_setter<AgendaItem, &AgendaItem::text>()},
        {EntityKind::agenda_item, "done", set_done},
        {EntityKind::plan_item, "text", text_setter<PlanItem, &PlanItem::text>()},
        {EntityKind::session_note, "text", text_setter<SessionNote, &SessionNote::text>()},
        {EntityKind::appointment, "agenda", text_setter<Appointment, &Appointment::agenda>()},
    };
    return rules;
}

Result<void> check(const AnyEntity& any, Instant now) {
    const auto* mood = std::get_if<MoodEntry>(&any);
    if (mood && mood->mode == MoodMode::momentary && mood->when.instant > now) {
        return Error(ErrorCode::invalid_input, "That time has not come yet.");
    }
    return std::visit(
        [](const auto& entity) -> Result<void> {
            if constexpr (std::is_same_v<std::decay_t<decltype(entity)>, std::monostate>) {
                return Error(ErrorCode::unsupported, "This entry was made by a newer version.");
            } else {
                return validate(entity);
            }
        },
        any);
}

// Of the fields this version knows: those of a newer version are left as they are.
Result<std::vector<std::uint32_t>> changed_fields(std::uint32_t kind, ByteView before,
                                                  ByteView after) {
    TRY_ASSIGN(auto old_fields, delta::split_fields(before));
    TRY_ASSIGN(auto new_fields, delta::split_fields(after));
    std::vector<std::uint32_t> changed;
    for (const std::uint32_t number : codec::fields_of(kind)) {
        if (old_fields[number] != new_fields[number]) changed.push_back(number);
    }
    return changed;
}

}  // namespace

std::vector<std::string> field_names(std::uint32_t kind) {
    std::vector<std::string> names;
    for (const FieldRule& rule : field_rules()) {
        if (static_cast<std::uint32_t>(rule.kind) == kind) names.emplace_back(rule.name);
    }
    return names;
}

Result<void> edit_entry(Store& store, RecordId record, EntityId id,
                        const std::vector<FieldEdit>& edits, Placement placement) {
    TRY_ASSIGN(const auto row, store.find(record, id));
    if (!row || row->deleted) return Error(ErrorCode::not_found, "There is no such entry.");
    TRY_ASSIGN(AnyEntity any, codec::decode_any(row->kind, row->fragment));
    for (const FieldEdit& edit : edits) {
        const auto rule = std::ranges::find_if(field_rules(), [&](const FieldRule& candidate) {
            return static_cast<std::uint32_t>(candidate.kind) == row->kind &&
                   edit.field == candidate.name;
        });
        if (rule == field_rules().end()) {
            return Error(ErrorCode::invalid_input, "This kind of entry has no field of that name.");
        }
        TRY(rule->set(any, edit.value));
    }
    TRY(check(any, store.context().clock.now()));
    Write write{.kind = static_cast<EntityKind>(row->kind),
                .id = id,
                .fragment = codec::encode(any),
                .scope = {},
                .placement = row->has_shared ? placement : Placement::private_,
                .private_fields = {}};
    // Only what changed, each field where it lives: an untouched private note must not be re-sent.
    TRY_ASSIGN(write.scope, changed_fields(row->kind, row->fragment, write.fragment));
    if (write.scope.empty()) return {};
    TRY_ASSIGN(write.private_fields, private_fields(store, record, id));
    Operation operation(store, record, "edit");
    TRY(operation.write(write));
    return operation.commit();
}

}  // namespace evenkeel::store
