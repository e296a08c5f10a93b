// Who may know whom: the layer table of ARCHITECTURE.md, held against CMakeLists.txt and against
// every #include line.
#pragma once

#include "tests/tidy/source_file.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::tidy {

// One row of the table. A layer is known by the last part of its folder: core/base is "base".
struct Layer {
    std::string folder;  // or a pattern: app/*_main.cpp
    std::string name;
    std::set<std::string> knows;  // names of layers besides itself; "everything" opens all
    std::vector<std::string>
        headers;  // third-party headers, each a whole name or a folder with "/"
    bool any_header = false;
    bool system_headers = false;
    std::size_t line = 0;  // where ARCHITECTURE.md says so
};

using Layers = std::vector<Layer>;

// Reads the table whose first column is headed "Folder"; empty if there is none.
Layers layers_from(const SourceFile& architecture);

// The include lines of one file against the table.
Findings check_includes(const SourceFile& file, const Layers& layers);

// Headers that cost so much, or are so sharp, that one or two files may see them.
Findings check_rare_headers(const SourceFiles& files);

// The links CMake makes against the table: each layer has a row, and links only what it allows.
Findings check_links(const SourceFile& cmake, const Layers& layers);

// What no table row may ever allow: the core knows no network and no screen, the server knows no
// client and no plain record.
Findings check_laws(const Layers& layers);

}  // namespace evenkeel::tidy
