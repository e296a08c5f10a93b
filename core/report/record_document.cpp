#include "core/report/record_document.h"

#include "core/base/characters.h"
#include "core/base/limits.h"
#include "core/domain/kind.h"
#include "core/domain/local_time.h"

#include <nlohmann/json.hpp>

#include <array>
#include <map>

namespace evenkeel::report {

namespace {

using Json = nlohmann::ordered_json;
using Names = std::map<std::string, std::string>;  // by the user's id, as JSON has it

struct KindSection {
    EntityKind kind;
    const char* heading;
};
// In the order somebody reads a record; what the practice keeps to itself is in none.
constexpr std::array sections{KindSection{EntityKind::person, "People"},
                              KindSection{EntityKind::mood, "Mood"},
                              KindSection{EntityKind::use, "Screen time"},
                              KindSection{EntityKind::coverage, "Days said to be complete"},
                              KindSection{EntityKind::boundary_version, "Boundaries, as proposed"},
                              KindSection{EntityKind::boundary_decision, "Boundaries, as decided"},
                              KindSection{EntityKind::boundary_answer, "Answers to boundaries"},
                              KindSection{EntityKind::journal_page, "Journal pages"},
                              KindSection{EntityKind::feedback, "Replies"},
                              KindSection{EntityKind::prompt_assignment, "Questions given"},
                              KindSection{EntityKind::intake, "Intakes"},
                              KindSection{EntityKind::appointment, "Sessions"},
                              KindSection{EntityKind::agenda_item, "To talk about"},
                              KindSection{EntityKind::tool_card, "Tools and resources"},
                              KindSection{EntityKind::consent, "What was agreed to be shared"},
                              KindSection{EntityKind::practice_policy, "What the practice says"},
                              KindSection{EntityKind::record_view, "Who opened the record"}};

// "shared_on" as "Shared on".
std::string label_of(std::string key) {
    for (char& character : key) character = character == '_' ? ' ' : character;
    if (!key.empty() && key.front() >= 'a' && key.front() <= 'z') {
        key.front() = static_cast<char>(key.front() - 'a' + 'A');
    }
    return key;
}

std::string words_of(const Json& value, const Names& names) {
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    if (!value.is_string()) return value.dump();
    const auto& text = value.get_ref<const std::string&>();
    const auto name = names.find(text);
    return display_lines(name == names.end() ? text : name->second);
}

void add_fields(Section& section, const Json& fields, const std::string& before,
                const Names& names) {
    for (const auto& [key, value] : fields.items()) {
        if (value.is_object()) {
            add_fields(section, value, label_of(key) + ", ", names);
        } else if (value.is_array()) {
            for (const Json& each : value) {
                section.parts.emplace_back(Paragraph{
                    TextKind::plain, before + label_of(key) + ": " + words_of(each, names)});
            }
        } else if (key == "text" || key == "note") {
            section.parts.emplace_back(Paragraph{TextKind::quote, words_of(value, names)});
        } else {
            section.parts.emplace_back(
                Paragraph{TextKind::plain, before + label_of(key) + ": " + words_of(value, names)});
        }
    }
}

// The day, and whether it is somebody's alone, over all that is said.
void add_entry(Section& section, const ExportedEntity& entity, const Names& names) {
    Json fields =
        Json::parse(readable_json(entity.decoded, entity.document ? &*entity.document : nullptr),
                    nullptr, false);
    if (!fields.is_object()) return;
    std::string head = fields.contains("day") ? words_of(fields["day"], names) : "";
    fields.erase("day");
    if (entity.private_) head += head.empty() ? "Private" : ", private";
    if (!head.empty()) section.parts.emplace_back(Paragraph{TextKind::strong, head});
    add_fields(section, fields, "", names);
    section.parts.emplace_back(Paragraph{TextKind::caption, "Entry " + to_hex(entity.id)});
}

Names names_in(const Export& exported) {
    Names names;
    for (const ExportedEntity& entity : exported.entities) {
        const auto* person = std::get_if<Person>(&entity.decoded);
        if (person != nullptr && person->name) {
            names[to_hex(person->user)] =
                display_text(person->name->reveal(), limits::name_characters_max);
        }
    }
    return names;
}

}  // namespace

Document record_document(const Export& exported, const std::string& title) {
    Document document{.mark = "Confidential", .title = display_lines(title)};
    const Names names = names_in(exported);
    std::size_t shown = 0;
    for (const KindSection& each : sections) {
        Section section{.heading = each.heading, .parts = {}};
        for (const ExportedEntity& entity : exported.entities) {
            if (entity.kind != static_cast<std::uint32_t>(each.kind)) continue;
            add_entry(section, entity, names);
            ++shown;
        }
        if (!section.parts.empty()) document.sections.push_back(std::move(section));
    }
    document.head = {"Made " + print_rfc3339(exported.made) + ".",
                     "Entries: " + std::to_string(shown) + "."};
    const std::size_t left_out = exported.entities.size() - shown;
    if (left_out > 0) {
        document.head.push_back(
            "Only in record.json, for a newer version to read: " + std::to_string(left_out) + ".");
    }
    document.foot =
        "Minutes and moods are what the client said or a device measured. Times are as each "
        "device's clock had them.";
    return document;
}

}  // namespace evenkeel::report
