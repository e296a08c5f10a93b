#include "tests/tidy/layers.h"

#include <algorithm>
#include <array>
#include <map>

namespace evenkeel::tidy {

namespace {

constexpr std::string_view table_path = "ARCHITECTURE.md";

std::vector<std::string> cells_of(std::string_view row) {
    std::vector<std::string> cells;
    row = trimmed(row);
    if (row.size() < 2 || !row.starts_with('|') || !row.ends_with('|')) return cells;
    row.remove_prefix(1);
    while (!row.empty()) {
        const auto end = row.find('|');
        cells.emplace_back(trimmed(row.substr(0, end)));
        row.remove_prefix(end + 1);
    }
    return cells;
}

// What stands between backticks, in order.
std::vector<std::string> quoted_in(std::string_view cell) {
    std::vector<std::string> quoted;
    for (auto open = cell.find('`'); open != std::string_view::npos; open = cell.find('`')) {
        cell.remove_prefix(open + 1);
        const auto close = cell.find('`');
        quoted.emplace_back(cell.substr(0, close));
        cell.remove_prefix(close == std::string_view::npos ? cell.size() : close + 1);
    }
    return quoted;
}

std::set<std::string> names_in(std::string cell) {
    std::replace(cell.begin(), cell.end(), ',', ' ');
    const auto words = words_of(cell);
    return {words.begin(), words.end()};
}

std::string name_of(std::string_view folder) {
    while (folder.ends_with('/')) folder.remove_suffix(1);
    const auto slash = folder.rfind('/');
    return std::string(slash == std::string_view::npos ? folder : folder.substr(slash + 1));
}

// A row that is no layer (the rule under the header) has nothing between backticks.
void add_row(const std::vector<std::string>& cells, std::size_t line, Layers& layers) {
    if (cells.size() != 4) return;
    for (const std::string& folder : quoted_in(cells[0])) {
        Layer layer{.folder = folder, .name = name_of(folder), .line = line};
        layer.knows = names_in(cells[2]);
        layer.headers = quoted_in(cells[3]);
        layer.any_header = cells[3] == "any";
        layer.system_headers = cells[3].find("the system's") != std::string::npos;
        layers.push_back(std::move(layer));
    }
}

}  // namespace

Layers layers_from(const SourceFile& architecture) {
    Layers layers;
    bool inside = false;
    for (std::size_t i = 0; i < architecture.lines.size(); ++i) {
        const auto cells = cells_of(architecture.lines[i]);
        if (cells.empty()) inside = false;
        if (inside) add_row(cells, i + 1, layers);
        if (!cells.empty() && cells.front() == "Folder") inside = true;
    }
    return layers;
}

namespace {

std::set<std::string> links_of(const std::vector<std::string>& words, const Layers& layers) {
    std::set<std::string> links;
    for (const std::string& word : words) {
        const bool is_layer = std::any_of(layers.begin(), layers.end(),
                                          [&](const Layer& layer) { return layer.name == word; });
        if (is_layer) links.insert(word);
    }
    return links;
}

// The words between the parentheses of each evenkeel_layer(...) line, with their line numbers.
std::map<std::size_t, std::vector<std::string>> layer_calls(const SourceFile& cmake) {
    static constexpr std::string_view call = "evenkeel_layer(";
    std::map<std::size_t, std::vector<std::string>> calls;
    std::string text;
    for (std::size_t i = 0; i < cmake.lines.size(); ++i) {
        const auto line = trimmed(cmake.lines[i]);
        if (text.empty() && !line.starts_with(call)) continue;
        text += std::string(text.empty() ? line.substr(call.size()) : line) + " ";
        const auto end = text.find(')');
        if (end == std::string::npos) continue;
        calls[i + 1] = words_of(text.substr(0, end));
        text.clear();
    }
    return calls;
}

}  // namespace

Findings check_links(const SourceFile& cmake, const Layers& layers) {
    Findings findings;
    for (const auto& call : layer_calls(cmake)) {
        const std::vector<std::string>& words = call.second;
        if (words.size() < 2) continue;
        const auto layer = std::find_if(layers.begin(), layers.end(), [&](const Layer& candidate) {
            return candidate.folder == words[1];
        });
        if (layer == layers.end()) {
            findings.push_back({cmake.path, call.first, "layer-table",
                                words[1] + " has no row in the table of ARCHITECTURE.md"});
            continue;
        }
        for (const std::string& link : links_of({words.begin() + 2, words.end()}, layers)) {
            if (layer->knows.contains(link)) continue;
            findings.push_back({cmake.path, call.first, "layer-table",
                                words[1] + " links " + link +
                                    ", which its row in ARCHITECTURE.md does not allow"});
        }
    }
    return findings;
}

Findings check_laws(const Layers& layers) {
    struct Law {
        std::string_view folders;
        std::string_view never;
    };
    static constexpr std::array laws = {
        Law{"core", "trust paper wire client server platform cli model ui"},
        Law{"sync/trust", "paper wire client store codec domain"},
        Law{"sync", "platform cli model ui"},
        Law{"sync/server", "client store codec domain"},
        Law{"sync/client", "server"},
        Law{"platform", "trust paper wire client server store cli model ui"},
    };
    Findings findings;
    for (const Layer& layer : layers) {
        for (const Law& law : laws) {
            if (!matches_any(layer.folder, law.folders)) continue;
            for (const std::string& never : words_of(law.never)) {
                if (!layer.knows.contains(never) && !layer.knows.contains("everything")) continue;
                findings.push_back({std::string(table_path), layer.line, "layer-law",
                                    layer.folder + " must never know " + never});
            }
        }
    }
    return findings;
}

}  // namespace evenkeel::tidy
