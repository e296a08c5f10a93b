#include "sync/paper/invite_link.h"

#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::paper;
using namespace evenkeel::trust;

namespace {

struct Linked {
    Practice practice{1};
    InviteSecret secret = InviteSecret::random(practice.random);

    InviteLink link() {
        InviteLink link;
        link.host = "practice.example.org";
        link.port = 443;
        link.secret = secret;
        link.root = practice.staff().root();
        return link;
    }
};

}  // namespace

TEST_CASE("a link comes back as it was, in either case, with and without a pin") {
    Linked linked;
    for (const bool pinned : {false, true}) {
        InviteLink link = linked.link();
        if (pinned) link.spki_pin = Hash32{1, 2, 3};
        const std::string text = format_invite_link(link).value();
        CHECK(text.starts_with("EVEN1:PRACTICE.EXAMPLE.ORG:443/"));
        CHECK(text.size() == 31 + 56 + (pinned ? 57 : 0));
        std::string lower = " " + text + "\n";
        for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        for (const std::string& given : {text, lower}) {
            const auto parsed = parse_invite_link(given);
            REQUIRE(parsed.ok());
            CHECK(parsed.value().host == link.host);
            CHECK(parsed.value().port == 443);
            CHECK(parsed.value().root == link.root);
            CHECK(parsed.value().spki_pin == link.spki_pin);
            CHECK(equal_constant_time(parsed.value().secret.view(), link.secret.view()));
        }
    }
}

TEST_CASE("E7: a link with one wrong, missing or added character is refused") {
    Linked linked;
    InviteLink link = linked.link();
    link.spki_pin = Hash32{1, 2, 3};
    const std::string text = format_invite_link(link).value();
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (char wrong = ' '; wrong < 'a'; ++wrong) {
            if (wrong == text[i]) continue;
            if ((text[i] == '0' && wrong == 'O') ||
                (text[i] == '1' && (wrong == 'I' || wrong == 'L')))
                continue;  // read as what they look like
            std::string changed = text;
            changed[i] = wrong;
            if (parse_invite_link(changed).ok()) FAIL("character " << i << " became " << wrong);
        }
        std::string swapped = text;
        if (i + 1 < text.size() && text[i] != text[i + 1]) {
            std::swap(swapped[i], swapped[i + 1]);
            CHECK_FALSE(parse_invite_link(swapped).ok());
        }
        CHECK_FALSE(parse_invite_link(text.substr(0, i)).ok());
        std::string longer = text;
        longer.insert(i, 1, 'A');
        CHECK_FALSE(parse_invite_link(longer).ok());
    }
    CHECK_FALSE(parse_invite_link(text + "A").ok());
    CHECK_FALSE(parse_invite_link("").ok());
    CHECK_FALSE(parse_invite_link(std::string(5'000, '/')).ok());
}

TEST_CASE("a link does without encryption of transport on loopback only") {
    Linked linked;
    InviteLink link = linked.link();
    link.transport = LinkTransport::plain_loopback;
    CHECK_FALSE(format_invite_link(link).ok());
    for (const char* host : {"localhost", "127.0.0.1", "[::1]"}) {
        link.host = host;
        const auto text = format_invite_link(link);
        REQUIRE(text.ok());
        CHECK(text.value().starts_with("EVEN0:"));
        CHECK(parse_invite_link(text.value()).value().host == host);
        CHECK(parse_invite_link(text.value()).value().transport == LinkTransport::plain_loopback);
    }
    for (const char* host : {"", "a b", "a/b", "ä.org", "[::1", "UPPER.org"}) {
        link = linked.link();
        link.host = host;
        CHECK_FALSE(format_invite_link(link).ok());
    }
    link = linked.link();
    link.port = 0;
    CHECK_FALSE(format_invite_link(link).ok());
}
