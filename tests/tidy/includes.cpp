#include "tests/tidy/layers.h"

#include <algorithm>
#include <array>
#include <map>

namespace evenkeel::tidy {

namespace {

struct Include {
    std::size_t line = 0;
    std::string header;
    bool angled = false;
};

// Read from the lines as written, but only where the code has a directive: an #include inside a
// comment or a string is none.
std::vector<Include> includes_of(const SourceFile& file) {
    std::vector<Include> includes;
    for (std::size_t i = 0; i < file.code.size(); ++i) {
        if (!trimmed(file.code[i]).starts_with("#include")) continue;
        const std::string& line = file.lines[i];
        const auto open = line.find_first_of("<\"");
        if (open == std::string::npos) continue;
        const bool angled = line[open] == '<';
        const auto close = line.find(angled ? '>' : '"', open + 1);
        includes.push_back({i + 1, line.substr(open + 1, close - open - 1), angled});
    }
    return includes;
}

// The layer whose folder is the longest that holds `path`.
const Layer* layer_of(std::string_view path, const Layers& layers) {
    const Layer* found = nullptr;
    for (const Layer& layer : layers) {
        if (!matches_any(path, layer.folder)) continue;
        if (found == nullptr || layer.folder.size() > found->folder.size()) found = &layer;
    }
    return found;
}

bool names_header(const Layer& layer, std::string_view header) {
    return std::any_of(layer.headers.begin(), layer.headers.end(), [&](const std::string& known) {
        return known.ends_with('/') ? header.starts_with(known) : header == known;
    });
}

bool is_standard(std::string_view header) {
    return header.find_first_of("./") == std::string_view::npos;
}

// Parts of the standard library that a layer does without, because what they give is handed in.
std::string_view refused_standard(std::string_view path, std::string_view header) {
    struct Refusal {
        std::string_view folders;
        std::string_view headers;
        std::string_view reason;
    };
    static constexpr std::array refusals = {
        Refusal{"sync/trust sync/paper", "fstream iostream filesystem chrono ctime cstdio",
                "the trusted core and its papers do no input or output and read no clock"},
        Refusal{"core sync/trust sync/paper", "thread future random iostream ctime",
                "the core starts no threads, prints nothing, and is handed time and randomness"},
        Refusal{"app core platform sync tests", "regex",
                "std::regex overflows the stack on long input"},
    };
    for (const Refusal& refusal : refusals) {
        if (!matches_any(path, refusal.folders)) continue;
        if (matches_any(header, refusal.headers)) return refusal.reason;
    }
    return {};
}

std::string check_own(const Layer& layer, std::string_view header, const Layers& layers) {
    const Layer* const other = layer_of(header, layers);
    if (other == nullptr) {
        return "\"" + std::string(header) + "\" is not a path from the root into a known folder";
    }
    if (other == &layer || layer.knows.contains("everything")) return {};
    if (layer.knows.contains(other->name)) return {};
    return layer.folder + " may not know " + other->folder;
}

std::string check_foreign(const SourceFile& file, const Layer& layer, std::string_view header,
                          const Layers& layers) {
    if (is_standard(header)) return std::string(refused_standard(file.path, header));
    if (layer.any_header || names_header(layer, header)) return {};
    const bool claimed = std::any_of(layers.begin(), layers.end(), [&](const Layer& other) {
        return names_header(other, header);
    });
    if (!claimed && layer.system_headers) return {};
    return "<" + std::string(header) + "> is not among the headers " + layer.folder + " may use";
}

}  // namespace

Findings check_includes(const SourceFile& file, const Layers& layers) {
    Findings findings;
    if (!file.is_cpp()) return findings;
    const Layer* const layer = layer_of(file.path, layers);
    if (layer == nullptr) {
        return {{file.path, 0, "layer-table", "its folder has no row in ARCHITECTURE.md"}};
    }
    for (const Include& include : includes_of(file)) {
        const std::string message = include.angled
                                        ? check_foreign(file, *layer, include.header, layers)
                                        : check_own(*layer, include.header, layers);
        if (message.empty()) continue;
        findings.push_back({file.path, include.line, "include-direction", message});
    }
    return findings;
}

Findings check_rare_headers(const SourceFiles& files) {
    struct Rare {
        std::string_view prefix;
        std::size_t files_max;
        std::string_view reason;
    };
    static constexpr std::array rare = {
        Rare{"curl/", 2, "one file of the product speaks to libcurl, and one loads it"},
        Rare{"boost/beast", 2, "each file that sees Boost.Beast costs a gigabyte to compile"},
    };
    Findings findings;
    for (const Rare& header : rare) {
        std::map<std::string, std::size_t> users;
        for (const SourceFile& file : files) {
            if (matches_any(file.path, "tests")) continue;
            for (const Include& include : includes_of(file)) {
                if (include.header.starts_with(header.prefix)) users[file.path] = include.line;
            }
        }
        if (users.size() <= header.files_max) continue;
        for (const auto& [path, line] : users) {
            findings.push_back({path, line, "rare-header", std::string(header.reason)});
        }
    }
    return findings;
}

}  // namespace evenkeel::tidy
