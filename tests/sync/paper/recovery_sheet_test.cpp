#include "sync/paper/recovery_sheet.h"

#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::paper;
using namespace evenkeel::trust;

TEST_CASE("R1: the recovery sheet on a clean machine opens every epoch of a care vault") {
    Practice practice;
    practice.publish(practice.next_draft(practice.phone), practice.phone);
    const auto seed = parse_recovery_sheet(format_recovery_sheet(practice.sheet));
    REQUIRE(seed.ok());
    const RecoveryKeys keys = derive_recovery_keys(seed.value());
    CHECK(root_fingerprint(keys.root.public_key) == practice.staff().root());
    const auto key = unwrap_epoch_key(practice.rosters[1], recovery_device_id, keys.recovery);
    REQUIRE(key.ok());
    CHECK(matches_commitment(practice.rosters[0],
                             previous_epoch_key(practice.rosters[1], key.value()).value()));
}

TEST_CASE("R1: any one wrong character of the recovery sheet is refused and its line named") {
    SeededRandom random(3);
    for (int sheet = 0; sheet < 10; ++sheet) {
        const std::string text = format_recovery_sheet(RecoverySeed::random(random));
        REQUIRE(text.size() == 80);
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '-' || text[i] == '\n') continue;
            for (const char wrong : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
                if (wrong == text[i]) continue;
                std::string changed = text;
                changed[i] = wrong;
                const auto parsed = parse_recovery_sheet(changed);
                REQUIRE_FALSE(parsed.ok());
                const std::string line = "Line " + std::to_string(i / 20 + 1);
                REQUIRE(parsed.error().sentence().starts_with(line));
            }
        }
    }
}

TEST_CASE("a recovery sheet reads in either case, with look-alikes and loose spacing") {
    SeededRandom random(4);
    const RecoverySeed seed = RecoverySeed::random(random);
    std::string text = format_recovery_sheet(seed);
    for (char& c : text) {
        if (c == '1')
            c = 'l';
        else if (c == '0')
            c = 'O';
        else if (c == '-')
            c = ' ';
        else if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    }
    const auto parsed = parse_recovery_sheet("\r\n " + text);
    REQUIRE(parsed.ok());
    CHECK(equal_constant_time(parsed.value().view(), seed.view()));
}

TEST_CASE("swapped, missing and doubled lines of a recovery sheet are refused") {
    SeededRandom random(5);
    const std::string text = format_recovery_sheet(RecoverySeed::random(random));
    CHECK_FALSE(
        parse_recovery_sheet(text.substr(20, 20) + text.substr(0, 20) + text.substr(40)).ok());
    CHECK_FALSE(parse_recovery_sheet(text.substr(20)).ok());
    CHECK_FALSE(parse_recovery_sheet(text + text.substr(60)).ok());
    CHECK_FALSE(parse_recovery_sheet("").ok());
}
