#include "sync/paper/text_code.h"

#include "sync/paper/setup_code.h"
#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::paper;
using namespace evenkeel::trust;

TEST_CASE("base 32 comes back as it was and has one form only") {
    SeededRandom random(6);
    for (std::size_t size = 0; size < 40; ++size) {
        Bytes bytes(size);
        random.fill(bytes);
        const std::string text = encode_crockford(bytes);
        CHECK(decode_crockford(text, size) == bytes);
        CHECK_FALSE(decode_crockford(text + "0", size));
    }
    CHECK(decode_crockford("00", 1) == Bytes{0});
    CHECK_FALSE(decode_crockford("01", 1));  // a filling bit is set
    CHECK_FALSE(decode_crockford("0U", 1));
    CHECK_FALSE(decode_crockford("0-", 1));
}

TEST_CASE("what a person typed reads as it was printed") {
    CHECK(as_printed(" oO0-iIlL1\r\n\tz ") == "00011111Z");
    CHECK(in_groups("ABCDEFGHJ") == "ABCD-EFGH-J");
    CHECK(in_groups("").empty());
}

TEST_CASE("a set-up code is typed in either case, and one wrong character is noticed") {
    const SetupCode code{0xde, 0xad, 0xbe, 0xef, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    const std::string text = setup_code_text(code);
    CHECK(text.size() == 34);  // seven groups of four
    CHECK(parse_setup_code(text).value() == code);

    std::string lower = text;
    for (char& character : lower) {
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character + 32);
    }
    CHECK(parse_setup_code(lower).value() == code);
    CHECK(parse_setup_code(" " + text + "\r\n").value() == code);
    for (std::size_t i = 0; i < text.size(); ++i) {
        CHECK_FALSE(parse_setup_code(text.substr(0, i)).ok());
        if (text[i] == '-') continue;
        std::string wrong = text;
        wrong[i] = text[i] == 'Z' ? 'Y' : 'Z';
        CHECK_FALSE(parse_setup_code(wrong).ok());
    }
    CHECK_FALSE(parse_setup_code(text + "0").ok());
    CHECK_FALSE(parse_setup_code(std::string(5'000, '0')).ok());
}
