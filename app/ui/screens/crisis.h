// Whom to call now, country by country. It needs no network, no profile and no passphrase.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::ui {

struct CrisisNumber {
    std::string_view country;  // ISO 3166, "IE"; "ZZ", which is no country's, for all others
    std::string_view country_name;
    std::string_view name;
    std::string_view number;
    std::string_view detail;  // "Day and night, free", or empty
};

// In the order of their countries.
const std::vector<CrisisNumber>& crisis_numbers();
// Those of one country; of an unknown one the number that most mobile phones can always dial.
std::vector<CrisisNumber> crisis_numbers_of(std::string_view country);
// "IE" of "en_IE.UTF-8"; empty where a locale names no country.
std::string_view country_of(std::string_view locale);

}  // namespace evenkeel::ui
