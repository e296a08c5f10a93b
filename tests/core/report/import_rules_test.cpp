#include "core/report/import_rules.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <sstream>

using namespace evenkeel;
using namespace evenkeel::report;

namespace {

ImportRules shipped_rules() {
    std::ifstream file(EVENKEEL_SOURCE_DIR "/assets/import_rules.json");
    std::stringstream text;
    text << file.rdbuf();
    return parse_import_rules(text.str()).value();
}

std::string refusal(std::string_view json) {
    const auto parsed = parse_import_rules(json);
    return parsed.ok() ? "fine" : parsed.error().sentence();
}

}  // namespace

TEST_CASE("the rules we ship sort well-known sites and programs") {
    const auto rules = shipped_rules();
    CHECK(classify_site(rules, "https://www.Reddit.com/r/all") == ImportTarget::social);
    CHECK(classify_site(rules, "https://x.com/home") == ImportTarget::social);
    CHECK(classify_site(rules, "https://chatgpt.com/c/1") == ImportTarget::ai);
    CHECK(classify_site(rules, "https://docs.google.com/document/d/1") == ImportTarget::duty);
    CHECK(classify_site(rules, "https://www.netflix.com/watch") == ImportTarget::internet);
    CHECK_FALSE(classify_site(rules, "https://example.org/").has_value());
    CHECK(classify_window(rules, "Discord", "general") == ImportTarget::social);
    CHECK_FALSE(classify_window(rules, "gedit", "letter to reddit").has_value());
    CHECK(browser_of(rules, "Google-chrome").has_value());
    CHECK(browser_of(rules, "aw-watcher-web-chrome") == browser_of(rules, "chrome.exe"));
    CHECK(browser_of(rules, "aw-watcher-web-edge") == browser_of(rules, "msedge.exe"));
    CHECK(browser_of(rules, "firefox") != browser_of(rules, "chromium"));
    CHECK_FALSE(browser_of(rules, "Alacritty").has_value());
}

TEST_CASE("a pattern with a dot matches whole names only") {
    const auto rules =
        parse_import_rules(R"({"rules":[{"pattern":"X.com","group":"social"}]})").value();
    CHECK(classify_site(rules, "https://x.com") == ImportTarget::social);
    CHECK(classify_site(rules, "https://mobile.X.com/a") == ImportTarget::social);
    CHECK_FALSE(classify_site(rules, "https://netflix.com/").has_value());
    CHECK_FALSE(classify_site(rules, "https://x.community/").has_value());
    CHECK_FALSE(classify_site(rules, "https://example.org/x.com").has_value());
}

TEST_CASE("the first rule that matches decides") {
    const auto rules =
        parse_import_rules(R"({"rules":[{"pattern":"study.reddit.com","group":"duty"},
                                              {"pattern":"reddit","group":"social"}]})")
            .value();
    CHECK(classify_site(rules, "https://study.reddit.com/") == ImportTarget::duty);
    CHECK(classify_site(rules, "https://old.reddit.com/") == ImportTarget::social);
}

TEST_CASE("a host is what stands between the scheme and the path") {
    CHECK(host_of("https://User:pw@WWW.Example.org:8443/a?b#c") == "www.example.org");
    CHECK(host_of("https://example.org?q=https://reddit.com") == "example.org");
    CHECK(host_of("https://reddit.com\\@example.org") == "reddit.com");
    CHECK(host_of("about:blank").empty());
    CHECK(host_of("file:///home").empty());
    CHECK(host_of("").empty());
}

TEST_CASE("rules that cannot be meant are refused with what they need") {
    CHECK(refusal("{") == "The file of rules is no JSON.");
    CHECK(refusal(R"({"rules":[{"pattern":"a"}]})") ==
          "Rule 1 needs a pattern, and as its group internet, social, ai, duty or ignore.");
    CHECK(refusal(R"({"rules":[{"pattern":"a","group":"games"}]})") ==
          "Rule 1 needs a pattern, and as its group internet, social, ai, duty or ignore.");
    CHECK(refusal(R"({"rules":[{"pattern":"","group":"ai"}]})") ==
          "A pattern must have 1 to 100 characters.");
    CHECK(refusal(R"({"browsers":[7]})") == "A pattern must have 1 to 100 characters.");
    std::string many = R"({"browsers":["a")";
    for (int i = 0; i < 2'000; ++i) many += R"(,"a")";
    CHECK(refusal(many + "]}") == "There are more than 2000 patterns.");
    CHECK(refusal("{}") == "fine");
}
