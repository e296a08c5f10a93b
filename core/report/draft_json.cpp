#include "core/report/draft_json.h"

#include "core/base/characters.h"
#include "core/base/limits.h"
#include "core/domain/prompt_assignment.h"

#include <nlohmann/json.hpp>

namespace evenkeel {

namespace {

using Json = nlohmann::json;

// Asks for what clinical.md and the library's own rules allow, and for a form that can be read.
constexpr const char* instruction =
    "You draft journaling questions for a psychotherapist, who edits each one and decides whether "
    "it is used. Write five questions about the theme you are given, one in each line, without "
    "numbers. Each is open, kind, concrete, at most twenty words, in the language of the theme, "
    "and "
    "can be answered in a few sentences. No diagnosis, no advice, no promise, no question about "
    "self-harm or crisis, nothing that blames.";
// Five short lines in any language; a model that goes on is cut off.
constexpr int answer_tokens_max = 400;
constexpr std::string_view around = " \t\r\"'*-#\u2022";

// What models put before a line in spite of being asked not to: "1. ", "2) ", "- ", quotation
// marks.
std::string_view bare(std::string_view line) {
    const std::size_t digits = line.find_first_not_of("0123456789 \t");
    const bool is_numbered = digits != std::string_view::npos && digits > 0 &&
                             (line[digits] == '.' || line[digits] == ')');
    if (is_numbered) line.remove_prefix(digits + 1);
    const std::size_t from = line.find_first_not_of(around);
    if (from == std::string_view::npos) return {};
    return line.substr(from, line.find_last_not_of(around) - from + 1);
}

std::optional<std::string> content_of(ByteView answer) {
    const Json json = Json::parse(answer.begin(), answer.end(), nullptr, false);
    const auto choices = json.is_object() ? json.find("choices") : json.end();
    if (!json.is_object() || choices == json.end() || !choices->is_array() || choices->empty()) {
        return std::nullopt;
    }
    const Json& first = choices->front();
    const auto message = first.is_object() ? first.find("message") : first.end();
    if (!first.is_object() || message == first.end() || !message->is_object()) return std::nullopt;
    const auto content = message->find("content");
    if (content == message->end() || !content->is_string()) return std::nullopt;
    return content->get<std::string>();
}

}  // namespace

Result<std::string> draft_request(const std::string& model, const std::string& theme) {
    if (!check_question(PhiText(theme)).ok()) {
        return Error(ErrorCode::invalid_input, "A theme is one line of at most {} characters.")
            .with(static_cast<long long>(limits::title_characters_max));
    }
    const Json request = {
        {"model", model},
        {"messages",
         {{{"role", "system"}, {"content", instruction}}, {{"role", "user"}, {"content", theme}}}},
        {"max_tokens", answer_tokens_max},
        {"stream", false}};
    return request.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<std::vector<std::string>> read_drafts(ByteView answer) {
    const auto content = content_of(answer);
    if (!content) {
        return Error(ErrorCode::invalid_input,
                     "The model's answer is not of the form this program reads.");
    }
    std::vector<std::string> drafts;
    std::string_view rest = *content;
    while (!rest.empty() && drafts.size() < limits::drafts_max) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string line =
            display_text(bare(rest.substr(0, end)), limits::title_characters_max + 1);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (check_question(PhiText(line)).ok()) drafts.push_back(line);
    }
    if (drafts.empty()) {
        return Error(ErrorCode::invalid_input, "The model answered without a usable question.");
    }
    return drafts;
}

}  // namespace evenkeel
