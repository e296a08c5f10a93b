// Words and values that must never be seen in the clear, and the search for them in every dress.
#pragma once

#include <string>
#include <vector>

namespace evenkeel::test {

struct Sighting {
    std::string where;
    std::string canary;
    std::string dress;  // "UTF-8", "UTF-16", "base64"
};

// Looks for each canary in `bytes`, as UTF-8, as UTF-16 of either order, and inside base64 at any
// of its three alignments.
std::vector<Sighting> find_canaries(const std::string& where, const std::string& bytes,
                                    const std::vector<std::string>& canaries);
// The same in every file below a folder (or in one file), names included.
std::vector<Sighting> find_in_files(const std::string& path,
                                    const std::vector<std::string>& canaries);

std::string describe(const std::vector<Sighting>& sightings);

}  // namespace evenkeel::test
