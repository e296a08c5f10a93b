#include "app/cli/words.h"

#include "core/codec/entity.h"
#include "core/delta/field_wire.h"
#include "core/domain/duration.h"
#include "core/report/json_format.h"

#include <algorithm>

namespace evenkeel::cli {

namespace {

constexpr const char* blank = "—";

std::string group_words(const insight::DaySummary& day, UseGroup group) {
    const auto& minutes = day.minutes_of(group);
    return minutes ? print_duration(minutes->reveal()) : blank;
}

// The version a person should read: the agreed one, or the newest that waits.
const VersionRecord* shown_version(const client::BoundaryBook& book,
                                   const BoundaryStanding& standing) {
    if (!standing.open.empty()) return &book.versions[standing.open.back()];
    if (standing.in_force) return &book.versions[*standing.in_force];
    const VersionRecord* newest = nullptr;
    for (const VersionRecord& version : book.versions) {
        const bool same = version.document.boundary == standing.boundary;
        if (same && (newest == nullptr || version.document.version > newest->document.version)) {
            newest = &version;
        }
    }
    return newest;
}

std::vector<std::string> signers(const client::BoundaryBook& book, const Hash32& hash) {
    std::vector<std::string> names;
    for (const Role role : {Role::client, Role::clinician}) {
        const bool signed_by_role =
            std::ranges::any_of(book.decisions, [&](const DecisionRecord& record) {
                return record.signature_valid && record.decision.version_hash == hash &&
                       record.decision.decision == Decision::accept && record.decision.role == role;
            });
        if (signed_by_role) names.emplace_back(role == Role::client ? "client" : "clinician");
    }
    return names;
}

}  // namespace

Result<std::uint32_t> parse_hours(const std::string& text) {
    const bool bare = text.find_first_not_of("0123456789.,") == std::string::npos;
    return parse_duration(bare ? text + "h" : text);
}

Result<store::EntityRow> find_entity(store::Store& store, const std::string& id) {
    return store.find_by_prefix(id);
}

nlohmann::json readable(std::uint32_t kind, ByteView fragment) {
    const auto decoded = codec::decode_any(kind, fragment);
    if (!decoded.ok()) return nullptr;
    return nlohmann::json::parse(report::readable_json(decoded.value()), nullptr, false);
}

namespace {

// What the first object has and the second has not, or has otherwise.
nlohmann::json only_in(const nlohmann::json& one, const nlohmann::json& other) {
    nlohmann::json difference = nlohmann::json::object();
    for (const auto& [key, value] : one.items()) {
        if (!other.contains(key) || other[key] != value) difference[key] = value;
    }
    return difference;
}

}  // namespace

nlohmann::json readable_field(const store::EntityRow& row, std::uint32_t field, ByteView bytes) {
    auto fields = delta::split_fields(row.fragment);
    if (!fields.ok()) return nullptr;
    Bytes with;
    Bytes without;
    for (const auto& [number, value] : fields.value()) {
        if (number == field) continue;
        append(with, value);
        append(without, value);
    }
    append(with, bytes);
    const nlohmann::json full = readable(row.kind, with);
    const nlohmann::json rest = readable(row.kind, without);
    if (!full.is_object() || !rest.is_object()) return full;
    nlohmann::json difference = only_in(full, rest);
    // Of the answers of an intake, the one that this field holds.
    if (difference.contains("answers") && rest.contains("answers")) {
        difference["answers"] = only_in(full["answers"], rest["answers"]);
    }
    return difference;
}

std::string day_line(const insight::DaySummary& day) {
    std::string line = print_date(day.day) + "  mood ";
    line += day.mood ? std::to_string(day.mood->reveal()) : blank;
    line += day.mood_late ? " (entered later)" : "";
    line += "  social " + group_words(day, UseGroup::social);
    line += "  internet " + group_words(day, UseGroup::internet);
    line += "  AI " + group_words(day, UseGroup::ai);
    for (const insight::BoundaryOfDay& boundary : day.boundaries) {
        line += "  [";
        line += insight::name(boundary.evaluation.counts).text;
        if (boundary.evaluation.differs) line += "; log and answer differ";
        line += "]";
    }
    return line;
}

nlohmann::json day_json(const insight::DaySummary& day) {
    const auto minutes = [&](UseGroup group) -> nlohmann::json {
        const auto& value = day.minutes_of(group);
        return value ? nlohmann::json(value->reveal()) : nlohmann::json(nullptr);
    };
    nlohmann::json boundaries = nlohmann::json::array();
    for (const insight::BoundaryOfDay& boundary : day.boundaries) {
        boundaries.push_back({{"id", to_hex(boundary.boundary)},
                              {"result", insight::name(boundary.evaluation.counts).text},
                              {"by_log", insight::name(boundary.evaluation.log).text},
                              {"by_answer", insight::name(boundary.evaluation.answer).text}});
    }
    return {{"day", print_date(day.day)},
            {"mood", day.mood ? nlohmann::json(day.mood->reveal()) : nlohmann::json(nullptr)},
            {"late", day.mood_late},
            {"complete", day.complete},
            {"minutes",
             {{"internet", minutes(UseGroup::internet)},
              {"social", minutes(UseGroup::social)},
              {"ai", minutes(UseGroup::ai)}}},
            {"boundaries", boundaries}};
}

std::string opening_words(const std::string& passphrase) {
    return "Any program that opens ZIP files with AES-256 opens it with this passphrase:\n\n    " +
           passphrase + "\n\nIt is shown this once and kept nowhere.";
}

std::string boundary_lines(const client::BoundaryBook& book, const BoundaryStanding& standing) {
    const VersionRecord* version = shown_version(book, standing);
    std::string text = to_hex(standing.boundary).substr(0, 8) + "  ";
    text += name(standing.state).text;
    if (version == nullptr) return text;
    text += ", version " + std::to_string(version->document.version) + "\n  \"" +
            version->document.text.reveal() + "\"";
    if (!version->document.reason.reveal().empty()) {
        text += "\n  Because: " + version->document.reason.reveal();
    }
    const auto names = signers(book, version->hash);
    text += "\n  Signed by: ";
    if (names.empty()) text += "nobody yet";
    for (std::size_t i = 0; i < names.size(); ++i) text += (i > 0 ? ", " : "") + names[i];
    for (const std::size_t contested : standing.contested) {
        text += "\n  Also accepted, needs signing again: " +
                to_hex(book.versions[contested].hash).substr(0, 8) + " \"" +
                book.versions[contested].document.text.reveal() + "\"";
    }
    return text;
}

nlohmann::json boundary_json(const client::BoundaryBook& book, const BoundaryStanding& standing) {
    nlohmann::json document = {{"id", to_hex(standing.boundary)},
                               {"state", name(standing.state).text}};
    const VersionRecord* version = shown_version(book, standing);
    if (version == nullptr) return document;
    document["version"] = version->document.version;
    document["hash"] = to_hex(version->hash);
    document["terms"] = version->document.text.reveal();
    document["reason"] = version->document.reason.reveal();
    document["signed_by"] = signers(book, version->hash);
    return document;
}

}  // namespace evenkeel::cli
