// Whom to call now: the practice's own numbers first, then those of a country. It needs no network,
// no profile and no passphrase.
#pragma once

#include "core/base/limits.h"
#include "core/base/time.h"
#include "core/domain/practice.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::model {

enum class CrisisKind { emergency, suicide, text, youth };

// One line of assets/crisis.txt.
struct CrisisNumber {
    std::string_view country;  // ISO 3166, "IE"; "ZZ", which is no country's, for all others
    std::string_view country_name;
    CrisisKind kind = CrisisKind::emergency;
    std::string_view name;
    std::string_view number;
    std::string_view hours;        // "Day and night, free", or empty
    std::string_view url;          // of who answers there, or empty
    std::optional<Day> verified;   // a person last looked there whether the number is right
    std::string_view verified_by;  // who that was
};

// In the order of their countries, the emergency number of each first.
const std::vector<CrisisNumber>& crisis_numbers();
// Those of one country; of an unknown one the number that most mobile phones can always dial.
std::vector<CrisisNumber> crisis_numbers_of(std::string_view country);
// "IE" of "en_IE.UTF-8"; empty where a locale names no country.
std::string_view country_of(std::string_view locale);

// A check is good for twelve months: numbers change, and lists of them rot.
constexpr std::int32_t check_days = 366;
// What is honest to say of numbers that nobody checked, or not for so long: "We have not checked
// 112 and 116 123 ourselves." Empty where all were. Every number is shown all the same.
std::string unchecked_words(const std::vector<CrisisNumber>& numbers, Day today);

// A number of the practice's as it lies outside the lock.
struct OwnNumber {
    std::string name;
    std::string number;
    std::string hours;
    friend bool operator==(const OwnNumber&, const OwnNumber&) = default;
};
// Made safe to show.
std::vector<OwnNumber> own_numbers(const std::optional<PracticePolicy>& policy);

}  // namespace evenkeel::model
