// What is said to a model that drafts questions, and what is made of its answer, whatever it is.
#include "core/report/draft_json.h"

#include "core/base/limits.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

using namespace evenkeel;
using Drafts = std::vector<std::string>;

namespace {

std::string answer_of(const std::string& content) {
    return nlohmann::json{{"choices", {{{"message", {{"content", content}}}}}}}.dump();
}

Drafts drafts_of(const std::string& content) {
    const auto drafts = read_drafts(as_bytes(answer_of(content)));
    return drafts.ok() ? drafts.value() : Drafts{};
}

std::string refusal(const std::string& answer) {
    const auto drafts = read_drafts(as_bytes(answer));
    return drafts.ok() ? "" : drafts.error().sentence();
}

}  // namespace

TEST_CASE("a request to a model holds the program's words and the theme, and nothing else") {
    const auto request = draft_request("small", "Evenings \"alone\"");
    REQUIRE(request.ok());
    const auto json = nlohmann::json::parse(request.value());
    CHECK(json.size() == 4);
    CHECK(json.at("model") == "small");
    CHECK(json.at("stream") == false);
    REQUIRE(json.at("messages").size() == 2);
    CHECK(json.at("messages").at(0).at("role") == "system");
    CHECK(json.at("messages").at(1) ==
          nlohmann::json{{"role", "user"}, {"content", "Evenings \"alone\""}});
}

TEST_CASE("a theme of no line, of two, or too long is sent to no model") {
    CHECK_FALSE(draft_request("small", "  ").ok());
    CHECK_FALSE(draft_request("small", "one\ntwo").ok());
    CHECK_FALSE(draft_request("small", std::string(limits::title_characters_max + 1, 'x')).ok());
}

TEST_CASE("drafts are read without the marks a model puts around them") {
    CHECK(drafts_of("1. What helped?\n2) \"What hurt?\"\n- And then?\r\n\n* **When?**") ==
          Drafts{"What helped?", "What hurt?", "And then?", "When?"});
    CHECK(drafts_of("3 evenings: which was calm?") == Drafts{"3 evenings: which was calm?"});
}

TEST_CASE("of many drafts five are read, and a line that is too long is none") {
    CHECK(drafts_of("a?\nb?\nc?\nd?\ne?\nf?").size() == limits::drafts_max);
    CHECK(drafts_of(std::string(limits::title_characters_max + 1, 'x') + "\nWhy?") ==
          Drafts{"Why?"});
    CHECK(drafts_of("What\xE2\x80\xAE turned?") == Drafts{"What turned?"});
}

TEST_CASE("an answer of another form is refused in a sentence that holds none of it") {
    const std::string form = "The model's answer is not of the form this program reads.";
    for (const char* answer :
         {"", "<html>", "null", "[]", "{}", R"({"choices":{}})", R"({"choices":[]})",
          R"({"choices":[1]})", R"({"choices":[{"message":"text"}]})",
          R"({"choices":[{"message":{"content":7}}]})", R"({"choices":[{"message":{}}]})"}) {
        CHECK(refusal(answer) == form);
    }
    CHECK(refusal(std::string(50'000, '[')) == form);
    CHECK(refusal(answer_of(" \n - \n")) == "The model answered without a usable question.");
}
