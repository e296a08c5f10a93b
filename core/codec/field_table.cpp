#include "core/codec/field_table.h"

#include "core/base/limits.h"
#include "core/codec/fields.h"
#include "core/domain/boundary.h"
#include "core/domain/invite_under_way.h"

#include <algorithm>
#include <array>

namespace evenkeel::codec {

namespace {

constexpr auto open = Vocabulary::open;
constexpr auto closed = Vocabulary::closed;

constexpr std::uint32_t any = UINT32_MAX;  // a choice: newer versions may know more of them
constexpr std::uint32_t id_bytes = 16;
constexpr std::uint32_t note = limits::note_characters_max;
constexpr std::uint32_t title = limits::title_characters_max;
constexpr std::uint32_t agenda_line = limits::agenda_line_characters_max;
constexpr std::uint32_t day_number_max = 1'000'000;  // the year 4707: a calendar can print it
constexpr std::uint32_t day_minutes = limits::day_minutes_max;

// Fields 1 to 3 mean the same wherever they are.
constexpr FieldRule when{1, Shape::when, 0, open};
constexpr FieldRule zone{2, Shape::text, zone_name_characters_max, closed};
constexpr FieldRule late{3, Shape::time, 0, open};

constexpr std::array mood{when,
                          zone,
                          late,
                          FieldRule{4, Shape::number, rating_max, open},
                          FieldRule{5, Shape::number, rating_max, open},
                          FieldRule{6, Shape::number, rating_max, open},
                          FieldRule{7, Shape::number, day_minutes, open},
                          FieldRule{8, Shape::texts, limits::tag_characters_max, open},
                          FieldRule{9, Shape::text, note, open},
                          FieldRule{10, Shape::number, any, closed}};
constexpr std::array use{when,
                         zone,
                         late,
                         FieldRule{4, Shape::number, any, open},
                         FieldRule{5, Shape::number, day_minutes, open},
                         FieldRule{6, Shape::text, title, open},
                         FieldRule{7, Shape::text, title, open},
                         FieldRule{8, Shape::number, any, closed},
                         FieldRule{9, Shape::text, note, open},
                         FieldRule{10, Shape::number, 1, closed},
                         FieldRule{11, Shape::number, any, closed}};
constexpr std::array coverage{when, zone, FieldRule{4, Shape::number, day_minutes + 120, open},
                              FieldRule{5, Shape::numbers, use_group_count, closed},
                              FieldRule{8, Shape::number, any, closed}};
constexpr std::array version{when, zone, FieldRule{4, Shape::bytes, document_bytes_max, open}};
constexpr std::array decision{when,
                              zone,
                              FieldRule{4, Shape::exactly, id_bytes, closed},
                              FieldRule{5, Shape::exactly, 32, closed},
                              FieldRule{6, Shape::number, any, open},
                              FieldRule{7, Shape::number, any, closed},
                              FieldRule{8, Shape::exactly, 64, open},
                              FieldRule{9, Shape::exactly, id_bytes, closed},
                              FieldRule{10, Shape::text, note, open}};
constexpr std::array answer{when,
                            zone,
                            late,
                            FieldRule{4, Shape::exactly, id_bytes, closed},
                            FieldRule{5, Shape::number, any, open},
                            FieldRule{6, Shape::text, note, open}};
constexpr std::array journal{when,
                             zone,
                             late,
                             FieldRule{4, Shape::text, title, open},
                             FieldRule{5, Shape::text, limits::journal_characters_max, open},
                             FieldRule{6, Shape::number, 1, closed},
                             FieldRule{7, Shape::exactly, id_bytes, closed},
                             FieldRule{8, Shape::number, day_number_max, open}};
constexpr std::array feedback{when,
                              zone,
                              FieldRule{4, Shape::exactly, id_bytes, open},
                              FieldRule{5, Shape::text, note, open},
                              FieldRule{6, Shape::exactly, id_bytes, closed},
                              FieldRule{7, Shape::number, 1, closed}};
constexpr std::array appointment{when,
                                 zone,
                                 FieldRule{4, Shape::number, day_minutes, open},
                                 FieldRule{5, Shape::number, any, closed},
                                 FieldRule{6, Shape::number, any, open},
                                 FieldRule{7, Shape::text, note, open}};
constexpr std::array consent{when, zone, FieldRule{4, Shape::number, any, closed},
                             FieldRule{5, Shape::number, 1, open},
                             FieldRule{6, Shape::number, any, closed}};
constexpr std::array person{FieldRule{4, Shape::exactly, id_bytes, closed},
                            FieldRule{5, Shape::text, limits::name_characters_max, open},
                            FieldRule{6, Shape::number, any, closed}};
constexpr std::array invite{when,
                            zone,
                            FieldRule{4, Shape::exactly, id_bytes, open},
                            FieldRule{5, Shape::exactly, invite_secret_bytes, open},
                            FieldRule{6, Shape::number, any, closed},
                            FieldRule{7, Shape::text, limits::name_characters_max, open},
                            FieldRule{8, Shape::time, 0, open},
                            FieldRule{9, Shape::exactly, id_bytes, open},
                            FieldRule{10, Shape::exactly, id_bytes, open},
                            FieldRule{11, Shape::number, any, closed}};
constexpr std::array agenda_item{when,
                                 zone,
                                 FieldRule{4, Shape::exactly, id_bytes, open},
                                 FieldRule{5, Shape::text, agenda_line, open},
                                 FieldRule{6, Shape::exactly, id_bytes, closed},
                                 FieldRule{7, Shape::number, 1, closed}};

constexpr std::uint32_t called = limits::name_characters_max;
constexpr std::uint32_t area = limits::tool_area_characters_max;
constexpr std::uint32_t tool_message = limits::tool_message_bytes_max;
constexpr std::array tool{when,
                          zone,
                          FieldRule{4, Shape::text, called, open},
                          FieldRule{5, Shape::text, called, open},
                          FieldRule{6, Shape::text, called, open},
                          FieldRule{7, Shape::number, any, closed},
                          FieldRule{8, Shape::bytes, tool_message, open},
                          FieldRule{9, Shape::text, title, open},
                          FieldRule{10, Shape::text, area, open},
                          FieldRule{11, Shape::text, area, open},
                          FieldRule{12, Shape::text, area, open},
                          FieldRule{13, Shape::text, area, open},
                          FieldRule{14, Shape::text, area, open},
                          FieldRule{15, Shape::text, area, open},
                          FieldRule{16, Shape::text, area, open},
                          FieldRule{17, Shape::text, area, open},
                          FieldRule{18, Shape::text, title, open},
                          FieldRule{19, Shape::number, any, open},
                          FieldRule{20, Shape::number, any, closed}};
constexpr std::array tool_card{when, zone, FieldRule{4, Shape::exactly, id_bytes, open},
                               FieldRule{5, Shape::bytes, tool_message, open},
                               FieldRule{6, Shape::bytes, tool_message, open}};

constexpr std::size_t intake_head_fields = 6;

// What every intake has, and one field per question.
constexpr auto intake_rules() {
    std::array<FieldRule, intake_head_fields + limits::intake_question_max> rules{
        when,
        zone,
        FieldRule{4, Shape::number, any, closed},
        FieldRule{5, Shape::number, any, closed},
        FieldRule{6, Shape::exactly, id_bytes, closed},
        FieldRule{7, Shape::number, any, open}};
    for (std::uint32_t question = 1; question <= limits::intake_question_max; ++question) {
        rules[intake_head_fields + question - 1] =
            FieldRule{intake_answer_field(question), Shape::answer, note, open};
    }
    return rules;
}
constexpr auto intake = intake_rules();

constexpr std::array prompt{when,
                            zone,
                            FieldRule{4, Shape::text, title, open},
                            FieldRule{5, Shape::text, limits::name_characters_max, open},
                            FieldRule{6, Shape::number, any, closed},
                            FieldRule{7, Shape::exactly, id_bytes, closed},
                            FieldRule{8, Shape::number, any, closed},
                            FieldRule{9, Shape::number, any, closed},
                            FieldRule{10, Shape::number, day_number_max, closed},
                            FieldRule{11, Shape::number, day_number_max, closed},
                            FieldRule{12, Shape::number, 1, closed}};

constexpr std::uint32_t safety_message = limits::safety_message_bytes_max;
constexpr std::array practice_policy{
    when,
    zone,
    FieldRule{4, Shape::number, any, open},
    FieldRule{5, Shape::number, limits::reply_days_max, open},
    FieldRule{6, Shape::exactly, id_bytes, closed},
    FieldRule{7, Shape::bytes, safety_message, open},
    FieldRule{8, Shape::bytes, safety_message, open},
    FieldRule{20, Shape::number, limits::retention_years_max, open}};
constexpr std::array practice_prompt{when,
                                     zone,
                                     FieldRule{4, Shape::text, title, open},
                                     FieldRule{5, Shape::exactly, id_bytes, closed},
                                     FieldRule{6, Shape::number, 1, closed},
                                     FieldRule{7, Shape::number, 1, closed}};

constexpr std::array risk_answer{
    when, zone, FieldRule{4, Shape::number, any, closed}, FieldRule{5, Shape::text, note, open},
    FieldRule{6, Shape::text, limits::risk_shown_characters_max, open}};
constexpr std::array risk_acknowledgement{
    when,
    zone,
    FieldRule{4, Shape::exactly, id_bytes, open},
    FieldRule{5, Shape::exactly, id_bytes, closed},
    FieldRule{6, Shape::text, limits::name_characters_max, open},
    FieldRule{7, Shape::text, limits::acknowledgement_characters_max, open}};

constexpr std::array record_view{when, zone, FieldRule{4, Shape::exactly, id_bytes, closed},
                                 FieldRule{5, Shape::number, any, closed}};
constexpr std::array record_hold{
    when,
    zone,
    FieldRule{4, Shape::exactly, id_bytes, closed},
    FieldRule{5, Shape::text, limits::hold_reason_characters_max, open},
    FieldRule{6, Shape::exactly, id_bytes, closed},
    FieldRule{7, Shape::time, 0, open},
    FieldRule{8, Shape::exactly, id_bytes, open}};
constexpr std::array record_closed{when, zone, FieldRule{4, Shape::exactly, id_bytes, closed},
                                   FieldRule{5, Shape::number, day_number_max, open},
                                   FieldRule{6, Shape::exactly, id_bytes, closed}};

constexpr std::array session_note{when, zone, FieldRule{4, Shape::exactly, id_bytes, closed},
                                  FieldRule{5, Shape::exactly, id_bytes, open},
                                  FieldRule{6, Shape::text, limits::journal_characters_max, open}};
constexpr std::array boundary_review{when,
                                     zone,
                                     FieldRule{4, Shape::exactly, id_bytes, closed},
                                     FieldRule{5, Shape::number, any, open},
                                     FieldRule{6, Shape::number, any, open},
                                     FieldRule{7, Shape::text, note, open},
                                     FieldRule{8, Shape::number, day_number_max, open},
                                     FieldRule{9, Shape::exactly, id_bytes, closed}};
constexpr std::array plan_item{when,
                               zone,
                               FieldRule{4, Shape::text, agenda_line, open},
                               FieldRule{5, Shape::number, any, closed},
                               FieldRule{6, Shape::number, any, closed},
                               FieldRule{7, Shape::exactly, id_bytes, closed}};

template <std::size_t size>
constexpr std::array<std::uint32_t, size> numbers_of(const std::array<FieldRule, size>& rules) {
    std::array<std::uint32_t, size> numbers{};
    for (std::size_t i = 0; i < size; ++i) numbers[i] = rules[i].number;
    return numbers;
}

// What a person writes at length. Tags, purposes and names are chosen or short: of those the newest
// shows, and the history has the others.
constexpr std::array<std::uint32_t, 1> mood_texts{9};
constexpr std::array<std::uint32_t, 1> use_texts{9};
constexpr std::array<std::uint32_t, 1> decision_texts{10};
constexpr std::array<std::uint32_t, 1> answer_texts{6};
constexpr std::array<std::uint32_t, 2> journal_texts{4, 5};
constexpr std::array<std::uint32_t, 1> feedback_texts{5};
constexpr std::array<std::uint32_t, 1> appointment_texts{7};
constexpr std::array<std::uint32_t, 1> agenda_item_texts{5};
constexpr std::array<std::uint32_t, 1> risk_answer_texts{5};
constexpr std::array<std::uint32_t, 1> risk_acknowledgement_texts{7};
constexpr std::array<std::uint32_t, 1> session_note_texts{6};
constexpr std::array<std::uint32_t, 1> boundary_review_texts{7};
constexpr std::array<std::uint32_t, 1> plan_item_texts{4};
constexpr std::array<std::uint32_t, 8> tool_texts{10, 11, 12, 13, 14, 15, 16, 17};
constexpr auto intake_texts = [] {
    constexpr std::uint32_t first = limits::intake_typed_question_min;
    std::array<std::uint32_t, limits::intake_question_max - first + 1> fields{};
    for (std::uint32_t i = 0; i < fields.size(); ++i) fields[i] = intake_answer_field(first + i);
    return fields;
}();

struct KindRow {
    std::span<const FieldRule> rules;
    std::span<const std::uint32_t> numbers;
    std::span<const std::uint32_t> texts;
};

template <const auto& rules>
constexpr auto numbers_in = numbers_of(rules);

// In the order of EntityKind, from 1; an empty row is a kind this version does not know.
constexpr std::array<KindRow, 28> rows{{
    {mood, numbers_in<mood>, mood_texts},
    {use, numbers_in<use>, use_texts},
    {coverage, numbers_in<coverage>, {}},
    {version, numbers_in<version>, {}},
    {decision, numbers_in<decision>, decision_texts},
    {answer, numbers_in<answer>, answer_texts},
    {journal, numbers_in<journal>, journal_texts},
    {feedback, numbers_in<feedback>, feedback_texts},
    {appointment, numbers_in<appointment>, appointment_texts},
    {consent, numbers_in<consent>, {}},
    {person, numbers_in<person>, {}},
    {invite, numbers_in<invite>, {}},
    {prompt, numbers_in<prompt>, {}},
    {tool, numbers_in<tool>, tool_texts},
    {intake, numbers_in<intake>, intake_texts},
    {tool_card, numbers_in<tool_card>, {}},
    {agenda_item, numbers_in<agenda_item>, agenda_item_texts},
    {record_view, numbers_in<record_view>, {}},
    {practice_policy, numbers_in<practice_policy>, {}},
    {},  // 20
    {practice_prompt, numbers_in<practice_prompt>, {}},
    {risk_answer, numbers_in<risk_answer>, risk_answer_texts},
    {risk_acknowledgement, numbers_in<risk_acknowledgement>, risk_acknowledgement_texts},
    {session_note, numbers_in<session_note>, session_note_texts},
    {boundary_review, numbers_in<boundary_review>, boundary_review_texts},
    {plan_item, numbers_in<plan_item>, plan_item_texts},
    {record_hold, numbers_in<record_hold>, {}},
    {record_closed, numbers_in<record_closed>, {}},
}};
static_assert(rows.size() == static_cast<std::size_t>(EntityKind::record_closed));
static_assert(intake.size() <= limits::fields_per_delta_max);

const KindRow* row_of(std::uint32_t kind) {
    return kind == 0 || kind > rows.size() ? nullptr : &rows[kind - 1];
}

}  // namespace

std::span<const FieldRule> rules_of(std::uint32_t kind) {
    const auto* row = row_of(kind);
    return row == nullptr ? std::span<const FieldRule>() : row->rules;
}

const FieldRule* rule_of(std::uint32_t kind, std::uint32_t field) {
    const auto rules = rules_of(kind);
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const auto& rule) { return rule.number == field; });
    return found == rules.end() ? nullptr : &*found;
}

bool is_shareable_field(std::uint32_t kind, std::uint32_t field) {
    const auto* rule = rule_of(kind, field);
    return rule != nullptr && rule->vocabulary == Vocabulary::closed;
}

std::span<const std::uint32_t> text_fields(std::uint32_t kind) {
    const auto* row = row_of(kind);
    return row == nullptr ? std::span<const std::uint32_t>() : row->texts;
}

std::span<const std::uint32_t> fields_of(std::uint32_t kind) {
    const auto* row = row_of(kind);
    return row == nullptr ? std::span<const std::uint32_t>() : row->numbers;
}

}  // namespace evenkeel::codec
