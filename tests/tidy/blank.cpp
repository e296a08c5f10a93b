#include "tests/tidy/blank.h"

#include "tests/tidy/source_file.h"

namespace evenkeel::tidy {

namespace {

class Blanker {
public:
    explicit Blanker(std::string_view text) : text_(text), code_(text) {}

    std::string run() {
        while (at_ < text_.size()) step();
        return std::move(code_);
    }

private:
    void step() {
        if (here("//")) {
            blank_to(text_.find('\n', at_));
        } else if (here("/*")) {
            blank_to(after(text_.find("*/", at_ + 2), 2));
        } else if (here("R\"") && !follows_word()) {
            blank_raw_string();
        } else if (text_[at_] == '"' || (text_[at_] == '\'' && !is_digit_separator())) {
            blank_literal(text_[at_]);
        } else {
            ++at_;
        }
    }

    [[nodiscard]] bool here(std::string_view token) const {
        return text_.substr(at_).starts_with(token);
    }
    [[nodiscard]] bool follows_word() const { return at_ > 0 && is_word_character(text_[at_ - 1]); }

    // The quote in 20'000: it stands in a word that begins with a digit.
    [[nodiscard]] bool is_digit_separator() const {
        std::size_t first = at_;
        while (first > 0 && (is_word_character(text_[first - 1]) || text_[first - 1] == '\'')) {
            --first;
        }
        return first < at_ && text_[first] >= '0' && text_[first] <= '9';
    }

    [[nodiscard]] static std::size_t after(std::size_t place, std::size_t length) {
        return place == std::string_view::npos ? place : place + length;
    }

    void blank_to(std::size_t end) {
        for (; at_ < text_.size() && at_ < end; ++at_) {
            if (text_[at_] != '\n') code_[at_] = ' ';
        }
    }

    void blank_literal(char quote) {
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
            end += text_[end] == '\\' ? 2 : 1;
        }
        ++at_;
        blank_to(end);
        if (at_ < text_.size() && text_[at_] == quote) ++at_;
    }

    void blank_raw_string() {
        const auto open = text_.find('(', at_);
        if (open == std::string_view::npos) return blank_to(open);
        const std::string close = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
        at_ += 2;
        const auto end = text_.find(close, open);
        blank_to(end == std::string_view::npos ? end : end + close.size() - 1);
        if (at_ < text_.size()) ++at_;
    }

    std::string_view text_;
    std::string code_;
    std::size_t at_ = 0;
};

}  // namespace

std::string blank_words(std::string_view text) { return Blanker(text).run(); }

}  // namespace evenkeel::tidy
