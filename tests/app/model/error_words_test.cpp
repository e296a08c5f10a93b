// Errors are English where they are made, and in the language of their reader where they are told.
#include "app/model/error_words.h"

#include "tests/app/model/languages.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

namespace evenkeel::test {
namespace {

using model::error_words;

TEST_CASE("An error with numbers is told with them, wherever the language has them") {
    const Spoken german(Language::german);
    CHECK(error_words("Other entries of that day say 45 minutes already; change those first.") ==
          "Andere Einträge dieses Tages sagen schon 45 Minuten; ändere zuerst diese.");
    CHECK(error_words("The page is 70000 bytes long; 65536 are the most. Begin another page.") ==
          "Die Seite ist 70000 Bytes lang; höchstens 65536 gehen. Beginne eine neue Seite.");
    CHECK(error_words("A duration is at most 24 hours.") == "Eine Dauer ist höchstens 24 Stunden.");
}

TEST_CASE("An error about what a person typed names it in their language") {
    const Spoken german(Language::german);
    CHECK(error_words("The note has 4100 characters; 4000 are the most.") ==
          "Die Notiz hat 4100 Zeichen; höchstens 4000 gehen.");
    CHECK(error_words("The reason is empty.") == "Der Grund: Da steht noch nichts.");
    CHECK(error_words("Minutes a day must be at most 1440.") == "Minuten am Tag: höchstens 1440.");
    CHECK(error_words("The page contains bytes that are no text in UTF-8.") ==
          "Die Seite enthält Bytes, die kein Text in UTF-8 sind.");
}

TEST_CASE("Every field that an error can name has a name in another language") {
    std::ifstream fields(EVENKEEL_SOURCE_DIR "/assets/strings/fields.txt");
    const Spoken other(pseudo_catalogue());
    std::size_t count = 0;
    for (std::string name; std::getline(fields, name); ++count) {
        INFO(name);
        CHECK_FALSE(has_english(error_words(name + " has 17 characters; 16 are the most.")));
        CHECK_FALSE(has_english(error_words(name + " is empty.")));
    }
    CHECK(count > 20);
}

TEST_CASE("An error that no language has is told as it is") {
    const Spoken german(Language::german);
    CHECK(error_words("The flux is empty.") == "The flux is empty.");
    CHECK(error_words("Envelope 12 of 80 lacks its 3 seals and 4 keys.") ==
          "Envelope 12 of 80 lacks its 3 seals and 4 keys.");
    CHECK(error_words("").empty());
}

TEST_CASE("Every error that a client meets is told in another language") {
    std::ifstream errors(EVENKEEL_SOURCE_DIR "/assets/strings/errors.txt");
    const Spoken other(pseudo_catalogue());
    std::size_t count = 0;
    for (std::string line; std::getline(errors, line); ++count) {
        for (std::size_t place = 0; place < 3; ++place) {
            const auto at = line.find("{" + std::to_string(place) + "}");
            if (at != std::string::npos) line.replace(at, 3, std::to_string(17 + place));
        }
        INFO(line);
        CHECK_FALSE(has_english(error_words(line)));
    }
    CHECK(count > 150);
}

}  // namespace
}  // namespace evenkeel::test
