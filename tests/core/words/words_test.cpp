#include "core/base/files.h"
#include "core/words/tr.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <thread>
#include <vector>

using namespace evenkeel;

namespace {

constexpr std::array translations = {Language::german, Language::spanish, Language::french};

struct Spoken {
    explicit Spoken(Language language) { speak(language); }
    ~Spoken() { speak(Language::english); }
    Spoken(const Spoken&) = delete;
    Spoken& operator=(const Spoken&) = delete;
};

std::set<std::string> keys_of(const Catalogue& catalogue) {
    std::set<std::string> keys;
    for (std::size_t i = 0; i < catalogue.size(); ++i) keys.emplace(catalogue.key(i));
    return keys;
}

// The places of a sentence in the order of their numbers: "{1} of {0}" has 0 and 1.
std::vector<char> places_of(std::string_view sentence) {
    std::vector<char> places;
    for (std::size_t at = 0; at + 2 < sentence.size(); ++at) {
        if (sentence[at] == '{' && sentence[at + 2] == '}') places.push_back(sentence[at + 1]);
    }
    std::ranges::sort(places);
    return places;
}

std::vector<std::string> forms_of(std::string_view forms) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at <= forms.size();) {
        const std::size_t end = std::min(forms.find('\0', at), forms.size());
        all.emplace_back(forms.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

}  // namespace

TEST_CASE("nobody who chose nothing is spoken to in anything but English") {
    CHECK(spoken() == Language::english);
    CHECK(std::string(tr("Kept")) == "Kept");
    CHECK(tr("Written to {0}", "a file") == "Written to a file");
}

TEST_CASE("a locale names the language before its country") {
    CHECK(language_of("de_AT.UTF-8") == Language::german);
    CHECK(language_of("es") == Language::spanish);
    CHECK(language_of("fr-CA") == Language::french);
    CHECK(language_of("nl_NL.UTF-8") == Language::english);
    CHECK(language_of("C") == Language::english);
    CHECK(language_of("") == Language::english);
}

TEST_CASE("each language has every sentence of the program and none that is gone") {
    const auto file = read_whole_file(EVENKEEL_BINARY_DIR "/strings/en.mo", 1024 * 1024);
    REQUIRE(file.ok());
    const Catalogue english(as_text(file.value()), nullptr);
    for (const Language language : translations) {
        INFO(code_of(language));
        CHECK(keys_of(catalogue_of(language)) == keys_of(english));
    }
}

TEST_CASE("a translation has the places of its sentence") {
    for (const Language language : translations) {
        const Catalogue& catalogue = catalogue_of(language);
        for (std::size_t i = 0; i < catalogue.size(); ++i) {
            if (catalogue.key(i).empty()) continue;
            INFO(code_of(language) << ": " << catalogue.key(i));
            const auto places = places_of(forms_of(catalogue.key(i)).back());
            for (const std::string& form : forms_of(catalogue.translation(i))) {
                CHECK(!form.empty());
                CHECK(places_of(form) == places);
            }
        }
    }
}

TEST_CASE("a count takes the form that its language has for it") {
    const auto days = [](std::size_t count) { return tr_n("{0} day", "{0} days", count); };
    CHECK(days(1) == "1 day");
    CHECK(days(0) == "0 days");
    const Spoken german(Language::german);
    CHECK(days(1) == "1 Tag");
    CHECK(days(0) == "0 Tage");
    const Spoken spanish(Language::spanish);
    CHECK(days(0) == "0 días");
    CHECK(days(2) == "2 días");
    const Spoken french(Language::french);
    CHECK(days(0) == "0 jour");
    CHECK(days(1) == "1 jour");
    CHECK(days(2) == "2 jours");
}

TEST_CASE("the same English says two things where its context differs") {
    const Spoken german(Language::german);
    CHECK(std::string(tr_as("short month", "Mar")) == "März");
    CHECK(std::string(tr_as("Tuesday", "T")) == "D");
    const Spoken spanish(Language::spanish);
    CHECK(std::string(tr_as("Tuesday", "T")) == "M");
    CHECK(std::string(tr_as("Thursday", "T")) == "J");
}

TEST_CASE("what is filled in stands where the language has it, and is not looked into") {
    CHECK(fill("{1} before {0}", {"a", 2}) == "2 before a");
    CHECK(fill("{0}, {1}", {"{1}", "b"}) == "{1}, b");
    CHECK(fill("{2} and {x} and {", {"a"}) == "{2} and {x} and {");
}

TEST_CASE("what was kept in English is said in the language of its reader") {
    const Spoken french(Language::french);
    CHECK(tr_known("Comfort") == "Réconfort");
    CHECK(tr_known("Something a person typed") == "Something a person typed");
}

TEST_CASE("one thread changes the language while another speaks") {
    std::jthread reader([](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            const std::string said = tr("Kept");
            if (said != "Kept" && said != "Gehalten" && said != "Tenue") std::abort();
        }
    });
    for (int i = 0; i < 1000; ++i) {
        speak(Language::german);
        speak(Language::french);
        speak(Language::english);
    }
    CHECK(spoken() == Language::english);
}
