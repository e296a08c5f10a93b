#include "core/report/json_format.h"

#include "core/base/limits.h"
#include "core/domain/kind.h"
#include "core/domain/local_time.h"
#include "core/report/json_walk.h"

#include <map>

namespace evenkeel::report {

namespace {

constexpr const char* format_name = "evenkeel";
constexpr std::int64_t format_version = 1;
constexpr const char* about =
    "Everything recorded, one entry per line. A program imports the fragments; the readable parts "
    "are for people, and changing them changes nothing.";

bool is_exported(std::uint32_t kind) {
    return static_cast<EntityKind>(kind) != EntityKind::invite_under_way;
}

// A JSON string with its quotes.
std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void write_entity(std::string& text, const ExportedEntity& entity) {
    text += R"({"id":")" + to_hex(entity.id);
    text += R"(","kind":")" + std::string(kind_name(entity.kind).text);
    text += R"(","kind_number":)" + std::to_string(entity.kind);
    text += R"(,"private":)" + std::string(entity.private_ ? "true" : "false");
    text += R"(,"fragment":")" + to_hex(entity.fragment);
    const auto* document = entity.document ? &*entity.document : nullptr;
    text += R"(","readable":)" + readable_json(entity.decoded, document) + "}";
}

Error damaged() { return {ErrorCode::invalid_input, "This file is damaged or no JSON."}; }
Error not_ours() { return {ErrorCode::invalid_input, "This file is not an export of Evenkeel."}; }

// Gathers the entities; everything it does not know, the readable parts among them, it passes over.
class ExportWalk : public JsonWalk {
public:
    Result<Export> finish() &&;

private:
    Result<void> value(const Path& path, const JsonScalar& scalar) override;
    Result<void> opened(const Path& path) override;
    Result<void> closed(const Path& path) override;
    Result<void> root_value(const std::string& key, const JsonScalar& scalar);
    Result<void> entity_value(const std::string& key, const JsonScalar& scalar);
    Result<void> keep(ExportedEntity entity);

    [[nodiscard]] Error bad_entity() const {
        return Error(ErrorCode::invalid_input, "Entry {} of the file is damaged.")
            .with(static_cast<long long>(count_));
    }
    static bool is_entity(const Path& path) {
        return path.size() == 2 && path[0] == "entities" && path[1].empty();
    }

    struct Parts {
        std::optional<EntityId> id;
        std::optional<std::uint32_t> kind;
        std::optional<bool> private_;
        std::optional<Bytes> fragment;
    };
    Parts parts_;
    std::size_t count_ = 0;
    bool ours_ = false;
    std::optional<std::int64_t> version_;
    Export result_;
    std::map<std::pair<EntityId, bool>, std::size_t> seen_;
};

Result<void> ExportWalk::value(const Path& path, const JsonScalar& scalar) {
    if (path.size() == 1) return root_value(path[0], scalar);
    if (path.size() == 3 && path[0] == "entities") return entity_value(path[2], scalar);
    return {};
}

Result<void> ExportWalk::root_value(const std::string& key, const JsonScalar& scalar) {
    if (key == "format") ours_ = words(scalar) == format_name;
    if (key == "version") version_ = whole_number(scalar);
    if (key == "program") result_.program_version = words(scalar).value_or("");
    if (key == "record") {
        const auto bytes = from_hex(words(scalar).value_or(""));
        result_.record = bytes ? VaultId::from(*bytes) : std::nullopt;
    }
    if (key == "exported") {
        const auto moment = parse_rfc3339(words(scalar).value_or(""));
        if (moment.ok()) result_.made = moment.value();
    }
    return {};
}

Result<void> ExportWalk::entity_value(const std::string& key, const JsonScalar& scalar) {
    if (key == "id") {
        const auto bytes = from_hex(words(scalar).value_or(""));
        parts_.id = bytes ? EntityId::from(*bytes) : std::nullopt;
    } else if (key == "kind_number") {
        const auto number = whole_number(scalar);
        const bool fits = number && *number > 0 && *number <= UINT32_MAX;
        parts_.kind = fits ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
    } else if (key == "private") {
        const auto* flag = std::get_if<bool>(&scalar);
        parts_.private_ = flag == nullptr ? std::nullopt : std::optional(*flag);
    } else if (key == "fragment") {
        const auto text = words(scalar).value_or("");
        const bool small = text.size() <= 2 * limits::envelope_body_bytes_max;
        parts_.fragment = small && !text.empty() ? from_hex(text) : std::nullopt;
    }
    return {};
}

Result<void> ExportWalk::opened(const Path& path) {
    if (!is_entity(path)) return {};
    parts_ = {};
    if (++count_ > limits::import_entries_max) {
        return Error(ErrorCode::invalid_input, "The file has more than {} entries.")
            .with(static_cast<long long>(limits::import_entries_max));
    }
    return {};
}

Result<void> ExportWalk::closed(const Path& path) {
    if (!is_entity(path)) return {};
    const auto& [id, kind, is_private, fragment] = parts_;
    if (!id || id->is_none() || !kind || !is_private || !fragment) return bad_entity();
    if (!is_exported(*kind)) return {};
    return keep({.id = *id, .kind = *kind, .private_ = *is_private, .fragment = *fragment});
}

Result<void> ExportWalk::keep(ExportedEntity entity) {
    const auto [known, added] =
        seen_.emplace(std::pair(entity.id, entity.private_), result_.entities.size());
    if (added) {
        result_.entities.push_back(std::move(entity));
    } else if (result_.entities[known->second] != entity) {
        return Error(ErrorCode::invalid_input, "Entry {} appears twice, each time different.")
            .with(static_cast<long long>(count_));
    }
    return {};
}

Result<Export> ExportWalk::finish() && {
    if (!ours_ || !version_) return not_ours();
    if (*version_ != format_version) {
        return Error(ErrorCode::unsupported,
                     "This export was made by another version; update this program first.");
    }
    return std::move(result_);
}

}  // namespace

std::string write_json(const Export& exported) {
    std::string text = R"({"format":")" + std::string(format_name) + R"(","version":)" +
                       std::to_string(format_version) + ",\n";
    text += R"("exported":")" + print_rfc3339(exported.made) + "\",\n";
    text += R"("program":)" + quoted(exported.program_version) + ",\n";
    if (exported.record) text += R"("record":")" + to_hex(*exported.record) + "\",\n";
    text += R"("about":)" + quoted(about) + ",\n\"entities\":[";
    bool first = true;
    for (const auto& entity : exported.entities) {
        if (!is_exported(entity.kind)) continue;
        text += first ? "\n" : ",\n";
        first = false;
        write_entity(text, entity);
    }
    return text + "\n]}\n";
}

Result<Export> read_json(std::string_view text) {
    if (text.size() > limits::import_bytes_max) {
        return Error(ErrorCode::invalid_input, "The file is larger than {} bytes.")
            .with(static_cast<long long>(limits::import_bytes_max));
    }
    ExportWalk walk;
    TRY(walk.walk(text, damaged()));
    return std::move(walk).finish();
}

}  // namespace evenkeel::report
