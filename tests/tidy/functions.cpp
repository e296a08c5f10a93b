#include "tests/tidy/shape.h"

#include <algorithm>

namespace evenkeel::tidy {

namespace {

enum class Scope { open, body, value };  // may hold functions; is one; an initialiser

bool has_word(std::string_view text, std::string_view choices) {
    const auto wanted = words_of(choices);
    std::string word;
    for (const char character : std::string(text) + " ") {
        if (is_word_character(character)) {
            word += character;
        } else {
            if (std::find(wanted.begin(), wanted.end(), word) != wanted.end()) return true;
            word.clear();
        }
    }
    return false;
}

std::string_view last_word(std::string_view text) {
    std::size_t first = text.size();
    while (first > 0 && is_word_character(text[first - 1])) --first;
    return text.substr(first);
}

// Drops "template <...>" from the front of a declaration.
std::string_view without_template(std::string_view head) {
    if (!head.starts_with("template")) return head;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '<') ++depth;
        if (head[i] == '>' && depth > 0 && --depth == 0) return trimmed(head.substr(i + 1));
    }
    return head;
}

// The part behind the colon of a constructor's initialisers; empty if there is none.
std::string_view initialisers_of(std::string_view head) {
    std::size_t depth = 0;
    bool has_parameters = false;
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '(') ++depth;
        if (head[i] == ')' && depth > 0 && --depth == 0) has_parameters = true;
        const bool single = head[i] == ':' && (i == 0 || head[i - 1] != ':') &&
                            (i + 1 == head.size() || head[i + 1] != ':');
        if (single && depth == 0 && has_parameters) return trimmed(head.substr(i + 1));
    }
    return {};
}

bool opens_scope(std::string_view head) {
    if (has_word(head, "namespace") || head.starts_with("extern \"")) return true;
    const auto declaration = without_template(head);
    if (declaration.find('=') != std::string_view::npos || head.ends_with(')')) return false;
    const auto first = declaration.substr(0, declaration.find_first_of(" \n"));
    return has_word(first, "class struct union enum");
}

bool opens_body(std::string_view head) {
    if (head.find('(') == std::string_view::npos) return false;
    if (const auto initialisers = initialisers_of(head); !initialisers.empty()) {
        return initialisers.ends_with(')') || initialisers.ends_with('}');
    }
    if (head.ends_with(')') || head.ends_with('&')) return true;
    if (head.find(")->") != std::string_view::npos) return true;
    if (head.find(") ->") != std::string_view::npos) return true;
    return has_word(last_word(head), "const noexcept override final mutable try") ||
           has_word(head, "requires");
}

Scope scope_opened_by(std::string_view head, std::size_t parentheses) {
    if (parentheses > 0) return Scope::value;
    if (opens_scope(head)) return Scope::open;
    return opens_body(head) ? Scope::body : Scope::value;
}

// Follows the braces of one file.
class Walker {
public:
    std::vector<FunctionSpan> run(const std::vector<std::string>& code) {
        bool continued = false;
        for (std::size_t i = 0; i < code.size(); ++i) {
            const bool directive = continued || trimmed(code[i]).starts_with('#');
            continued = directive && code[i].ends_with('\\');
            if (directive) continue;
            for (const char character : code[i]) take(character, i + 1);
            take(' ', i + 1);
        }
        return std::move(spans_);
    }

private:
    [[nodiscard]] bool outside() const {
        return std::all_of(scopes_.begin(), scopes_.end(),
                           [](Scope scope) { return scope == Scope::open; });
    }

    [[nodiscard]] static bool is_access(std::string_view head) {
        return head == "public:" || head == "private:" || head == "protected:";
    }

    void take(char character, std::size_t line) {
        if (character == '{') return open(line);
        if (character == '}') return close(line);
        if (!outside()) return;
        if (character == ';') return forget();
        if (character == '(') ++parentheses_;
        if (character == ')' && parentheses_ > 0) --parentheses_;
        if (trimmed(head_).empty()) first_line_ = line;
        head_ += character;
        if (character == ':' && is_access(trimmed(head_))) forget();
    }

    void open(std::size_t line) {
        if (!outside()) return scopes_.push_back(Scope::value);
        if (trimmed(head_).empty()) first_line_ = line;
        const Scope scope = scope_opened_by(trimmed(head_), parentheses_);
        scopes_.push_back(scope);
        if (scope != Scope::body) return scope == Scope::open ? forget() : void();
        const auto name = trimmed(std::string_view(head_).substr(0, head_.find('(')));
        spans_.push_back({std::string(name.substr(name.rfind(' ') + 1)), first_line_, line});
    }

    void close(std::size_t line) {
        if (scopes_.empty()) return;
        const Scope scope = scopes_.back();
        scopes_.pop_back();
        if (!outside()) return;
        if (scope == Scope::value) {
            head_ += "{}";
            return;
        }
        if (scope == Scope::body) spans_.back().last_line = line;
        forget();
    }

    void forget() {
        head_.clear();
        parentheses_ = 0;
    }

    std::vector<Scope> scopes_;
    std::string head_;  // what has been said since the last declaration ended
    std::size_t first_line_ = 1;
    std::size_t parentheses_ = 0;
    std::vector<FunctionSpan> spans_;
};

}  // namespace

std::vector<FunctionSpan> functions_of(const SourceFile& file) { return Walker().run(file.code); }

}  // namespace evenkeel::tidy
